import * as vscode from 'vscode';
import type { ImportResult } from '../../language-server/protocol-exchange.ts';
import { tellAtLength } from '../tell.ts';

/**
 * Asks whether to import what is shown. True where the user agrees. A list and no notification: that hides itself while
 * the differences are being read. It is low, since it lies over their first lines.
 */
export async function askToImport({ summary, notes }: ImportResult): Promise<boolean> {
  const yes = { label: '$(check) Import', description: summary };
  const no = { label: '$(close) Cancel', description: 'Change nothing' };
  return (await choose('Import What Is Shown?', [yes, no], notes)) === yes;
}

/** Tells what is left out or differs in a file that changes nothing. */
export async function tellNotes(notes: readonly string[]): Promise<void> {
  const close = { label: '$(check) Close', description: 'The models already say all that was read' };
  await choose('Nothing to Import', [close], notes);
}

/** The answer that was chosen. Who asks for the notes is shown them in full, and chooses then. */
async function choose<Answer extends vscode.QuickPickItem>(
  title: string,
  answers: readonly Answer[],
  notes: readonly string[],
): Promise<Answer | undefined> {
  const others =
    notes.length === 0
      ? []
      : [{ label: `$(info) Left Out or Different (${notes.length})`, description: notes[0]!, isNotes: true }];
  for (;;) {
    const chosen = await vscode.window.showQuickPick<Answer | (typeof others)[number]>([...answers, ...others], {
      title,
      ignoreFocusOut: true,
    });
    if (!chosen || !('isNotes' in chosen)) return chosen;
    await tellAtLength('Left out or different', notes);
  }
}
