import { expect } from 'vitest';
import { createWorkspace, type Workspace } from '../../language-server/language/workspace.ts';
import type { Reach } from '../differential/reach.ts';
import { shownIn } from '../support/shown.ts';
import type { Edit, Files } from './random-files.ts';

export const TODAY = '2026-11-24';

/** What a user sees of each file. */
export const findingsIn = (workspace: Workspace, files: Files) => shownIn(workspace, files.keys());

/** A workspace that never saw another text. */
export function fresh(files: Files, today: string): Workspace {
  const workspace = createWorkspace({ defaultSystem: 'plant', today });
  workspace.update([...files].map(([uri, text]) => ({ uri, text })));
  return workspace;
}

/** What a client would send: the files that differ. */
const changesBetween = (before: Files, after: Files) =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((uri) => before.get(uri) !== after.get(uri))
    .map((uri) => ({ uri, text: after.get(uri) }));

/** Applies groups of edits, one update a group, and compares with a workspace that never saw another text. */
export function compareAfterGroups(start: Files, groups: readonly (readonly Edit[])[], reach?: Reach): void {
  let files = start;
  let today = TODAY;
  const workspace = fresh(files, today);
  let shown = findingsIn(workspace, files);
  reach?.start();
  reach?.see({ shown, texts: files, today });
  for (const group of groups) {
    const after = group.reduce((texts, { apply }) => apply(texts), files);
    const touched = workspace.update(changesBetween(files, after));
    files = after;
    for (const { today: day } of group) {
      if (!day) continue;
      today = day;
      for (const uri of workspace.setToday(day)) touched.add(uri);
    }
    expect(workspace.verify()).toEqual([]);
    const now = findingsIn(workspace, files);
    expect(now).toEqual(findingsIn(fresh(files, today), files));
    // Who is told of the touched files only must have seen everything.
    for (const [uri, findings] of now) if (!touched.has(uri)) expect(findings).toEqual(shown.get(uri));
    shown = now;
    reach?.see({ shown, texts: files, today });
  }
}
