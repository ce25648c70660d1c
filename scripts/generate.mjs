/**
 * Generates what is derived from other files: the parser's grammar and AST types and the TextMate grammar, from
 * `zones.langium`; the library as read, from `language/library/*.zones`; the rules' pages and index, from `core/rules`;
 * the settings in package.json, from `editor/settings.ts`.
 * With `--check` what is committed is not changed, and a stale or missing file is an error. The library as read and
 * the pages are not committed and always made.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { must, root } from './lib/process.mjs';
import { textMateGrammar } from './lib/textmate.mjs';

const config = JSON.parse(readFileSync(join(root, 'langium-config.json'), 'utf8'));
const [language] = config.languages;

/**
 * Generates from the grammar into the given places.
 * @param {string} configFile where to write the configuration that says so
 * @param {string} out folder for the TypeScript files
 * @param {string} textMate file for the TextMate grammar
 */
async function generate(configFile, out, textMate) {
  const redirected = {
    ...config,
    out,
    languages: [{ ...language, grammar: join(root, language.grammar), textMate: { out: textMate } }],
  };
  writeFileSync(configFile, JSON.stringify(redirected));
  await must('langium', ['generate', '--file', configFile], { quiet: true });
  const grammar = readFileSync(join(root, language.grammar), 'utf8');
  writeFileSync(textMate, textMateGrammar(readFileSync(textMate, 'utf8'), grammar));
}

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) => readdirSync(folder).sort();

/** @param {string} file */
function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

mkdirSync(join(root, 'out'), { recursive: true });
const scratch = mkdtempSync(join(root, 'out', 'generate-'));
try {
  const check = process.argv.includes('--check');
  const committed = { out: join(root, config.out), textMate: join(root, language.textMate.out) };
  const fresh = check ? { out: join(scratch, 'out'), textMate: join(scratch, 'tm.json') } : committed;
  await generate(join(scratch, 'langium-config.json'), fresh.out, fresh.textMate);
  if (check) {
    const names = [...new Set([...filesIn(fresh.out), ...filesIn(committed.out)])];
    const pairs = names.map((name) => ({ committed: join(committed.out, name), fresh: join(fresh.out, name) }));
    pairs.push({ committed: committed.textMate, fresh: fresh.textMate });
    const stale = pairs
      .filter((pair) => textOf(pair.committed) !== textOf(pair.fresh))
      .map((pair) => relative(root, pair.committed));
    if (stale.length > 0) {
      console.error(`Generated files are stale: ${stale.join(', ')}. Run \`npm run generate\` and commit them.`);
      process.exitCode = 1;
    }
  }
  await must('node', ['scripts/generate-library.ts'], { quiet: true });
  for (const script of ['scripts/generate-rules.ts', 'scripts/generate-settings.ts'])
    await must('node', [script, ...(check ? ['--check'] : [])], { quiet: true });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true });
}
