import { describe, expect, test } from 'vitest';
import { drawPicture } from '../../language-server/core/diagram/drawing/picture.ts';
import { whyNotDrawn } from '../../language-server/core/diagram/limits.ts';
import { svg } from '../../language-server/core/export/picture.ts';
import { systemNamed } from '../../language-server/core/plant/index.ts';
import { diagramModelOf } from '../../language-server/editor/diagram.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { TODAY } from '../support/fixture.ts';

const URI = 'file:///shape.zones';
const repeated = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join('');

function read(text: string) {
  const workspace = createWorkspace({ defaultSystem: 's', today: TODAY });
  workspace.update([{ uri: URI, text }]);
  return workspace;
}

/** How often each rule finds something. */
function counts(text: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { rule } of read(text).findingsOf(URI)) found[rule] = (found[rule] ?? 0) + 1;
  return found;
}

const inZone = (count: number, text: (i: number) => string): string =>
  `zone a : cell { sl-t 1\n${repeated(count, (i) => `${text(i)}\n`)}}\n`;

describe('however much there is of one thing, it is judged', () => {
  // So many that work for each pair of them would take many minutes, and the test would never end.
  test('statements that contradict each other', () => {
    const text = inZone(50_000, (i) => (i % 2 ? 'plans SR 1.1' : 'excludes SR 1.1 because "x"'));
    expect(counts(text)['conflicting-statements']).toBe(49_999);
  });

  test('ends of a conduit, with as many flows', () => {
    const count = 1_500;
    const names = Array.from({ length: count }, (_, i) => `z-${i}`);
    const zones = names.map((name) => `zone ${name} : cell { sl-t 1  asset a-${name} : plc }\n`).join('');
    const flows = names.slice(1).map((name) => `flow a-z-0 -> a-${name} : opc-ua\n`);
    const conduit = `conduit c between ${names.slice(1).join(', ')} and z-0 {\n${flows.join('')}}\n`;
    const found = counts(`${zones}${conduit}`);
    expect(found['flow-outside-conduit']).toBeUndefined();
    expect(found['unresolved-reference']).toBeUndefined();
    expect(found['zone-owner']).toBe(count);
  });

  test('compensations', () => {
    const text = inZone(40_000, (i) => `compensates SR 1.${1 + (i % 13)} with SR 2.${1 + (i % 12)} because "x"`);
    expect(counts(text)['compensation-unmet']).toBeGreaterThan(0);
  });

  test('allowances, with as many findings that they allow', () => {
    const text = inZone(4_000, (i) => (i % 2 ? 'allow unresolved-reference because "x"' : `asset p-${i} : no-${i}`));
    const found = counts(text);
    expect(found['unresolved-reference']).toBeUndefined();
    expect(found['unused-allow']).toBeUndefined();
  });

  test('allowances of the rule that finds them useless', () => {
    const found = counts(inZone(4_000, () => 'allow unused-allow because "x"'));
    // The first is kept from being said by those after it, and those by it.
    expect(found['unused-allow']).toBeUndefined();
  });

  test('letters of a title, in a picture', () => {
    const workspace = read(
      `zone a "${'x'.repeat(400_000)}"\nzone b\nconduit c "${'y '.repeat(200_000)}" between a and b\n`,
    );
    const { parts } = drawPicture(diagramModelOf(workspace, 's'));
    expect(parts.some(({ svg }) => /x…/.test(svg))).toBe(true);
  });
});

describe('a picture of more lines than can be followed', () => {
  const hub = (count: number): string =>
    `zone hub : control\n${repeated(count, (i) => `zone z${i}\nconduit c${i} between hub and z${i}\n`)}`;

  test('is refused in a sentence, whoever asks', () => {
    const workspace = read(hub(501));
    const model = diagramModelOf(workspace, 's');
    const said = whyNotDrawn(model, {});
    expect(said).toMatch(
      /^The picture of '.*' would have 501 lines between zones, and more than 500 .*: close zones, /,
    );
    const input = { plant: systemNamed(workspace.store.query(), 's'), model };
    expect(svg.refused!(input, { theme: 'light' })).toBe(said);
    expect(svg.refused!(input, { theme: 'light', zone: 'hub' })).toMatch(/501 lines/);
    expect(svg.refused!(input, { theme: 'light', zone: 'z7' })).toBeUndefined();
  });

  test('is drawn where its lines are bundled or hidden', () => {
    const inner = repeated(600, (i) => `zone z${i} { }\n`);
    const text = `zone hub : control\nzone many {\n${inner}}\n${repeated(600, (i) => `conduit c${i} between hub and many.z${i}\n`)}`;
    const model = diagramModelOf(read(text), 's');
    expect(whyNotDrawn(model, {})).toBeUndefined();
    expect(whyNotDrawn(model, { expanded: ['many'] })).toMatch(/600 lines/);
    expect(whyNotDrawn(diagramModelOf(read(hub(500)), 's'), {})).toBeUndefined();
  });
});
