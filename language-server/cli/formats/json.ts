import { once } from 'node:events';
import { JSON_VERSION, jsonText, writeJson } from '../../core/text/json.ts';
import type { CheckReport } from '../check-report.ts';

/** The report of `zones check --format json`. */
export function formatJson({ findings, summary }: CheckReport): string {
  return writeJson({ findings, summary });
}

/** Prints JSON with the version of its shape, key by key; of a value that is iterated each element as it comes. */
export async function streamJson(content: Iterable<readonly [key: string, value: unknown]>): Promise<void> {
  const write = async (text: string) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  };
  await write(`{\n  "version": ${JSON_VERSION}`);
  for (const [key, value] of content) {
    await write(`,\n  ${JSON.stringify(key)}: `);
    if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) {
      await write(inner(value as object, 1));
      continue;
    }
    let part = '[';
    let isFirst = true;
    for (const each of value as Iterable<object>) {
      part += `${isFirst ? '' : ','}\n    ${inner(each, 2)}`;
      isFirst = false;
      if (part.length < PART) continue;
      await write(part);
      part = '';
    }
    await write(`${part}${isFirst ? '' : '\n  '}]`);
  }
  await write('\n}\n');
}

/** So much is printed at once, in UTF-16 units. */
const PART = 65_536;

/** A value within another. */
const inner = (value: object, depth: number): string =>
  jsonText(value)
    .trimEnd()
    .replaceAll('\n', `\n${'  '.repeat(depth)}`);
