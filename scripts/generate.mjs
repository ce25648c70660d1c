/**
 * Generates what is derived from other files: the parser's grammar and AST types, the words of the language and the
 * TextMate grammar, from `zones.langium`; the library as read, from `language/library/*.zones`; the rules' pages and
 * index, from `core/rules`; the settings in package.json, from `editor/settings.ts`.
 * With `--check` what is committed is not changed, and a stale or missing file is an error. The library as read and
 * the pages are not committed and always made.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { must, root } from './lib/process.mjs';

const config = JSON.parse(readFileSync(join(root, 'langium-config.json'), 'utf8'));
const [language] = config.languages;

/**
 * Generates from the grammar into a folder.
 * @param {string} configFile where to write the configuration that says so
 * @param {string} out folder for the TypeScript files
 */
async function generate(configFile, out) {
  const redirected = { ...config, out, languages: [{ ...language, grammar: join(root, language.grammar) }] };
  writeFileSync(configFile, JSON.stringify(redirected));
  await must('langium', ['generate', '--file', configFile], { quiet: true });
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
  const committed = join(root, config.out);
  const fresh = check ? join(scratch, 'out') : committed;
  await generate(join(scratch, 'langium-config.json'), fresh);
  if (check) {
    const names = [...new Set([...filesIn(fresh), ...filesIn(committed)])];
    const stale = names
      .filter((name) => textOf(join(committed, name)) !== textOf(join(fresh, name)))
      .map((name) => relative(root, join(committed, name)));
    if (stale.length > 0) {
      console.error(`Generated files are stale: ${stale.join(', ')}. Run \`npm run generate\` and commit them.`);
      process.exitCode = 1;
    }
  }
  const run = (/** @type {string} */ script) =>
    must('node', [`scripts/${script}.ts`, ...(check ? ['--check'] : [])], { quiet: true });
  // In this order: the library is read with the words of the language.
  for (const script of [
    'generate-syntax',
    'generate-textmate',
    'generate-library',
    'generate-rules',
    'generate-settings',
  ])
    await run(script);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true });
}
