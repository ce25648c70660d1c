import type { Entry } from '../../engine/entry.ts';
import { RECORD_SORTS, recordedIn } from '../../model/record.ts';
import type { Subject } from './rule.ts';

/** Path of the innermost named element, or the name of the declaration. */
export function elementName({ unit, system }: Entry, { sort, index }: Subject): string {
  switch (sort) {
    case 'zone':
      return unit.zones[index]?.path ?? '';
    case 'asset':
      return unit.assets[index]?.path ?? '';
    case 'conduit':
      return unit.conduits[index]?.path ?? '';
    case 'risk':
      return unit.risks[index]?.name.value ?? '';
    case 'flow': {
      const flow = unit.flows[index];
      return (flow && (unit.conduits[flow.conduit]?.path ?? unit.zones[flow.zone]?.path)) ?? '';
    }
    case 'system':
      return system;
    case 'declaration':
      return declarationName(unit);
    case 'file':
      return '';
  }
}

function declarationName(unit: Entry['unit']): string {
  const all = [
    unit.profiles,
    unit.catalogs,
    unit.assetTypes,
    unit.protocols,
    unit.models,
    unit.frameworks,
    unit.matrices,
    ...RECORD_SORTS.map((sort) => recordedIn(unit, sort)),
  ];
  return all.flatMap((items) => items.map(({ name }) => name.value))[0] ?? '';
}
