import type { Server } from './context.ts';
import type { Updates } from './updates.ts';

/** So many milliseconds lie between two looks at the disk at least. */
const PAUSE = 2000;

/** And so many times as many as a look takes: a slow disk must not be busy with it. */
const SHARE = 20;

/** Looks at the open folders time and again, for a client that does not tell what happens on the disk. */
export async function keepLooking({ workspaces, runtime }: Server, { seePlace }: Updates): Promise<never> {
  // What has happened since the folders were read is found in the first look: it looks at all files.
  let before = new Map([...workspaces.files.keys()].map((id) => [id, '']));
  for (;;) {
    const since = Date.now();
    const stamps = new Map<string, string>();
    for (const { id } of workspaces.roots) {
      for (const { place, stamp } of await runtime.listFiles(id)) if (stamp !== undefined) stamps.set(place, stamp);
    }
    for (const [place, stamp] of stamps) if (before.get(place) !== stamp) seePlace(place);
    for (const place of before.keys()) if (!stamps.has(place)) seePlace(place);
    before = stamps;
    await runtime.wait(Math.max(PAUSE, SHARE * (Date.now() - since)));
  }
}
