import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../language-server/language/workspace.ts';

const root = join(import.meta.dirname, '../..');
const pages = ['README.md', ...readdirSync(join(root, 'docs/language')).map((name) => join('docs/language', name))];

interface Snippet {
  /** The line of the page that it begins at. */
  readonly line: number;
  readonly text: string;
  /** What it promises to find, and in which of its lines, from 1. */
  readonly promised: readonly { rule: string; line: number }[];
}

/** The `zones` snippets of a page: ```` ```zones finds zone-bypass in line 3 ```` promises that finding. */
function snippetsOf(page: string): Snippet[] {
  const source = readFileSync(join(root, page), 'utf8');
  return [...source.matchAll(/```zones([^\n]*)\n([\s\S]*?)```/g)].map((match) => ({
    line: source.slice(0, match.index).split('\n').length,
    text: match[2]!,
    promised: match[1]!
      .split(' finds ')
      .slice(1)
      .map((promise) => /^(?<rule>[\w-]+) in line (?<line>\d+)$/.exec(promise)!.groups!)
      .map(({ rule, line }) => ({ rule: rule!, line: Number(line) })),
  }));
}

describe.each(pages)('%s', (page) => {
  const snippets = snippetsOf(page);
  it.each(snippets)('the snippet in line $line is a model without errors', ({ text, promised }) => {
    const workspace = createWorkspace({ defaultSystem: 'example', today: '2026-06-01' });
    workspace.update([{ uri: 'file:///example.zones', text }]);
    const findings = workspace.findingsOf('file:///example.zones');
    expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
    for (const { line, rule } of promised) {
      expect(findings.some((finding) => finding.rule === rule && finding.range.start.line === line - 1)).toBe(true);
    }
  });
});
