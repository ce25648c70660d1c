/**
 * `npm run new-rule <code> [group]`: begins a rule: its file, its page, its tests and its line in the list of rules. The
 * tests then tell what is still to be written. CONTRIBUTING.md says how a rule is made.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, root } from './lib/process.mjs';
import { beginRule, listed } from './lib/rule-skeleton.mjs';

const [code = '', group = 'boundaries'] = process.argv.slice(2);
const list = join(root, 'language-server/core/rules/index.ts');
try {
  const files = beginRule(code, group);
  const taken = Object.keys(files).filter((file) => existsSync(join(root, file)));
  if (taken.length > 0) throw new Error(`There is ${taken.join(', ')} already: choose another code.`);
  const extended = listed(readFileSync(list, 'utf8'), code, group);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
  writeFileSync(list, extended);
  await must('biome', ['check', '--write', list], { quiet: true });
  console.log(
    `Begun:\n${Object.keys(files).join('\n')}\nWhat is left to write: npx vitest run test/rules/${code}.test.ts`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
