/** How long a part takes to where it has moved, in milliseconds. */
const DURATION = 200;
/** In a picture of which more has moved, nothing is seen to move. */
const MOST = 600;

/** A part that has been exchanged. */
export interface Exchanged {
  readonly node: Element;
  readonly before: string | undefined;
  readonly text: string;
}

/** Lets what has moved glide to its new place and what is new appear, unless the user wants no motion. */
export function animate(exchanged: readonly Exchanged[]): void {
  if (exchanged.length > MOST || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  for (const { node, before, text } of exchanged) {
    const [from, to] = [before && placeOf(before), placeOf(text)];
    if (from && to) {
      const [dx, dy] = [from.x - to.x, from.y - to.y];
      if (dx === 0 && dy === 0) continue;
      node.animate([{ transform: `translate(${dx}px, ${dy}px)` }, { transform: 'none' }], timing);
    } else if (!before || courseOf(before) !== courseOf(text)) node.animate([{ opacity: 0 }, { opacity: 1 }], timing);
  }
}

const timing: KeyframeAnimationOptions = { duration: DURATION, easing: 'ease-out' };

/** Where a line runs. */
const courseOf = (text: string): string | undefined => /\bd="([^"]*)"/.exec(text)?.[1];

/** Where the first rectangle of a part stands; lines have none. */
function placeOf(text: string): { x: number; y: number } | undefined {
  const found = /<rect [^>]*?\bx="(-?[\d.]+)" y="(-?[\d.]+)"/.exec(text);
  return found ? { x: Number(found[1]), y: Number(found[2]) } : undefined;
}
