import { describe, expect, test } from 'vitest';
import { RULES } from '../../language-server/core/rules/index.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { expectFindings, filesOf, TODAY } from '../support/fixture.ts';

/** By the rule that yields and the one that it yields to, a model in which both see something and one speaks. */
const MODELS: Readonly<Record<string, string>> = {
  'safety-designation < mixed-safety': `
    zone line : cell {
      asset plc-1 : plc
      asset trip-1 : safety-controller
            ^^^^^^ warning mixed-safety
    }
    `,
  'misplaced-asset < mixed-business-control': `
    zone line : cell {
      asset plc-1 : plc
      asset desk : erp
            ^^^^ warning mixed-business-control
    }
    `,
  'weak-boundary < safety-access': `
    zone room : control { sl-t 1  asset station : operator-workstation  asset gate : protocol-gateway }
    zone trips : cell { sl-t 2  safety yes  asset logic : safety-controller }
    conduit trip-line between room and trips { via gate  flow logic -> station : https }
            ^^^^^^^^^ warning safety-access
    `,
  'unprotected-boundary < safety-access': `
    zone room : control { sl-t 1  asset station : operator-workstation }
    zone trips : cell { sl-t 2  safety yes  asset logic : safety-controller }
    conduit trip-line between room and trips { flow logic -> station : https }
            ^^^^^^^^^ warning safety-access
    `,
  'cleartext-untrusted < insecure-protocol': `
    zone room : control { sl-t 2  asset server : scada-server }
    zone line : cell { sl-t 2  asset plc-1 : plc }
    conduit radio between room and line { trust untrusted  flow server -> plc-1 : modbus-tcp }
                                                                                  ^^^^^^^^^^ warning insecure-protocol
    `,
  'unspecified-protection < insecure-protocol': `
    zone room : control { sl-t 2  asset server : scada-server }
    zone line : cell { sl-t 2  asset plc-1 : plc }
    conduit bus between room and line { flow server -> plc-1 : mqtt }
                                                               ^^^^ info insecure-protocol
    `,
  'unspecified-protection < cleartext-untrusted': `
    zone room : control { sl-t 2  asset server : scada-server }
    zone line : cell { sl-t 2  asset plc-1 : plc }
    conduit radio between room and line { trust untrusted  flow server -> plc-1 : ntp }
                                                                                  ^^^ warning cleartext-untrusted
    `,
  'one-way-authentication < insecure-protocol': `
    zone room : control { sl-t 3  asset server : scada-server }
    zone line : cell { sl-t 3  asset plc-1 : plc }
    conduit bus between room and line { flow server -> plc-1 : fox }
                                                               ^^^ warning insecure-protocol
    `,
  'one-way-authentication < cleartext-untrusted': `
    zone room : control { sl-t 3  asset server : scada-server }
    zone line : cell { sl-t 3  asset plc-1 : plc }
    conduit radio between room and line { trust untrusted  flow server -> plc-1 : nts }
                                                                                  ^^^ warning cleartext-untrusted
    `,
  'misplaced-address < dual-homed': `
    zone one : control {
      network "10.1.0.0/24"
      asset server : scada-server { address "10.1.0.5"  address "10.2.0.5" }
                                                                ^^^^^^^^^^ warning dual-homed
    }
    zone two : control { network "10.2.0.0/24" }
    `,
  'address-outside-network < dual-homed': `
    zone one : control {
      network "10.1.0.0/24"
      asset server : scada-server { address "10.1.0.5"  address "10.2.0.5" }
                                                                ^^^^^^^^^^ warning dual-homed
    }
    zone two : control { network "10.2.0.0/24" }
    `,
  'address-outside-network < misplaced-address': `
    zone one : control {
      network "10.1.0.0/24"
      asset server : scada-server { address "10.2.0.5" }
                                            ^^^^^^^^^^ warning misplaced-address
    }
    zone two : control { network "10.2.0.0/24" }
    `,
  'sl-t-unjustified < zone-without-risk': `
    zone one : control { sl-t 1 }
    zone two : control { sl-t 1 }
         ^^^ info zone-without-risk
    risk R-1 "Ransomware" on one
    `,
};

/** The same for rules that see by themselves that another speaks: the one that is silent, then the one that is told. */
const ASIDE: Readonly<Record<string, string>> = {
  'shared-segment < implementation-contradicted': `
    zone room : control {
      sl-t 2
      implements SR 5.1 RE(1)
                 ^^^^^^^^^^^^ warning implementation-contradicted
      asset core : managed-switch
    }
    zone line : cell { sl-t 3 }
    zone pumps : cell { sl-t 2 }
    conduit one between room and line { via core }
    conduit two between room and pumps { via core }
    `,
  'unprotected-boundary < weak-boundary': `
    zone room : control { sl-t 1  asset gate : protocol-gateway }
    zone line : cell { sl-t 2 }
    conduit bus between room and line { via gate }
            ^^^ warning weak-boundary
    `,
  'weak-boundary < unprotected-boundary': `
    zone room : control { sl-t 1 }
    zone line : cell { sl-t 2 }
    conduit bus between room and line
            ^^^ warning unprotected-boundary
    `,
  'address-outside-network < invalid-address': `
    zone room : control {
      network "10.1.0.0/24"
      asset server : scada-server { address "10.2.0.500" }
                                            ^^^^^^^^^^^^ error invalid-address
    }
    `,
  'unspecified-flow < undeclared-conduit': `
    zone room : control {
      sl-t 2
      asset server : scada-server
      flow server -> plc-1
                     ^^^^^ error undeclared-conduit
    }
    zone line : cell { sl-t 2  asset plc-1 : plc }
    `,
  'remote-access-mixed < remote-access-in-zone': `
    zone room : control {
      asset server : scada-server
      asset modem : cellular-modem
            ^^^^^ info remote-access-in-zone
    }
    `,
};

const pairs = RULES.flatMap(({ code, yieldsTo = [] }) => yieldsTo.map((cause) => ({ code, cause })));

test('each rule that yields to another has a model of the two, and no others have', () => {
  expect(pairs.length).toBeGreaterThan(0);
  expect(Object.keys(MODELS).sort()).toEqual(pairs.map(({ code, cause }) => `${code} < ${cause}`).sort());
});

/** Which rules are told of a model in a system that asks some no more. */
function toldOf(model: string, off: readonly string[]): string[] {
  const settings = off.map((code) => `rule ${code} off "a test"`).join('\n');
  const files = [{ uri: 'settings.zones', text: `system plant { ${settings} }` }, ...filesOf(model)];
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update(files);
  return files.flatMap(({ uri }) => workspace.findingsOf(uri)).map(({ rule }) => rule);
}

describe.each(pairs)('$code yields to $cause', ({ code, cause }) => {
  const model = MODELS[`${code} < ${cause}`] ?? '';
  // What it yields to as well would keep it silent, too.
  const others = RULES.find((rule) => rule.code === code)!.yieldsTo!.filter((other) => other !== cause);

  test('the cause alone is told', () => {
    expectFindings(model, { rules: [code, cause] });
    expect(toldOf(model, others)).toContain(cause);
    expect(toldOf(model, others)).not.toContain(code);
  });

  test('what yields is told where the cause is asked for no more', () => {
    expect(toldOf(model, [...others, cause])).toContain(code);
  });
});

describe.each(Object.entries(ASIDE))('%s', (pair, model) => {
  const codes = pair.split(' < ');

  test('the second alone is told', () => {
    expect(RULES.filter(({ code }) => codes.includes(code))).toHaveLength(2);
    const { findings } = expectFindings(model, { rules: codes });
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(codes.slice(1)));
  });
});
