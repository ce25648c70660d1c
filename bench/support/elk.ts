import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { type Box, SIZE, zonesOfRow } from '../../language-server/core/diagram/layout/boxes.ts';
import type { Layout } from '../../language-server/core/diagram/layout.ts';
import type { Arrangement, PlacedBox } from './picture-quality.ts';

/** Layers from the top, zones and the conduits between them in one run, with room as in the picture. */
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.aspectRatio': '1.35',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': `[top=${SIZE.header + SIZE.pad},left=${SIZE.pad},bottom=${SIZE.pad},right=${SIZE.pad}]`,
  'elk.spacing.nodeNode': String(SIZE.cardGap),
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
};

/**
 * The boxes and conduits of a layout as a graph for ELK, with the sizes of cards and of empty zones. With `inLevels` the
 * ranks of zones are the partitions that ELK keeps in order.
 */
export function graphOf({ root, conduits }: Layout, inLevels: boolean): ElkNode {
  const nodeOf = (box: Box): ElkNode => ({
    id: box.id || 'root',
    ...(box.isCard || (box.rows.length === 0 && box.assets.length === 0) ? { width: box.w, height: box.h } : {}),
    layoutOptions: { ...OPTIONS, ...(inLevels ? levelOf(box) : {}) },
    children: [
      ...box.assets.map(({ asset, w, h }) => ({ id: asset.id, width: w, height: h })),
      ...zonesOfRow(box.rows.flat()).map(nodeOf),
    ],
  });
  const edges = conduits.map(
    ({ conduit }, i): ElkExtendedEdge => ({ id: `edge ${i}`, sources: [conduit.ends[0]], targets: [conduit.ends[1]] }),
  );
  return { ...nodeOf(root), edges };
}

/** The outer ranks come before the inner ones in every zone. */
const levelOf = ({ zone }: Box): Record<string, string> => ({
  'elk.partitioning.activate': 'true',
  ...(zone ? { 'elk.partitioning.partition': String(100 - zone.rank) } : {}),
});

/** Lays the graph of a layout out; the boxes keep their ranks. */
export async function layoutWithElk(graph: ElkNode, ranks: ReadonlyMap<string, number>): Promise<Arrangement> {
  const placed = await new ELK().layout(graph);
  const boxes: PlacedBox[] = [];
  const visit = (node: ElkNode, parent: string): void => {
    for (const child of node.children ?? []) {
      const { id, x = 0, y = 0, width: w = 0, height: h = 0 } = child;
      boxes.push({ id, parent, rank: ranks.get(id), x, y, w, h });
      visit(child, id);
    }
  };
  visit(placed, '');
  const lines = (placed.edges ?? []).map(({ sources, targets, sections }) => ({
    ends: [sources[0]!, targets[0]!] as const,
    points: (sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
      startPoint,
      ...bendPoints,
      endPoint,
    ]),
  }));
  return { boxes, lines, width: placed.width ?? 0, height: placed.height ?? 0 };
}
