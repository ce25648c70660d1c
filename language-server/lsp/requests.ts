import type { Host } from '../editor/feature.ts';
import { HANDLERS } from '../editor/features.ts';
import { LIBRARY_SCHEME } from '../language/library/files.ts';
import type { Server } from './context.ts';
import type { Updates } from './updates.ts';

/** Answers the requests of all features, about the text as it stands when a request arrives. */
export function serveRequests(server: Server, { upToDate }: Updates): void {
  const { connection, workspaces, pictures, client, runtime } = server;
  const host: Host = {
    client,
    pictures,
    servePage: runtime.servePage,
    async workspaceOf(uri) {
      await upToDate();
      // A document of the library is asked about as the first folder sees it: what of it is used there.
      const isLibrary = uri.startsWith(`${LIBRARY_SCHEME}:`);
      return (isLibrary ? workspaces.all()[0] : undefined) ?? workspaces.of(uri);
    },
    async allWorkspaces() {
      await upToDate();
      return workspaces.all();
    },
  };
  for (const [method, handle] of HANDLERS) connection.onRequest(method, (params: unknown) => handle(host, params));
}
