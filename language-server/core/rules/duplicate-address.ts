import { type AssetRef, assetOf } from '../engine/entry.ts';
import { keys } from '../engine/facts.ts';
import { addressValue, readAddress } from '../model/address.ts';
import { defineRule } from './frame/rule.ts';

export const duplicateAddress = defineRule({
  code: 'duplicate-address',
  title: 'Address given twice',
  group: 'addresses',
  severity: 'warning',
  clauses: ['IEC 62443-3-3 SR 7.8'],
  messages: {
    asset:
      "Asset '{name}' has the address {address}, as asset '{other}' has: two devices with one address disturb each other, and nobody can tell whose traffic it is. Correct one, or allow it if they share it on purpose or stand behind address translation.",
  },
  checks: {
    asset(ref, { entry, query }, report) {
      const { name, addresses } = assetOf(ref);
      for (const address of addresses) {
        const value = addressValue(readAddress(address.value));
        // Whoever has the address offers under its key, so that a change reaches this asset without being asked for.
        const first = value && query.peek(keys.address(entry.system, value));
        if (!first || (first.entry === entry && first.index === ref.index)) continue;
        const other: AssetRef = { entry: first.entry, sort: 'asset', index: first.index };
        const at = assetOf(other).addresses.find((each) => addressValue(readAddress(each.value)) === value)!.at;
        const otherName = assetOf(other).name.value;
        report(
          'asset',
          {
            name: name.value,
            address: address.value,
            other: otherName === name.value ? assetOf(other).path : otherName,
          },
          {
            at: address.at,
            subject: { sort: 'asset', index: ref.index },
            related: [{ entry: first.entry, at, message: `Address of '${assetOf(other).path}'` }],
          },
        );
      }
    },
  },
});
