import { AGAINST_IMPLEMENTED, type Contradicted, type Contradiction, isSeen } from '../analysis/contradictions.ts';
import { drawnAt } from '../analysis/drawing.ts';
import { statusesOfConduit, statusesOfZone } from '../analysis/posture.ts';
import { controlsNamed } from '../analysis/profiles.ts';
import {
  blockIn,
  conduitBlock,
  readBlock,
  type StatementBlock,
  saidWith,
  systemBlock,
  zoneBlock,
} from '../analysis/statements.ts';
import { originIn } from '../analysis/status.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { compareElements, type Handle, type ZoneRef, zoneOf } from '../engine/element.ts';
import type { Entry } from '../engine/entry.ts';
import { idOf } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { placeOf } from '../engine/said.ts';
import type { Fix } from '../fixes/fix.ts';
import { stateEdits } from '../fixes/state-controls.ts';
import type { Statement } from '../model/statement.ts';
import { defineRule, type Report, type RuleContext, type Subject } from './frame/rule.ts';
import { placeName } from './frame/subjects.ts';

const messages = {
  'SR 1.2':
    "SR 1.2 is stated as implemented in {where}, but flow '{cause}' runs by '{other}', by which no device or process shows who it is: carry it over what authenticates both, take a protocol that does, or plan SR 1.2.",
  'SR 2.11 RE(1)':
    'SR 2.11 RE(1) is stated as implemented in {where}, but no flow of a time protocol is drawn there, so nothing synchronizes the clocks: draw the flow from the time source, or plan SR 2.11 RE(1).',
  'SR 3.1 RE(1)':
    "SR 3.1 RE(1) is stated as implemented in {where}, but flow '{cause}' runs by '{other}', which lets a message be changed on the way unnoticed: carry it over what protects the integrity, take a protocol that does, or plan SR 3.1 RE(1).",
  'SR 4.1 RE(1)':
    "SR 4.1 RE(1) is stated as implemented in {where}, but flow '{cause}' runs by '{other}' over an untrusted conduit, where others can read it: carry it over what encrypts, take a protocol that does, or plan SR 4.1 RE(1).",
  'SR 4.1 RE(2)':
    "SR 4.1 RE(2) is stated as implemented in {where}, but flow '{cause}' crosses the boundary by '{other}', which does not encrypt: carry it over what does, take a protocol that does, or plan SR 4.1 RE(2).",
  'SR 5.1':
    "SR 5.1 is stated as implemented in {where}, but network '{cause}' overlaps one of zone '{other}', which is neither around it nor in it, so nothing separates the two: give each a network of its own, or plan SR 5.1.",
  'SR 5.1 RE(1)':
    "SR 5.1 RE(1) is stated as implemented in {where}, but switch '{cause}' serves zones {other} together, which differ in what they are to reach, so the networks are not physically segmented: give each a switch of its own, or plan SR 5.1 RE(1).",
  'SR 5.2':
    "SR 5.2 is stated as implemented in {where}, but nothing on conduit '{cause}' decides what passes: name the firewall, diode or session host that it goes through in 'via', or plan SR 5.2.",
  'SR 5.2 RE(1)':
    "SR 5.2 RE(1) is stated as implemented in {where}, but flow '{cause}' has neither protocol nor port, so no filter can let it pass and deny all else: say by what it runs, or plan SR 5.2 RE(1).",
  'SR 5.3':
    "SR 5.3 is stated as implemented in {where}, but flow '{cause}' brings messages from person to person across the boundary by '{other}': end it, or plan SR 5.3.",
  'SR 6.2':
    "SR 6.2 is stated as implemented in {where}, but no sensor is drawn in, around or at it, and no 'by' says what watches: draw the sensor, say by what it is watched, or plan SR 6.2.",
  'SR 7.8':
    'SR 7.8 is stated as implemented in {where}, but no asset there says of which version it is, so there is no inventory of what is installed: give the versions, or plan SR 7.8.',
} as const satisfies Readonly<Record<Contradicted, string>>;

