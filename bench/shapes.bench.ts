/**
 * Models that nobody writes, of shapes that make a program slow where it looks at each thing once for each other: each at
 * half the size and in full. What is linear takes twice as long; the goal is a second.
 */
import { whyNotDrawn } from '../language-server/core/diagram/limits.ts';
import { svg } from '../language-server/core/export/picture.ts';
import { systemNamed } from '../language-server/core/plant/index.ts';
import { diagramModelOf } from '../language-server/editor/diagram.ts';
import { createWorkspace, type Workspace } from '../language-server/language/workspace.ts';
import { round, table } from './support/stats.ts';

const FILE = 'shape.zones';
const repeated = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join('');
const inZone = (count: number, text: (i: number) => string): string =>
  `zone a : cell {\n  sl-t 1\n${repeated(count, (i) => `  ${text(i)}\n`)}}\n`;

interface Shape {
  readonly what: string;
  readonly size: number;
  readonly isDrawn?: boolean;
  model(size: number): string;
}

const SHAPES: readonly Shape[] = [
  {
    what: 'characters in a title, drawn',
    size: 50_000,
    isDrawn: true,
    model: (size) => `zone a "${'x'.repeat(size)}" : cell\nzone b\nconduit c "${'y'.repeat(size)}" between a and b\n`,
  },
  {
    what: 'statements that contradict each other',
    size: 20_000,
    model: (size) => inZone(size, (i) => (i % 2 ? 'implements SR 1.1' : `excludes SR 1.1 because "${i}"`)),
  },
  {
    what: 'plans of one control',
    size: 20_000,
    model: (size) => inZone(size, (i) => `plans SR 1.1 until 2027-01-${10 + (i % 20)}`),
  },
  {
    what: 'compensations',
    size: 20_000,
    model: (size) => inZone(size, (i) => `compensates SR 1.${1 + (i % 13)} with SR 2.${1 + (i % 12)} because "${i}"`),
  },
  {
    what: 'allowances of one rule',
    size: 20_000,
    model: (size) => inZone(size, (i) => `allow zone-owner because "${i}"`),
  },
  {
    what: 'allowances, and as many findings that they allow',
    size: 20_000,
    model: (size) =>
      inZone(size, (i) => (i % 2 ? `allow unresolved-reference because "${i}"` : `asset p-${i} : nothing-${i}`)),
  },
  { what: 'unknown names', size: 20_000, model: (size) => inZone(size, (i) => `asset p-${i} : plcc-${i}`) },
  { what: 'assets of one name', size: 20_000, model: (size) => inZone(size, () => 'asset p : plc') },
  { what: 'zones of one name', size: 9_000, model: (size) => repeated(size, () => 'zone a : cell { sl-t 1 }\n') },
  {
    what: 'conduits of a hub, drawn',
    size: 2_000,
    isDrawn: true,
    model: (size) =>
      `zone hub : control\n${repeated(size, (i) => `zone z${i}\nconduit c${i} between hub and z${i}\n`)}`,
  },
  {
    what: 'conduits of a hub that is still drawn',
    size: 500,
    isDrawn: true,
    model: (size) =>
      `zone hub : control\n${repeated(size, (i) => `zone z${i}\nconduit c${i} between hub and z${i}\n`)}`,
  },
];

const rows = SHAPES.map((shape) => {
  const [half, full] = [measure(shape, shape.size / 2), measure(shape, shape.size)];
  return [
    shape.what,
    String(shape.size),
    `${round(half.ms)} ms`,
    `${round(full.ms)} ms`,
    round(full.ms / half.ms),
    full.says,
  ];
});
console.log(table(['shape', 'size', 'half', 'full', 'ratio', ''], rows));

/** Milliseconds of CPU, and what is said where a picture is refused. */
function measure({ model, isDrawn }: Shape, size: number): { ms: number; says: string } {
  const text = model(size);
  const workspace = createWorkspace({ defaultSystem: 'plant', today: '2026-01-01' });
  const before = process.threadCpuUsage();
  workspace.update([{ uri: FILE, text }]);
  const found = workspace.findingsOf(FILE).length;
  const refused = isDrawn ? draw(workspace) : undefined;
  const { user, system } = process.threadCpuUsage(before);
  return { ms: (user + system) / 1000, says: refused ? 'no picture' : `${found} findings` };
}

function draw(workspace: Workspace): string | undefined {
  const model = diagramModelOf(workspace, 'plant');
  const refused = whyNotDrawn(model, {});
  if (!refused) svg.write({ plant: systemNamed(workspace.store.query(), 'plant'), model }, { theme: 'light' });
  return refused;
}
