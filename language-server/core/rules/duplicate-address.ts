import { mayShareAddress } from '../analysis/shared-addresses.ts';
import { type AssetRef, assetOf, compareElements } from '../engine/element.ts';
import { isSameElement, nameOf, pathFrom } from '../engine/handle.ts';
import { type ElementAnswer, type Key, keys } from '../engine/keys.ts';
import { createCommonMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { addressValue, readAddressIn } from '../model/address.ts';
import { allAddresses } from '../model/asset.ts';
import { defineRule } from './frame/rule.ts';

export const duplicateAddress = defineRule({
  code: 'duplicate-address',
  title: 'Address given twice',
  group: 'addresses',
  severity: 'warning',
  basis: 'convention',
  clauses: ['IEC 62443-3-3 SR 7.8'],
  messages: {
    asset:
      "Asset '{name}' has the address {address}, as asset '{other}' has: two devices with one address disturb each other, and nobody can tell whose traffic it is. Correct one, say by 'runs-on', 'redundant-with' or 'shared-address' why they have it together, or allow it if they stand behind address translation.",
  },
  checks: {
    asset(ref, { entry, query }, report) {
      const asset = assetOf(ref);
      for (const address of allAddresses(asset)) {
        const value = addressValue(readAddressIn(address));
        const first = value ? firstOther(query, keys.address(entry.system, value), ref) : undefined;
        if (!first) continue;
        const name = asset.name.value;
        const otherName = nameOf(first);
        report(
          'asset',
          { name, address: address.value, other: otherName === name ? pathFrom(ref, first) : otherName },
          {
            at: address.at,
            subject: { sort: 'asset', index: ref.index },
            related: [{ entry: first.entry, at: first.at, message: `Address of '${pathFrom(ref, first)}'` }],
          },
        );
      }
    },
  },
});

type Having = ElementAnswer<'asset', { readonly shared: boolean }>;

const inOrder = createCommonMemo<string, readonly Having[]>();

/** The first asset before another, in the order of the files, that has its address and should not. */
function firstOther(query: Query, key: Key<Having>, asset: AssetRef): Having | undefined {
  // Most addresses are of one asset: who alone has it need not be put in an order, nor that be remembered.
  if (query.all(key).length < 2) return undefined;
  const having = inOrder(query, key, (common) => [...common.all(key)].sort(compareElements));
  const own = having.find((each) => isSameElement(each, asset));
  return having
    .slice(0, own ? having.indexOf(own) : 0)
    .find((other) => !(own?.value.shared && other.value.shared) && !mayShareAddress(query, asset, other));
}
