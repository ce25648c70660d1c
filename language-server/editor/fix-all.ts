import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import type { Entry } from '../core/engine/entry.ts';
import { evaluateWithFixes } from '../core/rules/frame/evaluate.ts';
import type { Finding } from '../core/rules/frame/rule.ts';
import { RULES } from '../core/rules/index.ts';
import { replacementsOf, textEditsOf } from '../language/edits/index.ts';
import type { FileReplacement } from '../language/edits/source.ts';
import type { Workspace } from '../language/workspace.ts';
import { type EditForm, workspaceEdit } from './workspace-edit.ts';

/** What the editor applies on saving when it is told to, and on "Fix All". */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.zones`;

/** The safe fixes of all findings of a file as one action; none where there are none. */
export function fixAllOfFile(workspace: Workspace, uri: string, form: EditForm): CodeAction[] {
  const edit = safeEdits(workspace, uri, new Set(workspace.findingsOf(uri).map(({ rule }) => rule)), form);
  return edit ? [{ title: 'Fix all that can be fixed safely', kind: FIX_ALL, edit }] : [];
}

/** Of which rule and file all is to be fixed: what a client sends back when it is chosen. */
export interface FixAllData {
  readonly uri: string;
  readonly rule: string;
}

/**
 * The safe fixes of all findings of a rule in a file as one action, where it has several.
 * @param isLazy the changes are worked out when the action is chosen, which takes as long as the file is large
 */
export function fixAllActions(workspace: Workspace, data: FixAllData, form: EditForm, isLazy = false): CodeAction[] {
  const { uri, rule } = data;
  if (workspace.findingsOf(uri).filter((finding) => finding.rule === rule).length < 2) return [];
  const action = { title: `Fix all of '${rule}' in this file`, kind: CodeActionKind.QuickFix };
  return [isLazy ? { ...action, data } : { ...action, edit: fixAllOfRule(workspace, data, form) }];
}

/** The changes of the safe fixes of all findings of a rule in a file. */
export const fixAllOfRule = (workspace: Workspace, { uri, rule }: FixAllData, form: EditForm): WorkspaceEdit =>
  safeEdits(workspace, uri, new Set([rule]), form) ?? { changes: {} };

/**
 * The first safe fix of each finding that some rules have in a file. Of fixes that would change the same text one is
 * left for the next time: by then it may have another one, or be gone.
 */
function safeEdits(
  workspace: Workspace,
  uri: string,
  rules: ReadonlySet<string>,
  form: EditForm,
): WorkspaceEdit | undefined {
  const taken: FileReplacement[] = [];
  const query = workspace.store.query();
  for (const entry of workspace.files.get(uri)?.entries ?? []) {
    for (const finding of evaluateWithFixes(RULES, rules, entry, query)) {
      const edits = safeEditsOf(workspace, entry, finding);
      if (edits.length === 0 || edits.some((edit) => taken.some((other) => overlap(edit, other)))) continue;
      taken.push(...edits);
    }
  }
  return taken.length > 0 ? workspaceEdit(new Map([[uri, textEditsOf(workspace, uri, taken)]]), form) : undefined;
}

/** The changes of the first fix that is safe for all findings at once and stays in the file. */
function safeEditsOf(workspace: Workspace, entry: Entry, { fixes }: Finding): readonly FileReplacement[] {
  const fix = fixes.find(({ batch }) => batch);
  const files = fix ? [...replacementsOf(workspace, entry, fix.edits)] : [];
  return files.length === 1 && files[0]![0] === entry.file ? files[0]![1] : [];
}

const overlap = (a: FileReplacement, b: FileReplacement): boolean => a.start < b.end && b.start < a.end;
