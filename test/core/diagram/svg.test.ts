import { describe, expect, test } from 'vitest';
import { drawPicture } from '../../../language-server/core/diagram/drawing/picture.ts';
import { PALETTES, THEMES } from '../../../language-server/core/diagram/drawing/theme.ts';
import { toSvg } from '../../../language-server/core/diagram/files/svg.ts';
import type {
  DiagramAsset,
  DiagramModel,
  Direction,
} from '../../../language-server/core/diagram/model/diagram-model.ts';
import type { Severity } from '../../../language-server/core/model/system.ts';
import { randomModel } from './random-model.ts';

const ASSET: DiagramAsset = {
  id: 'a',
  name: 'a',
  title: 'PLC',
  icon: 'plc',
  count: 1,
  boundary: false,
  addresses: [],
};

const HOSTILE = `<img src=x onerror="alert('x')"> & \u0000\ud800 ]]>`;

function hostileModel(): DiagramModel {
  const model = randomModel(3, { zones: 6, assets: 3, conduits: 1.5 });
  const [first, ...others] = model.zones;
  const asset = { ...first!.assets[0]!, id: `${first!.id}.x`, title: HOSTILE, type: HOSTILE, addresses: [HOSTILE] };
  return {
    system: { name: HOSTILE, title: HOSTILE },
    zones: [{ ...first!, title: HOSTILE, kindTitle: HOSTILE, chip: HOSTILE, assets: [asset] }, ...others],
    conduits: model.conduits.map((conduit) => ({ ...conduit, name: HOSTILE, title: HOSTILE })),
    flows: [],
  };
}

describe('what people write', () => {
  test('stays text, whatever it is', () => {
    const svg = toSvg(hostileModel(), { theme: 'light' });
    expect(svg).toContain('&lt;img src=x onerror=&quot;alert(');
    expect(svg).not.toMatch(/<img|onerror="/);
    // Neither characters that XML forbids nor halves of pairs.
    expect(svg).not.toMatch(/[\0\ud800-\udfff]/);
  });
});

describe('a file', () => {
  test.each(THEMES)('in the theme %s refers to nothing outside itself and has literal colours', (theme) => {
    const svg = toSvg(randomModel(5, { zones: 12, assets: 5, conduits: 1 }), { theme });
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|href|var\(|@import/);
    expect(svg).toContain(PALETTES[theme].ground);
  });
});

describe('the title of a picture', () => {
  const of = (title: string) => {
    const svg = toSvg({ system: { name: 's', title }, zones: [], conduits: [], flows: [] }, { theme: 'light' });
    const width = Number(/ width="(\d+)"/.exec(svg)![1]);
    const lines = [...svg.matchAll(/font-size="19"[^>]*>([^<]*)</g)].map(([, line]) => line!);
    return { width, lines, shown: lines[0]!, svg };
  };

  test('has the room that it needs, up to a point', () => {
    const short = of('Water works');
    const long = of('Riverside water treatment plant, north site');
    expect(short.shown).toBe('Water works');
    expect(long.shown).toBe('Riverside water treatment plant, north site');
    expect(long.width).toBeGreaterThan(short.width);
  });

  test('goes on in a second line, which moves the picture down, and is cut there at last', () => {
    const title =
      'Utility water, waste water and district heating of the northern sites, with the substation and the depot';
    const long = of(title);
    expect(long.lines).toHaveLength(2);
    expect(long.lines.join(' ')).toBe(title);
    expect(long.width).toBeLessThan(800);
    const [first, second] = [of('Short').svg, long.svg].map((svg) => Number(/ height="(\d+)"/.exec(svg)![1]));
    expect(second! - first!).toBe(25);
    const endless = of('north site, '.repeat(40));
    expect(endless.lines[1]).toMatch(/^north site, .*…$/);
    expect(of('x'.repeat(400)).lines).toEqual([expect.stringMatching(/^x+…$/)]);
  });

  test('is set in the direction of its first letter where it has letters from the right', () => {
    expect(of('Water works 3').lines).toEqual(['Water works 3']);
    expect(of('\u05ea\u05d7\u05e0\u05d4 3').lines).toEqual(['\u2068\u05ea\u05d7\u05e0\u05d4 3\u2069']);
    expect(of('PLC \u0645\u062d\u0637\u0629').lines).toEqual(['\u2068PLC \u0645\u062d\u0637\u0629\u2069']);
  });
});

describe('what a screen reader meets', () => {
  const { parts } = drawPicture(randomModel(9, { zones: 14, assets: 4, conduits: 1 }));

  test('is zones, assets and conduits as items of a tree, a conduit under the zone that both of its ends lie in', () => {
    const roles = parts.map(({ id, svg }) => `${id[0]} ${/^<g [^>]*?\brole="(\w+)"/.exec(svg)?.[1]}`);
    expect([...new Set(roles)].sort()).toEqual(expect.arrayContaining(['a treeitem', 'c treeitem', 'z treeitem']));
    expect(roles.filter((role) => /^[acz] (?!treeitem)/.test(role))).toEqual([]);
    const levels = new Map(parts.map(({ id, svg }) => [id, Number(/aria-level="(\d+)"/.exec(svg)?.[1])]));
    for (const { id, svg } of parts.filter(({ id }) => id.startsWith('c:'))) {
      const around = /data-in="([^"]*)"/.exec(svg)?.[1];
      expect(levels.get(id)).toBe(around === undefined ? 1 : levels.get(`z:${around}`)! + 1);
    }
  });

  test('is no group of shapes, which would be read out as one', () => {
    for (const { id, svg } of parts) {
      const silent = /^<g [^>]*aria-hidden="true"/.test(svg);
      const groups = [...svg.matchAll(/<g [^>]*>/g)].map(([tag]) => tag).filter((tag) => !tag.includes(' role="'));
      expect({ id, groups: silent ? groups.slice(1) : groups }).toEqual({ id, groups: [] });
    }
  });
});

