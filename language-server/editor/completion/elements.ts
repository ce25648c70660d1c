import { CompletionItemKind } from 'vscode-languageserver';
import { assetTypeOf, typeChain } from '../../core/analysis/asset-types.ts';
import { type ElementRef, type ElementSort, elementOf } from '../../core/engine/element.ts';
import type { Entry } from '../../core/engine/entry.ts';
import { idOf, pathOf } from '../../core/engine/handle.ts';
import { keys } from '../../core/engine/keys.ts';
import type { Query } from '../../core/engine/query.ts';
import { endsOf, resolveElement } from '../../core/engine/resolve.ts';
import { reveal } from '../../core/engine/reveal.ts';
import type { AssetFlag } from '../../core/model/asset-type.ts';
import type { Sort } from '../../core/model/reference.ts';
import { matches } from './matches.ts';
import { matching } from './name-search.ts';
import type { Scope } from './scope.ts';
import type { Suggestion } from './suggestion.ts';
import type { WrittenAsset } from './surroundings.ts';

const KINDS: Partial<Record<ElementSort, CompletionItemKind>> = {
  zone: CompletionItemKind.Module,
  asset: CompletionItemKind.Variable,
  conduit: CompletionItemKind.Interface,
  risk: CompletionItemKind.Event,
};

/** More elements than this are not offered at once: typing on narrows them. */
export const MOST_ELEMENTS = 250;

export interface Wanted {
  /** What the reference may name: it decides how a name is looked up, too. */
  readonly sort: Extract<Sort, 'zone' | 'asset' | 'side' | 'scope' | 'risk'>;
  /** Assets whose type has this flag come first. */
  readonly flag?: AssetFlag;
  readonly qualifier: string;
  readonly typed: string;
  /** Names that the list at the cursor has already. */
  readonly except: readonly string[];
  /** Assets of the block at the cursor, by its text. */
  readonly assets: readonly WrittenAsset[];
}

const SORTS: Record<Wanted['sort'], readonly ElementSort[]> = {
  zone: ['zone'],
  asset: ['asset'],
  side: ['asset', 'zone'],
  scope: ['zone', 'conduit'],
  risk: ['risk'],
};

/**
 * Elements by the shortest name that means them at the cursor: those inside the conduit's ends or the zone at the
 * cursor first, and among them the assets with the wanted flag. After `zone.` what is in that zone; after the name
 * of another system what is at its top.
 */
export function elements(scope: Scope, wanted: Wanted): Suggestion[] {
  if (wanted.qualifier !== '') return inside(scope, wanted);
  const near = nearPrefixes(scope);
  const isNear = (path: string) => near.some((prefix) => path === prefix || path.startsWith(`${prefix}.`));
  const most = MOST_ELEMENTS + wanted.except.length + 1;
  const entries = entriesOf(scope, scope.system);
  const holding = new Set(near.flatMap((prefix) => entriesWith(scope, scope.system, prefix)));
  const around = entries.filter((entry) => holding.has(entry));
  const ranked = pick(scope, wanted, around, most, (_, path) => isNear(path));
  if (ranked.flat().length < most) {
    ranked.push(...pick(scope, wanted, entries, most, (entry, path) => !holding.has(entry) || !isNear(path)));
  }
  const found = ranked.flatMap((refs, rank) => refs.map((ref) => ({ ref, rank })));
  const known = found.slice(0, most).flatMap(({ ref, rank }, i) => {
    const label = shortestName(scope, ref, wanted.sort);
    const item = elementItem(scope, ref, label, rank * 100 + i / found.length);
    return wanted.except.includes(label) ? [] : [item];
  });
  return [...known, ...hidden(scope, wanted)];
}

/** Assets of the zone at the cursor that the model does not know, since a half-written line before them reaches into them. */
function hidden({ query, system, zone, conduit }: Scope, { sort, assets, typed, except }: Wanted): Suggestion[] {
  if (!zone || conduit || !SORTS[sort].includes('asset')) return [];
  const isHidden = ({ name, title = '' }: WrittenAsset) =>
    query.all(keys.path(system, `${pathOf(zone)}.${name}`)).length === 0 &&
    !except.includes(name) &&
    matches(`${name} ${title}`, typed);
  return assets.filter(isHidden).map(({ name, title, type }, i) => ({
    label: name,
    title,
    kind: KINDS.asset!,
    description: [type && (assetTypeOf(query, type)?.title?.value ?? type), `${pathOf(zone)}.${name}`]
      .filter(Boolean)
      .join(' · '),
    rank: i / 1000,
  }));
}

/** The first elements of some units that match and fit, those with the wanted flag and the others. */
function pick(
  { query }: Scope,
  { sort: wanted, flag, typed }: Wanted,
  entries: readonly Entry[],
  most: number,
  fits: (entry: Entry, path: string) => boolean,
): ElementRef[][] {
  const isFlagged = flagTest(query, flag);
  const flagged: ElementRef[] = [];
  const others: ElementRef[] = [];
  for (const entry of entries) {
    if (flagged.length >= most) break;
    for (const sort of SORTS[wanted]) {
      for (const index of matching(entry.unit, sort, typed)) {
        const ref = { entry, sort, index };
        const list = isFlagged(ref) ? flagged : others;
        if (list.length >= most) continue;
        const element = elementOf(ref);
        if (element.name.value && fits(entry, pathIn(element))) list.push(ref);
      }
    }
  }
  return [flagged, others];
}