export const implementationContradicted = defineRule({
  code: 'implementation-contradicted',
  title: 'Implemented requirement that the drawing contradicts',
  group: 'requirements',
  // It follows from the flows of other declarations, which most rules of the group do not ask for.
  apart: true,
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-3'],
  messages,
  checks: {
    unit(context, report) {
      const { entry, query } = context;
      const common = entry.unit.system && systemBlock(query, entry.system);
      const block = common && blockIn(entry, common);
      if (!block) return;
      const subject = { sort: 'system', index: -1 } as const;
      check(context, block, subject, (...about) => inZones(query, zonesOf(query, entry.system), ...about), report);
    },
    zone(ref, context, report) {
      const { query } = context;
      if (isExternal(query, ref)) return;
      const zones = () => zonesIn(ref).filter((zone) => !isExternal(query, zone));
      const subject = { sort: 'zone', index: ref.index } as const;
      check(context, zoneBlock(ref), subject, (...about) => inZones(query, zones(), ...about), report);
    },
    conduit(ref, context, report) {
      const { query } = context;
      const drawn = { zones: [], conduits: [ref] };
      const find = (control: Contradicted, statement: Statement) => {
        const isOwn = originIn(statusesOfConduit(query, ref), control)?.statement === statement;
        return isOwn ? AGAINST_IMPLEMENTED[control](query, drawn) : undefined;
      };
      check(context, conduitBlock(ref), { sort: 'conduit', index: ref.index }, find, report);
    },
  },
});

/** Asks of each requirement that a block states as implemented whether the drawing agrees where the statement counts. */
function check(
  { entry, query }: RuleContext,
  block: StatementBlock<Statement>,
  subject: Subject,
  find: (control: Contradicted, statement: Statement) => Contradiction | undefined,
  report: Report<typeof messages>,
): void {
  for (const [control, { statement, direct }] of saidWith(readBlock(query, block), 'implements')) {
    if (!isContradicted(control)) continue;
    // Who watches may be a service that nobody draws.
    if (control === 'SR 6.2' && statement.by.length > 0) continue;
    const found = find(control, statement);
    if (!found) continue;
    const { cause, other = '' } = found;
    const named = statement.controls.find(({ text }) => controlsNamed(query, text).includes(control))!;
    const values = { where: placeName(entry.unit, subject), cause: cause?.name ?? '', other };
    report(control, values, {
      at: placeOf(named),
      subject,
      data: { controls: [control] },
      related: cause ? [{ entry: cause.entry, at: cause.at, message: 'What contradicts it' }] : [],
      fixes: () => [planInstead(entry, subject, control, statement, direct)],
    });
  }
}

/** States the requirement as planned where it is stated as implemented. */
function planInstead(
  entry: Entry,
  { sort, index }: Subject,
  control: string,
  statement: Statement,
  direct: boolean,
): Fix {
  const title = `Plan ${control} instead`;
  if (sort === 'zone' || sort === 'conduit') {
    return { title, edits: stateEdits({ entry, sort, index } as Handle, 'plans', [control]), preferred: true };
  }
  const text = `plans ${control}`;
  if (direct && statement.controls.length === 1) return { title, edits: [{ kind: 'replace', at: statement.at, text }] };
  const named = statement.controls.filter((each) => each.text === control);
  return {
    title,
    edits: [
      ...(named.length > 0 ? [{ kind: 'remove-items', at: named.map(placeOf) } as const] : []),
      { kind: 'add-at', at: entry.unit.system!.at, text },
    ],
    preferred: true,
  };
}

const isContradicted = (control: string): control is Contradicted => control in AGAINST_IMPLEMENTED;

/** What contradicts a statement in those of some zones in which it counts: the first thing that is seen, or what all miss. */
function inZones(
  query: Query,
  zones: readonly Handle<'zone'>[],
  control: Contradicted,
  statement: Statement,
): Contradiction | undefined {
  const against = AGAINST_IMPLEMENTED[control];
  const isMeant = (zone: Handle<'zone'>) => isHeir(query, zone, control, statement);
  if (!isSeen(control)) return against(query, drawnAt(query, zones.filter(isMeant)));
  // What is nowhere need not be looked for zone by zone.
  if (!against(query, drawnAt(query, zones))) return undefined;
  for (const zone of zones) {
    const found = isMeant(zone) ? against(query, drawnAt(query, [zone])) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** True where a statement decides how a control stands in a zone. */
const isHeir = (query: Query, zone: Handle<'zone'>, control: string, statement: Statement): boolean =>
  originIn(statusesOfZone(query, zone), control)?.statement === statement;

/** A zone of the unit under check, with those nested in it. */
const zonesIn = (ref: ZoneRef): ZoneRef[] => [ref, ...zoneOf(ref).zones.flatMap((index) => zonesIn({ ...ref, index }))];

/** The zones of a system within the SuC, in the order of the files. */
const zonesOf = (query: Query, system: string): Handle<'zone'>[] =>
  query
    .all(keys.requiring(system))
    .flatMap((element) => (element.sort === 'zone' ? [element as Handle<'zone'>] : []))
    .filter((zone) => !isExternal(query, zone))
    .sort((a, b) => Number(idOf(a) > idOf(b)) - Number(idOf(a) < idOf(b)) || compareElements(a, b));
