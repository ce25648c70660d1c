import type { Announcer } from './announcer.ts';
import type { Server } from './context.ts';
import type { InTurn } from './turns.ts';

/** The texts that have come in and wait to be read. */
export interface Updates {
  /** Takes the new text of a file, undefined for one that is gone. */
  change(uri: string, text: string | undefined): void;
  /** Reads what waits, once the folders have been read. */
  flush(): Promise<void>;
  /** From now on texts are read: the folders have been. */
  begin(): Promise<void>;
  /** Has something done each time that texts have been read. */
  afterEach(work: () => void): void;
  /** Resolves when the folders have been read and what was typed is applied: answers are about the text as it stands. */
  upToDate(): Promise<void>;
}

/** Gathers changed texts and brings them into their workspaces in turn. */
export function createUpdates(
  { workspaces, runtime }: Server,
  { announce, announceInSteps }: Announcer,
  inTurn: InTurn,
): Updates {
  const waiting = new Map<string, string | undefined>();
  let areRead = (): void => {};
  const folders = new Promise<void>((resolve) => {
    areRead = resolve;
  });
  let scheduled = false;
  let begun = false;
  let finish = (): void => {};

  const flush = (): Promise<void> =>
    inTurn(async () => {
      if (!begun) return;
      announce(workspaces.setToday(runtime.today()));
      if (waiting.size === 0) return;
      const changes = [...waiting].map(([uri, text]) => ({ uri, text }));
      waiting.clear();
      await announceInSteps(workspaces.update(changes));
      finish();
    });

  return {
    flush,
    // What was typed is read once the events already waiting are in: a burst of keys costs one reading.
    change(uri, text) {
      waiting.set(uri, text);
      if (scheduled) return;
      scheduled = true;
      void runtime.pause().then(() => {
        scheduled = false;
        return flush();
      });
    },
    afterEach(work) {
      finish = work;
    },
    async begin() {
      begun = true;
      await flush();
      areRead();
    },
    async upToDate() {
      await folders;
      await flush();
    },
  };
}
