import { CompletionItemKind } from 'vscode-languageserver';
import { assetTypeOf, typeLine } from '../../core/analysis/focus.ts';
import type { AssetFlag } from '../../core/catalogue/asset-type.ts';
import { type ElementRef, type ElementSort, elementOf, pathOf } from '../../core/engine/entry.ts';
import { endsOf } from '../../core/engine/resolve.ts';
import type { Scope } from './scope.ts';
import type { Suggestion } from './values.ts';

const KINDS: Partial<Record<ElementSort, CompletionItemKind>> = {
  zone: CompletionItemKind.Module,
  asset: CompletionItemKind.Variable,
  conduit: CompletionItemKind.Interface,
};

/** A name is looked for among this many elements at most; a larger plant is named by path. */
const MOST_ELEMENTS = 20_000;

/**
 * Elements of the system by the shortest name that is theirs alone: those of the unit at the cursor or at the
 * conduit's ends first, and among them the assets with the wanted flag.
 */
export function elements(scope: Scope, sorts: readonly ElementSort[], flag?: AssetFlag): Suggestion[] {
  const found: ElementRef[] = [];
  for (const entry of scope.workspace.world.entries()) {
    if (entry.library || entry.system !== scope.system) continue;
    for (const sort of sorts) {
      for (let index = 0; index < entry.unit[`${sort}s`].length; index++) found.push({ entry, sort, index });
    }
    if (found.length > MOST_ELEMENTS) break;
  }
  const times = new Map<string, number>();
  for (const element of found) {
    const name = elementOf(element).name.value;
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  const near = nearPrefixes(scope);
  return found.flatMap((element, i) => {
    const path = pathOf(element);
    const { name, title } = elementOf(element);
    if (!name.value) return [];
    const isNear = near.some((prefix) => path === prefix || path.startsWith(`${prefix}.`));
    const label = times.get(name.value) === 1 || (isNear && near.length === 1) ? name.value : path;
    const fitting = flag === undefined || hasFlag(scope, element, flag);
    const rank = (isNear ? 0 : 50) + (fitting ? 0 : 100) + i / MOST_ELEMENTS;
    return [
      {
        label,
        kind: KINDS[element.sort] ?? CompletionItemKind.Variable,
        rank,
        detail: detailOf(scope, element, title?.value),
      },
    ];
  });
}

/** Paths whose elements are meant first: the conduit's ends, else the zone at the cursor. */
function nearPrefixes({ view, conduit, zone }: Scope): string[] {
  if (conduit) return endsOf(view, conduit).flatMap((end) => (end ? [pathOf(end)] : []));
  return zone ? [pathOf(zone)] : [];
}

function hasFlag({ view }: Scope, { entry, sort, index }: ElementRef, flag: AssetFlag): boolean {
  const type = sort === 'asset' ? entry.unit.assets[index]?.type?.text : undefined;
  return type !== undefined && typeLine(view, type).some((name) => assetTypeOf(view, name)?.type.flags.includes(flag));
}

function detailOf({ view }: Scope, element: ElementRef, title: string | undefined): string {
  const type = element.sort === 'asset' ? element.entry.unit.assets[element.index]?.type?.text : element.sort;
  const typeTitle = type && element.sort === 'asset' ? (assetTypeOf(view, type)?.type.title?.value ?? type) : type;
  return [title, typeTitle, pathOf(element)].filter(Boolean).join(' · ');
}
