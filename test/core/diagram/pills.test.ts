import { expect, test } from 'vitest';
import { type Box, eachBox } from '../../../language-server/core/diagram/layout/boxes.ts';
import { layoutDiagram } from '../../../language-server/core/diagram/layout.ts';
import type { PlacedConduit } from '../../../language-server/core/diagram/routing/placed-conduit.ts';
import { diagramModelOf } from '../../../language-server/editor/diagram.ts';
import { createWorkspace } from '../../../language-server/language/workspace.ts';
import { TODAY } from '../../support/fixture.ts';
import { everythingOpen, randomModel } from './random-model.ts';

test('the pills of conduits from the side of one zone into another stand over no border', () => {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update([
    {
      uri: 'plant.zones',
      text: `
        zone room : control level 2 { asset scada-1 : scada-server  asset scada-2 : scada-server  asset hmi-1 : hmi-panel }
        zone farm "Tank farm" : cell level 1 {
          asset switch-1 : managed-switch
          zone crude "Tanks 101 to 112, crude" : cell level 1 { asset plc-1 : plc  asset gauges : sensor  asset valves : valve }
          zone products "Tanks 201 to 208, products" : cell level 1 { asset plc-2 : plc  asset gauges : sensor  asset valves : valve }
          zone overfill "Independent overfill prevention" : cell level 1 { safety yes  asset solver : safety-controller  asset switches : sensor }
        }
        zone fire "Fire and gas" : cell level 1 { asset controller : safety-controller  asset detectors : sensor }
        zone jetty "Jetty 1 and 2" : cell level 1 {
          asset plc-3 : plc
          zone mooring "Mooring load monitoring" : cell level 1 { asset hooks : sensor }
          zone esd "Ship/shore emergency shutdown" : cell level 1 { asset link : safety-controller }
        }
        conduit fire-overfill between fire and farm.overfill { flow fire.controller -> solver }
        conduit fire-esd between fire and jetty.esd { flow fire.controller -> link }
      `,
    },
  ]);
  const { root, conduits } = layoutDiagram(diagramModelOf(workspace, 'plant'));
  const crossed: string[] = [];
  for (const { label, conduit } of conduits) {
    const { x, y, w } = label;
    eachBox(root, (box: Box) => {
      if (!box.zone || y < box.y || y > box.y + box.h) return;
      for (const border of [box.x, box.x + box.w])
        if (Math.abs(border - x) < w / 2) crossed.push(`${conduit.id} over ${box.zone.id}`);
    });
  }
  expect(crossed).toEqual([]);
});

function layoutOf(text: string) {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update([{ uri: 'plant.zones', text }]);
  return layoutDiagram(diagramModelOf(workspace, 'plant'));
}

/** Pills that lie over lines of others. */
function coveredIn(conduits: readonly PlacedConduit[]): string[] {
  const covered: string[] = [];
  for (const { conduit, label } of conduits) {
    const [left, right] = [label.x - label.w / 2 + 1, label.x + label.w / 2 - 1];
    for (const other of conduits) {
      const isOver = other.points.slice(1).some((to, i) => {
        const from = other.points[i]!;
        const isBeside = Math.max(from.x, to.x) < left || Math.min(from.x, to.x) > right;
        return !isBeside && Math.max(from.y, to.y) > label.y - 8 && Math.min(from.y, to.y) < label.y + 8;
      });
      if (isOver && other.conduit !== conduit) covered.push(`${conduit.id} over ${other.conduit.id}`);
    }
  }
  return covered;
}

const TITLES = ['Telecontrol', 'Values and alarms', 'Remote maintenance of the line', 'Recipes'];

test('where lines cross much, pills are short rather than over the lines of others', () => {
  let [pills, covered] = [0, 0];
  for (let seed = 1; seed <= 40; seed++) {
    const model = randomModel(seed, { zones: 3 + (seed % 20), assets: 4, conduits: 1.2 });
    const titled = model.conduits.map((conduit, i) => ({ ...conduit, title: `${TITLES[i % 4]} ${i}` }));
    const { conduits } = layoutDiagram({ ...model, conduits: titled }, everythingOpen(model));
    pills += conduits.length;
    covered += coveredIn(conduits).length;
  }
  expect(covered / pills).toBeLessThan(0.2);
});

const TWO = `
  zone dmz "DMZ" : perimeter { asset a : firewall }
  zone control "Control" : control { asset b : plc }
`;

test('a pill has the title where there is room, else the name where that fits, else what fits of the title', () => {
  const long = 'Values and alarms of the filter hall for the historian';
  const { conduits } = layoutOf(`${TWO}
    conduit values "Values for the historian" between dmz and control
    conduit alarms "${long}" between dmz and control
    conduit values-and-alarms-of-the-filter-hall "${long}" between dmz and control
  `);
  expect(conduits.map(({ label }) => label.text)).toEqual([
    'Values for the historian',
    'alarms',
    expect.stringMatching(/^Values and alarms.*…$/),
  ]);
});

test.each([2, 3, 4, 5, 7])('the pills of %d conduits between two zones lie over no line but their own', (count) => {
  const text = Array.from(
    { length: count },
    (_, i) => `conduit way-number-${i} "Way number ${i} there" between dmz and control { flow b -> a : https }`,
  );
  const { conduits } = layoutOf(`${TWO}${text.join('\n')}`);
  expect(conduits).toHaveLength(count);
  expect(coveredIn(conduits)).toEqual([]);
  // And enough is left of each to tell them apart.
  expect(conduits.filter(({ label }) => label.text.length < 4)).toEqual([]);
});
