import type { Hover } from 'vscode-languageserver';
import type { Declaration } from '../../core/analysis/references.ts';
import { type ElementRef, elementOf } from '../../core/engine/entry.ts';
import type { View } from '../../core/engine/view.ts';
import type { Position } from '../../language/source-file.ts';
import type { Workspace } from '../../language/workspace.ts';
import { type NameAt, nameAtPosition } from '../cursor.ts';
import { assetHover, assetTypeHover } from './asset.ts';
import { conduitHover } from './conduit.ts';
import { controlHover, controlText } from './control.ts';
import { kindHover, plainHover, protocolHover } from './library.ts';
import { zoneHover } from './zone.ts';

/** What a name means and how it stands, as Markdown. */
export function hover(workspace: Workspace, uri: string, position: Position): Hover | undefined {
  const name = nameAtPosition(workspace, uri, position);
  if (!name) return undefined;
  const value = textFor(workspace, name);
  return value ? { contents: { kind: 'markdown', value }, range: name.range } : undefined;
}

function textFor(workspace: Workspace, name: NameAt): string | undefined {
  const view = workspace.world.view();
  const { symbol } = name;
  if (!symbol) return undefined;
  return symbol.kind === 'element'
    ? hoverOfElement(view, symbol.element)
    : hoverOfDeclaration(view, symbol.declaration, name);
}

export function hoverOfElement(view: View, element: ElementRef): string {
  switch (element.sort) {
    case 'zone':
      return zoneHover(view, { ...element, sort: 'zone' });
    case 'asset':
      return assetHover(view, { ...element, sort: 'asset' });
    case 'conduit':
      return conduitHover(view, { ...element, sort: 'conduit' });
    case 'risk': {
      const risk = elementOf(element);
      return `**${risk.title?.value ?? risk.name.value}** · risk`;
    }
  }
}

/** @param name where the declaration is named: of a control, its state there is told */
export function hoverOfDeclaration(view: View, declaration: Declaration, name?: NameAt): string | undefined {
  switch (declaration.sort) {
    case 'control':
      return name ? controlHover(view, declaration.name, name) : controlText(view, declaration.name);
    case 'asset-type':
      return assetTypeHover(view, declaration.name);
    case 'protocol':
      return protocolHover(view, declaration.name);
    case 'kind':
      return kindHover(declaration.entry, declaration.name);
    default:
      return plainHover(declaration);
  }
}
