import { printableLine } from '../text/visible.ts';
import { alone, type ModelFormat } from './frame/model-format.ts';
import { type Graph, type Group, graphOf, type Line } from './graph.ts';

const DIRECTIONS: Readonly<Record<Line['direction'], string>> = { forward: '', both: ', dir=both', none: ', dir=none' };

function dotText({ title, groups, lines }: Graph): string {
  const inner = new Map(groups.flatMap((group) => [...anchors(group)]));
  const anchor = (id: string): string => inner.get(id) ?? id;
  const clipped = (id: string, side: 'ltail' | 'lhead'): string => (inner.has(id) ? `, ${side}=cluster_${id}` : '');
  return [
    'digraph {',
    `  label=${quoted(title)}; labelloc=t; fontname="sans-serif"; compound=true; rankdir=TB;`,
    '  node [shape=box, style=rounded, fontname="sans-serif", fontsize=10];',
    '  edge [fontname="sans-serif", fontsize=8];',
    ...groups.flatMap((group) => groupLines(group, '  ')),
    ...lines.map(({ from, to, label, direction }) => {
      const ends = `${clipped(from, 'ltail')}${clipped(to, 'lhead')}`;
      return `  ${anchor(from)} -> ${anchor(to)} [label=${quoted(label)}${DIRECTIONS[direction]}${ends}];`;
    }),
    '}',
    '',
  ].join('\n');
}

/** Lines lead to nodes only: each group has one in it that stands for it. */
function* anchors({ id, groups }: Group): Iterable<[group: string, node: string]> {
  yield [id, `${id}_`];
  for (const group of groups) yield* anchors(group);
}

function groupLines({ id, label, groups, nodes }: Group, indent: string): string[] {
  return [
    `${indent}subgraph cluster_${id} {`,
    `${indent}  label=${quoted(label)}; style="rounded"; color="#5b6b7b";`,
    `${indent}  ${id}_ [shape=point, style=invis, width=0, height=0];`,
    ...groups.flatMap((group) => groupLines(group, `${indent}  `)),
    ...nodes.map((node) => `${indent}  ${node.id} [label=${quoted(node.label)}];`),
    `${indent}}`,
  ];
}

/** A label as one line; the backslash would begin an escape of DOT, the ampersand an entity. */
const quoted = (label: string): string =>
  `"${printableLine(label).replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/&/g, '&amp;')}"`;

export const dot: ModelFormat = {
  id: 'dot',
  title: 'Graphviz DOT',
  hint: 'text that Graphviz draws',
  kinds: [
    { ending: 'dot', fileType: 'Graphviz graph', title: 'DOT' },
    { ending: 'gv', fileType: 'Graphviz graph', title: 'DOT' },
  ],
  isOfSeveral: false,
  write: (input) => alone(input, dotText(graphOf(input.systems[0]!.plant))),
};