describe('a boundary asset', () => {
  test.each(THEMES)('is told from others by a shape in the theme %s', (theme) => {
    const of = (boundary: boolean) => {
      const [zone] = randomModel(9, { zones: 1, assets: 0, conduits: 0 }).zones;
      const zones = [{ ...zone!, zones: [], assets: [{ ...ASSET, boundary }] }];
      return toSvg({ system: { name: 's', title: 's' }, zones, conduits: [], flows: [] }, { theme });
    };
    const filled = (svg: string) => svg.split(` fill="${PALETTES[theme].text}"/>`).length - 1;
    // The edge of its card, and that of the one in the legend.
    expect(filled(of(true)) - filled(of(false))).toBe(2);
  });
});

describe('the parts of a picture', () => {
  test('have ids of their own and change only with what they show', () => {
    const model = randomModel(9, { zones: 14, assets: 4, conduits: 1 });
    const before = drawPicture(model).parts;
    expect(new Set(before.map(({ id }) => id)).size).toBe(before.length);
    const [first, ...others] = model.zones;
    // As wide as before.
    const title = [...first!.title].reverse().join('');
    const renamed = drawPicture({ ...model, zones: [{ ...first!, title }, ...others] }).parts;
    const changed = renamed.filter(({ id, svg }) => before.find((part) => part.id === id)?.svg !== svg);
    expect(changed.map(({ id }) => id)).toContain(`z:${first!.id}`);
    expect(changed.filter(({ id }) => /^[az]:/.test(id))).toHaveLength(1);
  });

  test('carry no styles of their own, which the page of the preview forbids', () => {
    for (const { svg } of drawPicture(randomModel(11, { zones: 20, assets: 5, conduits: 2 })).parts) {
      expect(svg).not.toMatch(/\sstyle=/);
    }
  });
});

