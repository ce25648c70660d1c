import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { zones } from './cli.ts';

/** What `--json` prints, as far as it is looked at here. */
export interface Printed {
  readonly files: readonly {
    readonly format: string;
    readonly rows: number;
    readonly columns: readonly { readonly header: string; readonly meaning: string; readonly example: string }[];
    readonly unknown: readonly string[];
  }[];
  readonly added: readonly {
    readonly path: string;
    readonly type: string;
    readonly from: string;
    readonly zone: string;
  }[];
  readonly filled: readonly { readonly path: string; readonly property: string }[];
  readonly conflicts: readonly {
    readonly path: string;
    readonly property: string;
    readonly model: string;
    readonly file: string;
  }[];
  readonly unchanged: number;
  readonly skipped: readonly { readonly row: number; readonly why: string }[];
  readonly written: readonly string[];
}

/** What an import in a folder prints as JSON, and its exit code. */
export async function imported(
  folder: string,
  ...args: readonly string[]
): Promise<Printed & { readonly code: number | null }> {
  const { code, stdout, stderr } = await zones(['import', ...args, '--json'], folder);
  expect(stderr).toBe('');
  return { ...(JSON.parse(stdout) as Printed), code };
}

/** The text of a file in a folder. */
export const textIn = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
