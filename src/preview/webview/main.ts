import type { PictureOptions } from '../../../language-server/core/diagram/model/picture-options.ts';
import { type FromPage, keptLooking, type Looking, type PreviewState, type ToPage, toPage } from '../messages.ts';
import { followAspect } from './aspect.ts';
import { type Camera, createCamera } from './camera.ts';
import { type Asked, askedOf, createFindingsList, lineOf } from './findings-list.ts';
import { createHighlight } from './highlight.ts';
import { createPicture, zonesAround } from './picture.ts';
import { copyPng, makePng } from './png.ts';
import { createSearchBox } from './search-box.ts';
import { createSelection } from './selection.ts';
import { followTheme } from './theme.ts';
import { createToolbar } from './toolbar.ts';
import { createTooltip } from './tooltip.ts';
import './webview.css';

/** What VS Code keeps of the page over a reload: what the extension must know, and where one was looking. */
interface Kept extends PreviewState {
  readonly looking: Looking;
}

interface VsCode {
  postMessage(message: FromPage): void;
  /** What was kept, maybe by an older version. */
  getState(): unknown;
  setState(state: Kept): void;
}

declare function acquireVsCodeApi(): VsCode;

const vscode = acquireVsCodeApi();
const post = (message: FromPage): void => vscode.postMessage(message);
const stage = document.querySelector<HTMLElement>('#stage')!;

let shown: Extract<ToPage, { type: 'picture' }> | undefined;
/** What was chosen last, until there is a picture with it: a second choice goes on from the first. */
let chosen: PictureOptions | undefined;

const picture = createPicture(stage);
const camera: Camera = createCamera(stage, picture.svg, {
  onScale: (scale) => toolbar.showScale(scale),
  onMove: () => picture.look(camera.area()),
  onRest(view) {
    if (shown) vscode.setState({ ...shown.state, looking: { system: shown.system, view } });
  },
});
const selection = createSelection(stage, picture, camera, {
  select(element, open) {
    post({ type: 'select', element, open });
    lookAt(element);
  },
  fold: (zone, isCollapsed) => change((options) => folded(options, zone, isCollapsed)),
  list(part) {
    if (!findings.open(part)) toolbar.flash('Nothing here has an error or a warning.');
  },
});
const askFindings = (asked: Asked): void => post({ type: 'findingsOf', ...asked });
const findings = createFindingsList(picture, {
  ask: askFindings,
  open: (part, at) => post({ type: 'openFinding', part, at }),
  leave: leaveForPicture,
});
const tooltip = createTooltip(stage, (part) => {
  const asked = askedOf(picture, part);
  if (asked) askFindings(asked);
});
const highlight = createHighlight(picture);
/** What a search has found at present, and the element that was looked at last. */
let found: readonly string[] | undefined;
let lookedAt = '';
let isReaching = false;
/** A hit of the search in a closed zone, to be shown when the picture with the zone open is there. */
let awaited: string | undefined;

const search = createSearchBox({
  find(query) {
    found = undefined;
    if (query) post({ type: 'find', query });
    else highlightFound();
  },
  select(element, open) {
    post({ type: 'select', element, open });
    lookAt(element);
    const shownAs = picture.shownAs(element);
    const isBundle = picture.partsOf(shownAs)[0]?.dataset.holds !== undefined;
    if (shownAs === element || isBundle) return selection.show(element);
    awaited = element;
    change((options) => zonesAround(element).reduce((opened, zone) => folded(opened, zone, false), options));
  },
  leave: leaveForPicture,
});
const toolbar = createToolbar(stage, search.node, {
  fitAll: () => camera.fitAll(),
  actualSize: () => camera.actualSize(),
  zoomBy: (factor) => camera.zoomBy(factor),
  lock: (isLocked) => post({ type: 'lock', isLocked }),
  chooseSystem: (name) => post({ type: 'system', name }),
  exportPicture: () => post({ type: 'export' }),
  copyPicture: () => post({ type: 'copy' }),
  printPicture: () => post({ type: 'print' }),
  colourBy: (colouring) => change((options) => ({ ...options, colouring })),
  openLevels: (depth) => change(({ colouring }) => ({ depth, colouring })),
  highlightReach(isOn) {
    isReaching = isOn;
    if (isOn && !lookedAt) toolbar.flash('Choose an element: what reaches it will stand out.');
    lookAt(lookedAt);
    highlightFound();
  },
});
followTheme();

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = toPage(data);
  if (message) void act(message);
});
post({ type: 'ready', aspect: followAspect(stage, (aspect) => post({ type: 'resized', aspect })) });

