import { alongOf, borderAt, type Line, type Run } from './lines.ts';

/**
 * On which side of a run of another line a run in the same channel should be, so that they cross least: negative to the
 * left or above, positive to the right or below, 0 where it does not matter. Both lines are followed to both sides up to
 * where they part; where the two partings want different things the lines cross once, and it is the same side that
 * decides in all channels that they share.
 */
export function sideBeside(a: Line, i: number, b: Line, j: number): number {
  if (a.order > b.order) return -sideBeside(b, j, a, i);
  const turned = headingOf(a, i, 1) === headingOf(b, j, 1) ? 1 : -1;
  return sideAtParting(a, i, 1, b, j, turned) || sideAtParting(a, i, -1, b, j, -turned);
}

/** The side that the parting asks for that two lines come to when they are followed by steps of 1 or -1. */
function sideAtParting(a: Line, i: number, stepA: number, b: Line, j: number, stepB: number): number {
  const [turnA, turnB] = [turnOf(a, i, stepA), turnOf(b, j, stepB)];
  if (turnA !== turnB) return Math.sign(turnA - turnB);
  if (turnA === 0) return 0;
  const [nextA, nextB] = [a.runs[i + stepA]!, b.runs[j + stepB]!];
  const heading = headingOf(a, i, stepA);
  if (nextA.channels.some((channel) => nextB.channels.includes(channel))) {
    // Round a corner the outer one stays the outer one.
    return -heading * turnA * sideAtParting(a, i + stepA, stepA, b, j + stepB, stepB);
  }
  // The one that turns off first is nearer to where both turn.
  return Math.sign((nextB.middle - nextA.middle) * heading) * turnA;
}

/** In which direction a line goes along a run when it is followed by steps of 1 or -1. */
function headingOf(line: Line, i: number, step: number): number {
  const { from, to } = alongOf(line, i);
  return Math.sign(to - from) * step;
}

/** To which side a line turns after a run; 0 where it ends. */
function turnOf(line: Line, i: number, step: number): number {
  const next: Run | undefined = line.runs[i + step];
  if (!next) return 0;
  const after = line.runs[i + 2 * step];
  const there = after ? after.middle : borderAt(step > 0 ? line.end : line.start);
  return Math.sign(there - line.runs[i]!.middle);
}
