import type { CompletionItemKind } from 'vscode-languageserver';
import type { DeclaredSort } from '../../core/engine/declared.ts';
import { keys } from '../../core/engine/keys.ts';
import type { RecordSort } from '../../core/model/record.ts';
import type { Unit } from '../../core/model/unit.ts';
import type { Scope } from './scope.ts';
import type { Suggestion } from './suggestion.ts';

/**
 * Everything declared in a space that the whole folder shares: the workspace's own first, then the library's. What the
 * cursor is in is left out, since nothing is made of itself; the kinds of a reference model name each other.
 */
export function sharedNames(
  { workspace, query, entry: written }: Scope,
  sort: DeclaredSort,
  kind: CompletionItemKind,
): Suggestion[] {
  const own = new Map<string, Suggestion>();
  for (const entry of workspace.store.entries()) {
    const { library, unit } = entry;
    if (library || (entry === written && sort !== 'kind')) continue;
    for (const { name, title } of declaredIn(unit, sort)) {
      if (!name) continue;
      own.set(name, { label: name, title, kind, rank: 0, documented: { sort, name } });
    }
  }
  const library = query.libraryCandidates(sort).map(({ name, title, aliases, behind }, i) => ({
    label: name,
    title,
    aliases,
    behind,
    kind,
    rank: 10 + i / 1000,
    documented: { sort, name },
  }));
  return [...own.values(), ...library];
}

/** What the record of the system declares of a sort, by name. */
export function recordedNames({ query, system }: Scope, sort: RecordSort, kind: CompletionItemKind): Suggestion[] {
  return query.all(keys.recordedAs(system, sort)).map(({ value: { name, title } }, i) => ({
    label: name,
    title,
    kind,
    rank: i / 1000,
    documented: { recorded: sort, system, name },
  }));
}

function declaredIn(unit: Unit, sort: DeclaredSort): readonly { readonly name: string; readonly title?: string }[] {
  const plain = (items: readonly { readonly name: { value: string }; readonly title?: { value: string } }[]) =>
    items.map(({ name, title }) => ({ name: name.value, title: title?.value }));
  switch (sort) {
    case 'protocol':
      return plain(unit.protocols);
    case 'reference-model':
      return plain(unit.models);
    case 'catalog':
      return plain(unit.catalogs);
    case 'framework':
      return plain(unit.frameworks);
    case 'profile':
      return plain(unit.profiles);
    case 'asset-type':
      return plain(unit.assetTypes);
    case 'kind':
      return unit.models.flatMap(({ kinds }) => kinds);
    default:
      return [];
  }
}
