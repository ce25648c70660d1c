import { readSource } from '../../language-server/language/source-file.ts';
import type { GeneratedFile } from './models.ts';
import { median } from './stats.ts';

/**
 * Milliseconds of CPU for JSON.parse and a full walk of a model as JSON: what any tool must spend that reads all of it.
 * Times are given beside it, so that they can be compared between machines. The JSON says what the text says and
 * no more: one document a file, without positions and without what is empty.
 */
export function jsonBaseline(files: readonly GeneratedFile[]): { ms: number; bytes: number } {
  const documents = files.map(({ text }) =>
    JSON.stringify(
      readSource(text).units.map(({ source }) => source.unit),
      lean,
    ),
  );
  const once = () => {
    const start = process.cpuUsage();
    let values = 0;
    for (const document of documents) values += count(JSON.parse(document));
    if (values === 0) throw new Error('The model is empty.');
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  once();
  const ms = median([once(), once(), once(), once(), once()]);
  return { ms, bytes: documents.reduce((sum, document) => sum + document.length, 0) };
}

/** Number of values in a JSON value. */
function count(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  let values = 1;
  for (const inner of Object.values(value)) values += count(inner);
  return values;
}

/** Leaves out of a unit what a model written as JSON would not have. */
function lean(key: string, value: unknown): unknown {
  if (key === 'at' || key.endsWith('At') || key === 'references' || key === 'path' || value === -1) return undefined;
  if (Array.isArray(value)) return value.length > 0 ? value : undefined;
  if (typeof value !== 'object' || value === null) return value;
  // A text or a reference with its place is only its text here.
  if ('at' in value && 'value' in value) return value.value;
  if ('at' in value && 'text' in value && 'sort' in value) return value.text;
  return value;
}
