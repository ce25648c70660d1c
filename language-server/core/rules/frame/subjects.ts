import type { Reference } from '../../model/reference.ts';
import type { Unit } from '../../model/unit.ts';
import type { Subject } from './rule.ts';

/** The innermost element that a reference is written in. */
export function subjectAt(unit: Unit, reference: Reference): Subject {
  const subject = subjectsIn(unit).get(reference);
  if (subject?.sort === 'flow' || subject?.sort === 'zone' || subject?.sort === 'asset') return subject;
  if (reference.conduit >= 0) return { sort: 'conduit', index: reference.conduit };
  if (subject) return subject;
  if (reference.zone >= 0) return { sort: 'zone', index: reference.zone };
  if (unit.system) return { sort: 'system', index: -1 };
  return { sort: unit.conduits.length > 0 ? 'conduit' : unit.risks.length > 0 ? 'risk' : 'declaration', index: 0 };
}

/** What is written where in a unit, which never changes: a unit with thousands of unknown names asks for each of them. */
const written = new WeakMap<Unit, ReadonlyMap<Reference, Subject>>();

function subjectsIn(unit: Unit): ReadonlyMap<Reference, Subject> {
  const known = written.get(unit);
  if (known) return known;
  const subjects = new Map<Reference, Subject>();
  const add = (sort: Subject['sort'], index: number, references: readonly (Reference | undefined)[]) => {
    for (const reference of references) if (reference) subjects.set(reference, { sort, index });
  };
  unit.flows.forEach(({ source, target, protocol, carrier }, i) => {
    add('flow', i, [source, target, protocol, carrier]);
  });
  unit.zones.forEach(({ kind, slT, separatedFrom }, i) => {
    add('zone', i, [kind, ...(slT?.from ?? []), ...separatedFrom]);
  });
  unit.conduits.forEach(({ ends }, i) => {
    add('conduit', i, ends ?? []);
  });
  unit.assets.forEach(({ type, runsOn, redundantWith, statements, allows }, i) => {
    const stated = statements.flatMap(({ controls, by, compensatedBy }) => [...controls, ...by, ...compensatedBy]);
    add('asset', i, [type, runsOn, ...redundantWith, ...allows.map(({ rule }) => rule), ...stated]);
  });
  written.set(unit, subjects);
  return subjects;
}

/** Where something is stated, within a sentence: `zone 'line'`, `flow 'hmi -> plc'`, `the settings of the system`. */
export function placeName(unit: Unit, { sort, index }: Subject): string {
  switch (sort) {
    case 'zone':
    case 'asset':
    case 'conduit':
    case 'risk':
      return `${sort} '${unit[`${sort}s`][index]?.name.value}'`;
    case 'flow': {
      const { source, target } = unit.flows[index] ?? {};
      return `flow '${source?.text} -> ${target?.text}'`;
    }
    default:
      return 'the settings of the system';
  }
}
