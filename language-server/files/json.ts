import { Unreadable } from './source.ts';

/** A text as JSON. @throws Unreadable where it is none */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable('It is not JSON: it may be cut off or damaged. Export it again.');
  }
}

export type Fields = Readonly<Record<string, unknown>>;

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A text, number or yes and no as a text. */
export const wordOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;

/** What a name is in an object that may stand in its place: `"Siemens"`, `{ "name": "Siemens" }`. */
export const namedIn = (value: unknown, ...keys: readonly string[]): string | undefined => {
  const fields = fieldsOf(value);
  return wordOf(value) ?? keys.map((key) => wordOf(fields[key])).find((text) => text !== undefined && text !== '');
};
