/**
 * Bundles what ships, into `dist/`: the extension, the language server, the command line and the preview's page, with
 * what PNG pictures are made with beside them.
 * Source maps are written beside the bundles and stay out of the package (see `files` in package.json).
 * `--watch` rebuilds on each change.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { licencesOf } from './scripts/lib/licences.mjs';
import { copyPngAssets } from './scripts/lib/png-assets.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  outdir: 'dist',
  logLevel: 'warning',
  legalComments: 'none',
};

/**
 * Langium brings a protocol library of its own version, of which it needs what ours has as well: with one copy the
 * server starts sooner.
 * @type {import('esbuild').Plugin}
 */
const oneProtocol = {
  name: 'one-protocol',
  setup(build) {
    build.onResolve({ filter: /^vscode-languageserver-(protocol|types)$/ }, ({ path, kind, pluginData }) =>
      pluginData === 'ours'
        ? undefined
        : build.resolve(path, { kind, resolveDir: import.meta.dirname, pluginData: 'ours' }),
    );
  },
};

/** @type {import('esbuild').BuildOptions} */
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  outExtension: { '.js': '.cjs' },
  // Prefer the ES modules of dependencies: they can be tree-shaken.
  mainFields: ['module', 'main'],
  plugins: [oneProtocol],
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  // VS Code provides `vscode`.
  { ...node, entryPoints: { extension: 'src/extension.ts' }, external: ['vscode'] },
  { ...node, entryPoints: { server: 'language-server/main-server.ts' } },
  { ...node, entryPoints: { cli: 'language-server/main-cli.ts' }, banner: { js: '#!/usr/bin/env node' } },
  {
    ...node,
    entryPoints: { programs: 'language-server/main-programs.ts' },
    define: { ZONES_VERSION: JSON.stringify(version) },
  },
  // What reads and writes files of other tools: loaded by a command that does.
  { ...node, entryPoints: { files: 'language-server/main-files.ts' } },
  // Loaded when a document is written: the other programs start without it.
  { ...node, entryPoints: { documents: 'language-server/main-documents.ts' } },
  {
    ...common,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    entryPoints: {
      webview: 'src/preview/webview/main.ts',
      posture: 'src/posture/webview/main.ts',
      report: 'src/report/webview/main.ts',
    },
  },
];

if (process.argv.includes('--watch')) {
  await copyPngAssets('dist');
  const contexts = await Promise.all(bundles.map((options) => esbuild.context({ ...options, logLevel: 'info' })));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  rmSync('dist', { recursive: true, force: true });
  await copyPngAssets('dist');
  // esbuild has said what is wrong by the time it rejects.
  const built = await Promise.all(bundles.map((options) => esbuild.build({ ...options, metafile: true }))).catch(() =>
    process.exit(1),
  );
  writeFileSync('dist/licences.txt', licencesOf(built.map(({ metafile }) => metafile)));
}
