import { type Picture, zonesAround } from './picture.ts';

/** What stands out of the picture: what a search found, or what reaches an element; the rest is dimmed. */
export interface Highlight {
  /**
   * Lets these elements stand out, or the closed zones and bundles that hide them; the zones around them are dimmed
   * less. Undefined lets nothing stand out.
   */
  show(elements: readonly string[] | undefined): void;
  /** To be called when the picture has changed. */
  refresh(): void;
}

const DIM = 'z-dim';
const AROUND = 'z-around';

/** Makes parts of the picture stand out, the others faint. */
export function createHighlight(picture: Picture): Highlight {
  let highlighted: readonly string[] | undefined;
  let isDimmed = false;
  function refresh(): void {
    // Of a large picture every part costs: there is nothing to change while nothing stands out.
    if (!highlighted && !isDimmed) return;
    isDimmed = highlighted !== undefined;
    const shown = highlighted && new Set(highlighted.map((element) => picture.shownAs(element)));
    const around = new Set(shown && [...shown].flatMap(zonesAround));
    for (const part of picture.parts) {
      const { id } = part.dataset;
      if (id === undefined) continue;
      part.classList.toggle(DIM, shown !== undefined && !shown.has(id));
      part.classList.toggle(AROUND, around.has(id));
    }
  }
  return {
    refresh,
    show(elements) {
      highlighted = elements;
      refresh();
    },
  };
}
