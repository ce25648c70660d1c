import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { endOf, tokensOf } from '../language/parser/tokens.ts';
import { lineStartsOf, positionAt } from '../language/source-file.ts';
import type { Workspace } from '../language/workspace.ts';
import { defineFeature, inFile } from './feature.ts';

export const foldingFeature = defineFeature('foldingRangeProvider', () => true, {
  'textDocument/foldingRange': inFile(foldingRanges),
});

/** What can be folded: blocks, text blocks and comments of more than one line; of what is not read, line comments alone. */
export function foldingRanges(workspace: Workspace, uri: string): FoldingRange[] {
  const { text = '', units = [] } = workspace.files.get(uri)?.source ?? {};
  const starts = lineStartsOf(text);
  const lineOf = (offset: number) => positionAt(starts, offset).line;
  const ranges: FoldingRange[] = [];
  for (const { source, start } of units) {
    const open: number[] = [];
    for (const token of source.unread ? [] : tokensOf(source.text)) {
      const startLine = lineOf(start + token.at);
      if (token.text === '{') open.push(startLine);
      else if (token.text === '}') {
        const from = open.pop();
        // The closing brace stays visible below the folded block.
        if (from !== undefined && startLine - 1 > from) ranges.push({ startLine: from, endLine: startLine - 1 });
      } else {
        const endLine = lineOf(start + endOf(token));
        const kind = token.kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {};
        if (endLine > startLine) ranges.push({ startLine, endLine, ...kind });
      }
    }
  }
  return [...ranges, ...lineComments(text)];
}

/** Line comments on lines that follow each other fold as one. */
function lineComments(text: string): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  let first = -1;
  const lines = text.split(/\r\n?|\n/);
  for (let line = 0; line <= lines.length; line++) {
    if (/^\s*\/\//.test(lines[line] ?? '')) {
      if (first < 0) first = line;
      continue;
    }
    if (first >= 0 && line - 1 > first)
      ranges.push({ startLine: first, endLine: line - 1, kind: FoldingRangeKind.Comment });
    first = -1;
  }
  return ranges;
}
