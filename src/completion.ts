import * as vscode from 'vscode';
import type { ProvideCompletionItemsSignature } from 'vscode-languageclient/node';

/** Opens the list as typing does: its first item is chosen by Enter, and it closes where nothing fits any more. */
const SUGGEST: vscode.Command = {
  title: '',
  command: 'editor.action.triggerSuggest',
  arguments: [{ auto: true }],
};

/** True from the moment on when a list in quotes is asked for once more, until that is answered. */
let isAskedAgain = false;

/**
 * Completion as VS Code is to show it. After a word that something has to follow, as `criticality` does, the next list
 * opens by itself. A list that a quote opens has nothing chosen in VS Code, and Enter would break the text over two
 * lines: it is asked for once more, as if by typing.
 */
export async function completeInVsCode(
  document: vscode.TextDocument,
  position: vscode.Position,
  context: vscode.CompletionContext,
  token: vscode.CancellationToken,
  next: ProvideCompletionItemsSignature,
): Promise<vscode.CompletionItem[] | vscode.CompletionList | null | undefined> {
  if (isAskedAgain && context.triggerKind === vscode.CompletionTriggerKind.Invoke) {
    isAskedAgain = false;
    // Typing has gone on: what would open behind the text has not been asked for.
    if (!isInText(document, position)) return undefined;
  }
  const found = await next(document, position, context, token);
  const items = Array.isArray(found) ? found : (found?.items ?? []);
  if (context.triggerCharacter === '"' && items.length > 0 && !token.isCancellationRequested) {
    isAskedAgain = true;
    void vscode.commands.executeCommand(SUGGEST.command, ...(SUGGEST.arguments ?? []));
    return undefined;
  }
  for (const item of items) {
    const { data } = item as { data?: { more?: boolean } };
    if (data?.more) item.command = SUGGEST;
  }
  return found;
}

/** True behind an opening quote of a line. */
function isInText(document: vscode.TextDocument, { line, character }: vscode.Position): boolean {
  const before = document.lineAt(line).text.slice(0, character);
  return (before.match(/(?<!\\)"/g) ?? []).length % 2 === 1;
}
