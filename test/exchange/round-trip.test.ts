import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { systems } from '../../language-server/core/plant/index.ts';
import { plant, writePlant } from '../core/plant-model.ts';
import { bytesOf, EXAMPLES, exported, imported, skeletonOf, workspaceOf } from '../support/exchange.ts';
import { EVERYTHING } from '../support/record-model.ts';
import { oddModel } from './odd-names.ts';

/** The formats that are read back, with the name of a file. */
const FORMATS = [
  ['csv', 'tables'],
  ['xlsx', 'plant.xlsx'],
  ['drawio', 'plant.drawio'],
  ['otm', 'plant.otm'],
  ['json', 'plant.json'],
] as const;

const MODELS = [
  ...EXAMPLES,
  // Its own protocols are in no table.
  ['all that can be said', [EVERYTHING.join('\n').replace(': house-bus', ': s7comm')]],
  [
    'columns whose values look like something else',
    [
      `system alike
zone a : cell { asset p1 : plc { address "00:1b:1b:00:00:01" }  asset p2 : plc { address "00:1b:1b:00:00:02" } }
zone b : cell { asset p1 : plc { address "00:1b:1b:00:00:01" }  asset PLC : plc { description "PLC"  address "10.0.0.1" }  asset HMI : hmi { description "HMI" } }`,
    ],
  ],
  [
    'names that are words for nothing, and names alike',
    [
      `system odd
zone none { asset unknown : plc  asset null : plc  asset n1 "=1+1" : plc  asset n2 "-" : plc }
zone z { zone z { asset z : plc  asset PLC-1 : plc  asset plc-1 : plc  asset plc_1 : plc }  zone none { asset z : plc }
  conduit c between z.z and z.none { asset sw : switch  flow z.z.z -> z.none.z : modbus-tcp port 1502 } }
conduit c between none and z { flow unknown <-> z.z.PLC-1 port udp 47808 "=A1" }`,
    ],
  ],
  [
    'paths that are the ends of others',
    [
      `system odd
zone plc-1 { asset x : plc  asset y : plc }
zone a { zone plc-1 { asset x : plc  asset y : plc }
  zone b { zone plc-1 { asset x : plc }  flow odd.plc-1.x -> odd.plc-1.y : modbus-tcp } }
conduit c between a and plc-1 { flow odd.a.plc-1.x -> odd.plc-1.x : modbus-tcp }`,
    ],
  ],
] as const;

const runs = { numRuns: Number(process.env.RUNS ?? 12) };

describe.each(FORMATS)('%s', (format, name) => {
  test.each(MODELS)('%s comes back as it was', async (_, texts) => {
    const workspace = workspaceOf(...texts);
    const [system] = systems(workspace.store.query());
    expect(system!.assets.length).toBeGreaterThan(3);
    const back = await imported(await bytesOf(exported(workspace, format, name)));
    expect(back.left).toEqual([]);
    expect(skeletonOf(back.workspace, system!.name)).toEqual(skeletonOf(workspace, system!.name));
  });

  test.each(MODELS)('%s is not changed by what it has been exported to', async (_, texts) => {
    const workspace = workspaceOf(...texts);
    const again = await imported(await bytesOf(exported(workspace, format, name)), workspace);
    expect([again.text, again.changes]).toEqual(['', 0]);
  });

  test('is the same each time', async () => {
    const [first, second] = [EXAMPLES[0]![1], EXAMPLES[0]![1]].map((texts) => workspaceOf(...texts));
    const bytes = await bytesOf(exported(first!, format, name));
    expect(bytes.size).toBeGreaterThan(0);
    expect(await bytesOf(exported(second!, format, name))).toEqual(bytes);
  });

  test('random plants come back with their names', async () => {
    await fc.assert(
      fc.asyncProperty(plant, async (model) => {
        const workspace = workspaceOf(writePlant(model));
        const [system] = systems(workspace.store.query());
        const back = await imported(await bytesOf(exported(workspace, format, name)));
        expect(skeletonOf(back.workspace, system!.name)).toEqual(skeletonOf(workspace, system!.name));
      }),
      runs,
    );
  });

  test('random models with odd names come back, and are not changed by their own export', async () => {
    await fc.assert(
      fc.asyncProperty(oddModel, async (text) => {
        const workspace = workspaceOf(text);
        const bytes = await bytesOf(exported(workspace, format, name));
        const back = await imported(bytes);
        expect(back.left).toEqual([]);
        expect(skeletonOf(back.workspace, 'odd')).toEqual(skeletonOf(workspace, 'odd'));
        const again = await imported(bytes, workspace);
        expect([again.text, again.changes]).toEqual(['', 0]);
      }),
      runs,
    );
  });
});
