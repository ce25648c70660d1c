import { describe, expect, test } from 'vitest';
import { drawPicture } from '../../../language-server/core/diagram/drawing/picture.ts';
import { toSvg } from '../../../language-server/core/diagram/files/svg.ts';
import { eachBox } from '../../../language-server/core/diagram/layout/boxes.ts';
import { layoutDiagram } from '../../../language-server/core/diagram/layout.ts';
import type { DiagramModel } from '../../../language-server/core/diagram/model/diagram-model.ts';
import { pictureOfZone } from '../../../language-server/core/diagram/model/zone-picture.ts';
import { findInDiagram } from '../../../language-server/core/search/find.ts';
import { reaching } from '../../../language-server/core/search/reach.ts';
import { diagramModelOf } from '../../../language-server/editor/diagram.ts';
import { elementAt, locate } from '../../../language-server/editor/diagram-places.ts';
import { createWorkspace } from '../../../language-server/language/workspace.ts';
import { TODAY } from '../../support/fixture.ts';
import { everythingOpen, randomModel } from './random-model.ts';

const PLANT = `zone office "Office" : enterprise { asset pc : business-workstation }
zone control "Control" : control {
  access-point door "Server room" : physical { location "Building B"  protection "badge"  used-by "Guards", "IT" }
  access-point modem : logical { closed yes }
  zone cell "Cell" : cell { asset socket : plc  access-point socket "Maintenance <socket>" : physical { closed no } }
}
conduit ring "Ring" between control, cell and office { asset sw : hub  access-point port "Free port" : physical }
conduit link "Orders" between office and control { access-point tap : logical  flow pc -> cell : opc-ua }`;

const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
workspace.update([{ uri: 'plant.zones', text: PLANT }]);
const model = diagramModelOf(workspace, 'plant');

