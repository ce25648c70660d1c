import { describe, expect, test } from 'vitest';
import { layoutDiagram } from '../../../language-server/core/diagram/layout.ts';
import { colourOf } from '../../../language-server/core/diagram/model/colouring.ts';
import type {
  DiagramConduit,
  DiagramModel,
  DiagramZone,
  Direction,
} from '../../../language-server/core/diagram/model/diagram-model.ts';
import { visibleModel } from '../../../language-server/core/diagram/model/visible.ts';
import { findInDiagram } from '../../../language-server/core/search/find.ts';
import { reaching } from '../../../language-server/core/search/reach.ts';
import { diagramModelOf } from '../../../language-server/editor/diagram.ts';
import { createWorkspace } from '../../../language-server/language/workspace.ts';
import { randomModel } from './random-model.ts';

function zone(id: string, rest: Partial<DiagramZone> = {}): DiagramZone {
  const name = id.slice(id.lastIndexOf('.') + 1);
  return {
    id,
    name,
    title: `Zone ${name}`,
    hue: 'cell',
    rank: 1,
    chip: '',
    external: false,
    assets: [],
    zones: [],
    ...rest,
  };
}

function conduit(from: string, to: string, direction: Direction): DiagramConduit {
  const id = `${from}-${to}`;
  const [source, target] = direction === 'backward' ? [to, from] : [from, to];
  const flow = { from: source, to: target, source, target, both: direction === 'both' };
  const flows = direction === 'none' ? [] : [flow];
  return { id, name: id, title: id, ends: [from, to], openings: [], assets: [], flows, fault: false };
}

const plc = {
  id: 'cell.plc',
  name: 'plc-7',
  title: 'Filter controller',
  type: 'PLC',
  icon: 'plc',
  count: 1,
  boundary: false,
  addresses: ['10.1.2.3'],
  findings: { count: 1, severity: 'error' },
} as const;
const panel = {
  ...plc,
  id: 'cell.panel',
  name: 'panel',
  title: 'PLC panel',
  type: 'HMI',
  addresses: [],
  findings: undefined,
};

const model: DiagramModel = {
  system: { name: 'plant', title: 'Plant' },
  zones: [
    zone('office'),
    zone('dmz'),
    zone('control', { zones: [zone('control.room')] }),
    zone('cell', {
      assets: [plc, panel],
      slT: [2, 2, 2, 2, 2, 2, 2],
      slA: [2, 1, 2, 2, 2, 2, 2],
      gap: [0, 1, 0, 0, 0, 0, 0],
    }),
    zone('far'),
  ],
  conduits: [
    conduit('office', 'dmz', 'forward'),
    conduit('dmz', 'control', 'both'),
    conduit('cell', 'control', 'backward'),
    conduit('far', 'cell', 'none'),
  ],
  flows: [],
};

describe('a search', () => {
  const found = (query: string) => findInDiagram(model, query).map(({ element }) => element);

  test('looks at names, titles, types, addresses and findings, whatever the case', () => {
    expect(found('PLC-7')).toEqual(['cell.plc']);
    expect(found('filter CONTROLLER')).toEqual(['cell.plc']);
    expect(found('10.1.2')).toEqual(['cell.plc']);
    expect(found('error')).toEqual(['cell.plc']);
    expect(found('office-dmz')).toEqual(['office-dmz']);
  });

  test('wants every word, and puts those with all words in the name first', () => {
    expect(found('plc')).toEqual(['cell.plc', 'cell.panel']);
    expect(found('hmi')).toEqual(['cell.panel']);
    expect(found('plc office')).toEqual([]);
    expect(found('  ')).toEqual([]);
  });
});

