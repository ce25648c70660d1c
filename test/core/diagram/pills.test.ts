import { expect, test } from 'vitest';
import { type Box, eachBox } from '../../../language-server/core/diagram/layout/boxes.ts';
import { layoutDiagram } from '../../../language-server/core/diagram/layout.ts';
import { diagramModelOf } from '../../../language-server/editor/diagram.ts';
import { createWorkspace } from '../../../language-server/language/workspace.ts';
import { TODAY } from '../../support/fixture.ts';

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
