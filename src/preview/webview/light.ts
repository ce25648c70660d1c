import type { Picture } from './picture.ts';

/** What stands out of the picture: what a search found, or what reaches an element; the rest is dimmed. */
export interface Light {
  /** Lights these elements, or the closed zones and bundles that hide them; undefined lights all alike. */
  on(elements: readonly string[] | undefined): void;
  /** To be called when the picture has changed. */
  refresh(): void;
}

const DIM = 'z-dim';

export function createLight(picture: Picture): Light {
  let lit: readonly string[] | undefined;
  function refresh(): void {
    const shown = lit && new Set(lit.map((element) => picture.shownAs(element)));
    picture.svg.classList.toggle('lit', shown !== undefined);
    for (const part of picture.svg.querySelectorAll('[data-id]')) {
      part.classList.toggle(DIM, shown !== undefined && !shown.has(part.getAttribute('data-id')!));
    }
  }
  return {
    refresh,
    on(elements) {
      lit = elements;
      refresh();
    },
  };
}
