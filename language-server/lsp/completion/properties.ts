import { CompletionItemKind } from 'vscode-languageserver';
import {
  ASSET_TYPE_PROPERTIES,
  CONTROL_PROPERTIES,
  KIND_PROPERTIES,
  PROTOCOL_PROPERTIES,
} from '../../language/lowering/library.ts';
import {
  ASSET_PROPERTIES,
  CONDUIT_PROPERTIES,
  FLOW_PROPERTIES,
  ZONE_PROPERTIES,
} from '../../language/lowering/plant.ts';
import type { Schema } from '../../language/lowering/properties.ts';
import { MATRIX_PROPERTIES, RISK_PROPERTIES, SYSTEM_PROPERTIES } from '../../language/lowering/settings.ts';
import type { CompletionContext } from './context.ts';
import type { Suggestion } from './values.ts';

/** The plain properties of each block, by the word that begins it. */
const SCHEMAS: Record<string, Schema> = {
  system: SYSTEM_PROPERTIES,
  zone: ZONE_PROPERTIES,
  asset: ASSET_PROPERTIES,
  conduit: CONDUIT_PROPERTIES,
  flow: FLOW_PROPERTIES,
  risk: RISK_PROPERTIES,
  'risk-matrix': MATRIX_PROPERTIES,
  control: CONTROL_PROPERTIES,
  'asset-type': ASSET_TYPE_PROPERTIES,
  protocol: PROTOCOL_PROPERTIES,
  kind: KIND_PROPERTIES,
};

/** Properties that the grammar has as keywords: those are offered as such. */
const KEYWORDS = new Set(['level', 'kind', 'reference-model']);

/** The properties of the block at the cursor, those it has already and may have once left out. */
export function propertiesOf({ blocks, before }: CompletionContext): Suggestion[] {
  const schema = SCHEMAS[blocks.at(-1)?.word ?? ''] ?? {};
  return Object.entries(schema)
    .filter(([name, times]) => !KEYWORDS.has(name) && (times === 'many' || !before.includes(name)))
    .map(([name], i) => ({ label: name, kind: CompletionItemKind.Property, rank: 400 + i, insert: `${name} ` }));
}
