import { expect, test } from 'vitest';
import { zoneBypass } from '../../language-server/core/rules/zone-bypass.ts';
import { describeRule } from './support/describe-rule.ts';
import { fixesOf, readModel } from './support/model.ts';

describeRule(zoneBypass, {
  fires: {
    'one of three zones that is not next to another': `
      zone office : enterprise
      zone dmz : perimeter
      zone scada : control
      conduit backbone between dmz, office and scada
              ^^^^^^^^ error zone-bypass: Conduit 'backbone' joins an enterprise zone ('office') and a control zone ('scada') directly, past the perimeter
      `,
    'the first pair of several, once, of which the nested ones are none': `
      zone office : enterprise { zone accounts }
      zone scada : control { zone line : cell }
      conduit backbone between office, office.accounts, scada and scada.line
              ^^^^^^^^ error zone-bypass: Conduit 'backbone' joins an enterprise zone ('office') and a control zone ('scada') directly
      `,
    'a way from the office to control past the perimeter': `
      zone office : enterprise
      zone scada : control
      conduit reports between office and scada
              ^^^^^^^ error zone-bypass: Conduit 'reports' joins an enterprise zone ('office') and a control zone ('scada') directly, past the perimeter zone that should stand between them, so whoever takes one is a single step from the other: end it in a zone of that kind and go on from there.
      `,
    'all the kinds on the way': `
      zone office : enterprise
      zone plant : control { zone line-1 : cell }
      conduit reports between office and plant.line-1
              ^^^^^^^ error zone-bypass: Conduit 'reports' joins an enterprise zone ('office') and a cell zone ('plant.line-1') directly, past the perimeter and control zones that should stand between them, so whoever takes one is a single step from the other: lead it through zones of those kinds instead.
      `,
    'the internet in a cell': `
      zone internet : external
      zone line-1 : cell
      conduit modem between line-1 and internet
              ^^^^^ error zone-bypass: Conduit 'modem' joins a cell zone ('line-1') and an external zone ('internet') directly, past the control and perimeter zones that
      `,
    'an inherited kind': `
      zone office : enterprise { zone accounts }
      zone plant : control { zone room }
      conduit reports between office.accounts and plant.room
              ^^^^^^^ error zone-bypass: Conduit 'reports' joins an enterprise zone ('office.accounts')
      `,
    'the Purdue levels, where a system goes by those': `
      system station { reference-model purdue }
      zone area : supervisory
      zone yard : process
      conduit bus between area and yard
              ^^^ error zone-bypass: Conduit 'bus' joins a supervisory zone ('area') and a process zone ('yard') directly, past the basic-control
      `,
    'zones of two systems': `
      --- north.zones
      system north
      zone dmz : perimeter
      zone office : enterprise
      --- south.zones
      system south
      zone line : cell
      conduit link between line and north.office
              ^^^^ error zone-bypass: Conduit 'link' joins a cell zone ('line') and an enterprise zone ('north.office')
      `,
    'with flows both ways, where two zones could stand in between, a name of which means another zone': `
      zone office : enterprise { asset report : erp  zone dmz { asset copy : historian } }
      zone scada : control { asset archive : historian  asset spare : historian }
      zone dmz : perimeter
      zone hall : perimeter { zone dmz-2 }
      conduit reports between office and scada {
              ^^^^^^^ error zone-bypass
        flow archive -> report : https
        flow report -> scada : https
      }
      risk R-1 on link
      zone yard : external
      conduit link between yard and scada
              ^^^^ error zone-bypass
      `,
    'kinds that a model of one’s own keeps apart': `
      system ship { reference-model decks }
      reference-model decks {
        kind bridge rank 2 { level 3 }
        kind engine rank 1 { level 1 }
        kind shore rank 3 { level 4  flags business }
        adjacent bridge engine
      }
      zone wheelhouse : bridge
      zone office : shore
      zone sea : external
      conduit satellite between office and wheelhouse
              ^^^^^^^^^ error zone-bypass: Conduit 'satellite' joins a shore zone ('office') and a bridge zone ('wheelhouse'), which reference model 'decks' keeps apart: remove the conduit, or correct the kind of one of the zones.
      conduit broadband between office and sea
      conduit radio between wheelhouse and sea
              ^^^^^ error zone-bypass
      `,
  },
  silent: {
    'three zones of which each is next to the others': `
      zone scada : control
      zone line-1 : cell
      zone line-2 : cell
      zone line-3 : cell
      conduit ring between line-1, scada, line-2 and line-3
      `,
    'neighbours in the reference model': `
      zone office : enterprise
      zone dmz : perimeter
      zone scada : control
      conduit upper between office and dmz
      conduit lower between dmz and scada
      `,
    'two zones of one kind': `
      zone line-1 : cell
      zone line-2 : cell
      conduit transfer between line-1 and line-2
      `,
    'a zone and one nested in it': `
      zone plant : control { zone motors : process }
      conduit wiring between plant and plant.motors
      `,
    'a zone without a kind': `
      zone office : enterprise
      zone lab
      conduit data between office and lab
      `,
    'an end that is not known, which has a finding of its own': `
      zone office : enterprise
      conduit data between office and scadda
                                      ^^^^^^ error unresolved-reference
      `,
    'systems that go by different models, which nothing compares': `
      --- north.zones
      system north { reference-model purdue }
      zone office : enterprise
      --- south.zones
      system south
      zone line : cell
      conduit link between line and north.office
      `,
    'outside next to a kind where it ends, in a model that does not declare outside': `
      system ship { reference-model decks }
      reference-model decks {
        kind gateway rank 2 { level 3  flags entry }
        kind engine rank 1 { level 1 }
        adjacent gateway engine
      }
      zone sea : external
      zone door : gateway
      conduit radio between sea and door
      `,
  },
  mends: [
    {
      model: `
        zone office : enterprise
        zone dmz : perimeter { asset copy : historian }
        zone scada : control { asset archive : historian }
        conduit backbone between dmz, office and scada { flow archive -> copy : opc-ua-secure }
        `,
      fix: "Take 'office' out of conduit 'backbone'",
      result: `
        zone office : enterprise
        zone dmz : perimeter { asset copy : historian }
        zone scada : control { asset archive : historian }
        conduit backbone between dmz and scada { flow archive -> copy : opc-ua-secure }
        `,
    },
    {
      model: `
        zone office : enterprise
        zone dmz : perimeter
        zone scada : control
        conduit replication between scada and dmz { via fw }
        conduit reports between office and scada
        `,
      fix: "Lead it through zone 'dmz'",
      result: `
        zone office : enterprise
        zone dmz : perimeter
        zone scada : control
        conduit replication between scada and dmz { via fw }
        conduit reports between office and dmz
        `,
    },
    {
      model: `
        zone office : enterprise
        zone a-lab : control
        zone dmz : perimeter
        zone scada : control
        zone line : cell
        conduit upper between dmz and scada
        conduit lower between scada and line
        conduit reports between office and line { flow line <-> office : https }
        `,
      fix: "Lead it through zone 'dmz' and zone 'scada'",
      result: `
        zone office : enterprise
        zone a-lab : control
        zone dmz : perimeter
        zone scada : control
        zone line : cell
        conduit upper between dmz and scada {
          flow scada <-> dmz : https
        }
        conduit lower between scada and line {
          flow line <-> scada : https
        }
        conduit reports between office and dmz { flow dmz <-> office : https }
        `,
    },
    {
      model: `
        zone office : enterprise { asset reports : erp }
        zone scada : control { asset archive : historian }
        zone dmz : perimeter
        conduit replication "Reports" between office and scada {
          sl-t 1
          flow archive -> reports : https over ipsec with integrity port 8443 "daily figures" { when "at six" }
          flow reports <-> scada.archive { data "levels"  access read }
        }
        `,
      fix: "Lead it through zone 'dmz'",
      result: `
        zone office : enterprise { asset reports : erp }
        zone scada : control { asset archive : historian }
        zone dmz : perimeter
        conduit replication "Reports" between office and dmz {
          sl-t 1
          flow dmz -> reports : https over ipsec with integrity port 8443 "daily figures" { when "at six" }
          flow reports <-> dmz { data "levels"  access read }
        }

        conduit dmz-to-scada between dmz and scada {
          flow archive -> dmz : https over ipsec with integrity port 8443 "daily figures" { when "at six" }
          flow dmz <-> scada.archive { data "levels"  access read }
        }
        `,
    },
    {
      model: `
        zone office : enterprise { asset reports : erp }
        zone scada : control { asset archive : historian  asset fw : industrial-firewall }
        zone dmz : perimeter
        conduit replication between office and scada {
          via fw
          trust untrusted
          provider "Telco"
          flow archive -> reports : https
        }
        `,
      fix: "Lead it through zone 'dmz'",
      result: `
        zone office : enterprise { asset reports : erp }
        zone scada : control { asset archive : historian  asset fw : industrial-firewall }
        zone dmz : perimeter
        conduit replication between dmz and scada {
          via fw
          trust untrusted
          provider "Telco"
          flow archive -> dmz : https
        }

        conduit dmz-to-office between dmz and office {
          flow dmz -> reports : https
        }
        `,
    },
    {
      model: `
        --- zones.zones
        zone office : enterprise
        zone plant : control { zone line-1 : cell { asset plc-1 : plc } }
        --- conduits.zones
        conduit reports between office and plant.line-1 {
          flow plc-1 -> office : https
        }
        `,
      fix: "Lead it through a new zone 'perimeter' and zone 'plant'",
      result: `
        --- zones.zones
        zone office : enterprise
        zone plant : control { zone line-1 : cell { asset plc-1 : plc } }
        --- conduits.zones
        conduit reports between office and perimeter {
          flow perimeter -> office : https
        }

        conduit perimeter-to-plant between perimeter and plant {
          flow plant -> perimeter : https
        }

        conduit plant-to-line-1 between plant and plant.line-1 {
          flow plc-1 -> plant : https
        }

        zone perimeter : perimeter
        `,
    },
    {
      model: `
        system ship { reference-model decks }
        reference-model decks { kind bridge rank 2  kind shore rank 3 }
        conduit satellite between office and wheelhouse { flow radar -> mail }
        zone wheelhouse : bridge { asset radar : plc }
        zone office : shore { asset mail : erp }
        `,
      fix: "Remove conduit 'satellite' and its flow",
      result: `
        system ship { reference-model decks }
        reference-model decks { kind bridge rank 2  kind shore rank 3 }
        zone wheelhouse : bridge { asset radar : plc }
        zone office : shore { asset mail : erp }
        `,
    },
  ],
});

