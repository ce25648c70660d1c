/** The licences of what the bundles contain of others, as one text that ships with them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './process.mjs';

/** Packages of which files ship that no bundle imports. */
const COPIED = ['@expo-google-fonts/arimo'];

/** The texts of licences, and what packages contain of others without a licence of it beside them. */
const texts = join(root, 'scripts', 'licences');

/**
 * What is compiled into a package that ships: the name says where to find its source, on npm or crates.io.
 * @typedef {{ name: string, version?: string, licence: string, copyright: string[] }} Inside
 */

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
  /** What is under each text: many share one. @type {Map<string, Set<string>>} */
  const sections = new Map();
  /** @type {(text: string, work: string) => void} */
  const add = (text, work) => void sections.set(text, (sections.get(text) ?? new Set()).add(work));
  /** @type {Record<string, Inside[]>} */
  const inside = JSON.parse(readFileSync(join(texts, 'inside.json'), 'utf8'));
  for (const folder of [...folders].sort()) {
    const { name, version, license, repository } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const source = String(repository?.url ?? repository ?? `npm package ${name}`).replace(/^git\+|\.git$/g, '');
    const text = licenceText(join(root, folder)) ?? `Licence: ${license}. The source is at ${source}.`;
    add(text, `${name} ${version} (${license}), ${source}`);
    for (const { name: inner, version: of, licence, copyright } of inside[name] ?? []) {
      const work = [inner, of].filter(Boolean).join(' ');
      add(
        readFileSync(join(texts, `${licence}.txt`), 'utf8').trim(),
        `${work} (${licence}), in ${name}. Copyright (c) ${copyright.join('; ')}`,
      );
    }
  }
  const written = [...sections].map(([text, works]) => `${[...works].join('\n')}\n\n${text}\n`);
  return `Zones contains work of others, under the licences below.\n\n${written.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** @param {string} folder */
function licenceText(folder) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file));
  const found = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return found.length > 0 ? found.join('\n\n') : undefined;
}
