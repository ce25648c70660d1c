import * as vscode from 'vscode';

/** A kind of file: the ending of its name without the dot, and what it is. */
interface FileKind {
  readonly ending: string;
  readonly fileType: string;
}

/**
 * Asks where a file shall be saved, beside a model; undefined when the user gives up.
 * @param name what is proposed, without the ending
 */
export async function chooseFile(
  title: string,
  model: vscode.Uri,
  name: string,
  { ending, fileType }: FileKind,
): Promise<vscode.Uri | undefined> {
  const folder = vscode.Uri.joinPath(model, '..');
  const file = await vscode.window.showSaveDialog({
    title,
    saveLabel: 'Export',
    defaultUri: folder.scheme === 'file' ? vscode.Uri.joinPath(folder, `${name}.${ending}`) : undefined,
    filters: { [fileType]: [ending] },
  });
  if (!file || file.path.toLowerCase().endsWith(`.${ending}`)) return file;
  // A name without the ending gets it, unless that would be a file that nobody has agreed to write over.
  const complete = file.with({ path: `${file.path}.${ending}` });
  const exists = await vscode.workspace.fs.stat(complete).then(
    () => true,
    () => false,
  );
  return exists ? file : complete;
}
