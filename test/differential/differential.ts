import { plant } from '../../bench/support/models.ts';
import { staleLines } from '../../language-server/core/rules/frame/stale.ts';
import { createWorkspace, type Workspace } from '../../language-server/language/workspace.ts';
import { differences, type Shown, shownIn } from '../support/shown.ts';
import { type PlantEdit, plantEdits, type Texts } from './plant-edits.ts';
import type { Reach } from './reach.ts';

export interface Run {
  readonly seed: number;
  /** Assets of the plant, a hundred a file. */
  readonly assets: number;
  readonly edits: number;
  /** Applies one edit; a test of the comparison itself leaves one out here. */
  readonly apply?: (workspace: Workspace, edit: PlantEdit, number: number) => void;
  /** Lets the workspace verify itself after each edit: that takes as long as reading all of it anew. */
  readonly verify?: boolean;
  /** Takes note of the findings after each edit. */
  readonly reach?: Reach;
}

/** How much was compared: a run in which nothing is found proves nothing. */
export interface Compared {
  readonly files: number;
  readonly findings: number;
  readonly rules: ReadonlySet<string>;
}

/** A plant in the making: the workspace that sees every edit, and the texts and the day that a new one would read. */
interface State {
  readonly workspace: Workspace;
  readonly texts: Map<string, string>;
  today: string;
}

const FIRST_DAY = '2026-06-01';
const CHECKS = 10;

/**
 * Edits a random plant and compares the findings of the workspace that saw each edit with those of one that reads the
 * last texts only: ten times in a run. Throws an error that tells the seed and the first edit after which they differ.
 */
export function compareAfterEdits(run: Run, progress: (edits: number) => void = () => {}): Compared {
  const original = originalOf(run);
  const state = startOf(original);
  const source = plantEdits(original, run.seed);
  const findings = new Set<string>();
  const seen = { files: 0, findings: 0 };
  let good = 0;
  run.reach?.start();
  see(run, state);
  for (let done = 1; done <= run.edits; done++) {
    const edit = source.next().value;
    step(run, state, edit, done);
    see(run, state);
    const stale = run.verify ? state.workspace.verify() : [];
    if (stale.length > 0) throw new Error([failure(run, edit, done), ...stale.flatMap(staleLines)].join('\n'));
    if (done < run.edits && done % Math.ceil(run.edits / CHECKS) > 0) continue;
    const anew = readAnew(state);
    if (differences(shownNow(state), anew).length > 0) throw new Error(explain(run, good, done));
    good = done;
    progress(done);
    seen.files = state.texts.size;
    const found = [...anew.values()].flat();
    for (const { rule } of found) findings.add(rule);
    seen.findings = found.length;
  }
  return { ...seen, rules: findings };
}

const originalOf = ({ assets, seed }: Run): Texts =>
  new Map(plant(Math.max(2, Math.ceil(assets / 100)), 100, seed).map(({ name, text }) => [name, text]));

function startOf(texts: Texts, today = FIRST_DAY): State {
  const workspace = createWorkspace({ defaultSystem: 'plant', today });
  workspace.update([...texts].map(([uri, text]) => ({ uri, text })));
  return { workspace, texts: new Map(texts), today };
}

const shownNow = ({ workspace, texts }: State): Shown => shownIn(workspace, texts.keys());

const readAnew = ({ texts, today }: State): Shown => shownNow(startOf(new Map([...texts].sort()), today));

function see({ reach }: Run, state: State): void {
  reach?.see({ shown: shownNow(state), texts: new Map(state.texts), today: state.today });
}

function step({ apply = applyEdit }: Run, state: State, edit: PlantEdit, number: number): void {
  if (edit.today) state.today = edit.today;
  else if (edit.text === undefined) state.texts.delete(edit.uri!);
  else state.texts.set(edit.uri!, edit.text);
  apply(state.workspace, edit, number);
}

export function applyEdit(workspace: Workspace, { uri, text, today }: PlantEdit): void {
  if (today) workspace.setToday(today);
  else workspace.update([{ uri: uri!, text }]);
}

/** Replays the edits by halves, to find one after which the findings differ and before which they do not. */
function explain(run: Run, good: number, bad: number): string {
  let [before, after] = [good, bad];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (replay(run, middle).lines.length > 0) after = middle;
    else before = middle;
  }
  const { edit, lines } = replay(run, after);
  const told = lines.length > 0 ? lines : ['Replayed, they are the same: something besides the edits decides.'];
  return [failure(run, edit, after), ...told].join('\n');
}

/** What is to be said of an edit after which the findings are others, and how to see that again. */
function failure({ seed, assets, verify }: Run, edit: PlantEdit | undefined, number: number): string {
  return [
    `After edit ${number} (${edit?.what}) of seed ${seed} with ${assets} assets, the findings are not those of a fresh workspace.`,
    `Again: npm run test:differential -- --seed ${seed} --assets ${assets} --edits ${number}${verify ? ' --verify' : ''}`,
  ].join('\n');
}

/** The last of some edits, and what is then found in one way only. */
function replay(run: Run, edits: number): { edit?: PlantEdit; lines: readonly string[] } {
  const original = originalOf(run);
  const state = startOf(original);
  const source = plantEdits(original, run.seed);
  let edit: PlantEdit | undefined;
  for (let done = 1; done <= edits; done++) {
    edit = source.next().value;
    step(run, state, edit, done);
  }
  return { edit, lines: differences(shownNow(state), readAnew(state)) };
}
