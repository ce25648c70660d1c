import type { Reference } from '../model/reference.ts';
import type { Unit } from '../model/unit.ts';
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
  const asset = unit.assets.findIndex((candidate) => isIn(reference, [candidate.type]));
  if (asset >= 0) return { sort: 'asset', index: asset };
  if (reference.zone >= 0) return { sort: 'zone', index: reference.zone };
  if (unit.system) return { sort: 'system', index: -1 };
  return { sort: unit.conduits.length > 0 ? 'conduit' : unit.risks.length > 0 ? 'risk' : 'declaration', index: 0 };
}

const isIn = (reference: Reference, among: readonly (Reference | undefined)[]): boolean => among.includes(reference);

/** Where something is stated, within a sentence: `zone 'line'`, `the settings of the system`. */
export function placeName({ zones, assets, conduits }: Unit, { sort, index }: Subject): string {
  const element = { zone: zones, asset: assets, conduit: conduits }[sort as 'zone' | 'asset' | 'conduit']?.[index];
  return element ? `${sort} '${element.name.value}'` : 'the settings of the system';
}
