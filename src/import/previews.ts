import * as vscode from 'vscode';
import type { ImportResult } from '../../language-server/protocol-exchange.ts';
import { askToImport } from './agreement.ts';

/** The texts that an import would leave, as documents that only can be read. */
const SCHEME = 'zones-import';

const TITLE = 'Import: What Would Change';

/** Shows what an import would change, and asks. */
export interface ImportPreviews extends vscode.Disposable {
  /** True where the user has seen the differences and agrees. */
  agreed(result: ImportResult): Promise<boolean>;
}

export function createPreviews(): ImportPreviews {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });
  const documentOf = (uri: string, text: string): vscode.Uri => {
    const document = vscode.Uri.parse(uri).with({ scheme: SCHEME });
    texts.set(document.toString(), text);
    changed.fire(document);
    return document;
  };

  async function show({ changed: files, created }: ImportResult): Promise<void> {
    const pairs = [
      ...files.map(({ uri, text }) => [vscode.Uri.parse(uri), vscode.Uri.parse(uri), documentOf(uri, text)]),
      ...created.map(({ uri, text }) => [vscode.Uri.parse(uri), undefined, documentOf(uri, text)]),
    ] as const;
    const [only, ...others] = pairs;
    if (only?.[1] && others.length === 0) await vscode.commands.executeCommand('vscode.diff', only[1], only[2], TITLE);
    else await vscode.commands.executeCommand('vscode.changes', TITLE, pairs);
  }

  /** What has been answered is not left standing as if it were still asked. */
  async function close(): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(tabs.filter(({ label }) => label === TITLE));
    texts.clear();
  }

  return {
    async agreed(result) {
      await show(result);
      const isAgreed = await askToImport(result);
      await close();
      return isAgreed;
    },
    dispose() {
      provider.dispose();
      changed.dispose();
    },
  };
}
