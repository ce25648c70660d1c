/**
 * Reads the built-in library once, at build time: the server then starts with a JSON.parse instead of reading
 * all of it. Run by `npm run generate`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource } from '../language-server/language/source-file.ts';

const folder = join(import.meta.dirname, '../language-server/language/library');

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.zones'))
  .sort()
  .map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const source = readSource(text);
    for (const { source: unit, start } of source.units) {
      const problem = unit.unit.problems[0];
      if (!problem) continue;
      const line = text.slice(0, start + unit.spans[2 * problem.at]!).split('\n').length;
      throw new Error(`${name}:${line} ${problem.message}`);
    }
    return {
      name,
      text,
      units: source.units.map(({ source: { unit, spans, text: unitText }, start }) => ({
        start,
        end: start + unitText.length,
        spans,
        unit,
      })),
    };
  });

writeFileSync(
  join(folder, 'generated.ts'),
  `/** Made by scripts/generate-library.ts: the library as read. */\nexport const LIBRARY: string = ${JSON.stringify(JSON.stringify(files))};\n`,
);
