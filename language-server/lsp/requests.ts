import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { failedRequest } from '../core/text/fault.ts';
import type { Host } from '../editor/feature.ts';
import { HANDLERS } from '../editor/features.ts';
import { LIBRARY_SCHEME } from '../language/library/files.ts';
import type { Server } from './context.ts';
import { createNearFiles } from './near-files.ts';
import type { Updates } from './updates.ts';

const isOfLibrary = (uri: string): boolean => uri.startsWith(`${LIBRARY_SCHEME}:`);

/** Answers the requests of all features, about the text as it stands when a request arrives. */
export function serveRequests(server: Server, { upToDate, knownUri }: Updates): void {
  const { connection, workspaces, pictures, client, runtime } = server;
  const host: Host = {
    client,
    pictures,
    nearFiles: createNearFiles(server),
    openImport: runtime.openImport,
    writeWorkbook: runtime.writeWorkbook,
    servePage: runtime.servePage,
    documents: runtime.documents,
    versionOf: workspaces.versionOf,
    async workspaceOf(uri) {
      await upToDate();
      const known = workspaces.having(uri);
      if (known) return known;
      // A document of the library is asked about as the first folder sees it: what of it is used there.
      const first = isOfLibrary(uri) ? workspaces.all()[0] : undefined;
      return first ?? workspaces.around((await runtime.identify(uri)).place);
    },
    async allWorkspaces() {
      await upToDate();
      return workspaces.all();
    },
  };

  /** Parameters that name a file as it is known, however the client spells it. */
  async function named(params: unknown): Promise<unknown> {
    const { uri, textDocument } = (params ?? {}) as { uri?: unknown; textDocument?: { uri?: unknown } };
    const asked = textDocument?.uri ?? uri;
    if (typeof asked !== 'string' || isOfLibrary(asked) || workspaces.having(asked)) return params;
    await upToDate();
    const known = await knownUri(asked);
    if (known === asked) return params;
    const rest = params as object;
    return textDocument ? { ...rest, textDocument: { ...textDocument, uri: known } } : { ...rest, uri: known };
  }

  for (const [method, handle] of HANDLERS) {
    connection.onRequest(method, async (params: unknown) => {
      try {
        return await handle(host, await named(params));
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        const message = failedRequest(method, error);
        connection.console.error(message);
        throw new ResponseError(ErrorCodes.InternalError, message);
      }
    });
  }
}
