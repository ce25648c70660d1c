/** The licences of what the bundles contain of others, as one text that ships with them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './process.mjs';

/** Packages of which files ship that no bundle imports. */
const COPIED = ['@expo-google-fonts/arimo'];

/**
 * @param {import('esbuild').Metafile[]} metafiles what the bundles were made of
 * @returns {string}
 */
export function licencesOf(metafiles) {
  const folders = new Set(COPIED.map((name) => `node_modules/${name}`));
  for (const { inputs } of metafiles) {
    for (const file of Object.keys(inputs)) {
      const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [];
      if (folder) folders.add(folder);
    }
  }
  /** The packages under each text: many share one. @type {Map<string, string[]>} */
  const texts = new Map();
  for (const folder of [...folders].sort()) {
    const { name, version, license, repository } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const source = String(repository?.url ?? repository ?? `npm package ${name}`).replace(/^git\+|\.git$/g, '');
    const text = licenceText(join(root, folder)) ?? `Licence: ${license}. The source is at ${source}.`;
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version} (${license}), ${source}`]);
  }
  const sections = [...texts].map(([text, packages]) => `${packages.join('\n')}\n\n${text}\n`);
  return `Zones contains work of others, under the licences below.\n\n${sections.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** @param {string} folder */
function licenceText(folder) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return texts.length > 0 ? texts.join('\n\n') : undefined;
}
