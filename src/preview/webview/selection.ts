import type { Camera } from './camera.ts';
import { type Picture, parentOfPart } from './picture.ts';

/** What a person does with elements of the picture. */
export interface SelectionActions {
  /** An element was selected; `open` wants its declaration with the cursor in it. */
  select(element: string, open: boolean): void;
  fold(zone: string, isCollapsed: boolean): void;
  /** The findings of a part are wanted. */
  list(part: string): void;
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
const FOCUSED = 'z-focused';

/** Clicks and keys on elements. The tree of zones, assets and conduits has one tab stop, which the arrow keys move. */
export function createSelection(
  stage: HTMLElement,
  picture: Picture,
  camera: Camera,
  actions: SelectionActions,
): Selection {
  /** The element, which may be hidden in a closed zone or not drawn yet, what shows it, and the parts of that. */
  let selected = '';
  let shownAs = '';
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
    if (closest(event.target, '.z-findings')) return actions.list(id);
    setSelected(elementOf(id));
    actions.select(elementOf(id), false);
  });
  stage.addEventListener('dblclick', (event) => {
    if (closest(event.target, '[data-toggle], .z-findings')) return;
    const id = closest(event.target, '[data-id]')?.getAttribute('data-id');
    if (id) actions.select(elementOf(id), true);
  });
  // The line of a conduit has the keyboard, its pill shows it too.
  for (const [type, isOn] of [
    ['focusin', true],
    ['focusout', false],
  ] as const) {
    picture.svg.addEventListener(type, ({ target }) => {
      const id = closest(target, '[data-id]')?.getAttribute('data-id') ?? '';
      const isVisible = isOn && target instanceof Element && target.matches(':focus-visible');
      for (const part of picture.partsOf(id)) part.classList.toggle(FOCUSED, isVisible);
    });
  }
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
      return [...picture.tree.values()].some((node) => parentOfPart(node) === current) && step(1);
    },
    ArrowLeft: () => {
      if (picture.tree.get(current)?.getAttribute('aria-expanded') === 'true') return fold(true);
      const node = picture.tree.get(current);
      return node !== undefined && goTo(parentOfPart(node));
    },
    Home: () => goTo([...picture.tree.keys()][0]),
    End: () => goTo([...picture.tree.keys()].at(-1)),
    Enter: () => select(true),
    ' ': () => select(false),
    f: () => list(),
    F: () => list(),
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
    setSelected(elementOf(current));
    actions.select(elementOf(current), open);
    return true;
  }

  function list(): boolean {
    if (current) actions.list(current);
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
    reveal(id!);
    node.focus({ preventScroll: true });
    return true;
  }

  /** Brings a part into sight: of a conduit its pill, since a line may be longer than there is room. */
  function reveal(id: string): void {
    for (const part of picture.partsOf(id)) picture.bringIn(part);
    const part = picture.partsOf(id).at(-1);
    if (part) camera.reveal(part);
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

  function setSelected(element: string): void {
    for (const part of selectedParts) part.classList.remove(SELECTED);
    selected = element;
    shownAs = picture.shownAs(element);
    selectedParts = picture.partsOf(shownAs);
    for (const part of selectedParts) part.classList.add(SELECTED);
  }

  return {
    follow(element) {
      const before = shownAs;
      setSelected(element);
      if (shownAs !== before) reveal(shownAs);
    },
    show(element) {
      setSelected(element);
      setCurrent(shownAs);
      reveal(shownAs);
    },
    refresh(hadFocus) {
      const before = shownAs;
      setSelected(selected);
      // It was not drawn yet when it was selected: typed a moment ago, or renamed.
      if (before === '' && shownAs !== '') reveal(shownAs);
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
