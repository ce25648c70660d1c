import type { Steps } from '../core/engine/store.ts';
import { type ModelChangedParams, modelChangedMethod } from '../protocol.ts';
import type { Server } from './context.ts';
import { createDiagnosticsPublisher } from './publisher.ts';

/** A longer working out of findings, in milliseconds, lets what is written go out. */
const SLICE = 3;

/** Announces to the client what has become of files: their findings, and that their pictures may be others. */
export interface Announcer {
  /** Sends the findings of files, where they differ from what the client shows. */
  publish(uris: Iterable<string>): void;
  /** Sends the findings of files and says that their models have changed. */
  announce(touched: ReadonlySet<string>): void;
  /** As `announce`, file by file as their findings are known: the client reads them while the next are worked out. */
  announceInSteps(steps: Steps<string>): Promise<void>;
}

/** Tells the client what an update changed: diagnostics, pictures, and what it is to ask for again. */
export function createAnnouncer(server: Server): Announcer {
  const { connection, pictures, runtime, workspaces } = server;
  const publisher = createDiagnosticsPublisher(server);

  function modelsChanged(uris: ReadonlySet<string>): void {
    pictures.revision++;
    void connection.sendNotification(modelChangedMethod, { uris: [...uris] } satisfies ModelChangedParams);
  }

  /** What the models are, to tell whether a reading has made others of them: a file may be read again as it was. */
  const standing = (): string =>
    workspaces
      .all()
      .map(({ revision }) => revision)
      .join(' ');

  return {
    ...publisher,
    announce(touched) {
      if (touched.size === 0) return;
      publisher.publish(touched);
      if (touched.size > 0) modelsChanged(touched);
    },
    async announceInSteps(steps) {
      const before = standing();
      const touched = new Set<string>();
      let since = Date.now();
      for (const uris of steps) {
        publisher.publish(uris);
        for (const uri of uris) touched.add(uri);
        if (Date.now() - since < SLICE) continue;
        await runtime.pause();
        since = Date.now();
      }
      if (standing() !== before) modelsChanged(touched);
    },
  };
}
