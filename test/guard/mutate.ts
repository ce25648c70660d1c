import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin as EsbuildPlugin } from 'esbuild';
import type { Plugin as VitePlugin } from 'vite';
import { root } from '../../scripts/lib/process.mjs';
import type { Mutation } from './mutations.ts';

/** The text of a source with a mutation made in it; undefined for one in which it changes nothing. */
function mutated({ name, changes }: Mutation, path: string): string | undefined {
  const own = changes.filter(({ file }) => join(root, file) === path);
  if (own.length === 0) return undefined;
  return own.reduce(
    (text, { find, replace }) => {
      const parts = text.split(find);
      // One that changes nothing, or more than it means to, would prove nothing.
      if (parts.length !== 2) throw new Error(`'${name}': '${find}' stands ${parts.length - 1} times in ${path}.`);
      return parts.join(replace);
    },
    readFileSync(path, 'utf8'),
  );
}

/** Lets vitest load the sources with a mutation. */
export const viteMutation = (mutation: Mutation): VitePlugin => ({
  name: 'mutation',
  enforce: 'pre',
  load: (id) => mutated(mutation, id),
});

/** Lets esbuild bundle the sources with a mutation. */
export const esbuildMutation = (mutation: Mutation): EsbuildPlugin => ({
  name: 'mutation',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = mutated(mutation, path);
      return contents === undefined ? undefined : { contents, loader: 'ts' };
    });
  },
});
