import type { Characteristics } from '../model/characteristics.ts';
import type { Given, PlantConduit, PlantPolicy, PlantZone } from './plant.ts';

/*
 * What is on record of an element, and who says so.
 */

/** What an element says of itself. */
export const givenHere = <T>(value: T | undefined): Given<T> | undefined =>
  value === undefined ? undefined : { value, where: 'here' };

/** What a zone says of itself, or else the nearest zone around it that does. */
export function givenAround<T>(
  zone: PlantZone,
  read: (declared: PlantZone['declared'], zone: PlantZone) => T | undefined,
): Given<T> | undefined {
  for (let at: PlantZone | undefined = zone; at; at = at.parent) {
    const value = read(at.declared, at);
    if (value !== undefined) return at === zone ? { value, where: 'here' } : { value, where: 'around', by: at };
  }
  return undefined;
}

/** Whom the settings name as accountable for all that names nobody itself. */
export function ownerOfSystem({ system }: PlantZone | PlantConduit): Given<string> | undefined {
  const owner = system.settings?.declared.owner;
  return owner && { value: owner.value, where: 'system' };
}

/** The policies that an element states; undefined for none. */
export function policiesOf({ declared, system }: PlantZone | PlantConduit): PlantPolicy[] | undefined {
  const policies = declared.policies.map((policy): PlantPolicy => {
    if ('value' in policy) return { text: policy.value };
    return { text: policy.text, declared: system.recordNamed('policy', policy.text) };
  });
  return policies.length > 0 ? policies : undefined;
}

/** The assumptions that an element states; undefined for none. */
export function assumptionsOf({ assumptions }: Pick<Characteristics, 'assumptions'>): string[] | undefined {
  return assumptions.length > 0 ? assumptions.map(({ value }) => value) : undefined;
}
