import { type Picture, zonesAround } from './picture.ts';

/** What stands out of the picture: what a search found, or what reaches an element; the rest is dimmed. */
export interface Light {
  /**
   * Lights these elements, or the closed zones and bundles that hide them; undefined lights all alike. With
   * `withPlaces` the zones around them are dimmed less.
   */
  on(elements: readonly string[] | undefined, withPlaces?: boolean): void;
  /** To be called when the picture has changed. */
  refresh(): void;
}

const DIM = 'z-dim';
const PLACE = 'z-place';

export function createLight(picture: Picture): Light {
  let lit: readonly string[] | undefined;
  let hasPlaces = false;
  let isLit = false;
  function refresh(): void {
    // Of a large picture every part costs: there is nothing to change while nothing stands out.
    if (!lit && !isLit) return;
    isLit = lit !== undefined;
    const shown = lit && new Set(lit.map((element) => picture.shownAs(element)));
    const places = new Set(hasPlaces && shown ? [...shown].flatMap(zonesAround) : []);
    for (const part of picture.parts) {
      const { id } = part.dataset;
      if (id === undefined) continue;
      part.classList.toggle(DIM, shown !== undefined && !shown.has(id));
      part.classList.toggle(PLACE, places.has(id));
    }
  }
  return {
    refresh,
    on(elements, withPlaces = false) {
      lit = elements;
      hasPlaces = withPlaces;
      refresh();
    },
  };
}
