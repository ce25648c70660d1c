import type * as vscode from 'vscode';
import type { FromPage, ToPage } from './messages.ts';

/** What the page answers when it is asked. */
export type Reply = Extract<FromPage, { id: number }>;

/** The way to the page of a preview, which is gone while its panel is hidden, and says so when it is back. */
export interface PageLink {
  readonly isThere: boolean;
  post(message: ToPage): void;
  /** Asks the page something, when it is there; undefined where it is gone before it answers. */
  ask(question: (id: number) => ToPage): Promise<Reply | undefined>;
  /** To be called with what the page answers. */
  answered(reply: Reply): void;
  /** To be called when the page says that it is there, and when it is gone: for a while, or for good. */
  came(): void;
  went(isForGood: boolean): void;
}

/** The questions that the extension asks of the page of a preview. */
export function createPageLink(webview: vscode.Webview): PageLink {
  const page = { isThere: false, questions: 0 };
  /** What the page has been asked; it answers with nothing where it is gone meanwhile. */
  const unanswered = new Map<number, (reply: Reply | undefined) => void>();
  /** Called when the page can be asked, with false when it is closed. */
  const waiting = new Set<(isThere: boolean) => void>();
  const endWait = (isThere: boolean): void => {
    for (const resolve of waiting) resolve(isThere);
    waiting.clear();
  };
  const post = (message: ToPage): void => void webview.postMessage(message);

  return {
    get isThere() {
      return page.isThere;
    },
    post,
    async ask(question) {
      const isThere = page.isThere || (await new Promise<boolean>((resolve) => waiting.add(resolve)));
      if (!isThere) return undefined;
      const id = ++page.questions;
      const reply = new Promise<Reply | undefined>((resolve) => unanswered.set(id, resolve));
      post(question(id));
      return reply;
    },
    answered(reply) {
      unanswered.get(reply.id)?.(reply);
      unanswered.delete(reply.id);
    },
    came() {
      page.isThere = true;
      endWait(true);
    },
    went(isForGood) {
      page.isThere = false;
      for (const resolve of unanswered.values()) resolve(undefined);
      unanswered.clear();
      if (isForGood) endWait(false);
    },
  };
}
