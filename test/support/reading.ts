import type { Unit } from '../../language-server/core/model/unit.ts';
import { readSource } from '../../language-server/language/source-file.ts';

type Lists = { [K in keyof Unit as Unit[K] extends readonly unknown[] ? K : never]: Unit[K] };

/** What a text says: the lists of all its declarations, one after the other, and its header. */
export type Reading = Lists & Pick<Unit, 'system'>;

/** Reads a text on its own; names are not resolved, and nothing is checked beyond the reading. */
export function read(text: string): Reading {
  const units = readSource(text).units.map(({ source }) => source.unit);
  const all = <K extends keyof Lists>(key: K) => units.flatMap((unit) => unit[key] as readonly unknown[]) as never;
  return {
    system: units.find(({ system }) => system)?.system,
    zones: all('zones'),
    assets: all('assets'),
    conduits: all('conduits'),
    flows: all('flows'),
    risks: all('risks'),
    matrices: all('matrices'),
    essentialFunctions: all('essentialFunctions'),
    policies: all('policies'),
    countermeasures: all('countermeasures'),
    regulations: all('regulations'),
    threatSources: all('threatSources'),
    profiles: all('profiles'),
    catalogs: all('catalogs'),
    assetTypes: all('assetTypes'),
    protocols: all('protocols'),
    models: all('models'),
    frameworks: all('frameworks'),
    references: all('references'),
    problems: all('problems'),
    suspected: all('suspected'),
  };
}

/** A model without the places in the text: what it says. */
export function meaning<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => {
      if (key === 'at' || key === 'whole' || key.endsWith('At')) return undefined;
      if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
      // A text or number with its place, and a name that refers to something, are what they say.
      const { value: said, text, sort } = inner as { value?: unknown; text?: unknown; sort?: unknown };
      if (said !== undefined) return said;
      return sort !== undefined && text !== undefined ? text : inner;
    }),
  );
}
