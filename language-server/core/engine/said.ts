import type { Place } from '../model/reference.ts';

/**
 * What others may read of a value: all but the places in its text, which change when only the text around it does.
 * `textOf` compares just that.
 */
export type Said<T> = T extends readonly (infer Item)[]
  ? readonly Said<Item>[]
  : T extends object
    ? { readonly [Name in keyof T as Name extends 'at' | `${string}At` ? never : Name]: Said<T[Name]> }
    : T;

/** A text that differs wherever two values say something else: what moved in its file only has the same one. */
export function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return value === undefined ? '' : String(value);
  // Most are security levels or a few names.
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return `[${value.join()}]`;
  return JSON.stringify(value, (name, inner) => (name === 'at' || name.endsWith('At') ? undefined : inner));
}

/**
 * Where something that was said stands, its name where it has one. Only to be pointed to: a finding that does is worked
 * out anew when the unit that it points to is replaced.
 */
export function placeOf(said: object): Place {
  const { nameAt, at } = said as { readonly nameAt?: Place; readonly at: Place };
  return nameAt ?? at;
}
