import type { Reference } from '../../model/reference.ts';
import type { Unit } from '../../model/unit.ts';
import type { Subject } from './rule.ts';

/** The innermost element that a reference is written in. */
export function subjectAt(unit: Unit, reference: Reference): Subject {
  const flow = unit.flows.findIndex((candidate) =>
    isIn(reference, [candidate.source, candidate.target, candidate.protocol, candidate.carrier]),
  );
  if (flow >= 0) return { sort: 'flow', index: flow };
  const zone = unit.zones.findIndex((candidate) => isIn(reference, [candidate.kind]));
  if (zone >= 0) return { sort: 'zone', index: zone };
  if (reference.conduit >= 0) return { sort: 'conduit', index: reference.conduit };
  const conduit = unit.conduits.findIndex((candidate) => isIn(reference, candidate.ends ?? []));
  if (conduit >= 0) return { sort: 'conduit', index: conduit };
  const asset = unit.assets.findIndex(
    ({ type, statements, allows }) =>
      type === reference ||
      allows.some(({ rule }) => rule === reference) ||
      statements.some(({ controls, by, compensatedBy }) =>
        [controls, by, compensatedBy].some((references) => references.includes(reference)),
      ),
  );
  if (asset >= 0) return { sort: 'asset', index: asset };
  if (reference.zone >= 0) return { sort: 'zone', index: reference.zone };
  if (unit.system) return { sort: 'system', index: -1 };
  return { sort: unit.conduits.length > 0 ? 'conduit' : unit.risks.length > 0 ? 'risk' : 'declaration', index: 0 };
}

const isIn = (reference: Reference, among: readonly (Reference | undefined)[]): boolean => among.includes(reference);

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