describe('what reaches an element', () => {
  test('comes along conduits in the direction in which they are opened', () => {
    expect([...reaching(model, 'cell')].sort()).toEqual(
      [
        'cell',
        'cell.panel',
        'cell.plc',
        'cell-control',
        'control',
        'control.room',
        'dmz',
        'dmz-control',
        'office',
        'office-dmz',
      ].sort(),
    );
    // Nothing opens towards the office, and a conduit without flows lets nothing through.
    expect([...reaching(model, 'office')]).toEqual(['office']);
    expect(reaching(model, 'cell').has('far')).toBe(false);
  });

  test('of a conduit is what opens it', () => {
    expect([...reaching(model, 'office-dmz')].sort()).toEqual(['office', 'office-dmz']);
  });

  test('of an asset comes flow by flow, also inside a zone, and leaves the others in the zone out', () => {
    const flow = (source: string, target: string, both = false) => ({ from: source, to: target, source, target, both });
    const exact: DiagramModel = {
      ...model,
      conduits: [
        { ...conduit('office', 'cell', 'forward'), flows: [flow('office', 'cell.panel')] },
        { ...conduit('far', 'cell', 'forward'), id: 'unrelated', flows: [flow('cell.plc', 'far')] },
      ],
      flows: [flow('cell.panel', 'cell.plc')],
    };
    expect([...reaching(exact, 'cell.plc')].sort()).toEqual(['cell.panel', 'cell.plc', 'office', 'office-cell']);
    expect([...reaching(exact, 'cell.panel')].sort()).toEqual(['cell.panel', 'office', 'office-cell']);
    expect([...reaching({ ...exact, flows: [] }, 'cell.plc')]).toEqual(['cell.plc']);
    // Either side opens it.
    const either = { ...exact, flows: [flow('cell.plc', 'cell.panel', true)] };
    expect(reaching(either, 'cell.plc').has('office')).toBe(true);
  });

  test('comes to what is in a zone when it comes to the zone, and from all that is in one', () => {
    expect(reaching(model, 'cell.plc').has('office')).toBe(true);
    expect(reaching(model, 'cell.plc').has('cell.panel')).toBe(false);
    expect(reaching(model, 'cell').has('control.room')).toBe(true);
  });

  test('is read from the text, a side that cannot be resolved counted as the zone at its end', () => {
    const workspace = createWorkspace({ defaultSystem: 'plant', today: '2026-01-01' });
    const text = `
zone office : enterprise { asset pc : business-workstation asset other : business-workstation }
zone line : cell {
  asset plc : plc
  asset hmi : hmi-panel
  asset lone : plc
  flow hmi -> plc : modbus-tcp
}
conduit orders between office and line { flow pc -> hmi : https flow misspelt -> lone : https }
`;
    workspace.update([{ uri: 'plant.zones', text }]);
    const read = diagramModelOf(workspace, 'plant');
    expect([...reaching(read, 'line.plc')].sort()).toEqual(['line.hmi', 'line.plc', 'office.pc', 'orders']);
    expect(reaching(read, 'line.lone').has('office.other')).toBe(true);
    expect(reaching(read, 'line.lone').has('line.hmi')).toBe(false);
  });
});

describe('what is seen of a system', () => {
  test('with a depth closes all deeper zones but those opened by hand', () => {
    const closed = (depth: number, expanded: string[] = []) =>
      [...visibleModel(model, { depth, expanded }).collapsed].sort();
    expect(closed(0)).toEqual(['cell', 'control']);
    expect(closed(0, ['cell'])).toEqual(['control']);
    expect(closed(1)).toEqual([]);
  });

  test('of a narrow panel is higher than that of a page', () => {
    const large = randomModel(4, { zones: 30, assets: 6, conduits: 1 });
    const aspect = (of?: number) => {
      const { width, height } = layoutDiagram(large, { aspect: of });
      return width / height;
    };
    expect(aspect(0.6)).toBeLessThan(aspect());
  });

  test('draws three conduits between two zones as one line when the picture is large', () => {
    const parallel = [1, 2, 3].map((i) => ({
      ...conduit('office', 'dmz', 'forward'),
      id: `c${i}`,
      title: `c${i}`,
    }));
    const small = { ...model, conduits: parallel };
    const many = Array.from({ length: 300 }, (_, i) => ({ ...panel, id: `far.a${i}`, name: `a${i}` }));
    const large = { ...small, zones: [...model.zones.slice(0, 4), zone('far', { assets: many })] };
    expect(visibleModel(small).conduits.map(({ label }) => label)).toEqual(['c1', 'c2', 'c3']);
    expect(visibleModel(large).conduits.map(({ label }) => label)).toEqual(['×3']);
  });
});

describe('colours', () => {
  const cell = model.zones[3]!;

  test('tell the gap to the target, or that there is none', () => {
    expect(colourOf(cell, 'gap', false)).toEqual({ hue: 'perimeter', label: 'one level below target' });
    expect(colourOf({ ...cell, gap: [0, 0, 0, 0, 0, 0, 0] }, 'gap', false).label).toBe('target reached');
    expect(colourOf({ ...cell, gap: [0, 0, 2, 0, 1, 0, 0] }, 'gap', false).label).toBe(
      'two levels or more below target',
    );
    expect(colourOf(zone('office'), 'gap', false).label).toBe('no security level target');
  });

  const marked = (severity: 'error' | 'warning', count: number) => ({ count, severity });

  test('tell the findings of the zone itself and of its assets, not those of the zones in it', () => {
    const outer = zone('outer', { zones: [zone('inner', { findings: marked('error', 1) })] });
    expect(colourOf(outer, 'findings', false).label).toBe('no errors or warnings');
    expect(colourOf(outer, 'findings', true)).toEqual({ hue: 'safety', label: 'errors' });
    const own = zone('own', { findings: marked('warning', 1), assets: [{ ...panel, findings: marked('error', 1) }] });
    expect(colourOf(own, 'findings', false).label).toBe('errors');
  });

  test('tell zones with few warnings from those with many', () => {
    const of = (count: number) => colourOf(zone('z', { findings: marked('warning', count) }), 'findings', false);
    expect(of(1)).toEqual({ hue: 'few', label: 'up to 2 warnings' });
    expect(of(2)).toEqual(of(1));
    expect(of(3)).toEqual({ hue: 'many', label: 'more than 2 warnings' });
  });
});
