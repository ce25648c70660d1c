import { assetOf } from '../engine/element.ts';
import { nameOf, pathOf } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import { addressValue, readAddress } from '../model/address.ts';
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
      "Asset '{name}' has the address {address}, as asset '{other}' has: two devices with one address disturb each other, and nobody can tell whose traffic it is. Correct one, or allow it if they share it on purpose or stand behind address translation.",
  },
  checks: {
    asset(ref, { entry, query }, report) {
      const { name, addresses } = assetOf(ref);
      for (const address of addresses) {
        const value = addressValue(readAddress(address.value));
        // Whoever has the address offers under its key, so that a change reaches this asset without being asked for.
        const first = value ? query.peek(keys.address(entry.system, value)) : undefined;
        if (!first || (first.entry === entry && first.index === ref.index)) continue;
        const otherName = nameOf(first);
        report(
          'asset',
          {
            name: name.value,
            address: address.value,
            other: otherName === name.value ? pathOf(first) : otherName,
          },
          {
            at: address.at,
            subject: { sort: 'asset', index: ref.index },
            related: [{ entry: first.entry, at: first.at, message: `Address of '${pathOf(first)}'` }],
          },
        );
      }
    },
  },
});