window.addEventListener('keydown', (event) => {
  if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    search.focus();
  } else if (event.key === 'Escape') search.clear();
});

/** Asks for the picture with something else open or in other colours. */
function change(to: (options: PictureOptions) => PictureOptions): void {
  if (!shown) return;
  chosen = to(chosen ?? shown.state.options);
  post({ type: 'options', options: chosen });
}

function leaveForPicture(): void {
  picture.svg.querySelector<SVGElement>('[tabindex="0"]')?.focus({ preventScroll: true });
}

/** Highlights what a search has found; what reaches an element is highlighted when the answer is there. */
function highlightFound(): void {
  if (!isReaching || !lookedAt) highlight.show(found);
}

function lookAt(element: string): void {
  lookedAt = element;
  if (isReaching && element) post({ type: 'reach', element });
}

async function act(message: ToPage): Promise<void> {
  switch (message.type) {
    case 'picture':
      return show(message);
    case 'select':
      if (message.element && message.element !== lookedAt) lookAt(message.element);
      return selection.follow(message.element);
    case 'found':
      search.show(message);
      found = message.elements;
      return highlightFound();
    case 'findings':
      tooltip.add(message.part, message.findings.map(lineOf));
      return findings.show(message);
    case 'reaching':
      if (!isReaching || message.element !== lookedAt) return;
      toolbar.flash('');
      highlight.show(message.elements);
      return;
    case 'copy':
      return toolbar.flash(
        (await copyPng(message.svg))
          ? 'The picture is on the clipboard.'
          : 'The picture could not be copied: it may be too large, or the page not in focus. Export it instead.',
      );
    case 'trouble':
      return toolbar.showNote(message.message);
    case 'askView':
      return post({ type: 'inView', id: message.id, area: camera.area() });
    case 'makePng':
      return post({ type: 'png', id: message.id, data: await makePng(message.svg, message.scale) });
  }
}

function show(message: Extract<ToPage, { type: 'picture' }>): void {
  const isOther = shown?.system !== message.system;
  const kept = keptLooking(vscode.getState());
  const hadFocus = picture.svg.contains(document.activeElement);
  shown = message;
  if (isOther || JSON.stringify(message.state.options) === JSON.stringify(chosen)) chosen = undefined;
  picture.show({ ...message, isMoving: !isOther });
  toolbar.show({ ...message, state: { ...message.state, options: chosen ?? message.state.options } });
  camera.resize(message.width, message.height);
  // A picture that is new here is shown whole, or as it was looked at before the page was gone; an edit moves nothing.
  if (isOther && kept?.system === message.system) camera.restore(kept.view);
  else if (isOther) camera.fitReadable();
  vscode.setState({ ...message.state, looking: { system: message.system, view: camera.view() } });
  selection.refresh(hadFocus);
  highlight.refresh();
  findings.refresh();
  if (isReaching) lookAt(lookedAt);
  if (awaited !== undefined) selection.show(awaited);
  awaited = undefined;
}

/** The options after a zone was closed or opened by hand. */
function folded(options: PictureOptions, zone: string, isCollapsed: boolean): PictureOptions {
  const { expanded = [], collapsed = [], ...others } = options;
  const without = (list: readonly string[]) => list.filter((other) => other !== zone);
  return isCollapsed
    ? { ...others, expanded: without(expanded), collapsed: [...without(collapsed), zone] }
    : { ...others, expanded: [...without(expanded), zone], collapsed: without(collapsed) };
}
