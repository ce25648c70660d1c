import { CompletionItemKind } from 'vscode-languageserver';
import { offersOf } from '../../core/analysis/protocols.ts';
import type { Said } from '../../core/engine/said.ts';
import { FLOW_PROTECTIONS } from '../../core/model/conduit.ts';
import type { Protocol } from '../../core/model/protocol.ts';
import { elementAt } from '../../core/plant/index.ts';
import type { PlantZone } from '../../core/plant/plant.ts';
import { valueMeaning } from '../value-meanings.ts';
import { sharedNames } from './declared-names.ts';
import type { Scope } from './scope.ts';
import type { Suggestion } from './suggestion.ts';
import type { CompletionContext } from './surroundings.ts';

/**
 * Protocols: those that protect first, and of them those at home where the cursor is, which the zone or conduit has
 * flows of, or which are usual at its level.
 */
export function protocols(scope: Scope): Suggestion[] {
  const isHome = homeTest(scope);
  return sharedNames(scope, 'protocol', CompletionItemKind.Method).map((item) => {
    const protocol = scope.query.shared('protocol', item.label)?.value;
    if (!protocol) return item;
    const port = protocol.ports[0] && `${protocol.ports[0].transport} ${protocol.ports[0].port}`;
    return {
      ...item,
      rank: item.rank + 200 * exposure(protocol) + (isHome(item.label, protocol) ? 0 : 100),
      description: port || (protocol.network ? undefined : 'no network'),
    };
  });
}

/**
 * The protections that the protocol of the flow at the cursor, or what carries it, offers to be used, those that are
 * always on left out; all where nothing is known of it.
 */
export function usedProtections({ query }: Scope, { before }: CompletionContext): Suggestion[] {
  const after = (word: string) => before[before.indexOf(word) + 1];
  const names = [':', 'over'].flatMap((word) => (before.includes(word) ? [after(word)!] : []));
  const listed = before.slice(before.lastIndexOf('with'));
  const offers = FLOW_PROTECTIONS.filter((protection) => !listed.includes(protection)).map((label, i) => {
    const said = offersOf(query, names, label);
    const meaning = valueMeaning('with', label);
    return { label, kind: CompletionItemKind.Value, rank: i + (said === 'optional' ? 0 : 10), meaning, said };
  });
  return offers.flatMap(({ said, ...item }) => (said === 'none' || said === 'yes' ? [] : [item]));
}

/** 0 where both ends are known and nothing is changed on the way, 1 where that can be switched on, 2 where it cannot. */
function exposure({ network, authentication, integrity }: Said<Protocol>): number {
  const both = [authentication, integrity];
  // A line of its own is neither: whoever has one names it.
  if (!network || both.some((value) => value === undefined || value === 'none')) return 2;
  return both.every((value) => value === 'yes') ? 0 : 1;
}

/** What controllers and their supervision speak, by the category of the library. */
const PLANT_CATEGORIES: ReadonlySet<string> = new Set(['fieldbus', 'scada']);

/** Up to this level of the Purdue model a plant is controlled; above it the usual protocols of IT are spoken. */
const PLANT_LEVEL = 2;

function homeTest({ query, zone, conduit }: Scope): (name: string, protocol: Said<Protocol>) => boolean {
  const ref = conduit ?? zone;
  if (!ref) return () => false;
  const element = elementAt(query, ref);
  const used = new Set(element.flows.map(({ declared }) => declared.protocol?.text));
  const zones = element.sort === 'zone' ? [element] : element.ends.flatMap(({ zone }) => zone ?? []);
  const levels = zones.flatMap((each) => lowestLevel(each) ?? []);
  if (levels.length === 0) return (name) => used.has(name);
  const isPlant = Math.max(...levels) <= PLANT_LEVEL;
  return (name, { facts }) =>
    used.has(name) || isPlant === (facts.category ?? []).some((of) => PLANT_CATEGORIES.has(of));
}

const lowestLevel = ({ level, kind }: PlantZone): number | undefined =>
  level ?? (kind && kind.levels.length > 0 ? Math.min(...kind.levels) : undefined);
