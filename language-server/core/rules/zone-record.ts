import { isBoundaryGivenWrong, isGivenWrong, isGivenWrongAround } from '../analysis/given-wrong.ts';
import { kindsOf } from '../analysis/kinds.ts';
import { systemModel, systemOwner } from '../analysis/settings.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { type ConduitRef, conduitOf, type ZoneRef, zoneOf } from '../engine/element.ts';
import type { Query } from '../engine/query.ts';
import { endsOf } from '../engine/resolve.ts';
import { inherited, levelsOf } from '../engine/zone-chain.ts';
import type { Fix } from '../fixes/fix.ts';
import { placeholder, quote } from '../fixes/placeholder.ts';
import { formatVector } from '../model/levels.ts';
import type { Zone } from '../model/zone.ts';
import { listAnd } from '../text/words.ts';
import { defineRule } from './frame/rule.ts';
import { isOutermost } from './shared/outermost.ts';

/** A characteristic of the record that is not given: its name, and texts that would give it. */
interface Lack {
  readonly name: string;
  readonly texts: readonly string[];
}

const TEXTS = {
  boundary: `boundary physical ${placeholder('building, room or cabinet')}`,
  policy: `policy ${placeholder('policy that applies')}`,
  assumption: `assumption ${placeholder('what is relied on from outside')}`,
  owner: `owner ${placeholder('organisation accountable for the conduit')}`,
};

export const zoneRecord = defineRule({
  code: 'zone-record',
  title: 'Gaps in the zone and conduit record',
  group: 'documentation',
  severity: 'hint',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 6.4'],
  messages: {
    zone: "The record of zone '{name}' lacks {lacks}, which IEC 62443-3-2 lists for every zone, so whoever builds or audits from it has to guess: add what applies.",
    conduit:
      "The record of conduit '{name}' lacks {lacks}, which IEC 62443-3-2 lists for every conduit, so whoever builds or audits from it has to guess: add what applies.",
    kind: "Zone '{name}' has no kind, so the rules about kinds of zones pass it by: give it one of the reference model.",
    zoneAndKind:
      "The record of zone '{name}' lacks {lacks}, which IEC 62443-3-2 lists for every zone, and the zone has no kind, so the rules about kinds pass it by: add what applies.",
  },
  checks: {
    zone(ref, { query }, report) {
      const lacks = lacksOfZone(query, ref);
      const { name, kind } = zoneOf(ref);
      const isKindless = !kind && isOutermost(query, ref);
      if (lacks.length === 0 && !isKindless) return;
      const details = {
        at: name.at,
        subject: { sort: 'zone', index: ref.index },
        fixes: () => [...(isKindless ? kindFixes(query, ref) : []), ...lackFixes(ref, lacks)],
      } as const;
      // The kind belongs to the reference model, the rest to the standard's list.
      if (lacks.length === 0) report('kind', { name: name.value }, details);
      else {
        const values = { name: name.value, lacks: listAnd(lacks.map((lack) => lack.name)) };
        report(isKindless ? 'zoneAndKind' : 'zone', values, details);
      }
    },
    conduit(ref, { query }, report) {
      const lacks = lacksOfConduit(query, ref);
      if (lacks.length === 0) return;
      const { name } = conduitOf(ref);
      report(
        'conduit',
        { name: name.value, lacks: listAnd(lacks.map((lack) => lack.name)) },
        { at: name.at, subject: { sort: 'conduit', index: ref.index }, fixes: () => lackFixes(ref, lacks) },
      );
    },
  },
});

/** What a nested zone would inherit is missed at the outermost only; a physical boundary is each zone's own. */
function lacksOfZone(query: Query, ref: ZoneRef): Lack[] {
  if (isExternal(query, ref)) return [];
  const { boundaries } = zoneOf(ref);
  const lacks: Lack[] = [];
  const first = isOutermost(query, ref);
  /** True where the outermost zone lacks what nested ones would inherit. */
  const isMissed = (member: string, read: (zone: Zone) => unknown) =>
    first && inherited(ref, read) === undefined && !isGivenWrongAround(ref, member);
  if (isMissed('safety', ({ safety }) => safety))
    lacks.push({ name: 'the safety designation', texts: ['safety no', 'safety yes'] });
  if (!boundaries.some(({ side }) => side === 'physical') && !isBoundaryGivenWrong(ref, 'physical'))
    lacks.push({ name: 'a physical boundary', texts: [TEXTS.boundary] });
  if (isMissed('policy', ({ policies }) => policies[0])) lacks.push({ name: 'a policy', texts: [TEXTS.policy] });
  if (isMissed('assumption', ({ assumptions }) => assumptions[0]))
    lacks.push({ name: 'an assumption', texts: [TEXTS.assumption] });
  return lacks;
}

function lacksOfConduit(query: Query, ref: ConduitRef): Lack[] {
  const { owner, policies, assumptions, slT } = conduitOf(ref);
  const lacks: Lack[] = [];
  const isMissed = (member: string, value: unknown) => value === undefined && !isGivenWrong(ref, member);
  if (isMissed('owner', owner) && !systemOwner(query, ref.entry.system))
    lacks.push({ name: 'an owner', texts: [TEXTS.owner] });
  if (isMissed('policy', policies[0])) lacks.push({ name: 'a policy', texts: [TEXTS.policy] });
  if (isMissed('assumption', assumptions[0])) lacks.push({ name: 'an assumption', texts: [TEXTS.assumption] });
  if (isMissed('sl-t', slT)) lacks.push({ name: 'an SL-T', texts: levelsOfEnds(query, ref) });
  return lacks;
}

/** The SL-T of the conduit's ends, each once. */
function levelsOfEnds(query: Query, ref: ConduitRef): string[] {
  const levels = endsOf(query, ref).flatMap((end) => (end ? [query.fact(end, 'slT')] : []));
  return [...new Set(levels.flatMap((vector) => (vector ? [`sl-t ${formatVector(vector)}`] : [])))];
}

/** One fix for each text, and one for all that leave no choice. */
function lackFixes(element: ZoneRef | ConduitRef, lacks: readonly Lack[]): Fix[] {
  const add = (title: string, text: string): Fix => ({
    title,
    edits: [{ kind: 'add-member', element, text, first: true }],
  });
  const plain = lacks.filter(({ texts }) => texts.length === 1);
  const all = plain.map(({ texts }) => texts[0]!).join('\n');
  return [
    ...(plain.length > 1 ? [add(`Add ${listAnd(plain.map(({ name }) => name))}`, all)] : []),
    ...lacks.flatMap(({ texts }) => texts.map((text) => add(`Add ${text}`, text))),
  ];
}

/** The kinds that fit the zone's level, or all; the kind stands after the name and title. */
function kindFixes(query: Query, ref: ZoneRef): Fix[] {
  const { name, title } = zoneOf(ref);
  const own = levelsOf(ref);
  const { model } = systemModel(query, ref.entry.system);
  const kinds = model ? kindsOf(model) : [];
  const fitting = kinds.filter(({ levels }) => own.some((level) => levels.includes(level)));
  const at = (title ?? name).at;
  const head = title ? quote(title.value) : name.value;
  return (fitting.length > 0 ? fitting : kinds).map((kind) => ({
    title: `Make it of kind ${kind.name}`,
    edits: [{ kind: 'replace', at, text: `${head} : ${kind.name}` }],
  }));
}
