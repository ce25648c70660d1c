/** How long the pointer rests on an element before its words are shown, in milliseconds. */
const DELAY = 450;

/** The words beside the pointer. */
export interface Tooltip {
  /** Adds lines to the words of a part, where they are still shown. */
  add(part: string, lines: readonly string[]): void;
}

/**
 * Shows what an element is in words, those a screen reader says, where the pointer rests on it.
 * @param asks is called with the id of a part whose words are shown
 */
export function createTooltip(stage: HTMLElement, asks: (part: string) => void): Tooltip {
  const box = document.createElement('div');
  box.className = 'tooltip';
  box.hidden = true;
  box.dir = 'auto';
  // A screen reader has said it already.
  box.setAttribute('aria-hidden', 'true');
  document.body.append(box);
  let timer: number | undefined;
  let over: Element | null = null;
  let at: Point = { x: 0, y: 0 };

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
    at = { x, y };
    place(at);
    asks(part.getAttribute('data-id') ?? '');
  }

  function place({ x, y }: Point): void {
    // Measured where it has all the room.
    box.style.left = '0';
    const { width, height } = box.getBoundingClientRect();
    const left = Math.min(x + 12, window.innerWidth - width - 8);
    const top = y + 18 + height > window.innerHeight ? y - height - 10 : y + 18;
    box.style.left = `${Math.max(8, left)}px`;
    box.style.top = `${Math.max(8, top)}px`;
  }

  return {
    add(part, lines) {
      if (box.hidden || over?.getAttribute('data-id') !== part || lines.length === 0) return;
      box.textContent = [box.textContent, '', ...lines].join('\n');
      place(at);
    },
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The label of a part, or of the line that it is the label of. */
function wordsOf(part: Element): string {
  const own = part.getAttribute('aria-label');
  if (own) return own;
  const id = part.getAttribute('data-id') ?? '';
  const line = document.querySelector(`.z-conduit[data-id="${CSS.escape(id)}"]`);
  return line?.getAttribute('aria-label') ?? '';
}
