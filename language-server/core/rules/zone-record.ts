import { isBoundaryGivenWrong, isGivenWrong, isGivenWrongAround } from '../analysis/given-wrong.ts';
import { kindsOf } from '../analysis/kinds.ts';
import { systemModel, systemOwner } from '../analysis/settings.ts';
import { isExternal, isOutside, safetyOf } from '../analysis/zone-facts.ts';
import { membersOf } from '../analysis/zone-members.ts';
import { type ConduitRef, conduitOf, type ZoneRef, zoneOf } from '../engine/element.ts';
import type { Query } from '../engine/query.ts';
import { inherited, levelsOf } from '../engine/zone-chain.ts';
import type { Fix } from '../fixes/fix.ts';
import { placeholder, quote } from '../fixes/placeholder.ts';
import type { Characteristics } from '../model/characteristics.ts';
import type { Zone } from '../model/zone.ts';
import { listAnd } from '../text/words.ts';
import { defineRule } from './frame/rule.ts';
import { isOutermost } from './shared/outermost.ts';

/** A characteristic of the record that is not given: its name, and texts that would give it. */
interface Lack {
  readonly name: string;
  /** True for what a zone or conduit may not have at all. */
  readonly whereApplicable?: boolean;
  readonly texts: readonly string[];
}

const SAFETY: Lack = { name: 'the safety designation', texts: ['safety no', 'safety yes'] };

const LACKS = {
  boundary: {
    name: 'a physical boundary',
    whereApplicable: true,
    texts: [`boundary physical ${placeholder('building, room or cabinet')}`],
  },
  access: {
    name: 'the physical access points',
    texts: [`access-point way-in ${placeholder('door, hatch or socket')} : physical`],
  },
  policy: { name: 'a policy', texts: [`policy ${placeholder('policy that applies')}`] },
  assumption: { name: 'an assumption', texts: [`assumption ${placeholder('what is relied on from outside')}`] },
  owner: { name: 'an owner', texts: [`owner ${placeholder('organisation accountable for the conduit')}`] },
} as const satisfies Record<string, Lack>;

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
        const values = { name: name.value, lacks: listLacks(lacks) };
        report(isKindless ? 'zoneAndKind' : 'zone', values, details);
      }
    },
    conduit(ref, { query }, report) {
      const lacks = lacksOfConduit(query, ref);
      if (lacks.length === 0) return;
      const { name } = conduitOf(ref);
      report(
        'conduit',
        { name: name.value, lacks: listLacks(lacks) },
        { at: name.at, subject: { sort: 'conduit', index: ref.index }, fixes: () => lackFixes(ref, lacks) },
      );
    },
  },
});

const listLacks = (lacks: readonly Lack[]): string =>
  listAnd(lacks.map(({ name, whereApplicable }) => (whereApplicable ? `${name} (where applicable)` : name)));

/** What a nested zone would inherit is missed at the outermost only; boundaries and access points are each zone's own. */
function lacksOfZone(query: Query, ref: ZoneRef): Lack[] {
  if (isExternal(query, ref)) return [];
  const first = isOutermost(query, ref);
  /** True where the outermost zone lacks what nested ones would inherit. */
  const isMissed = (member: string, read: (zone: Zone) => unknown) =>
    first && inherited(ref, read) === undefined && !isGivenWrongAround(ref, member);
  // Where it holds safety assets, rules of partitioning ask how it is designated.
  const holdsSafety = () => membersOf(query, ref).some(({ traits }) => traits.flags.has('safety'));
  return lacksIn([
    [SAFETY, isMissed('safety', ({ safety }) => safety) && safetyOf(query, ref) === undefined && !holdsSafety()],
    ...ownLacks(ref, zoneOf(ref)),
    [LACKS.policy, isMissed('policy', ({ policies }) => policies[0])],
    [LACKS.assumption, isMissed('assumption', ({ assumptions }) => assumptions[0])],
  ]);
}

/** Whatever is asked of a zone; a conduit inherits nothing but the system's owner. */
function lacksOfConduit(query: Query, ref: ConduitRef): Lack[] {
  if (isOutside(query, ref)) return [];
  const conduit = conduitOf(ref);
  const isMissed = (member: string, value: unknown) => value === undefined && !isGivenWrong(ref, member);
  return lacksIn([
    [LACKS.owner, isMissed('owner', conduit.owner) && !systemOwner(query, ref.entry.system)],
    [SAFETY, isMissed('safety', conduit.safety)],
    ...ownLacks(ref, conduit),
    [LACKS.policy, isMissed('policy', conduit.policies[0])],
    [LACKS.assumption, isMissed('assumption', conduit.assumptions[0])],
  ]);
}

type Asked = readonly [lack: Lack, isMissed: boolean];

const lacksIn = (asked: readonly Asked[]): Lack[] => asked.flatMap(([lack, isMissed]) => (isMissed ? [lack] : []));

/** The physical boundary, and what leads through it: where there is none, nobody asks for a door. */
function ownLacks(ref: ZoneRef | ConduitRef, { boundaries, accessPoints }: Characteristics): Asked[] {
  const physical = boundaries.filter(({ side }) => side === 'physical');
  const isBounded = physical.some(({ none }) => !none);
  // One whose side cannot be read may be it.
  const hasAccess = accessPoints.some(({ side }) => side?.value !== 'logical');
  return [
    [LACKS.boundary, physical.length === 0 && !isBoundaryGivenWrong(ref, 'physical')],
    [LACKS.access, isBounded && !hasAccess],
  ];
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