/** The units of a system, in the order in which they were read. */
const entriesOf = ({ workspace }: Scope, system: string): Entry[] =>
  [...workspace.store.entries()].filter((entry) => !entry.library && entry.system === system);

/** The units of a system that have an element at a path; all that is inside it is there, too. */
const entriesWith = ({ query }: Scope, system: string, path: string): Entry[] =>
  query.all(keys.path(system, path)).map((element) => reveal(element).entry);

const pathIn = (element: { readonly name: { value: string }; readonly path?: string }): string =>
  element.path ?? element.name.value;

/** What stands directly in the zone or conduit that the segments before the last dot name, or at the top of another system. */
function inside(scope: Scope, { sort, qualifier, typed }: Wanted): Suggestion[] {
  const parent = meaningHere(scope, qualifier, SORTS[sort].includes('asset') ? 'scope' : 'zone');
  const dot = qualifier.indexOf('.');
  const [system, prefix] = parent
    ? [parent.entry.system, `${pathOf(parent)}.`]
    : [dot < 0 ? qualifier : qualifier.slice(0, dot), dot < 0 ? '' : `${qualifier.slice(dot + 1)}.`];
  const found = new Map<string, Suggestion>();
  const holding = prefix === '' ? undefined : new Set(entriesWith(scope, system, prefix.slice(0, -1)));
  for (const entry of entriesOf(scope, system)) {
    if (holding && !holding.has(entry)) continue;
    // Zones are offered in any case: on the way to what is in them.
    for (const each of new Set([...SORTS[sort], 'zone'] as const)) {
      entry.unit[`${each}s`].forEach((element, index) => {
        const { value: name } = element.name;
        if (!name || found.has(name) || pathIn(element) !== `${prefix}${name}`) return;
        if (!matches(`${name} ${element.title?.value ?? ''}`, typed)) return;
        const rank = SORTS[sort].includes(each) ? 0 : 100;
        found.set(name, elementItem(scope, { entry, sort: each, index }, name, rank + found.size / 1000));
      });
    }
  }
  return [...found.values()];
}

/** Paths whose elements are meant first: the conduit's own and those of its ends, else those of the zone at the cursor. */
function nearPrefixes({ query, conduit, zone }: Scope): string[] {
  if (conduit) return [conduit, ...endsOf(query, conduit)].flatMap((each) => (each ? [pathOf(each)] : []));
  return zone ? [pathOf(zone)] : [];
}

/** The shortest end of an element's path that means it at the cursor, else the whole path. */
function shortestName(scope: Scope, ref: ElementRef, sort: Wanted['sort']): string {
  const path = pathOf(ref);
  const { value: name } = elementOf(ref).name;
  if (scope.query.all(keys.last(scope.system, name)).length === 1) return name;
  const segments = path.split('.');
  for (let count = 1; count < segments.length; count++) {
    const text = segments.slice(-count).join('.');
    const meaning = meaningHere(scope, text, sort);
    if (meaning && idOf(meaning) === idOf(ref)) return text;
  }
  return path;
}

/** What a name would mean at the cursor. */
function meaningHere({ query, entry, zone, conduit }: Scope, text: string, sort: Sort): ElementRef | undefined {
  const from = conduit?.entry ?? zone?.entry ?? entry;
  if (!from) return undefined;
  const reference = { sort, text, at: 0, zone: zone?.index ?? -1, conduit: conduit?.index ?? -1 };
  const found = resolveElement(query, from, reference);
  return found.kind === 'one' ? reveal(found.target) : undefined;
}

/** Tells the assets whose type has a flag; of no flag all elements. Many assets have one type, so each is asked once. */
function flagTest(query: Query, flag: AssetFlag | undefined): (ref: ElementRef) => boolean {
  if (flag === undefined) return () => true;
  const types = new Map<string, boolean>();
  return (ref) => {
    const type = typeOf(ref);
    if (type === undefined) return false;
    let has = types.get(type);
    if (has === undefined) {
      has = typeChain(query, type).some((name) => assetTypeOf(query, name)?.flags.includes(flag));
      types.set(type, has);
    }
    return has;
  };
}

const typeOf = ({ entry, sort, index }: ElementRef): string | undefined =>
  sort === 'asset' ? entry.unit.assets[index]?.type?.text : undefined;

function elementItem({ query }: Scope, element: ElementRef, label: string, rank: number): Suggestion {
  const { title } = elementOf(element);
  const type = typeOf(element);
  const path = pathOf(element);
  const place = path === label ? undefined : path;
  const sort = type ? (assetTypeOf(query, type)?.title?.value ?? type) : element.sort;
  return {
    label,
    title: title?.value,
    kind: KINDS[element.sort] ?? CompletionItemKind.Variable,
    description: [sort, place].filter(Boolean).join(' · '),
    rank,
    documented: { element: element.sort, system: element.entry.system, path },
  };
}
