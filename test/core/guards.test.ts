import { expect, test } from 'vitest';
import { askedIn, askersOfConduit, askersOfFlow, receiversOf } from '../../language-server/core/analysis/asked.ts';
import { guardingOf } from '../../language-server/core/analysis/guards.ts';
import { protectionOf } from '../../language-server/core/analysis/protocols.ts';
import { conduitOf, flowOf } from '../../language-server/core/engine/element.ts';
import { pathOf } from '../../language-server/core/engine/handle.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { TODAY } from '../support/fixture.ts';

function read(text: string) {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update([{ uri: 'plant.zones', text }]);
  const query = workspace.store.query();
  const conduits = workspace.files
    .get('plant.zones')!
    .entries.flatMap((entry) => entry.unit.conduits.map((_, index) => ({ entry, sort: 'conduit', index }) as const));
  return { query, conduits };
}

test('what stands on a conduit is a guard, only joins, is nothing, or cannot be known', () => {
  const { query, conduits } = read(`
    asset-type own-filter { flags boundary role filter }
    asset-type own-box { flags boundary }
    asset-type own-role { role filter }
    zone a : perimeter {
      asset fw : firewall
      asset diode : data-diode
      asset jump : jump-host
      asset gate : protocol-gateway
      asset router : router
      asset own : own-filter
      asset box : own-box
      asset role : own-role
      asset odd : no-such-type
      asset sw : managed-switch
    }
    zone b : control
    conduit guarded-1 between a and b { via fw }
    conduit guarded-2 between a and b { via diode }
    conduit guarded-3 between a and b { via jump }
    conduit guarded-4 between a and b { via own }
    conduit guarded-5 between a and b { asset edge : firewall }
    conduit guarded-6 between a and b { via sw, gate, nothing, fw }
    conduit joined-1 between a and b { via gate }
    conduit joined-2 between a and b { via router, sw }
    conduit joined-3 between a and b { via box }
    conduit joined-4 between a and b { asset edge : router }
    conduit open-1 between a and b
    conduit open-2 between a and b { via sw }
    conduit open-3 between a and b { via role }
    conduit unknown-1 between a and b { via nothing }
    conduit unknown-2 between a and b { via odd, gate }
    conduit unknown-3 between a and b { asset edge : no-such-type }
  `);
  const guarding = conduits.map((ref) => `${conduitOf(ref).name.value} ${guardingOf(query, ref)}`);
  expect(guarding.length).toBe(16);
  expect(guarding.filter((line) => !/^(\w+)-\d \1$/.test(line))).toEqual([]);
});

test('what passes is asked for security by the conduit and by where it leads, outside by where it comes from', () => {
  const { query, conduits } = read(`
    zone outside : external { sl-t 4 asset cloud : web-server }
    zone a : control { sl-t 1 asset a1 : historian zone deep { sl-t { RDF 3 } asset a2 : historian } }
    zone b : perimeter { sl-t 2 asset b1 : historian }
    conduit trunk between a, b and outside {
      sl-t { DC 2 }
      asset hop : managed-switch
      flow b1 -> a1
      flow a1 <-> b1
      flow b1 -> cloud
      flow cloud -> a2
      flow a1 -> hop
      flow a1 -> a2
      flow a1 -> nothing
    }
  `);
  const [trunk] = conduits;
  const flows = trunk!.entry.unit.flows.map((_, index) => ({ entry: trunk!.entry, index }));
  const paths = (askers: ReturnType<typeof askersOfFlow>) => askers.map(({ element }) => pathOf(element)).join(' ');
  expect(paths(askersOfConduit(query, trunk!))).toBe('trunk a b');
  expect(flows.map((flow) => paths(askersOfFlow(query, flow)))).toEqual([
    'trunk a',
    'trunk b a',
    'trunk b',
    'trunk a.deep',
    'trunk trunk',
    '',
    '',
  ]);
  expect(flows.map((flow) => paths(receiversOf(query, flow)))).toEqual(['a', 'b a', '', 'a.deep', 'trunk', '', '']);
  const asked = askedIn(askersOfFlow(query, flows[1]!), 'DC');
  expect([asked?.level, asked && pathOf(asked.element)]).toEqual([2, 'trunk']);
  expect(askedIn(askersOfFlow(query, flows[0]!), 'RDF')?.level).toBe(1);
  expect(askedIn([], 'RDF')).toBeUndefined();
});

test('a flow has what its protocol and carrier have, and what is optional where it says so', () => {
  const { query, conduits } = read(`
    protocol bare { authentication none integrity none encryption none }
    protocol open { authentication optional mutual-authentication optional encryption optional }
    zone a { asset x : plc }
    zone b { asset y : plc }
    conduit c between a and b {
      flow x -> y : bare
      flow x -> y : bare over ipsec
      flow x -> y : open
      flow x -> y : open with encryption
      flow x -> y : open with mutual-authentication
      flow x -> y : unheard-of
      flow x -> y
    }
  `);
  const { entry } = conduits[0]!;
  const has = entry.unit.flows.map((_, index) => {
    const flow = flowOf({ entry, index });
    const of = (protection: Parameters<typeof protectionOf>[2]) => protectionOf(query, flow, protection);
    return [of('authentication'), of('mutual-authentication'), of('integrity'), of('encryption')];
  });
  expect(has).toEqual([
    ['none', 'none', 'none', 'none'],
    ['yes', 'yes', 'yes', 'yes'],
    ['optional', 'optional', undefined, 'optional'],
    ['optional', 'optional', undefined, 'yes'],
    ['yes', 'yes', undefined, 'optional'],
    [undefined, undefined, undefined, undefined],
    [undefined, undefined, undefined, undefined],
  ]);
});
