import { printableLine } from '../../text/visible.ts';
import type { ExportedFile } from '../frame/model-format.ts';
import { describeRow } from './describe-row.ts';
import { type Filter, fileOf, type Rule, rulesOf } from './filters.ts';

/*
 * Policies in the language of Capirca and Aerleon, which write the configurations of many makers from them. Addresses
 * and ports have names in files of their own; a policy stands for a device.
 */

/** What is written for each device; whoever generates leaves the lines that fit, and adds others. */
const TARGETS = (name: string): string[] => [
  `target:: cisco ${name} extended`,
  `target:: juniper ${name} inet`,
  `target:: paloalto from-zone any to-zone any`,
];

/** The policies of some filters with the definitions that they name. */
export function capircaFiles(
  filters: readonly Filter[],
  name: string,
): { readonly files: readonly ExportedFile[]; readonly unwritten: readonly string[] } {
  const networks = createNames();
  const services = new Map<string, string>();
  const unwritten: string[] = [];
  const policies = filters.map((filter): ExportedFile => {
    const { rules, unwritten: left } = rulesOf(filter);
    unwritten.push(...left);
    return { name: fileOf(filter, filters, name), content: policy(filter, rules, left, networks, services) };
  });
  const folder = `${name.replace(/\.pol$/i, '')}-definitions`;
  return {
    files: [
      ...policies,
      { name: `${folder}/NETWORK.net`, content: networks.text() },
      {
        name: `${folder}/SERVICES.svc`,
        content: [...services].map(([token, port]) => `${token} = ${port}\n`).join(''),
      },
    ],
    unwritten,
  };
}

function policy(
  { device, system }: Filter,
  rules: readonly Rule[],
  unwritten: readonly string[],
  networks: Names,
  services: Map<string, string>,
): string {
  const token = tokenOf(device.path);
  return [
    `# Rules of ${comment(device.path)}, system ${comment(system.name)}: what the flows of its conduits say.`,
    ...unwritten.map((line) => `# ${comment(line)}`),
    'header {',
    `  comment:: "Rules of ${comment(device.title)}"`,
    ...TARGETS(token).map((target) => `  ${target}`),
    '}',
    ...rules.map((rule, i) => {
      const { row, from, to } = rule;
      const service = `${row.transport.toUpperCase()}_${row.port}`;
      services.set(service, `${row.port}/${row.transport}`);
      return [
        `term allow-${i + 1} {`,
        `  comment:: "${comment(describeRow(row))}"`,
        `  source-address:: ${networks.nameOf(row.from.name, from)}`,
        `  destination-address:: ${networks.nameOf(row.to.name, to)}`,
        `  destination-port:: ${service}`,
        `  protocol:: ${row.transport}`,
        '  action:: accept',
        '}',
      ].join('\n');
    }),
    'term deny-all-else {',
    '  comment:: "No flow says it."',
    '  action:: deny',
    '}',
    '',
  ].join('\n');
}

/** Names for lists of networks. */
interface Names {
  nameOf(of: string, networks: readonly string[]): string;
  text(): string;
}

function createNames(): Names {
  const byList = new Map<string, string>();
  const taken = new Set<string>();
  const lines: string[] = [];
  return {
    nameOf(of, networks) {
      const key = `${of}\n${networks.join()}`;
      const known = byList.get(key);
      if (known) return known;
      const base = tokenOf(of);
      let name = base;
      for (let number = 2; taken.has(name); number++) name = `${base}_${number}`;
      taken.add(name);
      byList.set(key, name);
      lines.push(`${name} = ${networks.join(`\n${' '.repeat(name.length + 3)}`)}\n`);
      return name;
    },
    text: () => lines.join('\n'),
  };
}

/** A name that all makers allow. */
const tokenOf = (path: string): string =>
  path
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '') || 'N';

const comment = (text: string): string => printableLine(text).replaceAll(/["\\]/g, "'");
