import type { CheckReport } from '../check-report.ts';

/** Version of the shapes that the commands write as JSON: additions leave it, changes raise it. */
const VERSION = 1;

/** The report of `zones check --format json`. */
export function formatJson({ findings, summary }: CheckReport): string {
  return writeJson({ findings, summary });
}

/** The JSON that a command writes, with the version of its shape. */
export function writeJson(content: object): string {
  return `${JSON.stringify({ version: VERSION, ...content }, undefined, 2)}\n`;
}
