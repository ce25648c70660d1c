import { once } from 'node:events';
import type { CheckReport } from '../check-report.ts';

/** Version of the shapes that the commands write as JSON: additions leave it, changes raise it. */
const VERSION = 1;

/** The report of `zones check --format json`. */
export function formatJson({ findings, summary }: CheckReport): string {
  return writeJson({ findings, summary });
}

/** The JSON that a command writes, with the version of its shape. */
export function writeJson(content: object): string {
  return jsonText({ version: VERSION, ...content });
}

/** What steers a terminal or hides in a line, and what build servers obey in a log: `##vso[…]`. */
const ESCAPED = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Cf}]|(?<=#)#/gu;

/** Data as JSON, safe to be printed as it is: texts are read as they were. */
export function jsonText(value: object): string {
  const escaped = (found: string) =>
    Array.from({ length: found.length }, (_, i) => `\\u${found.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
  return `${JSON.stringify(value, undefined, 2).replace(ESCAPED, escaped)}\n`;
}

/** Prints JSON with the version of its shape, key by key; of a value that is iterated each element as it comes. */
export async function streamJson(content: Iterable<readonly [key: string, value: unknown]>): Promise<void> {
  const write = async (text: string) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  };
  await write(`{\n  "version": ${VERSION}`);
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
