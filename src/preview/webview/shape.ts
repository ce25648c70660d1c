/** Shapes that pictures are laid out for, as width by height: a side bar, a column beside the text, a square, a page. */
const SHAPES = [0.45, 0.7, 1, 1.35] as const;
/** How long a panel keeps its new size before the picture is laid out for it, in milliseconds. */
const REST = 250;

/** Tells the shape of the stage: now, and when it has changed so much that another suits it. */
export function followShape(stage: HTMLElement, tell: (aspect: number) => void): void {
  let told = shapeOf(stage);
  tell(told);
  let timer: number | undefined;
  new ResizeObserver(() => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const shape = shapeOf(stage);
      if (shape !== told) tell(shape);
      told = shape;
    }, REST);
  }).observe(stage);
}

function shapeOf({ clientWidth, clientHeight }: HTMLElement): number {
  if (clientWidth === 0 || clientHeight === 0) return 1.35;
  const aspect = clientWidth / clientHeight;
  return SHAPES.reduce((best, shape) =>
    Math.abs(Math.log(shape / aspect)) < Math.abs(Math.log(best / aspect)) ? shape : best,
  );
}
