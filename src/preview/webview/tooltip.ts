/** How long the pointer rests on an element before its words are shown, in milliseconds. */
const DELAY = 450;

/** Shows what an element is in words, those a screen reader says, where the pointer rests on it. */
export function createTooltip(stage: HTMLElement): void {
  const box = document.createElement('div');
  box.className = 'tooltip';
  box.hidden = true;
  // A screen reader has said it already.
  box.setAttribute('aria-hidden', 'true');
  document.body.append(box);
  let timer: number | undefined;
  let over: Element | null = null;

  const hide = (): void => {
    window.clearTimeout(timer);
    box.hidden = true;
  };
  stage.addEventListener('pointermove', (event) => {
    const part = event.target instanceof Element ? event.target.closest('[data-id]') : null;
    if (part === over && box.hidden === false) return;
    over = part;
    hide();
    if (part && event.buttons === 0) timer = window.setTimeout(() => show(part, event.clientX, event.clientY), DELAY);
  });
  for (const name of ['pointerdown', 'pointerleave', 'wheel']) stage.addEventListener(name, hide, { passive: true });

  function show(part: Element, x: number, y: number): void {
    const words = wordsOf(part);
    if (!words || !part.isConnected) return;
    box.textContent = words;
    box.hidden = false;
    const { width, height } = box.getBoundingClientRect();
    const left = Math.min(x + 12, window.innerWidth - width - 8);
    const top = y + 18 + height > window.innerHeight ? y - height - 10 : y + 18;
    box.style.left = `${Math.max(8, left)}px`;
    box.style.top = `${Math.max(8, top)}px`;
  }
}

/** The label of a part, or of the line that it is the label of. */
function wordsOf(part: Element): string {
  const own = part.getAttribute('aria-label');
  if (own) return own;
  const id = part.getAttribute('data-id') ?? '';
  const line = document.querySelector(`.z-conduit[data-id="${CSS.escape(id)}"]`);
  return line?.getAttribute('aria-label') ?? '';
}
