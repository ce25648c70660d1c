import { exclusionContradicted } from '../../language-server/core/rules/exclusion-contradicted.ts';
import { describeRule } from './support/describe-rule.ts';

/** What shows that a requirement applies: in each of two zones the cause of a row, and what the finding says of it. */
interface Row {
  readonly control: string;
  /** What stands in zone `line`, and in zone `store`. */
  readonly inside: string;
  readonly beside?: string;
  readonly says: string;
}

const ROWS: Readonly<Record<string, Row>> = {
  'a boundary that a conduit crosses': {
    control: 'SR 5.1',
    inside: '',
    beside: 'conduit c between line and store',
    says: "has a boundary that something crosses ('c')",
  },
  'hosts with accounts': {
    control: 'SR 1.3',
    inside: 'asset a : scada-server',
    says: "holds hosts ('a'), with accounts, sessions and code to protect",
  },
  'components that can be lost': {
    control: 'SR 7.3',
    inside: 'asset a : plc',
    says: "holds components ('a'), each with a configuration to save, to harden and to list",
  },
  'outputs on the process': {
    control: 'SR 3.6',
    inside: 'asset a : plc',
    says: "drives the process ('a'), whose outputs must go to a known state on failure",
  },
  'network flows': {
    control: 'SR 1.2',
    inside: 'asset a : sensor asset b : sensor flow a -> b : modbus-tcp',
    says: "talks over a network ('{zone}.a -> {zone}.b')",
  },
  'remote sessions, by their protocol': {
    control: 'SR 2.6',
    inside: 'asset a : sensor asset b : sensor flow a -> b : rdp',
    says: "has remote sessions ('{zone}.a -> {zone}.b')",
  },
  'remote sessions, by where they come from': {
    control: 'SR 2.6',
    inside: 'asset a : remote-access-gateway asset b : sensor flow a -> b',
    says: "has remote sessions ('{zone}.a -> {zone}.b')",
  },
  encryption: {
    control: 'SR 4.3',
    inside: 'asset a : sensor asset b : sensor flow a <-> b : https',
    says: "uses encryption ('{zone}.a <-> {zone}.b')",
  },
};

/** Excluded in the zone, in the settings where one zone contradicts it, and where two do. */
const fixturesOf = (name: string, { control, inside, beside = '', says }: Row): Record<string, string> => {
  const marks = '^'.repeat(control.length);
  const finding = (message: string) => `${marks} warning exclusion-contradicted: ${message}`;
  const line = says.replaceAll('{zone}', 'line');
  const stated = beside ? ` plans ${control}` : '';
  return {
    [`${name}, in the zone that excludes it`]: `
      zone line : cell {
        excludes ${control} because "not here"
                 ${finding(`${control} cannot be excluded for zone 'line', which ${line}, so the exclusion hides a gap: remove it and meet what it covers, or take the cause out of the zone.`)}
        ${inside}
      }
      zone store : cell
      ${beside}
      `,
    [`${name}, in one zone of a system that excludes it`]: `
      system plant {
        excludes ${control} because "not here"
                 ${finding(`${control} cannot be excluded for all of the system, since zone 'line' ${line}, so the exclusion hides a gap: remove it and meet what it covers, state in that zone how it stands there, or take the cause out of it.`)}
      }
      zone line : cell { ${inside} }
      zone store : cell {${stated} }
      ${beside}
      `,
    [`${name}, in two zones of a system that excludes it`]: `
      system plant {
        excludes ${control} because "not here"
                 ${finding(`${control} cannot be excluded for all of the system, where 2 zones contradict that, such as 'line', which ${line}, so the exclusion hides a gap: remove it and meet what it covers, or state in these zones how it stands there.`)}
      }
      zone line : cell { ${inside} }
      zone store : cell { ${inside} }
      ${beside}
      `,
  };
};

