import { describe, expect, test } from 'vitest';
import { PALETTES, THEMES } from '../../../language-server/core/diagram/drawing/theme.ts';
import { inlineStyle } from '../../../language-server/core/diagram/files/inline-style.ts';
import { toSvg } from '../../../language-server/core/diagram/files/svg.ts';
import { eachBox } from '../../../language-server/core/diagram/layout/boxes.ts';
import { layoutDiagram } from '../../../language-server/core/diagram/layout.ts';
import { eachZone } from '../../../language-server/core/diagram/model/diagram-model.ts';
import { visibleModel } from '../../../language-server/core/diagram/model/visible.ts';
import { pictureOfZone } from '../../../language-server/core/diagram/model/zone-picture.ts';
import { readXml, type XmlElement } from '../../support/xml.ts';
import { everythingOpen, randomModel } from './random-model.ts';

function* elementsOf(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of root.children) if (typeof child !== 'string') yield* elementsOf(child);
}

const SHEET = `
  .a rect,.b>rect{fill:red;stroke-width:2px}
  rect{fill:blue}
  .c:not(.d) path{visibility:hidden}
  .hit{fill:none;pointer-events:all}
`;

describe('styles as attributes', () => {
  const inlined = (markup: string): string => inlineStyle(markup, SHEET);

  test('a rule reaches what it is for, and nothing else', () => {
    expect(inlined('<g class="a"><g><rect/></g></g>')).toBe('<g><g><rect fill="red" stroke-width="2"/></g></g>');
    expect(inlined('<g class="b"><rect/></g>')).toContain('fill="red"');
    // Not a child, but a grandchild.
    expect(inlined('<g class="b"><g><rect/></g></g>')).toContain('fill="blue"');
    // The group has ended.
    expect(inlined('<g><g class="a"></g><rect/></g>')).toContain('fill="blue"');
  });

  test('the rule that says most about an element prevails, wherever it stands', () => {
    expect(inlined('<g class="a"><rect x="1"/></g>')).toBe('<g><rect x="1" fill="red" stroke-width="2"/></g>');
  });

  test('what is hidden, or painted with nothing, is left out', () => {
    expect(inlined('<g class="c"><path d="M0 0"/></g>')).toBe('<g></g>');
    expect(inlined('<g class="c d"><path d="M0 0"/></g>')).toBe('<g><path d="M0 0"/></g>');
    expect(inlined('<g><path class="hit" d="M0 0"/></g>')).toBe('<g></g>');
  });

  test('text that looks like a rule or a tag stays text', () => {
    const text = '<text aria-label="&lt;rect class=&quot;a&quot;/&gt;">.a rect{fill:none} &lt;rect/&gt;</text>';
    expect(inlined(text)).toBe(text);
  });
});

describe.each(THEMES)('a file in the theme %s', (theme) => {
  const root = readXml(toSvg(randomModel(5, { zones: 30, assets: 5, conduits: 2 }), { theme }));
  const all = [...elementsOf(root)];

  test('has no stylesheet, and nothing that would need one', () => {
    expect(
      all.filter(({ name, attributes }) => name === 'style' || 'class' in attributes || 'style' in attributes),
    ).toEqual([]);
  });

  test('says of every text its size and colour, and names the font once', () => {
    const texts = all.filter(({ name }) => name === 'text');
    expect(texts.length).toBeGreaterThan(50);
    for (const { attributes } of texts) {
      expect(attributes['font-size']).toMatch(/^\d+$/);
      expect(attributes.fill).toMatch(/^#[\da-f]{6}$/);
    }
    expect(root.attributes['font-family']).toMatch(/^Arial, /);
  });

  test('paints no shape in the black of one that nothing is said of', () => {
    for (const { name, attributes } of all) {
      if (name === 'rect' || name === 'path') expect(attributes.fill ?? attributes.stroke).toMatch(/^(#|none)/);
    }
    expect(all.find(({ name }) => name === 'rect')?.attributes.fill).toBe(PALETTES[theme].ground);
  });
});

describe('a part of a picture', () => {
  const model = randomModel(21, { zones: 24, assets: 4, conduits: 1 });
  const layout = layoutDiagram(model);
  const boxes: { title: string; x: number; y: number; w: number; h: number }[] = [];
  eachBox(layout.root, ({ assets }) => {
    for (const { asset, x, y, w, h } of assets) boxes.push({ title: asset.title, x, y, w, h });
  });

  test('is as large as the area and tells nothing of what lies outside', () => {
    const { x, y, w, h } = boxes[4]!;
    const area = { x: x - 10, y: y - 10, width: w + 20, height: h + 20 };
    const svg = toSvg(model, { theme: 'light', area });
    const { attributes } = readXml(svg);
    expect(attributes.viewBox).toBe(
      `${attributes.viewBox!.split(' ', 2).join(' ')} ${attributes.width} ${attributes.height}`,
    );
    expect(Math.abs(Number(attributes.width) - area.width)).toBeLessThanOrEqual(1);
    const seen = boxes.filter(
      (box) =>
        box.x < area.x + area.width && box.x + box.w > area.x && box.y < area.y + area.height && box.y + box.h > area.y,
    );
    expect(seen.length).toBeLessThan(boxes.length);
    expect(svg.split('aria-label="Asset ')).toHaveLength(seen.length + 1);
  });

  test('of all that there is, is the whole', () => {
    const area = { x: -50, y: -50, width: 1e5, height: 1e5 };
    expect(toSvg(model, { theme: 'light', area })).toBe(toSvg(model, { theme: 'light' }));
  });
});

describe('the picture of one zone', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('has all of it, its conduits and their other ends, seed %i', (seed) => {
    const model = randomModel(seed, { zones: 30, assets: 4, conduits: 2 });
    eachZone(model.zones, (zone) => {
      const picture = pictureOfZone(model, zone.id, { depth: 0 })!;
      const inside = new Set<string>();
      eachZone([zone], ({ id }) => void inside.add(id));
      const shown = new Map<string, number>();
      eachZone(picture.model.zones, ({ id, assets }) => void shown.set(id, assets.length));
      // The zone itself is as it was; no other zone that is open shows an asset.
      eachZone([zone], ({ id, assets }) => expect(shown.get(id)).toBe(assets.length));
      const { collapsed, conduits } = visibleModel(picture.model, picture.options);
      expect(collapsed.has(zone.id)).toBe(false);
      eachZone(picture.model.zones, ({ id, assets, zones }) => {
        const isAround = zone.id.startsWith(`${id}.`);
        if (isAround) expect(assets).toEqual([]);
        else if (!inside.has(id) && assets.length + zones.length > 0) expect(isHidden(id, collapsed)).toBe(true);
      });
      const own = model.conduits.filter(({ ends }) => ends.some((end) => inside.has(end)));
      expect(picture.model.conduits).toEqual(own);
      for (const { ends } of own) for (const end of ends) expect(shown.has(end)).toBe(true);
      const drawn = new Set(conduits.flatMap((line) => line.conduits.map(({ id }) => id)));
      const crossing = own.filter(({ ends }) => !ends.every((end) => inside.has(end)));
      for (const { id } of crossing) expect(drawn.has(id)).toBe(true);
    });
  });

  test('of a zone that is not there is none', () => {
    const model = randomModel(1, { zones: 5, assets: 1, conduits: 1 });
    expect(pictureOfZone(model, 'nowhere', everythingOpen(model))).toBeUndefined();
  });
});

/** Whether a zone is a card, or inside one. */
const isHidden = (zone: string, collapsed: ReadonlySet<string>): boolean =>
  [...collapsed].some((card) => card === zone || zone.startsWith(`${card}.`));
