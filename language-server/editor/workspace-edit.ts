import type { ClientCapabilities, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Host } from './feature.ts';

/** How the changes of an answer are written for a client. */
export interface EditForm {
  /** The client lets the user write over what is still to be said. */
  readonly snippets: boolean;
  /**
   * The version of the open document whose text the changes are of, null of a file that is not open. Only for a client
   * that takes versions: it can tell that its text has become another one meanwhile.
   */
  readonly versionOf?: (uri: string) => number | null;
}

/** For a client of which nothing is known. */
export const PLAIN: EditForm = { snippets: false };

/** The form that the client of a request takes. */
export function editFormFor({ client: { capabilities }, versionOf }: Pick<Host, 'client' | 'versionOf'>): EditForm {
  const { workspaceEdit }: NonNullable<ClientCapabilities['workspace']> = capabilities.workspace ?? {};
  if (!workspaceEdit?.documentChanges) return PLAIN;
  return { snippets: workspaceEdit.snippetEditSupport ?? false, versionOf };
}

/** The changes of some files, by their URIs, as one answer. Snippets only where the form has them. */
export function workspaceEdit(
  files: ReadonlyMap<string, readonly (TextEdit | SnippetTextEdit)[]>,
  { versionOf }: EditForm,
): WorkspaceEdit {
  if (!versionOf) {
    return { changes: Object.fromEntries([...files].map(([uri, edits]) => [uri, edits as TextEdit[]])) };
  }
  return {
    documentChanges: [...files].map(([uri, edits]) => ({
      textDocument: { uri, version: versionOf(uri) },
      edits: [...edits],
    })),
  };
}
