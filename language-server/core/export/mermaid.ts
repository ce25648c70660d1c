import { printableLine } from '../text/visible.ts';
import { alone, type ModelFormat } from './frame/model-format.ts';
import { type Graph, type Group, graphOf, type Line } from './graph.ts';

const ARROWS: Readonly<Record<Line['direction'], string>> = { forward: '-->', both: '<-->', none: '---' };

function mermaidText({ title, groups, lines }: Graph): string {
  return [
    '---',
    `title: ${JSON.stringify(printableLine(title))}`,
    '---',
    'flowchart TB',
    ...groups.flatMap((group) => groupLines(group, '  ')),
    ...lines.map(({ from, to, label, direction }) => {
      const text = label === '' ? '' : `|${quoted(label)}|`;
      return `  ${from} ${ARROWS[direction]}${text} ${to}`;
    }),
    '',
  ].join('\n');
}

function groupLines({ id, label, groups, nodes }: Group, indent: string): string[] {
  // A group without anything in it is no subgraph.
  if (groups.length + nodes.length === 0) return [`${indent}${id}[${quoted(label)}]`];
  return [
    `${indent}subgraph ${id} [${quoted(label)}]`,
    ...groups.flatMap((group) => groupLines(group, `${indent}  `)),
    ...nodes.map((node) => `${indent}  ${node.id}[${quoted(node.label)}]`),
    `${indent}end`,
  ];
}

/** A label of which Mermaid reads nothing as HTML, Markdown or a sign of its own. */
const quoted = (label: string): string =>
  `"${printableLine(label).replace(/[^\p{L}\p{M}\p{N} .,()\-\u200c\u200d]/gu, (sign) => `#${sign.codePointAt(0)};`)}"`;

export const mermaid: ModelFormat = {
  id: 'mermaid',
  title: 'Mermaid',
  hint: 'text that forges and wikis draw',
  kinds: [
    { ending: 'mmd', fileType: 'Mermaid diagram', title: 'Mermaid' },
    { ending: 'mermaid', fileType: 'Mermaid diagram', title: 'Mermaid' },
  ],
  isOfSeveral: false,
  write: (input) => alone(input, mermaidText(graphOf(input.systems[0]!.plant))),
};
