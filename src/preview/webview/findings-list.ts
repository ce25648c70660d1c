import type { FromPage, ToPage } from '../messages.ts';
import type { Picture } from './picture.ts';

type Told = Extract<ToPage, { type: 'findings' }>;
export type Asked = Omit<Extract<FromPage, { type: 'findingsOf' }>, 'type'>;

export interface FindingsActions {
  ask(asked: Asked): void;
  /** The place of a finding is wanted in the text. */
  open(part: string, at: number): void;
  /** The keyboard goes back to the picture. */
  leave(): void;
}

/** The list of the findings that a mark of the picture counts. */
export interface FindingsList {
  /** Shows it beside a mark; false where the part has none. */
  open(part: string): boolean;
  /** Takes what was told of a part, where it is the one that is asked about. */
  show(told: Told): void;
  /** To be called when the picture has changed. */
  refresh(): void;
}

const EDGE = 8;

/** What to ask for the findings of a part of the picture; undefined where it has no mark. */
export function askedOf(picture: Picture, part: string): Asked | undefined {
  const shown = picture.partsOf(part);
  if (!shown.some((node) => node.querySelector('.z-findings'))) return undefined;
  const elements = shown[0]!.dataset.holds?.split(' ') ?? [part];
  return { part, elements, withInner: shown[0]!.getAttribute('aria-expanded') === 'false' };
}

/** A list that opens beside the marks of the picture, walked by the arrow keys and left by Escape. */
export function createFindingsList(picture: Picture, { ask, open, leave }: FindingsActions): FindingsList {
  const box = document.createElement('div');
  box.className = 'findings';
  box.setAttribute('role', 'dialog');
  box.tabIndex = -1;
  box.hidden = true;
  document.body.append(box);
  let part: string | undefined;
  let hasKeyboard = false;

  const close = (): void => {
    part = undefined;
    box.hidden = true;
  };
  box.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && box.contains(relatedTarget))) close();
  });
  box.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      close();
      leave();
    } else if (step !== undefined) {
      const items = [...box.querySelectorAll('button')];
      const at = items.indexOf(document.activeElement as HTMLButtonElement);
      items[Math.min(items.length - 1, Math.max(0, at + step))]?.focus();
    } else return;
    event.preventDefault();
  });

  function place(of: string): void {
    const marks = picture.partsOf(of).flatMap((node) => node.querySelector('.z-findings') ?? []);
    const mark = marks.find((node) => node.isConnected)?.getBoundingClientRect();
    if (!mark) return;
    const { offsetWidth: width, offsetHeight: height } = box;
    const top = mark.bottom + 4 + height > window.innerHeight - EDGE ? mark.top - height - 4 : mark.bottom + 4;
    box.style.left = `${Math.max(EDGE, Math.min(mark.left, window.innerWidth - width - EDGE))}px`;
    box.style.top = `${Math.max(EDGE, top)}px`;
  }

  return {
    open(wanted) {
      const asked = askedOf(picture, wanted);
      if (!asked) return false;
      part = wanted;
      hasKeyboard = false;
      ask(asked);
      return true;
    },
    show({ part: told, findings }) {
      if (told !== part) return;
      if (findings.length === 0) return close();
      box.setAttribute('aria-label', labelOf(picture, told));
      const list = document.createElement('ul');
      list.append(...findings.map((finding, at) => itemOf(finding, () => open(told, at))));
      const focused = [...box.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement);
      box.replaceChildren(list);
      // To lose what had the keyboard closes it.
      part = told;
      box.hidden = false;
      place(told);
      const items = box.querySelectorAll('button');
      // Told again after an edit, the list takes the keyboard only where it had it.
      if (!hasKeyboard || focused >= 0) items[Math.min(items.length - 1, Math.max(0, focused))]!.focus();
      hasKeyboard = true;
    },
    refresh() {
      if (part === undefined) return;
      const asked = askedOf(picture, part);
      if (asked) ask(asked);
      else close();
    },
  };
}

/** The first line of what the part is called. */
const labelOf = (picture: Picture, part: string): string =>
  `Findings: ${picture.partsOf(part)[0]?.getAttribute('aria-label')?.split('\n')[0] ?? part}`;

const SEVERITIES: Readonly<Record<Told['findings'][number]['severity'], string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Information',
  hint: 'Hint',
};

/** A finding as a line of text. */
export const lineOf = ({ severity, message }: Told['findings'][number]): string =>
  `${SEVERITIES[severity]}: ${message}`;

function itemOf({ rule, severity, message }: Told['findings'][number], act: () => void): HTMLLIElement {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.title = 'Show it in the text';
  button.addEventListener('click', act);
  const head = document.createElement('strong');
  head.className = severity;
  head.textContent = SEVERITIES[severity];
  const code = document.createElement('small');
  code.textContent = rule;
  const text = document.createElement('span');
  text.dir = 'auto';
  text.textContent = message;
  button.append(head, code, text);
  item.append(button);
  return item;
}
