import type { Hover } from 'vscode-languageserver';
import { elementOf } from '../../core/engine/entry.ts';
import type { Position } from '../../language/source-file.ts';
import type { Workspace } from '../../language/workspace.ts';
import { type NameAt, nameAtPosition } from '../cursor.ts';
import { assetHover, assetTypeHover } from './asset.ts';
import { conduitHover } from './conduit.ts';
import { controlHover } from './control.ts';
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
  if (symbol.kind === 'element') {
    const { element } = symbol;
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
  const { declaration } = symbol;
  switch (declaration.sort) {
    case 'control':
      return controlHover(view, declaration.name, name);
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
