import type { Camera } from './camera.ts';
import { type Picture, parentOf } from './picture.ts';

/** What a person does with elements of the picture. */
export interface SelectionActions {
  /** An element was selected; `open` wants its declaration with the cursor in it. */
  select(element: string, open: boolean): void;
  fold(zone: string, isCollapsed: boolean): void;
}

/** The element that is selected, and the one that the keyboard is on. */
export interface Selection {
  /** Selects the element that the editor's cursor stands in; empty selects none. */
  follow(element: string): void;
  /** Selects an element and brings it into sight, whatever was selected before. */
  show(element: string): void;
  /** To be called when the picture has changed; `hadFocus` says whether the keyboard was in it before. */
  refresh(hadFocus: boolean): void;
}

const SELECTED = 'z-selected';

/** Clicks and keys on elements. The tree of zones and assets has one tab stop, which the arrow keys move. */
export function createSelection(
  stage: HTMLElement,
  picture: Picture,
  camera: Camera,
  actions: SelectionActions,
): Selection {
  let selected = '';
  /** The parts that show it. */
  let selectedParts: readonly SVGGElement[] = [];
  /** The element that the keyboard is on, and the part that has the tab stop for it. */
  let current = '';
  let stop: SVGGElement | undefined;

  stage.addEventListener('click', (event) => {
    const toggled = closest(event.target, '[data-toggle]');
    const zone = toggled?.getAttribute('data-toggle');
    if (zone) {
      actions.fold(zone, !isCollapsed(zone));
      return;
    }
    const id = closest(event.target, '[data-id]')?.getAttribute('data-id');
    if (!id) return;
    setCurrent(id);
    setSelected(id);
    actions.select(elementOf(id), false);
  });
  stage.addEventListener('dblclick', (event) => {
    if (closest(event.target, '[data-toggle]')) return;
    const id = closest(event.target, '[data-id]')?.getAttribute('data-id');
    if (id) actions.select(elementOf(id), true);
  });
  picture.svg.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const done = keys[event.key]?.();
    if (done) event.preventDefault();
  });

  const keys: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    ArrowRight: () => {
      if (isCollapsed(current)) return fold(false);
      return [...picture.tree.keys()].some((id) => parentOf(id) === current) && step(1);
    },
    ArrowLeft: () => {
      if (picture.tree.get(current)?.getAttribute('aria-expanded') === 'true') return fold(true);
      return goTo(parentOf(current));
    },
    Home: () => goTo([...picture.tree.keys()][0]),
    End: () => goTo([...picture.tree.keys()].at(-1)),
    Enter: () => select(true),
    ' ': () => select(false),
    '+': () => zoomBy(1.25),
    '=': () => zoomBy(1.25),
    '-': () => zoomBy(0.8),
    '0': () => {
      camera.fitAll();
      return true;
    },
  };

  /** What a part stands for: of a bundle of conduits the first. */
  const elementOf = (id: string): string => picture.partsOf(id)[0]?.dataset.holds?.split(' ')[0] ?? id;

  const isCollapsed = (zone: string): boolean => picture.tree.get(zone)?.getAttribute('aria-expanded') === 'false';

  function fold(collapse: boolean): boolean {
    actions.fold(current, collapse);
    return true;
  }

  function select(open: boolean): boolean {
    if (!current) return false;
    setSelected(current);
    actions.select(current, open);
    return true;
  }

  function zoomBy(factor: number): boolean {
    camera.zoomBy(factor);
    return true;
  }

  function step(by: number): boolean {
    const ids = [...picture.tree.keys()];
    return goTo(ids[Math.max(0, ids.indexOf(current) + by)]);
  }

  function goTo(id: string | undefined): boolean {
    const node = id === undefined ? undefined : picture.tree.get(id);
    if (!node) return false;
    setCurrent(id!);
    reveal(node);
    node.focus({ preventScroll: true });
    return true;
  }

  function reveal(part: SVGGElement | undefined): void {
    if (!part) return;
    picture.bringIn(part);
    camera.reveal(part);
  }

  function setCurrent(id: string): void {
    const node = picture.tree.get(id);
    if (!node) return;
    // What is no link or button has no stop: all others are out of the tab order as they come.
    stop?.setAttribute('tabindex', '-1');
    current = id;
    stop = node;
    stop.setAttribute('tabindex', '0');
  }

  function setSelected(id: string): void {
    for (const part of selectedParts) part.classList.remove(SELECTED);
    selected = id;
    selectedParts = picture.partsOf(id);
    for (const part of selectedParts) part.classList.add(SELECTED);
  }

  return {
    follow(element) {
      const id = picture.shownAs(element);
      if (id === selected) return;
      setSelected(id);
      reveal(picture.partsOf(id)[0]);
    },
    show(element) {
      const id = picture.shownAs(element);
      setCurrent(id);
      setSelected(id);
      reveal(picture.partsOf(id)[0]);
    },
    refresh(hadFocus) {
      setSelected(picture.shownAs(selected));
      if (!picture.tree.has(current)) current = picture.shownAs(current) || ([...picture.tree.keys()][0] ?? '');
      setCurrent(current);
      const node = picture.tree.get(current);
      if (node) picture.bringIn(node);
      if (hadFocus) node?.focus({ preventScroll: true });
    },
  };
}

const closest = (target: EventTarget | null, selector: string): Element | null =>
  target instanceof Element ? target.closest(selector) : null;
