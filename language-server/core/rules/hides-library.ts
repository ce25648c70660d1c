import { type DeclaredSort, HIDING } from '../engine/declared.ts';
import { keys } from '../engine/keys.ts';
import type { Text } from '../model/reference.ts';
import { defineRule } from './frame/rule.ts';

const messages = {
  'asset-type':
    "Asset type '{name}' hides the library's of that name: assets of this folder that name it are of yours. Rename it if the library's is meant.",
  protocol:
    "Protocol '{name}' hides the library's of that name: flows of this folder that name it go by yours. Rename it if the library's is meant.",
  catalog:
    "Catalogue '{name}' hides the library's of that name: what names it in this folder means yours. Rename it if the library's is meant.",
  'reference-model':
    "Reference model '{name}' hides the library's of that name: systems of this folder that name it go by yours. Rename it if the library's is meant.",
};

export const hidesLibrary = defineRule({
  code: 'hides-library',
  title: 'A name of the library is taken',
  group: 'names',
  // It asks whether the library has a name, its group what names mean.
  apart: true,
  severity: 'hint',
  basis: 'convention',
  clauses: [],
  messages,
  checks: {
    unit({ entry, query }, report) {
      const { unit } = entry;
      const check = (sort: keyof typeof messages, name: Text, index: number) => {
        const declared = name.value && isHiding(sort) ? query.all(keys.shared(sort, name.value)) : [];
        const library = declared.find(({ entry: source }) => source.library);
        const own = declared.find(({ entry: source }) => !source.library);
        // A second one of one's own is a fault with a finding of its own (duplicate-name).
        if (!library || own?.entry !== entry || own.index !== index) return;
        report(
          sort,
          { name: name.value },
          {
            at: name.at,
            subject: { sort: 'declaration', index: -1 },
            related: [{ entry: library.entry, at: library.at, message: 'In the library' }],
          },
        );
      };
      for (const [sort, items] of [
        ['asset-type', unit.assetTypes],
        ['protocol', unit.protocols],
        ['catalog', unit.catalogs],
        // The library has no profiles.
        ['reference-model', unit.models],
      ] as const) {
        items.forEach(({ name }, index) => {
          check(sort, name, index);
        });
      }
    },
  },
});

const isHiding = (sort: DeclaredSort): boolean => HIDING.has(sort);