describeRule(exclusionContradicted, {
  fires: {
    ...Object.assign({}, ...Object.entries(ROWS).map(([name, row]) => fixturesOf(name, row))),
    'a conduit of three ends one of which is outside': `
      zone internet : external
      zone office : enterprise
      zone dmz : perimeter {
        excludes SR 1.13 because "no remote access"
                 ^^^^^^^ warning exclusion-contradicted: SR 1.13 cannot be excluded for zone 'dmz', which can be reached from outside (by 'wan')
      }
      conduit wan between office, dmz and internet
      `,
    'wireless requirements in a zone with a wireless asset, at the first that is contradicted': `
      zone line : cell {
        excludes SR 2.3, SR 1.6, SR 1.6 RE(1), SR 2.2 because "cabled line"
                         ^^^^^^ warning exclusion-contradicted: SR 1.6, SR 1.6 RE(1) and SR 2.2 cannot be excluded for zone 'line', which has something wireless in it ('tools', 'ap-1', 'ap-2'), so the exclusion hides a gap: remove it and meet what it covers, or take the cause out of the zone.
        asset tools : wireless-sensor
        asset ap-1 : wireless-access-point
        asset ap-2 : wireless-access-point
      }
      `,
    'a portable asset': `
      zone line : cell {
        excludes SR 2.3 because "no mobile devices"
                 ^^^^^^ warning exclusion-contradicted: SR 2.3 cannot be excluded for zone 'line', which has something portable in it ('laptop'), so the exclusion hides a gap: remove it and meet what it covers, or take the cause out of the zone.
        asset laptop : maintenance-laptop
      }
      `,
    'remote access and a conduit to the outside, in another file': `
      --- dmz.zones
      zone dmz : perimeter {
        excludes SR 1.13 because "no remote access"
                 ^^^^^^^ warning exclusion-contradicted: SR 1.13 cannot be excluded for zone 'dmz', which can be reached from outside (by 'jump-1', 'support')
        asset jump-1 : jump-host
      }
      --- vendor.zones
      zone vendor : external
      conduit support between vendor and dmz { }
      `,
    'a conduit to the outside alone': `
      zone dmz : perimeter {
        excludes SR 1.13, SR 5.1 because "no remote access"
                 ^^^^^^^ warning exclusion-contradicted
                          ^^^^^^ warning exclusion-contradicted: SR 5.1 cannot be excluded for zone 'dmz', which has a boundary that something crosses ('support')…
      }
      zone vendor : external
      conduit support between dmz and vendor { }
      `,
    'a conduit to the outside that a third zone holds, which has a zone of its own of another name': `
      zone line : cell { zone vendor : cell  conduit support between dmz and maker }
      zone maker : external
      zone dmz : perimeter {
        excludes SR 1.13 because "no remote access"
                 ^^^^^^^ warning exclusion-contradicted
      }
      `,
    'two conduits to the outside, by their names': `
      zone dmz : perimeter {
        excludes SR 1.13 because "no remote access"
                 ^^^^^^^ warning exclusion-contradicted: SR 1.13 cannot be excluded for zone 'dmz', which can be reached from outside (by 'service', 'support'), so the exclusion hides a gap: remove it and meet what it covers, or take the cause out of the zone.
      }
      zone vendor : external
      zone maker : external
      conduit support between maker and dmz
      conduit service between vendor and dmz
      `,
    'the exclusion of the zone around, for the zone that holds the asset': `
      zone line : cell {
        excludes SR 2.2 because "cabled line"
                 ^^^^^^ warning exclusion-contradicted
        zone tools { asset tool-1 : wireless-sensor }
        zone press { asset plc-1 : plc }
      }
      `,
    'an exclusion through a profile': `
      profile radio { SR 1.6, SR 2.2, SR 3.1 }
      zone line : cell {
        excludes radio because "cabled line"
                 ^^^^^ warning exclusion-contradicted
        asset tool-1 : wireless-sensor
      }
      `,
    'an exclusion in the settings of the system, where it stands, not at the zone': `
      --- system.zones
      system plant { excludes SR 1.1, SR 1.6, SR 2.2 because "no wireless on the site" }
                                      ^^^^^^ warning exclusion-contradicted: SR 1.6 and SR 2.2 cannot be excluded for all of the system, since zone 'site.line' has something wireless in it ('tool-1'), so the exclusion hides a gap: remove it and meet what it covers, state in that zone how it stands there, or take the cause out of it.
      --- line.zones
      system plant
      zone site {
        zone line : cell { asset tool-1 : wireless-sensor }
        zone yard : cell { asset tool-2 : wireless-sensor  plans SR 1.6, SR 2.2 }
      }
      zone vendor : external { asset tool-3 : wireless-sensor }
      `,
    'one through a profile, that several zones contradict: but for what one of them states, and those that may': `
      --- system.zones
      system plant { excludes radio, SR 2.3 because "no wireless on the site" }
                              ^^^^^ warning exclusion-contradicted: SR 1.6 and SR 2.2 cannot be excluded for all of the system, where 2 zones contradict that, such as 'line', which has something wireless in it ('tool-1', 'tool-2'), so the exclusion hides a gap: remove it and meet what it covers, or state in these zones how it stands there.
      profile radio { SR 1.6, SR 2.2 }
      --- line.zones
      system plant
      zone line : cell { asset tool-1 : wireless-sensor  asset tool-2 : wireless-sensor }
      zone yard : cell { asset tool-3 : wireless-sensor  plans SR 1.6 }
      zone lab : cell { asset tool-4 : wireless-sensor  allow exclusion-contradicted because "moves out"
        zone stick : cell { asset laptop : maintenance-laptop }
      }
      `,
    'one of the settings, and conduits to the outside': `
      system plant { excludes SR 1.13 because "no remote access" }
                              ^^^^^^^ warning exclusion-contradicted: SR 1.13 cannot be excluded for all of the system, since zone 'dmz' can be reached from outside (by 'support'), so the exclusion hides a gap: remove it and meet what it covers, state in that zone how it stands there, or take the cause out of it.
      zone dmz : perimeter
      zone vendor : external
      conduit support between vendor and dmz
      `,
    'one of the settings, after an allowance that has passed': `
      system plant { excludes SR 2.3 because "no mobile devices" }
                              ^^^^^^ warning exclusion-contradicted: SR 2.3 cannot be excluded for all of the system, since zone 'line' has something portable in it ('laptop'), so the exclusion hides a gap: remove it and meet what it covers, state in that zone how it stands there, or take the cause out of it.
      zone line { asset laptop : maintenance-laptop  allow exclusion-contradicted until 2020-01-01 because "x" }
      `,
    'several of the settings, which each of two zones contradicts': `
      system plant {
        excludes SR 2.3 because "no mobile devices"
                 ^^^^^^ warning exclusion-contradicted: SR 2.3 cannot be excluded for all of the system, where 2 zones contradict that, such as 'hall', which has something portable in it ('laptop'), so the exclusion hides a gap: remove it and meet what it covers, or state in these zones how it stands there.
        excludes SR 1.13 because "no remote access"
                 ^^^^^^^ warning exclusion-contradicted: SR 1.13 cannot be excluded for all of the system, where 2 zones contradict that, such as 'hall', which can be reached from outside (by 'jump', 'service'), so the exclusion hides a gap: remove it and meet what it covers, or state in these zones how it stands there.
      }
      zone line : cell { asset laptop : maintenance-laptop  asset jump : jump-host }
      zone hall : cell { asset laptop : maintenance-laptop  asset jump : jump-host }
      zone vendor : external
      conduit service between vendor and hall
      `,
  },
  silent: {
    'what shows that other requirements apply, or lies elsewhere': `
      zone line : cell {
        excludes SR 1.3, SR 3.6, SR 1.2, SR 2.6, SR 4.3, SR 5.1 because "wired sensors only"
        asset a : transmitter
        asset b : sensor
        flow a -> b : hardwired
        zone press : cell {
          plans SR 1.3, SR 3.6, SR 7.3
          asset plc-1 : plc
          asset host-1 : scada-server
        }
      }
      `,
    'one of the settings, where the zone that contradicts it is allowed to, or the zone around it': `
      system plant { excludes SR 2.3 because "no mobile devices" }
      zone line { asset laptop : maintenance-laptop  allow exclusion-contradicted because "x" }
      zone hall { zone rack { asset laptop : maintenance-laptop }  allow exclusion-contradicted because "x" }
      `,
    'one of the settings that no zone contradicts, in a block that does not count, and of another system': `
      --- a.zones
      system plant { excludes SR 2.3, SR 1.6 because "no mobile devices" }
      zone line { asset plc-1 : plc }
      --- b.zones
      system other
      zone line { asset laptop : maintenance-laptop }
      --- c.zones
      system plant { excludes SR 1.13 because "x" }
      zone gate : perimeter { asset jump-1 : jump-host }
      `,
    'a zone without such assets':
      'zone line : cell { excludes SR 1.6, SR 2.2, SR 2.3, SR 1.13 because "cabled"  asset plc-1 : plc }',
    'other requirements': 'zone line : cell { excludes SR 1.1 because "x"  asset tool-1 : wireless-sensor }',
    'a requirement that the zone itself states': `
      system plant { excludes SR 1.6, SR 2.2 because "no wireless" }
      zone line : cell { plans SR 1.6, SR 2.2  asset tool-1 : wireless-sensor }
      `,
    'the asset of a nested zone that states otherwise': `
      zone line : cell {
        excludes SR 2.3 because "no mobile devices"
        zone service { implements SR 2.3  asset laptop : maintenance-laptop }
      }
      `,
    'a conduit to another zone of the system': `
      zone control : control { excludes SR 1.13 because "ends in the DMZ" }
      zone dmz : perimeter { asset jump-1 : jump-host }
      conduit c between control and dmz { }
      `,
    'an external zone':
      'zone vendor : external { excludes SR 1.13 because "x"  asset support : vendor-remote-support }',
  },
  mends: [
    {
      model: `
        zone line : cell {
          excludes SR 2.3, SR 1.6, SR 1.6 RE(1), SR 2.2 because "cabled line"
          asset tools : wireless-sensor
        }
        `,
      fix: 'Remove SR 1.6, SR 1.6 RE(1) and SR 2.2 from the exclusion',
      result: `
        zone line : cell {
          excludes SR 2.3 because "cabled line"
          asset tools : wireless-sensor
        }
        `,
    },
    {
      model: `
        zone line : cell {
          excludes SR 2.3 because "no mobile devices"
          asset laptop : maintenance-laptop
        }
        `,
      fix: 'Remove the exclusion',
      result: `
        zone line : cell {
          asset laptop : maintenance-laptop
        }
        `,
    },
    {
      model: `
        --- system.zones
        system plant { excludes SR 1.6, SR 2.2 because "no wireless on the site" }
        --- line.zones
        system plant
        zone line : cell {
          sl-t 2
          asset tool-1 : wireless-sensor
        }
        `,
      fix: "Plan SR 1.6 and SR 2.2 in 'line'",
      result: `
        --- system.zones
        system plant { excludes SR 1.6, SR 2.2 because "no wireless on the site" }
        --- line.zones
        system plant
        zone line : cell {
          sl-t 2
          plans SR 1.6, SR 2.2
          asset tool-1 : wireless-sensor
        }
        `,
    },
    {
      model: `
        --- system.zones
        system plant {
          excludes SR 1.1, SR 1.6 because "no wireless on the site"
        }
        --- line.zones
        system plant
        zone line : cell {
          asset tool-1 : wireless-sensor
        }
        `,
      fix: 'Remove SR 1.6 from the exclusion',
      result: `
        --- system.zones
        system plant {
          excludes SR 1.1 because "no wireless on the site"
        }
        --- line.zones
        system plant
        zone line : cell {
          asset tool-1 : wireless-sensor
        }
        `,
    },
  ],
});
