import { once } from 'node:events';
import { printable } from '../../core/text/visible.ts';
import { loadReaders } from '../../node-files.ts';
import type { ResultingFile } from './apply.ts';

/** Prints what would change as a unified diff, as `git diff` does. */
export async function writeDiff(results: readonly ResultingFile[]): Promise<void> {
  const { createTwoFilesPatch } = loadReaders();
  for (const { shown, before, after } of results) {
    const text = after();
    // All of a new file is added: there is nothing to be compared.
    const diff =
      before === undefined
        ? newFile(shown, text)
        : createTwoFilesPatch(shown, shown, before, text, undefined, undefined, { context: 3 }).replace(/^=+\n/, '');
    if (!process.stdout.write(printable(diff))) await once(process.stdout, 'drain');
  }
}

function newFile(shown: string, text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  return [
    `--- /dev/null`,
    `+++ ${shown}`,
    `@@ -0,0 +1,${lines.length} @@`,
    ...lines.map((line) => `+${line}`),
    '',
  ].join('\n');
}
