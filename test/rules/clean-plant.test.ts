import { describe, expect, test } from 'vitest';
import { createWorkspace, type LocatedFinding } from '../../language-server/language/workspace.ts';
import { cleanPlant, type PlantFile } from '../support/clean-plant.ts';
import { TODAY } from '../support/fixture.ts';

const PLANT = cleanPlant(300);

function findingsOf(files: readonly PlantFile[]): readonly LocatedFinding[] {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update(files);
  return files.flatMap(({ uri }) => workspace.findingsOf(uri));
}

/** What it takes to make a rule speak of the plant: some words of a file exchanged. */
type Slip = readonly [rule: string, file: string, find: string, replace: string];

const SLIPS: readonly Slip[] = [
  ['missing-sl-t', 'outer', '  sl-t 2 from R-1\n', ''],
  ['conduit-sl-t-low', 'line-1', 'sl-t 2 from R-2', 'sl-t { IAC 1 } from R-2'],
  ['implementation-contradicted', 'line-1', ': opc-ua-secure', ': modbus-tcp'],
  ['implementation-contradicted', 'line-2', 'via fw-l2', ''],
  ['implementation-contradicted', 'line-1', ': ptp-auth', ': opc-ua-secure'],
  ['implementation-contradicted', 'line-4', 'opc-ua-secure', 'profinet-rt'],
  ['exclusion-contradicted', 'control', 'implements radio evidence "surveys/radio-2026.md"', ''],
  ['exclusion-contradicted', 'line-1', 'excludes SR 1.13, SR 2.6', 'excludes SR 1.13, SR 3.6'],
  ['many-exclusions', 'line-1', 'excludes SR 1.13, SR 2.6', 'excludes SR 2.3, SR 2.4, SR 2.6'],
  ['regulation-unmet', 'system', 'requires SR 1.1 RE(2)', 'requires SR 1.1 RE(3)'],
  ['safety-designation', 'line-1', '    safety yes\n', ''],
  ['mixed-safety', 'line-1', 'asset panel-1 : hmi-panel', 'asset panel-1 : safety-hmi'],
  ['remote-access-mixed', 'outer', 'asset jump :', 'asset page : web-server { version "1" }\n    asset jump :'],
  ['portable-in-zone', 'control', 'asset desk-a : operator-workstation', 'asset desk-a : maintenance-laptop'],
  ['wireless-in-zone', 'line-1', 'asset panel-1 : hmi-panel', 'asset panel-1 : agv'],
  ['dual-homed', 'control', 'asset historian : historian {', 'asset historian : historian { address "10.2.0.30" '],
  ['misplaced-address', 'control', '"10.3.0.21"', '"10.2.0.21"'],
  ['misplaced-address', 'control', 'address "10.3.1.10"', 'address "10.3.2.30"'],
  ['overlapping-networks', 'line-1', '"10.11.0.0/24"', '"10.12.0.0/24"'],
  ['duplicate-address', 'control', '"10.3.0.13"', '"10.3.0.20"'],
  ['unmanaged-switch', 'line-1', 'industrial-switch', 'unmanaged-switch'],
  [
    'implementation-contradicted',
    'line-1',
    'between control and line-1 {',
    'between control, line-1 and line-1.trips-1 {\n  asset shared : managed-switch { version "1" }',
  ],
  ['separation-broken', 'line-1', 'separated-from office', 'separated-from control'],
  ['safety-access', 'line-1', '-> plc-1 : opc-ua-pubsub-secure { access read }', '<-> plc-1 : opc-ua-pubsub-secure'],
  ['safety-access', 'line-1', 'access read }', 'access read }\n  flow panel-1 -> logic-1 : ssh'],
  ['flow-through-diode', 'line-1', 'access read }', 'access read }\n  flow panel-1 -> logic-1 : ssh'],
  ['weak-boundary', 'outer', 'asset fw-2 : industrial-firewall', 'asset fw-2 : layer-3-switch'],
  ['unprotected-boundary', 'line-1', 'via fw-l1', ''],
  ['cleartext-untrusted', 'line-4', 'ptp-auth over ipsec', 'ptp-auth'],
  ['insecure-protocol', 'control', ': opc-ua with authentication, integrity', ': http with authentication'],
  ['unspecified-protection', 'control', ' with authentication, integrity', ''],
  ['unspecified-flow', 'outer', 'flow erp -> copy : https', 'flow erp -> copy'],
  ['remote-session-path', 'control', 'flow jump -> eng : rdp', 'flow dmz.remote -> eng : rdp'],
  ['remote-access-mfa', 'outer', '    asset jump', '    plans SR 1.1 RE(2) until 2020-01-01\n    asset jump'],
  ['zone-bypass', 'control', 'between control and dmz {', 'between control, office and dmz {'],
  ['undeclared-conduit', 'control', 'flow clock -> scada-a', 'flow clock -> copy'],
  ['hides-library', 'system', 'profile site', 'protocol df1 { }\nprofile site'],
  ['support-ended', 'control', 'support-ends 2031-12-31', 'support-ends 2027-03-31'],
  ['approval-outdated', 'system', 'review 12', 'review 3'],
  ['approval-outdated', 'system', 'of revision 2', 'of revision 1'],
  ['risk-incomplete', 'system', '  likelihood possible  impact major\n  existing', '  existing'],
  ['residual-unfounded', 'system', '  mitigated-by SR 5.2, SR 3.2\n', ''],
  ['intolerable-risk', 'system', '  residual likelihood possible  impact major\n', ''],
  ['mitigation-unmet', 'system', 'mitigated-by SR 5.2', 'mitigated-by SR 2.1 RE(4)'],
  ['zone-without-risk', 'system', 'on line-1, line-2', 'on line-2'],
  ['missing-evidence', 'line-1', ' by fw-l1 evidence "drawings/line-1.pdf"', ' by fw-l1'],
  ['missing-control', 'line-1', '  implements secured evidence "tests/certificates.md"\n', ''],
  ['missing-focus', 'line-1', '  implements site evidence "docs/doors.md"\n', ''],
  ['isolated-zone', 'outer', 'between office and dmz {', 'between internet and dmz {'],
  ['zone-record', 'control', '    access-point hatch : physical { protection "locked"  closed yes }\n', ''],
];

describe('a plant in which nothing is wrong', () => {
  test('has no finding', () => {
    const assets = PLANT.flatMap(({ text }) => text.match(/^ *asset [\w-]+ :/gm) ?? []);
    expect(assets).toHaveLength(300);
    expect(findingsOf(PLANT).map(({ uri, rule, message }) => `${uri} ${rule}: ${message}`)).toEqual([]);
  });

  // That nothing is said of it says something: it has what the rules look at, and misses them by a word.
  test.each(SLIPS)('is a slip away from %s, in %s', (rule, file, find, replace) => {
    const uri = `${file}.zones`;
    const slipped = PLANT.map((each) => (each.uri === uri ? { uri, text: each.text.replace(find, replace) } : each));
    expect(slipped).not.toEqual(PLANT);
    const found = findingsOf(slipped).map((finding) => finding.rule);
    expect(found).toContain(rule);
    expect(found).not.toContain('syntax-error');
  });
});
