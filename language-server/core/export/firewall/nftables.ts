import { printableLine } from '../../text/visible.ts';
import { describeRow } from './describe-row.ts';
import { type Filter, type Rule, rulesOf } from './filters.ts';

/** The rule set of a filter for nftables: what it forwards. It follows connections, and drops all that no flow says. */
export function nftablesText(filter: Filter): { readonly text: string; readonly unwritten: readonly string[] } {
  const { rules, unwritten } = rulesOf(filter);
  const table = `zones_${filter.device.path.replace(/[^A-Za-z0-9]+/g, '_')}`;
  const lines = [
    `# Rules of ${comment(filter.device.path)} (${comment(filter.device.title)}), system ${comment(filter.system.name)}.`,
    '# They allow what the flows of its conduits say; their order changes nothing. All else is dropped.',
    ...unwritten.map((line) => `# ${comment(line)}`),
    '',
    // The table may be there from before: it is made where it is not, and then made anew.
    `table inet ${table}`,
    `delete table inet ${table}`,
    `table inet ${table} {`,
    '  chain forward {',
    '    type filter hook forward priority filter; policy drop;',
    '    ct state established,related accept',
    '    ct state invalid drop',
    ...rules.flatMap((rule) => [`    # ${comment(describeRow(rule.row))}`, `    ${ruleText(rule)}`]),
    '  }',
    '}',
    '',
  ];
  return { text: lines.join('\n'), unwritten };
}

function ruleText({ row: { transport, port }, version, from, to }: Rule): string {
  const family = version === 4 ? 'ip' : 'ip6';
  return `${family} saddr ${setOf(from)} ${family} daddr ${setOf(to)} ${transport} dport ${port} ct state new accept`;
}

const setOf = (networks: readonly string[]): string =>
  networks.length === 1 ? networks[0]! : `{ ${networks.join(', ')} }`;

/** A text within a comment: a backslash at its end would take the next line in. */
const comment = (text: string): string => printableLine(text).replaceAll('\\', '/');
