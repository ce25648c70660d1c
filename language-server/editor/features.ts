import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { starterModel } from '../language/starter-model.ts';
import { starterModelMethod, type ZonesRequests } from '../protocol.ts';
import { importMethod } from '../protocol-exchange.ts';
import { codeActionFeature } from './code-actions.ts';
import { completionFeature } from './completion/feature.ts';
import { documentLinkFeature } from './document-links.ts';
import { EXPORT_HANDLERS } from './export-model.ts';
import type { AnyHandler, Feature, Handler } from './feature.ts';
import { foldingFeature } from './folding.ts';
import { formattingFeature, onTypeFormattingFeature, rangeFormattingFeature } from './formatting.ts';
import { hoverFeature } from './hover/index.ts';
import { answerImport } from './import.ts';
import { libraryDocumentFeature } from './library-documents.ts';
import { outlineFeature } from './outline.ts';
import { POSTURE_HANDLERS } from './posture.ts';
import { PREVIEW_HANDLERS } from './preview.ts';
import { definitionFeature, highlightFeature, referencesFeature } from './references.ts';
import { renameFeature } from './rename.ts';
import { selectionFeature } from './selection.ts';
import { semanticTokensFeature } from './semantic-tokens.ts';
import { REPORT_HANDLERS } from './show-report.ts';
import { workspaceSymbolFeature } from './workspace-symbols.ts';

/** All that an editor may ask by LSP. */
const FEATURES: readonly Feature[] = [
  completionFeature,
  hoverFeature,
  definitionFeature,
  referencesFeature,
  highlightFeature,
  documentLinkFeature,
  renameFeature,
  outlineFeature,
  workspaceSymbolFeature,
  foldingFeature,
  selectionFeature,
  codeActionFeature,
  formattingFeature,
  rangeFormattingFeature,
  onTypeFormattingFeature,
  semanticTokensFeature,
  libraryDocumentFeature,
];

/** The handlers of our own requests: the compiler asks for each of them. */
const ZONES_HANDLERS: {
  readonly [Method in keyof ZonesRequests]: Handler<ZonesRequests[Method]['params'], ZonesRequests[Method]['result']>;
} = {
  ...PREVIEW_HANDLERS,
  ...POSTURE_HANDLERS,
  ...REPORT_HANDLERS,
  ...EXPORT_HANDLERS,
  [importMethod]: answerImport,
  [starterModelMethod]: (_, { system }) => ({ text: starterModel(system) }),
};

/** The handler of each request, by its method. */
export const HANDLERS: ReadonlyMap<string, AnyHandler> = new Map(
  [...FEATURES.map(({ handlers }) => handlers), ZONES_HANDLERS as Readonly<Record<string, AnyHandler>>].flatMap(
    (handlers) => Object.entries(handlers),
  ),
);

/** What the features tell a client that the server can do. */
export function capabilitiesFor(client: ClientCapabilities): ServerCapabilities {
  return Object.assign({}, ...FEATURES.map((feature) => feature.capability(client)));
}
