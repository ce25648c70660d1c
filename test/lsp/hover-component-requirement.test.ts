import { describe, expect, test } from 'vitest';
import { hoverAt } from '../support/marked.ts';

describe('a component requirement', () => {
  const asset = (lines: string, slT = '  sl-t 2 { SI 3 }') =>
    `zone a "Pump hall" : cell {\n${slT}\n  asset x "Pump PLC" : plc {\n    ${lines}\n  }\n}`;

  test.each([
    ['implements CR 1.|1', 'implemented · required by the SL-T of Pump hall  \nStated here.'],
    ['plans EDR 3.1|4 until 2027-03-31 "firmware 4"', 'planned, not met yet · required by the SL-T of Pump hall'],
    ['plans EDR 3.1|4 until 2026-01-01', '**not met**: the plan is overdue · required by the SL-T of Pump hall'],
    ['excludes CR 2.|2 because "wired"', 'excluded as not applicable · required by the SL-T of Pump hall'],
    ['implements CR 1.2 RE(|1)', 'implemented · not required by the SL-T of Pump hall'],
    ['implements CR 3.4 RE(|2)', 'implemented · required by the SL-T of Pump hall'],
    ['implements HDR 3.|2', 'implemented · not for embedded devices, as this is one: it counts for nothing here'],
    ['compensates CR 1.2 with CR 1.|1 because "x"', '**not stated** · required by the SL-T of Pump hall'],
  ])('says how it stands at this asset: %s', (line, state) => {
    const text = hoverAt(asset(line))!;
    expect(text).toContain(`In Pump PLC: ${state}`);
    expect(text).toMatch(/\*\*(?:Ask the supplier|Typically met by)\*\*/);
  });

  test('says so without what asks for it where there is no SL-T, class or FR', () => {
    expect(hoverAt(asset('implements CR 1.|1', ''))).toContain('In Pump PLC: implemented  \nStated here.');
    expect(hoverAt(asset('implements CCSC-|1'))).toContain('In Pump PLC: implemented  \nStated here.');
    const classless = 'zone a { sl-t 2 asset x "Stick" : removable-media { implements CR 1.|1 } }';
    expect(hoverAt(classless)).toContain('In Stick: implemented  \nStated here.');
  });

  test('what its zone states says nothing of the component; a profile of its own does', () => {
    const zone =
      'zone a "A" {\n  sl-t 1\n  implements CR 1.1\n  asset x : plc { compensates CR 1.2 with CR 1.|1 because "y" }\n}';
    expect(hoverAt(zone)).toContain('In x: **not stated** · required by the SL-T of A');
    const profile =
      'profile p { CR 1.1 }\nzone a { asset x : plc { implements p  compensates CR 1.2 with CR 1.|1 because "y" } }';
    expect(hoverAt(profile)).toContain('Stated here, through a profile.');
  });

  test('of what belongs to a conduit the conduit’s SL-T asks', () => {
    const own = (slT: string) =>
      `zone a { }\nzone b { }\nconduit c "Line" between a and b { ${slT} asset fw : firewall { implements NDR 5.|2 } }`;
    expect(hoverAt(own('sl-t 2'))).toContain('In fw: implemented · required by the SL-T of Line');
    expect(hoverAt(own(''))).toContain('In fw: implemented  \nStated here.');
  });

  test('tells how its enhancements stand, those that its class and level ask for', () => {
    const text = hoverAt(asset('implements CR 1.|1, CR 1.1 RE(1)'))!;
    expect(text).toMatch(/CR 1\.1 RE\\\(1\\\) .* · met here/);
    expect(text).toMatch(/CR 1\.1 RE\\\(2\\\) [^·]* · from SL 3$/m);
    expect(hoverAt(asset('implements CR 1.|1'))).toMatch(/CR 1\.1 RE\\\(1\\\) .* · \*\*not met here\*\*/);
    expect(text).toContain('**System requirement:** SR 1.1');
  });
});
