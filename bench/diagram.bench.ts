/**
 * What the picture costs, from text to SVG, and how good it is, beside ELK's layered layout of the same boxes and
 * conduits. Times are milliseconds of CPU of this thread, the lowest of several runs: other programs do not count.
 */

import { drawPicture } from '../language-server/core/diagram/drawing/picture.ts';
import { type Box, eachBox, isStack } from '../language-server/core/diagram/layout/boxes.ts';
import { type Layout, layoutDiagram } from '../language-server/core/diagram/layout.ts';
import type { DiagramModel } from '../language-server/core/diagram/model/diagram-model.ts';
import { diagramModelOf } from '../language-server/editor/diagram.ts';
import { createWorkspace } from '../language-server/language/workspace.ts';
import { everythingOpen, randomModel, withOneMore } from '../test/core/diagram/random-model.ts';
import { graphOf, layoutWithElk } from './support/elk.ts';
import { plant } from './support/models.ts';
import { type Arrangement, type PlacedBox, qualityOf, shiftBetween } from './support/picture-quality.ts';
import { quantile, round, table } from './support/stats.ts';

/** Files, assets in each, and how many edits are measured. */
const SIZES = [
  { files: 4, perFile: 16, edits: 60 },
  { files: 8, perFile: 80, edits: 60 },
  { files: 52, perFile: 100, edits: 40 },
  { files: 210, perFile: 100, edits: 15 },
] as const;

function now(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The clock ticks in steps of several milliseconds: what is shorter is done again until this time has gone by. */
const LEAST = 80;

/** The lowest time of several runs, and what the last one gave. */
async function timed<T>(runs: number, work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 1; ; run++) {
    const start = now();
    for (let times = 1; ; times++) {
      const value = await work();
      const spent = now() - start;
      if (spent < LEAST && runs > 1) continue;
      best = Math.min(best, spent / times);
      if (run >= runs) return { ms: best, value };
      break;
    }
  }
}

function arrangementOf({ root, conduits, width, height }: Layout): Arrangement {
  const boxes: PlacedBox[] = [];
  eachBox(root, ({ id, parent, zone, assets, x, y, w, h }: Box) => {
    const around = parent && isStack(parent) ? parent.parent : parent;
    if (zone) boxes.push({ id, parent: around?.id ?? '', rank: zone.rank, x, y, w, h });
    for (const { asset, ...place } of assets) boxes.push({ id: asset.id, parent: id, ...place });
  });
  return { boxes, lines: conduits.map(({ conduit, points }) => ({ ends: conduit.ends, points })), width, height };
}

/** Zones of which each gets an asset more, to see what that moves. */
const GROWN = 4;

/** How far zones move on average when one of them gets an asset more. */
async function shiftOf(
  model: DiagramModel,
  before: Arrangement,
  arrange: (model: DiagramModel) => Arrangement | Promise<Arrangement>,
): Promise<number> {
  let sum = 0;
  for (let i = 0; i < GROWN; i++) {
    const at = Math.floor(((i + 0.5) * before.boxes.filter(({ rank }) => rank !== undefined).length) / GROWN);
    sum += shiftBetween(before, await arrange(withOneMore(model, at)));
  }
  return sum / GROWN;
}

const costs: string[][] = [];
const comparison: string[][] = [];

/** Lays a model out, all open, by both; the second time with the ranks of zones as ELK's partitions. */
async function compare(name: string, model: DiagramModel, runs: number, isShifted: boolean): Promise<void> {
  const open = everythingOpen(model);
  const { ms, value: layout } = await timed(7, () => layoutDiagram(model, open));
  const own = arrangementOf(layout);
  const ownShift = await shiftOf(model, own, (changed) => arrangementOf(layoutDiagram(changed, open)));
  comparison.push(row(`${name}: Zones`, own, ms, ownShift, 1));
  for (const inLevels of [false, true]) {
    const withElk = (of: Layout) => layoutWithElk(graphOf(of, inLevels), ranksOf(own));
    const elk = await timed(runs, () => withElk(layout));
    const shift = isShifted
      ? await shiftOf(model, elk.value, (changed) => withElk(layoutDiagram(changed, open)))
      : undefined;
    comparison.push(row(inLevels ? '  ELK, ranks in layers' : '  ELK', elk.value, elk.ms, shift, ms));
  }
}

const ranksOf = ({ boxes }: Arrangement): ReadonlyMap<string, number> =>
  new Map(boxes.flatMap(({ id, rank }) => (rank === undefined ? [] : [[id, rank] as const])));

for (const { files, perFile, edits } of SIZES) {
  const changes = plant(files, perFile).map(({ name, text }) => ({ uri: name, text }));
  const workspace = createWorkspace({ defaultSystem: 'plant', today: '2026-01-01' });
  workspace.update(changes);
  const model = diagramModelOf(workspace, 'plant');
  const open = everythingOpen(model);
  const { ms: modelTime } = await timed(5, () => diagramModelOf(workspace, 'plant'));
  const { ms: layoutTime, value: layout } = await timed(7, () => layoutDiagram(model, open));
  const { ms: pictureTime } = await timed(5, () => drawPicture(model, open));
  const boxes = arrangementOf(layout).boxes.length;

  // An edit in a file, and the picture as a large model starts: what a person waits for while typing.
  const waits: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const { uri, text } = changes[1 + (edit % (changes.length - 1))]!;
    const start = now();
    workspace.update([{ uri, text: text.replace('"Area ', `"Area ${edit} `) }]);
    drawPicture(diagramModelOf(workspace, 'plant'));
    waits.push(now() - start);
  }
  costs.push([
    boxes.toLocaleString('en'),
    `${round(modelTime)} ms`,
    `${round(layoutTime)} ms`,
    `${round(pictureTime - layoutTime)} ms`,
    `${round(quantile(waits, 0.5))} ms`,
    `${round(quantile(waits, 0.95))} ms`,
  ]);

  await compare(`${boxes.toLocaleString('en')} boxes`, model, boxes > 2000 ? 1 : 3, boxes < 2000);
}
const dense = randomModel(11, { zones: 60, assets: 8, conduits: 1.5 });
await compare(`${dense.conduits.length} conduits at random`, dense, 3, true);

function row(name: string, arrangement: Arrangement, ms: number, shift: number | undefined, own: number): string[] {
  const { overlaps, through, order, aspect, crossings, area } = qualityOf(arrangement);
  return [
    name,
    `${round(ms)} ms`,
    own === 1 ? '1' : round(ms / own),
    String(overlaps),
    String(through),
    `${Math.round(order * 100)} %`,
    round(aspect),
    round(crossings),
    round(area),
    shift === undefined ? '' : `${round(shift)} px`,
  ];
}

console.log('From text to picture; an edit includes reading, rules and the picture as it starts:\n');
console.log(table(['boxes', 'model', 'layout, all open', 'SVG', 'edit, median', 'edit, p95'], costs));
console.log('\nThe layout with all open beside ELK, same boxes and conduits:\n');
const head = [
  'boxes',
  'layout',
  'ratio',
  'overlaps',
  'through zones',
  'level order',
  'aspect',
  'crossings',
  'Mpx',
  'shift',
];
console.log(table(head, comparison));
