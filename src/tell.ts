import * as vscode from 'vscode';
import { notice } from './notice.ts';

type Tell = (text: string, ...buttons: readonly string[]) => Thenable<string | undefined>;

/** Notifications; each answers the button that was chosen. Nothing else shows one. */
export const tellError: Tell = (text, ...buttons) => vscode.window.showErrorMessage(notice(text), ...buttons);
export const tellWarning: Tell = (text, ...buttons) => vscode.window.showWarningMessage(notice(text), ...buttons);
export const tell: Tell = (text, ...buttons) => vscode.window.showInformationMessage(notice(text), ...buttons);

/** Several sentences in a dialog, where a notification would cut them. */
export const tellAtLength = (text: string, lines: readonly string[]): Thenable<unknown> =>
  vscode.window.showInformationMessage(notice(text), { modal: true, detail: lines.join('\n') });

/**
 * Does something that may fail: a server that has stopped, a folder that cannot be written.
 * @param failed what is said then, such as `The report could not be exported`, before the reason
 */
export async function attempt(failed: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void tellError(
      `${failed}: ${why}. If the language server has stopped, restart it with “Zones: Restart Language Server”.`,
    );
  }
}
