import type { DeclaredValues } from '../engine/declared.ts';
import { createCommonMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { chainFrom } from './chain.ts';

/** What a type of asset says, as far as the rules may ask. */
export function assetTypeOf(query: Query, name: string): DeclaredValues['asset-type'] | undefined {
  return query.shared('asset-type', name)?.value;
}

const typeChains = createCommonMemo<string, readonly string[]>();

/** The names of a type and of those it extends, the nearest first; a cycle ends where it closes. */
export function typeChain(query: Query, name: string): readonly string[] {
  return typeChains(query, name, (query) =>
    chainFrom<string>(name, (member) => assetTypeOf(query, member)?.base?.text),
  );
}
