import { expect, test } from 'vitest';
import { conduitEnds } from '../../language-server/core/rules/conduit-ends.ts';
import { describeRule } from './support/describe-rule.ts';
import { fixesOf, readModel } from './support/model.ts';

describeRule(conduitEnds, {
  fires: {
    'one of three zones named twice': `
      zone dmz : perimeter
      zone scada : control { zone line : cell }
      conduit ring between dmz, scada.line, dmz and line
                                            ^^^ error conduit-ends: Conduit 'ring' names zone 'dmz' twice among those that it joins, so one of the names may be meant for another zone: correct it, or remove it.
                                                    ^^^^ error conduit-ends: Conduit 'ring' names zone 'scada.line' twice
      `,
    'a zone joined to itself': `
      zone dmz : perimeter
      conduit loop between dmz and dmz
                                   ^^^ error conduit-ends: Conduit 'loop' joins zone 'dmz' to itself, and what stays in a zone crosses no boundary: name the other zone, or write the flows in 'dmz'.
      `,
    'one zone by two names': `
      zone plant : control { zone line : cell { asset plc-1 : plc } }
      conduit loop between plant.line and line {
                                          ^^^^ error conduit-ends
        sl-t 2
      }
      `,
    'a conduit that a risk is on, which has to stay': `
      zone dmz : perimeter
      conduit loop between dmz and dmz
                                   ^^^ error conduit-ends
      risk R-1 on loop { likelihood likely  impact major }
      `,
    'a flow that leads elsewhere': `
      zone dmz : perimeter { asset copy : historian }
      zone scada : control { asset archive : historian }
      conduit loop between dmz and dmz {
                                   ^^^ error conduit-ends
        flow archive -> copy : opc-ua
      }
      `,
  },
  silent: {
    'three zones': `
      zone dmz : perimeter
      zone scada : control { zone line : cell }
      conduit ring between dmz, scada and line
      `,
    'two zones': `
      zone dmz : perimeter
      zone scada : control
      conduit link between scada and dmz
      `,
    'a zone and one nested in it': `
      zone plant : control { zone line : cell }
      conduit link between plant and plant.line
      `,
    'zones of one name in two systems': `
      --- north.zones
      system north
      zone dmz : perimeter
      --- south.zones
      system south
      zone dmz : perimeter
      conduit link between dmz and north.dmz
      `,
    'two ends of which nothing is known': `
      conduit link between lab and lab
                           ^^^ error unresolved-reference
                                   ^^^ error unresolved-reference
      `,
  },
  mends: [
    {
      model: `
        zone dmz : perimeter
        zone scada : control
        conduit loop between dmz, dmz and scada
        `,
      fix: "Take 'dmz' out of conduit 'loop'",
      result: `
        zone dmz : perimeter
        zone scada : control
        conduit loop between dmz and scada
        `,
    },
    {
      model: `
        zone dmz : perimeter {
          asset copy : historian
          asset mirror : historian
        }

        /** Inside the DMZ. */
        conduit loop between dmz and dmz {
          /** At night. */
          flow copy -> mirror : https
          flow mirror -> copy : ssh { when "restore" }
        }
        `,
      fix: "Turn into flows of zone 'dmz'",
      result: `
        zone dmz : perimeter {
          asset copy : historian
          asset mirror : historian
          /** At night. */
          flow copy -> mirror : https
          flow mirror -> copy : ssh { when "restore" }
        }

        `,
    },
    {
      model: `
        zone dmz : perimeter
        conduit loop between dmz and dmz
        `,
      fix: 'Remove the conduit',
      result: `
        zone dmz : perimeter

        `,
    },
  ],
});

test.each([
  ['a target', 'sl-t 2'],
  ['who carries it', 'provider "Telco"  trust untrusted'],
  ['a policy', 'policy "OT-POL-1"'],
  ['an assumption', 'assumption "nobody else uses it"'],
  ['equipment', 'asset sw : managed-switch'],
])('a conduit with %s does not become flows without a word', (_, members) => {
  const text = `zone dmz : perimeter { asset a : historian  asset b : historian }
    conduit loop between dmz and dmz { ${members}  flow a -> b : https }`;
  const titles = fixesOf(readModel(new Map([['dmz.zones', text]])), 'conduit-ends').map(({ fix }) => fix.title);
  expect(titles).toEqual([]);
});
