import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { starterModel } from '../language/starter-model.ts';
import { starterModelMethod, type ZonesRequests } from '../protocol.ts';
import { codeActionFeature } from './code-actions.ts';
import { completionFeature } from './completion/feature.ts';
import type { Answer, AnyAnswer, Feature } from './feature.ts';
import { foldingFeature } from './folding.ts';
import { hoverFeature } from './hover/index.ts';
import { libraryDocumentFeature } from './library-documents.ts';
import { outlineFeature, workspaceSymbolFeature } from './outline.ts';
import { PREVIEW_ANSWERS } from './preview.ts';
import { definitionFeature, highlightFeature, referencesFeature } from './references.ts';
import { renameFeature } from './rename.ts';
import { selectionFeature } from './selection.ts';
import { semanticTokensFeature } from './semantic-tokens.ts';

/** All that an editor may ask by LSP. */
export const FEATURES: readonly Feature[] = [
  completionFeature,
  hoverFeature,
  definitionFeature,
  referencesFeature,
  highlightFeature,
  renameFeature,
  outlineFeature,
  workspaceSymbolFeature,
  foldingFeature,
  selectionFeature,
  codeActionFeature,
  semanticTokensFeature,
  libraryDocumentFeature,
];

/** The answers to our own requests: the compiler asks for each of them. */
const ZONES_ANSWERS: {
  readonly [Method in keyof ZonesRequests]: Answer<ZonesRequests[Method]['params'], ZonesRequests[Method]['result']>;
} = {
  ...PREVIEW_ANSWERS,
  [starterModelMethod]: (_, { system }) => ({ text: starterModel(system) }),
};

/** The answer to each request, by its method. */
export const ANSWERS: ReadonlyMap<string, AnyAnswer> = new Map(
  [...FEATURES.map(({ answers }) => answers), ZONES_ANSWERS as Readonly<Record<string, AnyAnswer>>].flatMap((answers) =>
    Object.entries(answers),
  ),
);

/** What the features tell a client that the server can do. */
export function capabilitiesFor(client: ClientCapabilities): ServerCapabilities {
  return Object.assign({}, ...FEATURES.map((feature) => feature.capability(client)));
}
