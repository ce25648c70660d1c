import { csv } from '../../../language-server/core/text/csv.ts';
import { menu } from '../../preview/webview/controls.ts';
import { copyPng } from '../../preview/webview/png.ts';
import { type FromPage, type PostureState, type ToPage, toPage } from '../messages.ts';
import { cellsOf, heatMapSvg, markdown } from './copies.ts';
import { createDetails } from './details.ts';
import { element } from './elements.ts';
import { arranged, type Basis, type Order } from './figures.ts';
import { type CellAsked, createHeatMap } from './heat-map.ts';
import { createTimeline } from './timeline.ts';
import '../../preview/webview/webview.css';
import './posture.css';

interface VsCode {
  postMessage(message: FromPage): void;
  setState(state: PostureState): void;
}

declare function acquireVsCodeApi(): VsCode;

const vscode = acquireVsCodeApi();
const post = (message: FromPage): void => vscode.postMessage(message);

let shown: Extract<ToPage, { type: 'posture' }> | undefined;
let asked: CellAsked | undefined;
let [order, basis, filter]: [Order, Basis, string] = ['text', 'claimed', ''];

const heatMap = createHeatMap({
  ask(cell) {
    asked = cell;
    post({ type: 'controlsOf', ...cell });
  },
  open: ({ sort, path }) => post({ type: 'open', sort, path }),
});
const details = createDetails({
  openStated: (at) => post({ type: 'openStated', at }),
  state: (at, verb) => post({ type: 'state', at, verb }),
  close() {
    asked = undefined;
    details.hide();
    heatMap.mark(undefined);
  },
});
const timeline = createTimeline((date) => post({ type: 'date', date }));
const note = element('p', { class: 'note', role: 'status', hidden: '' });
const systems = menu('System', (name) => post({ type: 'system', name }));
const bases = options(
  menu('What counts as achieved', (value) => change(() => (basis = value as Basis))),
  {
    claimed: 'SL-A as claimed',
    evidenced: 'SL-A with evidence',
  },
);
const orders = options(
  menu('Order', (value) => change(() => (order = value as Order))),
  {
    text: 'in the order of the text',
    gap: 'largest gap first',
    missing: 'most missing first',
    name: 'by name',
  },
);
const search = element('input', { type: 'search', placeholder: 'Filter', 'aria-label': 'Filter zones and conduits' });
search.addEventListener('input', () => change(() => (filter = search.value)));
const copies = options(
  menu('Copy', (value) => void copy(value)),
  {
    '': 'Copy as …',
    markdown: 'Markdown',
    csv: 'CSV',
    png: 'Image',
  },
);
const empty = element('p', { class: 'empty', hidden: '' });
const toolbar = element('div', { class: 'toolbar', role: 'toolbar', 'aria-label': 'Posture' }, systems, bases, orders);
toolbar.append(element('div', { class: 'search' }, search), copies);
const stage = document.querySelector<HTMLElement>('#stage')!;
stage.classList.add('posture');
const table = element('div', { class: 'table', tabindex: '-1' }, heatMap.node, empty);
stage.append(table, details.node);
const heading = element('h1', { class: 'hidden' }, 'Posture');
stage.before(element('header', { class: 'head' }, heading, toolbar, timeline.node));
stage.append(note);

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = toPage(data);
  if (message) act(message);
});
post({ type: 'ready' });

function act(message: ToPage): void {
  switch (message.type) {
    case 'posture':
      shown = message;
      heading.textContent = `Posture of ${message.title}`;
      vscode.setState(message.state);
      systems.replaceChildren(...message.systems.map(({ name, title }) => element('option', { value: name }, title)));
      systems.value = message.system;
      systems.hidden = message.systems.length < 2;
      timeline.show(message.steps, message.date);
      say(
        message.broken.length > 0
          ? `${message.broken.join(', ')} cannot be read to the end: what is not read is not counted.`
          : undefined,
      );
      show();
      break;
    case 'controls': {
      const { sort, path, fr } = message;
      // Another cell was chosen meanwhile, or the list was closed.
      if (asked?.path !== path || asked.sort !== sort || asked.fr !== fr) return;
      const row = shown?.rows.find((each) => each.sort === sort && each.path === path);
      details.show(message, row?.title ?? path, shown?.date === shown?.steps[0]?.date);
      heatMap.mark(asked);
      break;
    }
    case 'trouble':
      say(message.message);
      break;
    case 'copied':
      flash(`The table is on the clipboard as ${message.what}.`);
  }
}

const rowsShown = () => arranged(shown?.rows ?? [], order, basis, filter);

function show(): void {
  const rows = rowsShown();
  heatMap.show(rows, basis);
  empty.hidden = rows.length > 0;
  empty.textContent = filter
    ? `No zone or conduit has “${filter}” in its name or title.`
    : 'This system has no zones yet.';
  heatMap.node.hidden = rows.length === 0;
}

function change(set: () => void): void {
  set();
  show();
}

async function copy(what: string): Promise<void> {
  copies.value = '';
  const rows = rowsShown();
  const cells = cellsOf(rows, basis);
  if (what === 'markdown') post({ type: 'copyText', text: markdown(cells), what: 'Markdown' });
  if (what === 'csv') post({ type: 'copyText', text: csv(cells), what: 'CSV' });
  if (what !== 'png' || !shown) return;
  const style = getComputedStyle(document.documentElement);
  const ofTheme = (name: string) => style.getPropertyValue(name).trim();
  const isDark = document.body.matches('.vscode-dark, .vscode-high-contrast:not(.vscode-high-contrast-light)');
  const svg = heatMapSvg(`${shown.title}, ${shown.date}`, rows, basis, {
    gaps: isDark ? DARK : LIGHT,
    text: ofTheme('--vscode-foreground') || (isDark ? '#cccccc' : '#333333'),
    ground: ofTheme('--vscode-editor-background') || (isDark ? '#1e1e1e' : '#ffffff'),
  });
  flash(
    (await copyPng(svg))
      ? 'The table is on the clipboard as an image.'
      : 'The image could not be put on the clipboard.',
  );
}

/** By gap; as in posture.css. */
const LIGHT = ['#d7eedb', '#fdeab8', '#fbcf9c', '#f6b1a5', '#ee9090'];
const DARK = ['#1d4429', '#5a4a12', '#6b3d12', '#742c22', '#7f1d1d'];

function options(select: HTMLSelectElement, texts: Readonly<Record<string, string>>): HTMLSelectElement {
  select.append(...Object.entries(texts).map(([value, text]) => element('option', { value }, text)));
  return select;
}

let hiding: ReturnType<typeof setTimeout> | undefined;

/** Says something until something else is said. */
function say(text: string | undefined): void {
  clearTimeout(hiding);
  note.hidden = text === undefined;
  note.textContent = text ?? '';
}

/** Says something for a while. */
function flash(text: string): void {
  say(text);
  hiding = setTimeout(() => say(undefined), 4000);
}