/** Titles of the fixes of a conduit that the model keeps from being at all. */
function removals(members: string): string[] {
  const model = readModel(
    new Map([
      [
        'ship.zones',
        `system ship { reference-model decks }
        reference-model decks { kind bridge rank 2  kind shore rank 3 }
        zone wheelhouse : bridge { asset radar : plc }
        zone office : shore { asset mail : erp }
        conduit satellite between office and wheelhouse { ${members} }`,
      ],
    ]),
  );
  return fixesOf(model, 'zone-bypass').map(({ fix }) => fix.title);
}

test.each([
  ['nothing', '', "Remove conduit 'satellite'"],
  ['a flow', 'flow radar -> mail', "Remove conduit 'satellite' and its flow"],
  ['flows', 'flow radar -> mail  flow mail -> radar', "Remove conduit 'satellite' and its 2 flows"],
])('a conduit with %s can go', (_, members, title) => {
  expect(removals(members)).toEqual([title]);
});

test.each([
  ['a statement', 'plans SR-5.1 until 2099-01-01 "badge"'],
  ['an allowance', 'allow undocumented-conduit because "under way"'],
  ['a target', 'sl-t 2'],
  ['a boundary', 'boundary logical "fence"'],
  ['a provider', 'provider "Satellites"'],
  ['a filter', 'via wheelhouse.radar'],
  ['a flow that says when', 'flow radar -> mail { when "at sea" }'],
  ['a flow that says what it carries', 'flow radar -> mail { data "positions" }'],
  ['a flow that only reads', 'flow radar -> mail { access read }'],
  ['a flow with an allowance', 'flow radar -> mail : modbus-tcp { allow insecure-protocol because "a cable" }'],
])('a conduit with %s does not go without a word', (_, members) => {
  expect(removals(members)).toEqual([]);
});
