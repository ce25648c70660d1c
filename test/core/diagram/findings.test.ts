import { expect, test } from 'vitest';
import { drawPicture } from '../../../language-server/core/diagram/drawing/picture.ts';
import { diagramModelOf, markedFindings } from '../../../language-server/editor/diagram.ts';
import { createWorkspace } from '../../../language-server/language/workspace.ts';
import { TODAY } from '../../support/fixture.ts';

const URI = 'plant.zones';

function read(text: string) {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update([{ uri: URI, text }]);
  return workspace;
}

const PLANT = `
  system plant { rule portable-in-zone warning }
  zone office "Office" : enterprise level 4 { sl-t 1  asset pc : workstation }
  zone dmz "DMZ" : perimeter level 3.5 { sl-t 2  asset fw : firewall }
  zone control "Control" : control level 2 {
    sl-t 2
    asset scada : scada-server
    zone cell "Cell" : cell level 1 { asset plc : plc  asset tablet : mobile-hmi }
  }
  conduit open "Open" between office and dmz { flow pc -> fw : https }
  conduit guarded "Guarded" between dmz and control { sl-t { IAC 0 }  via fw  flow scada -> fw : https }
  conduit plain "Plain" between control and control.cell { flow scada -> plc : modbus-tcp }
  conduit past "Past" between office and control { via fw  flow pc -> scada : https }
`;

const ask = (elements: readonly string[], withInner = false) => ({ uri: URI, system: 'plant', elements, withInner });

test('a conduit is drawn as a fault where its boundary is open or gone around, and otherwise marked', () => {
  const { conduits } = diagramModelOf(read(PLANT), 'plant');
  const drawn = Object.fromEntries(conduits.map(({ id, fault, findings }) => [id, [fault, findings !== undefined]]));
  expect(drawn).toEqual({
    open: [true, true],
    guarded: [false, false],
    // Its protocol is insecure, its boundary is none.
    plain: [false, true],
    past: [true, true],
  });
});

test('the marks count what is listed of them, the errors first', () => {
  const workspace = read(PLANT);
  const model = diagramModelOf(workspace, 'plant');
  const marks = [
    ...model.conduits,
    ...model.zones,
    ...model.zones.flatMap(({ zones, assets }) => [...zones, ...assets]),
  ];
  expect(marks.filter(({ findings }) => findings).length).toBeGreaterThan(3);
  for (const { id, findings } of marks) {
    const listed = markedFindings(workspace, model, ask([id]));
    expect([id, listed.length, listed[0]?.severity]).toEqual([id, findings?.count ?? 0, findings?.severity]);
  }
});

test('a closed zone has the findings of all that it hides', () => {
  const workspace = read(PLANT);
  const model = diagramModelOf(workspace, 'plant');
  const labelOf = (collapsed: readonly string[]): string => {
    const { parts } = drawPicture(model, { collapsed });
    return /aria-label="([^"]*)"/.exec(parts.find(({ id }) => id === 'z:control')!.svg)![1]!;
  };
  const own = markedFindings(workspace, model, ask(['control'])).length;
  const all = markedFindings(workspace, model, ask(['control'], true));
  expect(all.length).toBeGreaterThan(own);

  expect(labelOf([])).toContain(`${own} finding`);
  expect(labelOf(['control'])).toContain(`${all.length} findings`);
});

test('a closed zone hides conduits between what is in it, wherever they are written, and no others', () => {
  const workspace = read(`
    zone office : enterprise level 4 { sl-t 2  asset pc : workstation }
    zone control : control level 2 {
      sl-t 2
      zone a : cell { asset plc-a : plc }
      zone b : cell { asset plc-b : plc }
      conduit out between a and office { flow office.pc -> a : modbus-tcp }
      conduit written-in between a and b { flow plc-a -> plc-b : modbus-tcp }
    }
    conduit written-out between control.b and control.a { flow control.b.plc-b -> control.a.plc-a : s7comm }
  `);
  const model = diagramModelOf(workspace, 'plant');
  const listed = markedFindings(workspace, model, ask(['control'], true)).filter(
    ({ rule }) => rule === 'insecure-protocol',
  );
  expect(listed.map(({ message }) => /'[\w-]+'/.exec(message)![0]).sort()).toEqual(["'modbus-tcp'", "'s7comm'"]);
  const { parts } = drawPicture(model, { collapsed: ['control'] });
  const card = parts.find(({ id }) => id === 'z:control')!.svg;
  expect(card).toContain(`${markedFindings(workspace, model, ask(['control'], true)).length} findings`);
});

test('a finding that is listed has its place in the text', () => {
  const workspace = read(PLANT);
  const [first] = markedFindings(workspace, diagramModelOf(workspace, 'plant'), ask(['past']));
  expect(first).toMatchObject({ rule: 'zone-bypass', severity: 'error', uri: URI });
  const line = PLANT.split('\n')[first!.range.start.line]!;
  expect(line.slice(first!.range.start.character, first!.range.end.character)).toBe('past');
});

test('what is told of a zone says whether evidence is behind what its badge claims', () => {
  const labelOf = (statement: string): string => {
    const model = diagramModelOf(read(`zone a "A" : control { sl-t { RDF 1 }  ${statement} }`), 'plant');
    const { parts } = drawPicture(model, {});
    return /aria-label="([^"]*)"/.exec(parts.find(({ id }) => id === 'z:a')!.svg)![1]!;
  };
  const met = 'implements SR 5.1, SR 5.2, SR 5.3, SR 5.4';
  expect(labelOf(met)).toContain('SL-T 0–1 (claimed, not all with evidence)');
  expect(labelOf(`${met} evidence "docs/rdf.md"`)).not.toContain('claimed');
  // Beyond its target nobody asks.
  expect(labelOf(`${met} evidence "docs/rdf.md"  implements SR 5.2 RE(1), SR 1.1`)).not.toContain('claimed');
  expect(labelOf('')).not.toContain('claimed');
});
