import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../language-server/language/workspace.ts';

const root = join(import.meta.dirname, '../..');
const pages = ['README.md', ...readdirSync(join(root, 'docs/language')).map((name) => join('docs/language', name))];

/** The `zones` snippets of a page, each with the line it begins at. */
function snippetsOf(page: string): { line: number; text: string }[] {
  const source = readFileSync(join(root, page), 'utf8');
  return [...source.matchAll(/```zones[^\n]*\n([\s\S]*?)```/g)].map((match) => ({
    line: source.slice(0, match.index).split('\n').length,
    text: match[1]!,
  }));
}

describe.each(pages)('%s', (page) => {
  const snippets = snippetsOf(page);
  it.each(snippets)('the snippet in line $line is a model without errors', ({ text }) => {
    const workspace = createWorkspace({ defaultSystem: 'example', today: '2026-06-01' });
    workspace.update([{ uri: 'file:///example.zones', text }]);
    const findings = workspace.findingsOf('file:///example.zones');
    expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
    // A comment `// finds <rule>` in a snippet promises that finding in that line, alone on a line in the next.
    const promised = text.split('\n').flatMap((line, i) => {
      const [, before, rule] = /^(.*)\/\/ finds ([\w-]+)/.exec(line) ?? [];
      return rule ? [{ line: before?.trim() ? i : i + 1, rule }] : [];
    });
    for (const { line, rule } of promised) {
      expect(findings.some((finding) => finding.rule === rule && finding.range.start.line === line)).toBe(true);
    }
  });
});
