import { REPORT_STYLE } from '../../../language-server/core/report/writers/html-style.ts';
import { element, wordButton } from '../../posture/webview/elements.ts';
import { menu } from '../../preview/webview/controls.ts';
import { type FromPage, type ReportState, type ToPage, toPage } from '../messages.ts';
import '../../preview/webview/webview.css';
import './report.css';

interface VsCode {
  postMessage(message: FromPage): void;
  setState(state: ReportState): void;
}

declare function acquireVsCodeApi(): VsCode;

const vscode = acquireVsCodeApi();
const post = (message: FromPage): void => vscode.postMessage(message);

const sheet = new CSSStyleSheet();
sheet.replaceSync(REPORT_STYLE);
document.adoptedStyleSheets = [sheet];

const systems = menu('System', (name) => post({ type: 'system', name }));
const note = element('p', { class: 'note', role: 'status', hidden: '' });
const update = wordButton('Update', () => post({ type: 'update' }));
const outdated = element(
  'p',
  { class: 'outdated', role: 'status', hidden: '' },
  'The model has changed since this report was made. ',
  update,
);
const report = element('article', { class: 'report' });
const stage = document.querySelector<HTMLElement>('#stage')!;
stage.classList.add('page');
stage.setAttribute('tabindex', '0');
stage.append(report);
stage.before(
  element(
    'header',
    {},
    element(
      'div',
      { class: 'toolbar', role: 'toolbar', 'aria-label': 'Report' },
      systems,
      element('div', { class: 'space' }),
      wordButton('Export …', () => post({ type: 'export' })),
    ),
    outdated,
    note,
  ),
);

report.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a');
  const address = link?.getAttribute('href') ?? '';
  const [, file, line] = /^#line-(\d+)-(\d+)$/.exec(address) ?? [];
  if (file !== undefined && line !== undefined) post({ type: 'open', file: Number(file), line: Number(line) });
  else if (address.startsWith('#')) document.getElementById(address.slice(1))?.scrollIntoView();
  event.preventDefault();
});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = toPage(data);
  if (message) act(message);
});
post({ type: 'ready' });

function act(message: ToPage): void {
  switch (message.type) {
    case 'report':
      vscode.setState(message.state);
      systems.replaceChildren(...message.systems.map(({ name, title }) => element('option', { value: name }, title)));
      systems.value = message.system;
      systems.hidden = message.systems.length < 2;
      outdated.hidden = true;
      say(
        message.broken.length > 0
          ? `${message.broken.join(', ')} cannot be read to the end: what is not read is not in the report.`
          : undefined,
      );
      show(message.html);
      break;
    case 'outdated':
      outdated.hidden = false;
      break;
    case 'trouble':
      say(message.message);
  }
}

function say(text: string | undefined): void {
  note.hidden = text === undefined;
  note.textContent = text ?? '';
}

/** Puts another report in the place of one, and what was read stays where it was: its chapter does, whatever grew above. */
function show(html: string): void {
  const top = stage.getBoundingClientRect().top;
  const sections = () => [...report.querySelectorAll('section')];
  const read = sections().findLast((section) => section.getBoundingClientRect().top <= top);
  const offset = read ? read.getBoundingClientRect().top : 0;
  report.innerHTML = html;
  const same = read && document.getElementById(read.id);
  if (same) stage.scrollTop += same.getBoundingClientRect().top - offset;
}
