/**
 * Gathers the pages of the rules (`core/rules/<code>.md`) for the bundles, and writes the index of the rules,
 * `docs/rules/README.md`, from what the rules say of themselves and the first sentence of their pages. Run by
 * `npm run generate`; with `--check` the index is compared instead, and a stale one is an error.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyRule, RuleGroup } from '../language-server/core/rules/frame/rule.ts';
import { RULES } from '../language-server/core/rules/index.ts';
import { writeGenerated } from './lib/generated-file.mjs';
import { root } from './lib/process.mjs';

const folder = 'language-server/core/rules';

const GROUPS: Readonly<Record<RuleGroup, string>> = {
  language: 'Language',
  names: 'Names',
  requirements: 'Requirements',
  components: 'Components',
  partitioning: 'Partitioning',
  boundaries: 'Boundaries',
  addresses: 'Addresses',
  documentation: 'Documentation',
  lifecycle: 'Lifecycle',
  risk: 'Risk',
};

const pages = Object.fromEntries(
  RULES.map(({ code }) => [code, join(root, folder, `${code}.md`)])
    .filter(([, file]) => existsSync(file!))
    .map(([code, file]) => [code!, readFileSync(file!, 'utf8')]),
);

writeFileSync(
  join(root, folder, 'frame/pages.generated.ts'),
  `/** Made by scripts/generate-rules.ts: the pages of the rules by code. */\nexport const PAGES: Readonly<Record<string, string>> = ${JSON.stringify(pages)};\n`,
);

const index = `# Rules

<!-- Made by \`npm run generate\` from language-server/core/rules. -->

In the editor a finding's code opens its page. \`rule <code> off|hint|info|warning|error "<reason>"\` in the settings of a system changes a
severity; \`allow <code> [until <date>] because "<reason>"\` excuses one zone, asset, conduit, flow or risk and what it contains.
${Object.entries(GROUPS).map(sectionOf).join('')}`;

writeGenerated(root, 'docs/rules/README.md', index);

function sectionOf([group, title]: [string, string]): string {
  const rules = RULES.filter((rule) => rule.group === group);
  if (rules.length === 0) return '';
  return `\n## ${title}\n\n| code | default | what it finds |\n| --- | --- | --- |\n${rules.map(rowOf).join('')}`;
}

function rowOf({ code, severity, title }: AnyRule): string {
  const link = pages[code] ? `[${code}](../../${folder}/${code}.md)` : code;
  return `| ${link} | ${severity} | ${firstSentence(pages[code]) ?? title} |\n`;
}

/** The first sentence under the title of a page. */
function firstSentence(page: string | undefined): string | undefined {
  const paragraph = page?.split('\n\n')[1];
  return (
    paragraph && (/^.*?[.](?=\s|$)/s.exec(paragraph)?.[0] ?? paragraph).replaceAll('\n', ' ').replaceAll('|', '\\|')
  );
}
