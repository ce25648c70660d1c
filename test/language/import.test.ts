import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recognised, recordsOf, sampled } from '../../language-server/core/exchange/reading/read-sheet.ts';
import { inForm } from '../../language-server/language/edits/in-form.ts';
import { formatText } from '../../language-server/language/format/index.ts';
import { applyReplacements } from '../../language-server/language/format/replacements.ts';
import { createImportSession, type SystemImport } from '../../language-server/language/import/session.ts';
import { createWorkspace, type Workspace } from '../../language-server/language/workspace.ts';

/** A workspace with some files. */
function workspaceOf(files: ReadonlyMap<string, string>): Workspace {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: '2026-12-01' });
  workspace.update([...files].map(([uri, text]) => ({ uri, text })));
  return workspace;
}

/** What an import of a table makes of a workspace, and its files afterwards. */
async function imported(
  files: ReadonlyMap<string, string>,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<{ readonly result: SystemImport; readonly files: Map<string, string> }> {
  const workspace = workspaceOf(files);
  let number = 0;
  const session = createImportSession({
    workspace,
    system: 'plant',
    isNamed: true,
    fileFor: (name) => `file:///${name}-${++number}.zones`,
    undecided: () => {
      throw new Error('The system is named.');
    },
  });
  const numbered = rows.map((cells, i) => ({ number: i + 2, cells }));
  const sample = await sampled({ name: '', headerRow: 1, header, rows: numbered });
  const reading = recognised(sample, session.types, new Map());
  for await (const record of recordsOf(sample, reading, { rows: 0, skip: () => {} })) session.add(record);
  const [result] = session.finish();
  const after = new Map(files);
  for (const [uri, replacements] of result?.edits.changed ?? []) {
    const text = files.get(uri)!;
    const inOrder = [...inForm(text, replacements)].sort((a, b) => a.start - b.start);
    after.set(uri, applyReplacements(text, inOrder));
  }
  for (const { uri, text } of result?.edits.created ?? []) after.set(uri, text());
  return { result: result!, files: after };
}

const HEADER = ['Asset ID', 'Name', 'Type', 'Zone', 'Level', 'IP', 'MAC', 'Serial', 'Vendor', 'Description'];

/** A device as several rows may tell of it: what tells it from others is its own, all else comes again and again. */
const device = (i: number) => ({
  id: fc.constantFrom('', `${i + 1}`),
  name: fc.constantFrom('PLC', 'plc', 'Pump 1', 'Ü-Wagen', 'zone', 'a "quoted" name', ''),
  type: fc.constantFrom('', 'SPS', 'HMI', 'Quux', 'Firewall'),
  zone: fc.constantFrom('', 'Cell 1', 'cell-1', 'DMZ', 'VLAN 20', '10.0.0.0/24'),
  level: fc.constantFrom('', '1', '2', '3.5', 'x'),
  ip: fc.constantFrom(`10.0.0.${i + 1}`, `10.0.1.${i + 1}; 10.0.2.${i + 1}`),
  mac: fc.constantFrom('', `00:11:22:33:44:0${i}`, `0011.2233.450${i}`),
  serial: fc.constantFrom('', `S${i}`, 'n/a'),
  vendor: fc.constantFrom('', 'Siemens', 'ACME'),
  description: fc.constantFrom('', 'one\ntwo', 'a } brace // and more', '*/ "', 'ä'.repeat(90)),
});

/** Rows of an inventory: devices whose names collide, each told once or twice, in any order, with a broken one between. */
const inventory = fc
  .tuple(...Array.from({ length: 6 }, (_, i) => fc.record(device(i))))
  .map((devices) =>
    devices.map(({ id, name, type, zone, level, ip, mac, serial, vendor, description }) => [
      id,
      name,
      type,
      zone,
      level,
      ip,
      mac,
      serial,
      vendor,
      description,
    ]),
  )
  .chain((devices) =>
    fc.array(fc.constantFrom(...devices, ['', '', '', '', '', '192.168.0.300', '', '', 'ACME', '']), {
      minLength: 1,
      maxLength: 9,
    }),
  );

const MODELS: readonly ReadonlyMap<string, string>[] = [
  new Map(),
  new Map([['file:///a.zones', 'system plant "Plant"\n']]),
  new Map([
    [
      'file:///a.zones',
      `// The plant
system plant { owner "O" }

zone cell-1 "Cell" : cell level 1 { network "10.0.0.0/24" // net
  // about the PLC
  asset plc "PLC" : plc { vendor "ACME" } // remark
  asset pump : unknown-device { serial "S2" }

  flow plc -> pump : modbus-tcp
}
`,
    ],
    ['file:///b.zones', 'zone dmz "DMZ" : perimeter\n\nzone full : control {\n  zone inner : cell {}\n}\n'],
  ]),
];

describe('whatever an inventory says', () => {
  test.each(MODELS.map((files, i) => [i, files] as const))(
    'of model %i',
    async (_, files) => {
      await fc.assert(
        fc.asyncProperty(inventory, async (rows) => {
          const first = await imported(files, HEADER, rows);
          // What was there is there still, line by line, but for the lines of the assets that were filled.
          for (const [uri, text] of files) {
            const lines = first.files.get(uri)!.split('\n');
            const gone = text
              .split('\n')
              .filter((line) => !/asset |^$|zone (dmz|full|cell)|\{\}|^system/.test(line) && !lines.includes(line));
            expect(gone).toEqual([]);
          }
          // It reads without an error of its own, and as the formatter writes it.
          const workspace = workspaceOf(first.files);
          const errors = [...first.files.keys()]
            .flatMap((uri) => workspace.findingsOf(uri))
            .filter(({ rule }) => /syntax-error|invalid-|duplicate-(name|property)|unresolved|ambiguous/.test(rule));
          expect(errors.map(({ message }) => message)).toEqual([]);
          for (const [uri, text] of first.files) if (!files.has(uri)) expect(formatText(text).text).toBe(text);
          // Each row is in it, and nothing comes of the same rows again.
          const second = await imported(first.files, HEADER, rows);
          expect([...second.files]).toEqual([...first.files]);
          expect(second.result?.plan.assets.length ?? 0).toBe(0);
          expect(second.result?.plan.fills ?? []).toEqual([]);
        }),
        { numRuns: Number(process.env.RUNS ?? 20), seed: Number(process.env.SEED ?? 1) },
      );
    },
    120_000,
  );
});
