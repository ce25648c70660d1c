import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plant } from '../../bench/support/models.ts';
import { assetTypeOf, typeChain } from '../../language-server/core/analysis/asset-types.ts';
import { elementOf } from '../../language-server/core/engine/element.ts';
import { pathOf } from '../../language-server/core/engine/handle.ts';
import { elements, type Wanted } from '../../language-server/editor/completion/elements.ts';
import { matches } from '../../language-server/editor/completion/matches.ts';
import { matching } from '../../language-server/editor/completion/name-search.ts';
import type { Scope } from '../../language-server/editor/completion/scope.ts';
import { readSource } from '../../language-server/language/source-file.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { TODAY } from '../support/fixture.ts';

/** Words of which names, titles and what is typed are made: with few letters much matches, and little is like another. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcAB12 -.ßéİж'), maxLength: 6 }),
  fc.constantFrom('SR 1.1', 'SR', 'Kelvin K', '9a', 'x y', 'e\u0301'),
);

test('what lacks a typed letter is passed over, and nothing else', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), word, (titles, typed) => {
      const text = titles.map((title, i) => `  asset a${i} "${title}" : plc\n`).join('');
      const { unit } = readSource(`zone z "Z" {\n${text}}\n`).units[0]!.source;
      expect(unit.assets).toHaveLength(titles.length);
      const expected = [...unit.assets.keys()].filter((i) => {
        const { path, title } = unit.assets[i]!;
        return matches(`${path} ${title?.value ?? ''}`, typed);
      });
      expect([...matching(unit, 'asset', typed)]).toEqual(expected);
      found += expected.length;
    }),
    { seed: 62443, numRuns: 500 },
  );
  expect(found).toBeGreaterThan(100);
});

describe('of more elements than are offered', () => {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update(plant(8, 90).map(({ name, text }) => ({ uri: `file:///${name}`, text })));
  const query = workspace.store.query();
  const entry = [...workspace.store.entries()].find(({ unit }) => unit.zones[0]?.path === 'area-4')!;
  const at: Scope = {
    workspace,
    query,
    system: 'plant',
    modelName: 'iec-62443',
    entry,
    hasHeader: true,
    isTop: false,
    zone: { entry, sort: 'zone', index: 1 },
  };

  /** The paths in the order in which they are meant, by going through all of them. */
  function expected({ typed, flag }: Wanted, near: string | undefined): string[] {
    const ranked = [...workspace.store.entries()]
      .filter(({ library }) => !library)
      .flatMap((entry) =>
        (['asset', 'zone'] as const).flatMap((sort) =>
          [...entry.unit[`${sort}s`].keys()].map((index) => ({ entry, sort, index })),
        ),
      )
      .filter((ref) => matches(`${pathOf(ref)} ${elementOf(ref).title?.value ?? ''}`, typed))
      .map((ref) => {
        const path = pathOf(ref);
        const isNear = near !== undefined && (path === near || path.startsWith(`${near}.`));
        const type = ref.sort === 'asset' ? ref.entry.unit.assets[ref.index]!.type!.text : '';
        const hasFlag = typeChain(query, type).some((name) => flag && assetTypeOf(query, name)?.flags.includes(flag));
        return { path, rank: (isNear ? 0 : 2) + (hasFlag || !flag ? 0 : 1) };
      });
    return ranked.sort((a, b) => a.rank - b.rank).map(({ path }) => path);
  }

  const cases = ['', 'd', 'dev-3', 'fw', 'area 5', 'c9', 'q'].flatMap((typed) =>
    ([undefined, 'boundary'] as const).flatMap((flag) => [true, false].map((inZone) => ({ typed, flag, inZone }))),
  );
  test.each(cases)('those at the cursor come first, then those with the flag: $typed $flag $inZone', (given) => {
    const wanted: Wanted = {
      sort: 'side',
      qualifier: '',
      typed: given.typed,
      flag: given.flag,
      except: [],
      assets: [],
    };
    const found = elements(given.inZone ? at : { ...at, zone: undefined }, wanted);
    const near = given.inZone ? pathOf(at.zone!) : undefined;
    const paths = found.map(({ documented }) => documented && 'path' in documented && documented.path);
    expect(paths).toEqual(expected(wanted, near).slice(0, 251));
    expect(found.map(({ rank }) => rank)).toEqual(found.map(({ rank }) => rank).toSorted((a, b) => a - b));
  });
});
