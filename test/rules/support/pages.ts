import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/process.mjs';

/** Where the rules and their pages are, from the top of the project. */
export const rulesFolder = 'language-server/core/rules';

/** A model in a rule's page. */
export interface Example {
  /** `wrong`, `right` or `allowed`: the word after `zones` at the start of the fence. */
  readonly sort: string;
  readonly model: string;
}

/** The page of a rule; undefined when it has none. */
export function pageOf(code: string): string | undefined {
  const file = join(root, rulesFolder, `${code}.md`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

export function examplesOf(page: string): Example[] {
  return [...page.matchAll(/^```zones(?: (?<sort>\S+))?\n(?<model>[\s\S]*?)\n```$/gm)].map(({ groups }) => ({
    sort: groups!.sort ?? '',
    model: groups!.model!,
  }));
}

/** What a page says beside its examples. */
export const proseOf = (page: string): string => page.replace(/^```[\s\S]*?^```$/gm, '').replace(/^\|.*$/gm, '');
