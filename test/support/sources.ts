import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '../../scripts/lib/process.mjs';

/** Folders that hold no sources of this project. */
const foreign = new Set(['node_modules', '.git', 'out', 'dist', '.artefacts']);

/** One import of a file, as written and, where it names a file of this project, resolved. */
export interface Import {
  /** The module as written: `./zone.ts`, `node:fs`. */
  readonly module: string;
  /** Path of the imported file from the top of the project; `undefined` for packages. */
  readonly file: string | undefined;
  /** Whether it vanishes in the bundle (`import type`). */
  readonly typeOnly: boolean;
}

/** The paths of all files of the project, from its top, with `/`, sorted. */
export function projectFiles(folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !foreign.has(entry.name) && !entry.name.endsWith('.vsix'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? projectFiles(path) : [relative(root, path).replaceAll('\\', '/')];
    })
    .sort();
}

/** The text of a file of the project. */
export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

const importStatement =
  /(?:^|[\n;])\s*(?:import|export)\s+(?<type>type\s)?(?:[^'";()]*?\sfrom\s*)?['"](?<static>[^'"\n]+)['"]|\bimport\(\s*['"](?<dynamic>[^'"\n]+)['"]/g;

/** What a TypeScript or JavaScript file imports, re-exports and loads. */
export function importsOf(file: string): Import[] {
  return [...textOf(file).matchAll(importStatement)].map(({ groups }) => {
    const module = groups?.static ?? groups?.dynamic ?? '';
    const resolved = module.startsWith('.') ? join(dirname(file), module).replaceAll('\\', '/') : undefined;
    return { module, file: resolved, typeOnly: groups?.type !== undefined };
  });
}

/**
 * The cycles of a graph, each once, as the nodes on it.
 * @param graph each node with the nodes it points to
 */
export function cyclesOf(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): void => {
    const at = path.indexOf(node);
    if (at >= 0) {
      cycles.push([...path.slice(at), node]);
      return;
    }
    if (done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...path, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return cycles;
}
