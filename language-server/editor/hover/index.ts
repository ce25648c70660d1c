import type { Hover } from 'vscode-languageserver';
import type { Declaration } from '../../core/analysis/references.ts';
import type { ElementSort } from '../../core/engine/element.ts';
import type { Query } from '../../core/engine/query.ts';
import { RECORD_SORTS } from '../../core/model/record.ts';
import { elementAt, systemNamed, unitAt } from '../../core/plant/index.ts';
import type { PlantElements } from '../../core/plant/plant.ts';
import { lineStartsOf, type Position, positionAt } from '../../language/source-file.ts';
import type { LocatedFinding, Workspace } from '../../language/workspace.ts';
import { type NameAt, nameAtPosition, offsetAt } from '../cursor.ts';
import { defineFeature, inFile } from '../feature.ts';
import { accessPointHover } from './access-point.ts';
import { assetHover, assetTypeHover } from './asset.ts';
import { conduitHover } from './conduit.ts';
import { controlHover, controlText } from './control.ts';
import { findingsIn } from './findings.ts';
import { kindHover, plainHover, protocolHover } from './library.ts';
import { isRecorded, recordHover } from './record.ts';
import { riskHover } from './risk.ts';
import { systemHover } from './system.ts';
import { type WordAt, wordAt } from './word-at.ts';
import { wordHover } from './words.ts';
import { zoneHover } from './zone.ts';

export const hoverFeature = defineFeature('hoverProvider', () => true, {
  'textDocument/hover': inFile((workspace, uri, { position }) => hover(workspace, uri, position)),
});

/**
 * What a name means and how it stands, or what a word of the language is for, as Markdown. The word and the title of a
 * declaration show what its name does: there no findings stand in front of it.
 */
export function hover(workspace: Workspace, uri: string, position: Position): Hover | undefined {
  const name = nameAtPosition(workspace, uri, position);
  const value = name && textFor(workspace, name);
  if (name && value) return { contents: { kind: 'markdown', value }, range: name.range };
  const file = workspace.files.get(uri);
  const word = file && wordAt(file, offsetAt(file, position));
  if (!word) return undefined;
  const declared = declaredBy(workspace, uri, word);
  const meaning = declared ? textFor(workspace, declared) : wordHover(workspace, file, word);
  if (!meaning) return undefined;
  const starts = lineStartsOf(file.source.text);
  const at = word.start + word.token.at;
  const range = { start: positionAt(starts, at), end: positionAt(starts, at + word.token.text.length) };
  return { contents: { kind: 'markdown', value: meaning }, range };
}

/** What is declared by the word, such as `zone`, or the title at a place. */
function declaredBy(workspace: Workspace, uri: string, { token, previous, next, start }: WordAt): NameAt | undefined {
  const name = token.kind === 'text' ? previous : DECLARING.has(token.text) ? next : undefined;
  const file = workspace.files.get(uri);
  if (!name || !file) return undefined;
  const at = nameAtPosition(workspace, uri, positionAt(lineStartsOf(file.source.text), start + name.at));
  return at && !at.reference ? at : undefined;
}

/** Words that a name follows which has more to tell than the word. */
const DECLARING: ReadonlySet<string> = new Set([
  'system',
  'zone',
  'asset',
  'conduit',
  'risk',
  'access-point',
  ...RECORD_SORTS,
]);

function textFor(workspace: Workspace, name: NameAt): string | undefined {
  const query = workspace.store.query();
  const { symbol } = name;
  if (!symbol) return undefined;
  switch (symbol.kind) {
    case 'element':
      return hoverIn(workspace, elementAt(query, symbol.element));
    case 'declaration':
      return hoverOfDeclaration(query, symbol.declaration, name);
    case 'system':
      return systemHover(systemNamed(query, symbol.system));
  }
}

/** With what is found in zones and conduits; a broken text may leave one without a name to look for it by. */
function hoverIn(workspace: Workspace, element: PlantElements[ElementSort]): string {
  const hasFindings = element.sort === 'zone' || element.sort === 'conduit';
  return hoverOfElement(element, hasFindings ? findingsIn(workspace, element) : []);
}

/** The hover of an element, in Markdown. */
export function hoverOfElement(element: PlantElements[ElementSort], findings: readonly LocatedFinding[] = []): string {
  switch (element.sort) {
    case 'zone':
      return zoneHover(element, findings);
    case 'asset':
      return assetHover(element);
    case 'conduit':
      return conduitHover(element, findings);
    case 'risk':
      return riskHover(element);
  }
}

/** @param name where the declaration is named: of a control, its state there is told */
export function hoverOfDeclaration(query: Query, declaration: Declaration, name?: NameAt): string | undefined {
  if (isRecorded(declaration)) return recordHover(query, declaration);
  switch (declaration.sort) {
    case 'control':
      return name ? controlHover(query, declaration.name, name) : controlText(query, declaration.name);
    case 'asset-type':
      return assetTypeHover(query, declaration.name);
    case 'protocol':
      return protocolHover(query, declaration.name);
    case 'access-point':
      return accessPointHover(query, declaration);
    case 'kind':
      return kindHover(unitAt(query, declaration.entry), declaration.name);
    default:
      return plainHover(query, declaration);
  }
}
