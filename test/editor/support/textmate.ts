import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/process.mjs';

/** What the tests use of the libraries with which VS Code colours text; they come with the browser VS Code. */
interface TextMate {
  INITIAL: unknown;
  Registry: new (options: object) => { loadGrammar(scope: string): Promise<Grammar | null> };
  parseRawGrammar(text: string, path: string): unknown;
}
interface Grammar {
  tokenizeLine(
    line: string,
    state: unknown,
  ): { tokens: { startIndex: number; endIndex: number; scopes: string[] }[]; ruleStack: unknown };
}
interface Oniguruma {
  loadWASM(wasm: Uint8Array): Promise<void>;
  OnigScanner: new (patterns: string[]) => unknown;
  OnigString: new (text: string) => unknown;
}

let loaded: Promise<{ grammar: Grammar; initial: unknown }> | undefined;

async function load() {
  const host = join(root, 'test/editor/host/node_modules/code-server/lib/vscode/package.json');
  const require = createRequire(host);
  const { INITIAL, Registry, parseRawGrammar } = require('vscode-textmate') as TextMate;
  const oniguruma = require('vscode-oniguruma') as Oniguruma;
  await oniguruma.loadWASM(readFileSync(join(require.resolve('vscode-oniguruma'), '../onig.wasm')));
  const path = join(root, 'syntaxes/zones.tmLanguage.json');
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => parseRawGrammar(readFileSync(path, 'utf8'), path),
  });
  const grammar = await registry.loadGrammar('source.zones');
  if (!grammar) throw new Error('The grammar cannot be read.');
  return { grammar, initial: INITIAL };
}

/** The coloured parts of a text, each as `part:scope` with its innermost scope without `.zones`; plain text is left out. */
export async function scopesOf(text: string): Promise<string[]> {
  loaded ??= load();
  const { grammar, initial } = await loaded;
  let state = initial;
  const found: string[] = [];
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const scope = scopes.at(-1)!.replace(/\.zones$/, '');
      const part = line.slice(startIndex, endIndex).trim();
      if (scope !== 'source' && part !== '') found.push(`${part}:${scope}`);
    }
  }
  return found;
}
