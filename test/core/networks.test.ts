import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWorkspace } from '../../language-server/language/workspace.ts';

/** A network as a number of its version, reckoned here on its own. */
interface Network {
  readonly written: string;
  readonly version: 4 | 6;
  readonly address: bigint;
  readonly prefix: number;
}

const BITS = { 4: 32, 6: 128 } as const;

/** Addresses close to each other, so that networks of any size meet. */
const v4 = fc
  .tuple(fc.constantFrom(10, 172), fc.nat(3), fc.nat(40), fc.nat(255), fc.nat(32))
  .map(([a, b, c, d, prefix]): Network => {
    const address = [a, b, c, d].reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    return { written: `${a}.${b}.${c}.${d}/${prefix}`, version: 4, address, prefix };
  });
const v6 = fc
  .tuple(fc.nat(3), fc.nat(0x1ff), fc.nat(2), fc.integer({ min: 16, max: 128 }))
  .map(([a, b, c, prefix]): Network => {
    const groups = [0x2001, 0xdb8, a, b, 0, 0, 0, c];
    const address = groups.reduce((sum, group) => sum * 65536n + BigInt(group), 0n);
    return { written: `2001:db8:${a.toString(16)}:${b.toString(16)}::${c}/${prefix}`, version: 6, address, prefix };
  });
const network = fc.oneof(v4, v6);

function overlap(a: Network, b: Network): boolean {
  const rest = BigInt(BITS[a.version] - Math.min(a.prefix, b.prefix));
  return a.version === b.version && a.address >> rest === b.address >> rest;
}

const zones = fc.array(fc.array(network, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 9 });

test('the zones whose networks overlap are found, each pair once and at the second, as by comparing every pair', () => {
  fc.assert(
    fc.property(zones, (all) => {
      const texts = all.map(
        (networks, i) => `zone z${i} { network ${networks.map(({ written }) => `"${written}"`).join(', ')} }`,
      );
      const workspace = createWorkspace({ defaultSystem: 'plant', today: '2026-11-24' });
      // Over three files, so that the first of two is not always the one with the lower number.
      workspace.update(
        [0, 1, 2].map((k) => ({ uri: `${k}.zones`, text: texts.filter((_, i) => i % 3 === k).join('\n') })),
      );
      const found = [0, 1, 2]
        .flatMap((k) => workspace.findingsOf(`${k}.zones`))
        .filter(({ rule }) => rule === 'overlapping-networks')
        .map(({ message }) => [...new Set(message.match(/z\d/g))].join());
      const isBefore = (i: number, k: number) => i % 3 < k % 3 || (i % 3 === k % 3 && i < k);
      const expected = all.flatMap((networks, i) =>
        all.flatMap((others, k) =>
          isBefore(k, i) && networks.some((a) => others.some((b) => overlap(a, b))) ? [`z${i},z${k}`] : [],
        ),
      );
      expect(found.sort()).toEqual(expected.sort());
    }),
    { numRuns: 200, seed: 62443 },
  );
});
