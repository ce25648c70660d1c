import type { Replacement } from '../../language-server/language/format/edits.ts';

/** The text after replacements, which stand in its order and do not overlap. */
export function applyEdits(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: written } of replacements) {
    if (start < at) throw new Error(`Two replacements overlap at offset ${start}.`);
    result += text.slice(at, start) + written;
    at = end;
  }
  return result + text.slice(at);
}
