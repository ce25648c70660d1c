import type { Announcer } from './announcer.ts';
import type { Server } from './context.ts';
import { createFileStates } from './file-states.ts';
import type { FolderChange } from './roots.ts';
import type { InTurn } from './turns.ts';

/** What is to be looked at again, and brought into the workspaces. */
export interface Updates {
  /** A document was opened, changed or closed. */
  seeDocument(uri: string): void;
  /** Something has happened on the disk to a file or a folder, or may have. */
  seePlace(uri: string): void;
  /** The client has opened and closed folders. */
  seeFolders(event: FolderChange): void;
  /** Looks at what waits, once the first folders are known. */
  flush(): Promise<void>;
  /** From now on what has come in is read: the client has said what its folders are. */
  begin(folders: readonly string[]): Promise<void>;
  /** Has something done each time that texts have been read. */
  afterEach(work: () => void): void;
  /** Resolves when the folders have been read and what was typed is applied: answers are about the text as it stands. */
  upToDate(): Promise<void>;
  /** The URI by which a file is known that a client has spelled otherwise. */
  knownUri(uri: string): Promise<string>;
}

/**
 * Gathers what has happened and brings it into the workspaces in turn. An event says where to look, never what is
 * there: what is read counts as it is when it is read, and what happens meanwhile is another event. So none can be
 * overtaken by an older one.
 */
export function createUpdates(server: Server, { announce, announceInSteps }: Announcer, inTurn: InTurn): Updates {
  const { workspaces, runtime, connection } = server;
  const states = createFileStates(server);
  const documents = new Set<string>();
  const places = new Set<string>();
  let folders: FolderChange[] = [];
  let areRead = (): void => {};
  const begun = new Promise<void>((resolve) => {
    areRead = resolve;
  });
  let isBegun = false;
  let scheduled = false;
  let finish = (): void => {};

  /** What waits, taken out. */
  function take() {
    const taken = { documents: [...documents], places: [...places], folders };
    documents.clear();
    places.clear();
    folders = [];
    return taken;
  }

  const flush = (): Promise<void> =>
    inTurn(async () => {
      if (!isBegun) return;
      announce(workspaces.setToday(runtime.today()));
      if (documents.size + places.size + folders.length === 0) return;
      await announceInSteps(workspaces.update(await states.of(take())));
      finish();
    });

  /** What happens is looked at once the events already waiting are in: a burst of keys costs one reading. */
  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    void runtime.pause().then(async () => {
      scheduled = false;
      await flush().catch((error: unknown) =>
        connection.console.error(`${error instanceof Error ? error.stack : error}`),
      );
    });
  }

  return {
    flush,
    seeDocument(uri) {
      // Of two that are the same file, the one changed last counts.
      documents.delete(uri);
      documents.add(uri);
      schedule();
    },
    seePlace(uri) {
      places.add(uri);
      schedule();
    },
    seeFolders(event) {
      folders.push(event);
      schedule();
    },
    afterEach(work) {
      finish = work;
    },
    async begin(added) {
      isBegun = true;
      folders.unshift({ added, removed: [] });
      try {
        await flush();
      } finally {
        // What cannot be read must not keep requests waiting.
        areRead();
      }
    },
    async upToDate() {
      await begun;
      await flush();
    },
    knownUri: states.knownUri,
  };
}
