import { staleLines } from '../../../language-server/core/rules/frame/stale.ts';
import { split } from '../../../language-server/language/parser/split.ts';
import { createWorkspace } from '../../../language-server/language/workspace.ts';
import type { Model } from './model.ts';

/** In a long row of like declarations so many exchanges will do. */
const MOST = 8;

/**
 * Exchanges two neighbouring declarations of a file at a time, and puts them back. Nothing says something else then, but
 * which of two comes first. Answers what is to be said of findings that are out of date.
 */
export function staleAfterExchanges({ texts, today }: Model): string[] {
  const workspace = createWorkspace({ defaultSystem: 'plant', today });
  workspace.update([...texts].map(([uri, text]) => ({ uri, text })));
  return [...texts].flatMap(([uri, text]) => {
    const declarations = split(text);
    return declarations.slice(1, 1 + MOST).flatMap((second, i) => {
      const first = declarations[i]!;
      const exchanged =
        text.slice(0, first.start) +
        text.slice(second.start, second.end) +
        text.slice(first.end, second.start) +
        text.slice(first.start, first.end) +
        text.slice(second.end);
      return [exchanged, text].flatMap((each) => {
        workspace.update([{ uri, text: each }]);
        const lines = workspace.verify().flatMap(staleLines);
        return lines.length > 0 ? [`declarations ${i + 1} and ${i + 2} of ${uri} exchanged:`, ...lines] : [];
      });
    });
  });
}
