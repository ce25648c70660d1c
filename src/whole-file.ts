import * as vscode from 'vscode';

/**
 * Writes a file whole or not at all: what was there stays until all is written beside it.
 * @param options `overwrite` where the user has agreed to it
 * @throws the error of the file system, or one that says what is there already
 */
export async function writeWhole(
  file: vscode.Uri,
  data: Uint8Array,
  { overwrite }: { readonly overwrite: boolean },
): Promise<void> {
  const found = await vscode.workspace.fs.stat(file).then(
    ({ type }) => type,
    () => undefined,
  );
  // Renaming would delete a folder with all that is in it, and put the file in the place of a link.
  if (found !== undefined && found !== vscode.FileType.File)
    throw new Error('there is a folder or a link of this name');
  const beside = file.with({ path: `${file.path}.${crypto.randomUUID().slice(0, 8)}.tmp` });
  try {
    await vscode.workspace.fs.writeFile(beside, data);
    await vscode.workspace.fs.rename(beside, file, { overwrite });
  } catch (error) {
    await vscode.workspace.fs.delete(beside).then(undefined, () => {});
    throw error;
  }
}
