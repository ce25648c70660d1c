import type * as vscode from 'vscode';

/** What to do with each message of a page, by its type. */
export type HandlersOf<Message extends { readonly type: string }> = {
  readonly [Type in Message['type']]: (message: Extract<Message, { type: Type }>) => void | Promise<void>;
};

/**
 * Hands the messages of a panel's page to their handlers until the panel is closed.
 * @param messageOf the value as a message, undefined where it is none
 * @param onGone is called when the page is hidden or closed: a hidden one forgets all
 */
export function listen<Message extends { readonly type: string }>(
  view: vscode.WebviewPanel,
  messageOf: (value: unknown) => Message | undefined,
  handlers: HandlersOf<Message>,
  onGone: () => void,
): void {
  const handle = <Type extends Message['type']>(message: Extract<Message, { type: Type }>): void => {
    const handler = handlers[message.type as Type];
    // A server that does not answer changes nothing here; that it does not is reported elsewhere.
    void Promise.resolve(handler(message)).catch(() => undefined);
  };
  const listeners = [
    view.webview.onDidReceiveMessage((value: unknown) => {
      const message = messageOf(value);
      if (message) handle(message as Extract<Message, { type: Message['type'] }>);
    }),
    view.onDidChangeViewState(() => {
      if (!view.visible) onGone();
    }),
  ];
  view.onDidDispose(() => {
    for (const listener of listeners) listener.dispose();
    onGone();
  });
}
