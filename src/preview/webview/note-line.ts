/** A text that floats over the foot of the picture, and is not there where it is empty. */
export interface NoteLine {
  readonly node: HTMLElement;
  /** What stands there until there is something else to tell; told again, it does not end what is told for a while. */
  show(text: string): void;
  /** The same, at once. */
  replace(text: string): void;
  /** A text that is gone after a while. */
  flash(text: string): void;
}

/** How long something is told that does not stay, in milliseconds. */
const WHILE = 4000;

/** A line of notes, read out by screen readers: one that stays, or one for a while instead. */
export function createNoteLine(): NoteLine {
  const node = document.createElement('p');
  node.className = 'note';
  node.setAttribute('role', 'status');
  let lasting = '';
  let timer: number | undefined;

  const write = (text: string): void => {
    node.textContent = text;
    node.hidden = text === '';
  };
  write('');

  return {
    node,
    show(text) {
      if (text !== lasting) write(text);
      lasting = text;
    },
    replace(text) {
      lasting = text;
      write(text);
    },
    flash(text) {
      write(text);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => write(lasting), WHILE);
    },
  };
}