/** The marks of a picture by the ids of their access points. */
function marksOf(of: DiagramModel, options = {}) {
  const { parts } = drawPicture(of, options);
  const marks = parts.filter(({ id }) => id.startsWith('p:'));
  return new Map(marks.map(({ id, svg }) => [id.slice(2), svg] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const attribute = (svg: string | undefined, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(svg ?? '')?.[1];

describe('access points in the picture', () => {
  const marks = marksOf(model);

  test('are marked for each that is declared, an asset of the same name beside it', () => {
    expect([...marks.keys()]).toEqual([
      'control.cell/socket',
      'control/door',
      'control/modem',
      'link/tap',
      'ring/port',
    ]);
    expect(drawPicture(model).parts.map(({ id }) => id)).toContain('a:control.cell.socket');
  });

  test('tell by their shape whether they are physical, and by a bar whether they are closed', () => {
    const shape = (id: string) => [
      /<circle class="z-port"/.test(marks.get(id)!),
      /z-port-sign z-port-bolt" d="[^"]*h5/.test(marks.get(id)!),
    ];
    expect(shape('control/door')).toEqual([false, false]);
    expect(shape('control/modem')).toEqual([true, true]);
    expect(shape('control.cell/socket')).toEqual([false, false]);
    expect(shape('link/tap')).toEqual([true, false]);
  });

  test('have words: what they are, where, what protects them, who uses them', () => {
    expect(attribute(marks.get('control/door'), 'aria-label')).toBe(
      'Access point Server room, physical, at Building B, protection: badge, used by Guards, IT',
    );
    expect(attribute(marks.get('control/modem'), 'aria-label')).toBe('Access point modem, logical, closed');
    expect(attribute(marks.get('control.cell/socket'), 'aria-label')).toBe(
      'Access point Maintenance &lt;socket&gt;, physical, open',
    );
  });

  test('are items of the tree under what they stand in', () => {
    const { parts } = drawPicture(model);
    const levelOf = (id: string) => Number(attribute(parts.find((part) => part.id === id)?.svg, 'aria-level'));
    for (const [mark, home] of [
      ['control/door', 'z:control'],
      ['control.cell/socket', 'z:control.cell'],
      ['ring/port', 'c:ring'],
      ['link/tap', 'c:link'],
    ] as const) {
      expect(attribute(marks.get(mark), 'role')).toBe('treeitem');
      expect(attribute(marks.get(mark), 'data-in')).toBe(home.slice(2));
      expect(Number(attribute(marks.get(mark), 'aria-level'))).toBe(levelOf(home) + 1);
    }
  });

  test('stay on the border of a closed zone, go with those that it hides, and with conduits that are bundled', () => {
    expect([...marksOf(model, { collapsed: ['control'] }).keys()]).toEqual([
      'control/door',
      'control/modem',
      'link/tap',
      'ring/port',
    ]);
    const two = {
      ...model,
      conduits: model.conduits.flatMap((each) =>
        each.name === 'link' ? [0, 1, 2].map((n) => ({ ...each, id: `l${n}`, ends: ['office', 'control.cell'] })) : [],
      ),
    };
    expect([...marksOf(two, { collapsed: ['control'] }).keys()]).toEqual(['control/door', 'control/modem']);
  });

  test('move nothing', () => {
    const without = (conduit: DiagramModel['conduits'][number]) => ({ ...conduit, accessPoints: [] });
    const bare: DiagramModel = {
      ...model,
      zones: model.zones.map((zone) => ({
        ...zone,
        accessPoints: [],
        zones: zone.zones.map((inner) => ({ ...inner, accessPoints: [] })),
      })),
      conduits: model.conduits.map(without),
    };
    const rest = (of: DiagramModel) =>
      drawPicture(of).parts.filter(({ id }) => id !== 'legend' && !id.startsWith('p:'));
    expect(rest(model)).toEqual(rest(bare));
  });

  test('are explained by the legend, each shape that there is', () => {
    const legend = (of: DiagramModel) => drawPicture(of).parts.find(({ id }) => id === 'legend')!.svg;
    for (const words of ['physical access point', 'logical access point', 'closed access point'])
      expect(legend(model)).toContain(words);
    const part = pictureOfZone(model, 'control.cell', {})!.model;
    expect(legend({ ...part, conduits: [] })).not.toMatch(/logical access point|closed access point/);
    expect(toSvg(model, { theme: 'light' })).toContain('Maintenance &lt;socket&gt;');
  });

  test('are found, are reached as what they lead into, and lead to the text', () => {
    expect(findInDiagram(model, 'badge').map(({ element, detail }) => [element, detail])).toEqual([
      ['control/door', 'physical access point into Control'],
    ]);
    expect(findInDiagram(model, 'free port')[0]).toMatchObject({ element: 'ring/port', sort: 'access-point' });
    const reached = reaching(model, 'control.cell/socket');
    expect([...reached]).toEqual(expect.arrayContaining(['control.cell/socket', 'control.cell', 'office.pc', 'link']));
    expect(locate(workspace, 'plant', 'control.cell/socket')?.range.start).toEqual({ line: 4, character: 61 });
    expect(locate(workspace, 'plant', 'link/tap')?.range.start).toEqual({ line: 7, character: 64 });
    expect(locate(workspace, 'plant', 'control/nothing')).toBeNull();
    const at = (line: number, character: number) => elementAt(workspace, 'plant.zones', { line, character })?.element;
    expect([at(2, 30), at(4, 30), at(4, 70), at(6, 100)]).toEqual([
      'control/door',
      'control.cell.socket',
      'control.cell/socket',
      'ring/port',
    ]);
  });
});

/** A random model with some access points in every other zone and conduit. */
function withAccessPoints(seed: number): DiagramModel {
  const bare = randomModel(seed, { zones: 4 + (seed % 40), assets: seed % 5, conduits: 1.2, buses: true });
  let count = seed;
  const add = <E extends { readonly id: string }>(element: E) => {
    count++;
    const points = Array.from({ length: count % 4 }, (_, i) => ({
      id: `${element.id}/p${i}`,
      name: `p${i}`,
      title: `Point ${i}`,
      side: i % 2 === 0 ? ('physical' as const) : ('logical' as const),
      usedBy: [],
    }));
    return { ...element, accessPoints: points };
  };
  const addIn = (zones: DiagramModel['zones']): DiagramModel['zones'] =>
    zones.map((zone) => ({ ...add(zone), zones: addIn(zone.zones) }));
  return { ...bare, zones: addIn(bare.zones), conduits: bare.conduits.map(add) };
}

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'marks lie on the border, on no line and on no other mark: seed %i',
  (seed) => {
    const random = withAccessPoints(seed);
    const { root, conduits, ports } = layoutDiagram(random, everythingOpen(random));
    const boxes = new Map<string, { x: number; y: number; w: number; h: number }>();
    eachBox(root, (box) => void boxes.set(box.id, box));
    const faults: string[] = [];
    ports.forEach(({ point: { id }, home, x, y }, i) => {
      const box = boxes.get(home);
      if (box) {
        const isAcross = x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
        const isOn = x === box.x || x === box.x + box.w || y === box.y + box.h;
        if (!isAcross || !isOn) faults.push(`${id} is off its border`);
        for (const { points } of conduits)
          points.slice(1).forEach((b, n) => {
            const a = points[n]!;
            const isOnLine =
              x > Math.min(a.x, b.x) - 6 &&
              x < Math.max(a.x, b.x) + 6 &&
              y > Math.min(a.y, b.y) - 6 &&
              y < Math.max(a.y, b.y) + 6;
            if (isOnLine) faults.push(`${id} is on a line`);
          });
      }
      for (const other of ports.slice(i + 1))
        if (Math.abs(other.x - x) < 12 && Math.abs(other.y - y) < 12) faults.push(`${id} is on ${other.point.id}`);
    });
    expect(ports.length).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  },
);
