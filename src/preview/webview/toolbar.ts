import { COLOURINGS, type Colouring } from '../../../language-server/core/diagram/model/picture-options.ts';
import type { ToPage } from '../messages.ts';

export interface ToolbarActions {
  fitAll(): void;
  actualSize(): void;
  zoomBy(factor: number): void;
  lock(isLocked: boolean): void;
  chooseSystem(name: string): void;
  exportPicture(): void;
  copyPicture(): void;
  printPicture(): void;
  colourBy(colouring: Colouring): void;
  /** How many levels of zones are to be open; undefined for as many as can be read. */
  openLevels(depth: number | undefined): void;
  /** Highlights what reaches the selected element, or nothing. */
  highlightReach(isOn: boolean): void;
}

/** The bar above the picture: which system, whether it follows the editor, the zoom, the export; and a line of notes. */
export interface Toolbar {
  show(picture: Extract<ToPage, { type: 'picture' }>): void;
  showScale(scale: number): void;
  showNote(text: string): void;
  /** A line that is gone after a while. */
  flash(text: string): void;
}

/** 16 × 16 outlines. */
const ICONS = {
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  locked: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  open: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 4.8-1',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  reach: 'M2.5 3.5h3v3h-3zM2.5 9.5h3v3h-3zM5.5 5h3l2 3M5.5 11h3l2-3M10.5 6.5h3v3h-3z',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  export: 'M8 2.5v8M5 7.5l3 3 3-3M3 10.5v3h10v-3',
} as const;

/** `search` is put into the bar. */
export function createToolbar(stage: HTMLElement, search: HTMLElement, actions: ToolbarActions): Toolbar {
  const bar = document.createElement('div');
  bar.className = 'toolbar';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', 'Picture');
  const picker = menu('System to show', (name) => actions.chooseSystem(name));
  const colours = menu('What the colours of zones say', (name) => {
    const colouring = COLOURINGS.find((other) => other === name);
    if (colouring) actions.colourBy(colouring);
  });
  colours.replaceChildren(...COLOURINGS.map((name) => new Option(COLOUR_LABELS[name], name)));
  const depth = menu('Levels of zones that are open', (value) =>
    actions.openLevels(value === '' ? undefined : Number(value)),
  );
  const space = document.createElement('span');
  space.className = 'space';
  let isLocked = false;
  const lock = button('open', 'Stay on this system', () => actions.lock(!isLocked));
  let isReaching = false;
  const reach = button('reach', 'Show what reaches the chosen element', () => {
    isReaching = !isReaching;
    reach.setAttribute('aria-pressed', String(isReaching));
    actions.highlightReach(isReaching);
  });
  reach.setAttribute('aria-pressed', 'false');
  const scale = button(undefined, 'Actual size', () => actions.actualSize());
  scale.classList.add('scale');
  bar.append(
    picker,
    search,
    colours,
    depth,
    space,
    reach,
    lock,
    button('minus', 'Zoom out', () => actions.zoomBy(0.8)),
    scale,
    button('plus', 'Zoom in', () => actions.zoomBy(1.25)),
    button('fit', 'Fit the whole picture', () => actions.fitAll()),
    button('copy', 'Copy as an image', () => actions.copyPicture()),
    button('print', 'Print from the browser', () => actions.printPicture()),
    button('export', 'Export as SVG or PNG, whole or in part', () => actions.exportPicture()),
  );
  const note = document.createElement('p');
  note.className = 'note';
  note.setAttribute('role', 'status');
  stage.before(bar, note);

  const showNote = (text: string): void => {
    note.textContent = text;
    note.hidden = text === '';
  };
  showNote('');
  let lasting = '';
  let timer: number | undefined;

  return {
    showNote(text) {
      lasting = text;
      showNote(text);
    },
    flash(text) {
      showNote(text);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => showNote(lasting), 4000);
    },
    show({ system, systems, state, broken, parts, levels }) {
      picker.replaceChildren(
        ...systems.map(({ name, title }) => new Option(title === name ? name : `${title} (${name})`, name)),
      );
      picker.value = system;
      picker.hidden = systems.length < 2;
      colours.value = state.options.colouring ?? 'kind';
      depth.replaceChildren(...depthOptions(levels));
      depth.value = String(state.options.depth === undefined ? '' : Math.min(levels, state.options.depth));
      depth.hidden = levels === 0;
      isLocked = state.isLocked;
      draw(lock, isLocked ? 'locked' : 'open');
      lock.title = isLocked ? 'Follow the active editor again' : 'Stay on this system when another file is opened';
      lock.setAttribute('aria-label', lock.title);
      lock.setAttribute('aria-pressed', String(isLocked));
      const note = noteOf(
        broken,
        parts.some(({ id }) => id.startsWith('z:')),
      );
      if (note !== lasting) showNote(note);
      lasting = note;
      document.body.classList.toggle('is-broken', broken.length > 0);
    },
    showScale: (value) => {
      scale.textContent = `${Math.round(value * 100)} %`;
    },
  };
}

const COLOUR_LABELS: Readonly<Record<Colouring, string>> = {
  kind: 'Kinds',
  gap: 'SL gaps',
  findings: 'Findings',
};

function depthOptions(levels: number): HTMLOptionElement[] {
  const numbered = Array.from(
    { length: Math.max(0, levels - 1) },
    (_, i) => new Option(`Depth ${i + 2}`, String(i + 1)),
  );
  return [new Option('Auto', ''), new Option('Depth 1', '0'), ...numbered, new Option('All open', String(levels))];
}

function menu(title: string, choose: (value: string) => void): HTMLSelectElement {
  const made = document.createElement('select');
  made.title = title;
  made.setAttribute('aria-label', title);
  made.addEventListener('change', () => choose(made.value));
  return made;
}

function noteOf(broken: readonly string[], hasZones: boolean): string {
  if (broken.length > 0) {
    const files =
      broken.length > 2 ? `${broken.slice(0, 2).join(', ')} and ${broken.length - 2} more` : broken.join(' and ');
    return `The last good picture: ${files} cannot be read at present. Mend the syntax errors and the picture goes on.`;
  }
  return hasZones
    ? ''
    : 'This system has no zones yet. Write one, such as: zone control "Control zone" : control level 2 { sl-t 2 }';
}

function button(icon: keyof typeof ICONS | undefined, title: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.title = title;
  made.setAttribute('aria-label', title);
  made.addEventListener('click', act);
  if (icon) draw(made, icon);
  return made;
}

function draw(target: HTMLButtonElement, icon: keyof typeof ICONS): void {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[icon]);
  svg.append(path);
  target.replaceChildren(svg);
}
