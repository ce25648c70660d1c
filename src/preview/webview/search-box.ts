import type { Hit } from '../../../language-server/core/search/find.ts';
import type { ToPage } from '../messages.ts';

type Found = Extract<ToPage, { type: 'found' }>;

export interface SearchActions {
  /** The query has changed; empty ends the search. */
  find(query: string): void;
  /** A hit was selected; `open` wants its declaration with the cursor in it. */
  select(element: string, open: boolean): void;
  /** The keyboard goes back to the picture. */
  leave(): void;
}

export interface SearchBox {
  readonly node: HTMLElement;
  focus(): void;
  /** Shows what was found; of an older query, nothing. */
  show(found: Found): void;
  /** Ends the search. */
  clear(): void;
}

/** Room between the list and the edge of the panel, in pixels. */
const EDGE = 12;

/** Where one writes what to look for, and the list of what was found below it: a combobox. */
export function createSearchBox(actions: SearchActions): SearchBox {
  const { node, input, list } = createField();
  let found: readonly Hit[] = [];
  let at = -1;

  input.addEventListener('input', () => actions.find(input.value.trim()));
  input.addEventListener('keydown', (event) => {
    const done = keys[event.key]?.(event);
    if (done) event.preventDefault();
    // Keys of the box are none of the picture.
    event.stopPropagation();
  });
  // The list closes when the keyboard is elsewhere; what was found stays highlighted.
  input.addEventListener('blur', () => open(false));
  input.addEventListener('focus', () => open(found.length > 0));
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    const item = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    if (item) move(options().indexOf(item), false);
  });

  const keys: Readonly<Record<string, (event: KeyboardEvent) => boolean>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: (event) =>
      event.shiftKey ? step(-1) : event.ctrlKey || event.metaKey ? move(Math.max(0, at), true) : step(1),
    Escape: () => {
      clear();
      actions.leave();
      return true;
    },
  };

  const options = (): Element[] => [...list.querySelectorAll('[role="option"]')];

  const step = (by: number): boolean =>
    found.length > 0 && move((at + by + found.length + (at < 0 && by < 0 ? 1 : 0)) % found.length, false);

  function move(to: number, isOpened: boolean): boolean {
    const hit = found[to];
    if (!hit) return false;
    at = to;
    mark();
    actions.select(hit.element, isOpened);
    return true;
  }

  function mark(): void {
    options().forEach((item, i) => {
      item.setAttribute('aria-selected', String(i === at));
      if (i !== at) return;
      input.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    });
  }

  function open(isOpen: boolean): void {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) keepInside();
  }

  /** The list may be wider than the room to the right of the field. */
  function keepInside(): void {
    const room = window.innerWidth - EDGE - node.getBoundingClientRect().left;
    list.style.left = `${Math.min(0, room - list.offsetWidth)}px`;
  }

  function clear(): void {
    input.value = '';
    found = [];
    at = -1;
    input.removeAttribute('aria-activedescendant');
    list.replaceChildren();
    open(false);
    actions.find('');
  }

  return {
    node,
    clear,
    focus() {
      input.focus();
      input.select();
    },
    show(answer) {
      const { query, hits } = answer;
      if (query !== input.value.trim()) return;
      found = hits;
      at = -1;
      input.removeAttribute('aria-activedescendant');
      list.replaceChildren(...itemsOf(answer));
      open(query !== '' && document.activeElement === input);
    },
  };
}

/** The field, the list below it, and what holds both. */
function createField(): { node: HTMLElement; input: HTMLInputElement; list: HTMLUListElement } {
  const node = document.createElement('div');
  node.className = 'search';
  const input = document.createElement('input');
  input.type = 'search';
  input.placeholder = 'Search';
  input.title =
    'Search (/) by name, type, address, protocol or control: “SR 1.1” finds what misses, meets or names it, ' +
    '“missing SR 1.1” only the first; “error” or “warning” finds what has findings';
  const list = document.createElement('ul');
  list.id = 'hits';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Found');
  list.hidden = true;
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-label': 'Search the picture',
    'aria-controls': list.id,
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
  })) {
    input.setAttribute(name, value);
  }
  node.append(input, list);
  return { node, input, list };
}

/** What the list shows: the first hits, what was looked for above them, and how many more there are below. */
function itemsOf({ note, hits, elements }: Found): HTMLLIElement[] {
  const rest = elements.length - hits.length;
  const items = hits.map(itemOf);
  if (note !== undefined) items.unshift(noteOf(note));
  else if (hits.length === 0) items.push(noteOf('Nothing in this system matches.'));
  if (rest > 0) items.push(noteOf(`and ${rest} more`));
  return items;
}

function itemOf({ title, detail }: Hit, i: number): HTMLLIElement {
  const item = document.createElement('li');
  item.id = `hit-${i}`;
  item.setAttribute('role', 'option');
  item.setAttribute('aria-selected', 'false');
  const small = document.createElement('small');
  small.textContent = detail;
  item.append(title, small);
  return item;
}

function noteOf(text: string): HTMLLIElement {
  const item = document.createElement('li');
  item.className = 'rest';
  item.textContent = text;
  return item;
}
