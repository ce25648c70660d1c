import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { type Configuration, readConfiguration } from '../editor/configuration.ts';
import { capabilitiesFor } from '../editor/features.ts';
import { createAnnouncer } from './announcer.ts';
import { createServer, type Server } from './context.ts';
import { DOCUMENT_CAPABILITIES, serveDocuments } from './documents.ts';
import { FOLDER_CAPABILITIES, serveFolders } from './folders.ts';
import { serveRequests } from './requests.ts';
import type { Runtime } from './runtime.ts';
import { createTurns } from './turns.ts';
import { createUpdates } from './updates.ts';
import { verifier } from './verifier.ts';

/** Serves a connection until it closes. Reads nothing from disk before the client has said what its folders are. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const server = createServer(connection, runtime);
  const { workspaces } = server;
  // What changes the workspaces is done in turn.
  const inTurn = createTurns();
  const announcer = createAnnouncer(server);
  const updates = createUpdates(server, announcer, inTurn);

  connection.onInitialize((params) => {
    updates.afterEach(verifier(params.initializationOptions, connection, workspaces));
    return shakeHands(server, params);
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    void inTurn(async () => {
      announcer.announce(configure(server, readConfiguration(settings?.zones)));
      announcer.publish(workspaces.allFiles());
    });
  });
  serveFolders(server, updates);
  serveRequests(server, updates);
  serveDocuments(server, updates);
  connection.listen();
}

/** Follows the settings; answers the files whose findings may be others now. */
function configure({ configuration, workspaces, connection }: Server, wanted: Configuration): Set<string> {
  const { severities, faults } = configuration.current;
  configuration.current = wanted;
  for (const fault of wanted.faults) if (!faults.includes(fault)) connection.console.warn(`zones.rules: ${fault}`);
  const isSame = JSON.stringify([...severities]) === JSON.stringify([...wanted.severities]);
  return isSame ? new Set() : workspaces.setSeverities(wanted.severities);
}

/** Notes what the client is, and says what the server can do. */
function shakeHands(server: Server, params: InitializeParams): InitializeResult {
  const { client } = server;
  client.folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  client.capabilities = params.capabilities;
  configure(server, readConfiguration(params.initializationOptions));
  const features = capabilitiesFor(client.capabilities);
  return {
    serverInfo: { name: 'zones' },
    capabilities: {
      ...DOCUMENT_CAPABILITIES,
      ...features,
      workspace: { ...FOLDER_CAPABILITIES.workspace, ...features.workspace },
    },
  };
}