/** WCAG 2.2: contrast of two colours, 1 to 21. */
function contrast(a: string, b: string): number {
  const light = [a, b].map((colour) => {
    const [r, g, blue] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue + 0.05;
  });
  return Math.max(...light) / Math.min(...light);
}

describe.each(THEMES)('in the theme %s', (theme) => {
  const palette = PALETTES[theme];

  test('all text can be read: a contrast of 4.5 at least', () => {
    const pairs: [string, string, string][] = [
      ['text on ground', palette.text, palette.ground],
      ['faint text on ground', palette.faintText, palette.ground],
      ['text on card', palette.text, palette.card],
      ['text on pill', palette.text, palette.pill],
    ];
    for (const [name, hue] of Object.entries(palette.hues)) {
      pairs.push(
        [`text on ${name} body`, palette.text, hue.body],
        [`text on ${name} header`, palette.text, hue.header],
      );
      pairs.push(
        [`faint text on ${name} body`, palette.faintText, hue.body],
        [`chip of ${name}`, hue.chipText, hue.border],
      );
    }
    for (const name of ['met', 'short'] as const) pairs.push([name, palette[name].text, palette[name].ground]);
    expect(pairs.filter(([, a, b]) => contrast(a, b) < 4.5).map(([name, a, b]) => `${name} ${contrast(a, b)}`)).toEqual(
      [],
    );
  });

  test('all lines can be seen: a contrast of 3 at least', () => {
    const lines = [palette.conduit, palette.fault, ...Object.values(palette.hues).map(({ border }) => border)];
    expect(lines.filter((line) => contrast(line, palette.ground) < 3)).toEqual([]);
  });
});

describe('the legend', () => {
  const model = randomModel(9, { zones: 14, assets: 0, conduits: 0 });
  const [first, ...others] = model.zones.map((zone) => ({ ...zone, findings: undefined, zones: [] }));
  const conduit = (direction: Direction) => ({
    ...randomModel(9, { zones: 14, assets: 0, conduits: 2 }).conduits[0]!,
    ends: [first!.id, others[0]!.id],
    openings: [direction],
    fault: false,
  });
  const legendOf = (severities: readonly Severity[], direction: Direction = 'forward'): string => {
    const assets = severities.map((severity, i) => ({ ...ASSET, id: `a${i}`, findings: { count: 1, severity } }));
    const changed = { ...model, zones: [{ ...first!, assets }, ...others], conduits: [conduit(direction)] };
    return drawPicture(changed).parts.find(({ id }) => id === 'legend')!.svg;
  };

  test('explains each mark of findings that is in the picture, and no other', () => {
    expect(legendOf([])).not.toContain('findings');
    expect(legendOf(['error'])).toMatch(/z-ink-error.*errors among them/);
    expect(legendOf(['error'])).not.toContain('z-ink-warning');
    expect(legendOf(['warning', 'error'])).toMatch(/z-ink-error.*z-ink-warning.*warnings at worst/);
    expect(legendOf(['warning'])).not.toContain('z-ink-error');
  });

  test('explains the marks of conduits too, and the dashed line only where a boundary rule is broken', () => {
    const legendFor = (changed: Partial<ReturnType<typeof conduit>>): string => {
      const zones = [first!, ...others];
      const picture = drawPicture({ ...model, zones, conduits: [{ ...conduit('forward'), ...changed }] });
      return picture.parts.find(({ id }) => id === 'legend')!.svg;
    };
    const marked = legendFor({ findings: { count: 2, severity: 'warning' } });
    expect(marked).toContain('warnings at worst');
    expect(marked).not.toContain('boundary rule');
    expect(legendFor({ fault: true })).toContain('conduit that breaks a boundary rule');
  });

  test('shows arrows where conduits have them', () => {
    expect(legendOf([], 'forward')).toContain('z-arrow');
    expect(legendOf([], 'none')).not.toContain('z-arrow');
    expect(legendOf([], 'none')).toContain('conduit without flows');
  });
});
