import { COLOURINGS, type Colouring } from '../../../language-server/core/diagram/model/picture-options.ts';
import type { ToPage } from '../messages.ts';
import { button, draw, menu } from './controls.ts';
import { createNoteLine } from './note-line.ts';

type ShownPicture = Extract<ToPage, { type: 'picture' }>;

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

/** The bar above the picture: which system, whether it follows the editor, the zoom, the export; and a note over it. */
export interface Toolbar {
  show(picture: ShownPicture): void;
  showScale(scale: number): void;
  showNote(text: string): void;
  /** A line that is gone after a while. */
  flash(text: string): void;
}

/** `search` is put into the bar. */
export function createToolbar(stage: HTMLElement, search: HTMLElement, actions: ToolbarActions): Toolbar {
  const bar = document.createElement('div');
  bar.className = 'toolbar';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', 'Picture');
  const systems = systemMenu(actions);
  const colours = colourMenu(actions);
  const depth = depthMenu(actions);
  const space = document.createElement('span');
  space.className = 'space';
  const lock = lockButton(actions);
  const scale = button(undefined, 'Actual size', () => actions.actualSize());
  scale.classList.add('scale');
  bar.append(
    systems.node,
    search,
    colours.node,
    depth.node,
    space,
    group(reachButton(actions), lock.node),
    group(
      button('minus', 'Zoom out', () => actions.zoomBy(0.8)),
      scale,
      button('plus', 'Zoom in', () => actions.zoomBy(1.25)),
      button('fit', 'Fit the whole picture', () => actions.fitAll()),
    ),
    group(
      button('copy', 'Copy as an image', () => actions.copyPicture()),
      button('print', 'Print from the browser', () => actions.printPicture()),
      button('export', 'Export as SVG or PNG, whole or in part', () => actions.exportPicture()),
    ),
  );
  const note = createNoteLine();
  stage.before(bar);
  stage.after(note.node);

  return {
    showNote: note.replace,
    flash: note.flash,
    show(shown) {
      for (const part of [systems, colours, depth, lock]) part.show(shown);
      const hasZones = shown.parts.some(({ id }) => id.startsWith('z:'));
      note.show(noteOf(shown.broken, hasZones));
      note.node.classList.toggle('warning', shown.broken.length > 0);
    },
    showScale: (value) => {
      scale.textContent = `${Math.round(value * 100)} %`;
    },
  };
}

/** Buttons that stay beside each other where the bar breaks into lines. */
function group(...buttons: readonly HTMLElement[]): HTMLElement {
  const node = document.createElement('span');
  node.className = 'group';
  node.append(...buttons);
  return node;
}

/** A part of the bar that says something of the picture. */
interface Control {
  readonly node: HTMLElement;
  show(picture: ShownPicture): void;
}

function systemMenu({ chooseSystem }: ToolbarActions): Control {
  const node = menu('System to show', chooseSystem);
  return {
    node,
    show({ system, systems }) {
      node.replaceChildren(
        ...systems.map(({ name, title }) => new Option(title === name ? name : `${title} (${name})`, name)),
      );
      node.value = system;
      node.hidden = systems.length < 2;
    },
  };
}

function colourMenu({ colourBy }: ToolbarActions): Control {
  const node = menu('What the colours of zones say', (name) => {
    const colouring = COLOURINGS.find((other) => other === name);
    if (colouring) colourBy(colouring);
  });
  node.replaceChildren(...COLOURINGS.map((name) => new Option(COLOUR_LABELS[name], name)));
  return {
    node,
    show({ state }) {
      node.value = state.options.colouring ?? 'kind';
    },
  };
}

function depthMenu({ openLevels }: ToolbarActions): Control {
  const node = menu('Levels of zones that are open', (value) => openLevels(value === '' ? undefined : Number(value)));
  return {
    node,
    show({ levels, state: { options } }) {
      node.replaceChildren(...depthOptions(levels));
      node.value = String(options.depth === undefined ? '' : Math.min(levels, options.depth));
      node.hidden = levels === 0;
    },
  };
}

function lockButton({ lock }: ToolbarActions): Control {
  let isLocked = false;
  const node = button('open', 'Stay on this system', () => lock(!isLocked));
  return {
    node,
    show({ state }) {
      isLocked = state.isLocked;
      draw(node, isLocked ? 'locked' : 'open');
      node.title = isLocked ? 'Follow the active editor again' : 'Stay on this system when another file is opened';
      node.setAttribute('aria-label', node.title);
      node.setAttribute('aria-pressed', String(isLocked));
    },
  };
}

function reachButton({ highlightReach }: ToolbarActions): HTMLButtonElement {
  let isReaching = false;
  const node = button('reach', 'Show what reaches the chosen element', () => {
    isReaching = !isReaching;
    node.setAttribute('aria-pressed', String(isReaching));
    highlightReach(isReaching);
  });
  node.setAttribute('aria-pressed', 'false');
  return node;
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

function noteOf(broken: readonly string[], hasZones: boolean): string {
  if (broken.length > 0) {
    const files =
      broken.length > 2 ? `${broken.slice(0, 2).join(', ')} and ${broken.length - 2} more` : broken.join(' and ');
    return `The picture as it was read last: ${files} cannot be read at present. Mend the syntax errors and the picture goes on.`;
  }
  return hasZones
    ? ''
    : 'This system has no zones yet. Write one, such as: zone control "Control zone" : control level 2 { sl-t 2 }';
}
