import { isDeepStrictEqual } from 'node:util';
import type { LocatedFinding, Workspace } from '../../language-server/language/workspace.ts';

/** A finding as a user sees it. */
export type ShownFinding = Omit<LocatedFinding, 'entry' | 'fixes' | 'subject'>;

/** What a user sees of each file, by its URI. */
export type Shown = ReadonlyMap<string, readonly ShownFinding[]>;

/** What a workspace shows of some files. */
export const shownIn = (workspace: Workspace, uris: Iterable<string>): Shown =>
  new Map(
    [...uris].map((uri) => [uri, workspace.findingsOf(uri).map(({ entry, fixes, subject, ...finding }) => finding)]),
  );

/** A line for each finding that only one of two has of the same files. */
export function differences(edited: Shown, anew: Shown): string[] {
  return [...anew].flatMap(([uri, expected]) => {
    const found = edited.get(uri)!;
    if (isDeepStrictEqual(found, expected)) return [];
    const only = (title: string, some: typeof found, others: typeof found) =>
      some
        .filter((each) => !others.some((other) => isDeepStrictEqual(each, other)))
        .map(
          ({ rule, range, message }) => `only ${title}: ${rule} in ${uri}, line ${range.start.line + 1}: ${message}`,
        );
    const lines = [...only('after the edit', found, expected), ...only('when read anew', expected, found)];
    return lines.length > 0 ? lines : [`${uri}: the same findings in another order`];
  });
}
