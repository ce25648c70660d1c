/** What pictures are laid out for, as width by height: a side bar, a column beside the text, a square, a page. */
const ASPECTS = [0.45, 0.7, 1, 1.35] as const;
/** How long a panel keeps its new size before the picture is laid out for it, in milliseconds. */
const REST = 250;

/** The aspect that suits the stage now; `onChange` is called when it has changed so much that another does. */
export function followAspect(stage: HTMLElement, onChange: (aspect: number) => void): number {
  const first = aspectOf(stage);
  let last = first;
  let timer: number | undefined;
  new ResizeObserver(() => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const aspect = aspectOf(stage);
      if (aspect !== last) onChange(aspect);
      last = aspect;
    }, REST);
  }).observe(stage);
  return first;
}

function aspectOf({ clientWidth, clientHeight }: HTMLElement): number {
  if (clientWidth === 0 || clientHeight === 0) return 1.35;
  const own = clientWidth / clientHeight;
  return ASPECTS.reduce((best, aspect) =>
    Math.abs(Math.log(aspect / own)) < Math.abs(Math.log(best / own)) ? aspect : best,
  );
}
