import type { ToPage } from '../messages.ts';

export interface ToolbarActions {
  fitAll(): void;
  actualSize(): void;
  zoomBy(factor: number): void;
  lock(isLocked: boolean): void;
  chooseSystem(name: string): void;
  exportPicture(): void;
}

/** The bar above the picture: which system, whether it follows the editor, the zoom, the export; and a line of notes. */
export interface Toolbar {
  show(picture: Extract<ToPage, { type: 'picture' }>): void;
  showScale(scale: number): void;
  showNote(text: string): void;
}

/** 16 × 16 outlines. */
const ICONS = {
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  locked: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  open: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 4.8-1',
  export: 'M8 2.5v8M5 7.5l3 3 3-3M3 10.5v3h10v-3',
} as const;

export function createToolbar(stage: HTMLElement, actions: ToolbarActions): Toolbar {
  const bar = document.createElement('div');
  bar.className = 'toolbar';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', 'Picture');
  const picker = document.createElement('select');
  picker.title = 'System to show';
  picker.setAttribute('aria-label', 'System to show');
  picker.addEventListener('change', () => actions.chooseSystem(picker.value));
  const space = document.createElement('span');
  space.className = 'space';
  let isLocked = false;
  const lock = button('open', 'Stay on this system', () => actions.lock(!isLocked));
  const scale = button(undefined, 'Actual size', () => actions.actualSize());
  scale.classList.add('scale');
  bar.append(
    picker,
    space,
    lock,
    button('minus', 'Zoom out', () => actions.zoomBy(0.8)),
    scale,
    button('plus', 'Zoom in', () => actions.zoomBy(1.25)),
    button('fit', 'Fit the whole picture', () => actions.fitAll()),
    button('export', 'Export as SVG or PNG', () => actions.exportPicture()),
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

  return {
    showNote,
    show({ system, systems, state, broken, groups }) {
      picker.replaceChildren(
        ...systems.map(({ name, title }) => new Option(title === name ? name : `${title} (${name})`, name)),
      );
      picker.value = system;
      picker.hidden = systems.length < 2;
      isLocked = state.isLocked;
      draw(lock, isLocked ? 'locked' : 'open');
      lock.title = isLocked ? 'Follow the active editor again' : 'Stay on this system when another file is opened';
      lock.setAttribute('aria-label', lock.title);
      lock.setAttribute('aria-pressed', String(isLocked));
      showNote(
        noteOf(
          broken,
          groups.some(({ id }) => id.startsWith('z:')),
        ),
      );
      document.body.classList.toggle('is-broken', broken.length > 0);
    },
    showScale: (value) => {
      scale.textContent = `${Math.round(value * 100)} %`;
    },
  };
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
