import { type FoldState, type FromPage, type PreviewState, type ToPage, toPage } from '../messages.ts';
import { type Camera, createCamera, type View } from './camera.ts';
import { createChooser } from './chooser.ts';
import { createLight } from './light.ts';
import { createPicture, zonesAround } from './picture.ts';
import { copyPng, makePng } from './png.ts';
import { createSearchBox } from './search-box.ts';
import { followShape } from './shape.ts';
import { followTheme } from './theme.ts';
import { createToolbar } from './toolbar.ts';
import { createTooltip } from './tooltip.ts';
import './webview.css';

/** What VS Code keeps of the page over a reload: what the extension must know, and where one was looking. */
interface Kept extends PreviewState {
  readonly looking?: { readonly system: string; readonly view: View };
}

interface VsCode {
  postMessage(message: FromPage): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
}

declare function acquireVsCodeApi(): VsCode;

const vscode = acquireVsCodeApi();
const post = (message: FromPage): void => vscode.postMessage(message);
const stage = document.querySelector<HTMLElement>('#stage')!;

let shown: Extract<ToPage, { type: 'picture' }> | undefined;

const picture = createPicture(stage);
const camera: Camera = createCamera(stage, picture.svg, {
  onScale: (scale) => toolbar.showScale(scale),
  onMove: () => picture.look(camera.area()),
  onRest(view) {
    if (shown) vscode.setState({ ...shown.state, looking: { system: shown.system, view } });
  },
});
const chooser = createChooser(stage, picture, camera, {
  choose(element, open) {
    post({ type: 'choose', element, open });
    lookAt(element);
  },
  fold: (zone, isCollapsed) => fold((folds) => folded(folds, zone, isCollapsed)),
});
const light = createLight(picture);
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
    else relight();
  },
  choose(element, open) {
    post({ type: 'choose', element, open });
    lookAt(element);
    const shownAs = picture.shownAs(element);
    const isBundle = picture.partsOf(shownAs)[0]?.dataset.holds !== undefined;
    if (shownAs === element || isBundle) return chooser.show(element);
    awaited = element;
    fold((folds) => zonesAround(element).reduce((opened, zone) => folded(opened, zone, false), folds));
  },
  leave: () => picture.svg.querySelector<SVGElement>('[tabindex="0"]')?.focus({ preventScroll: true }),
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
  colourBy: (colouring) => fold((folds) => ({ ...folds, colouring })),
  openLevels: (depth) => fold(({ colouring }) => ({ expanded: [], collapsed: [], depth, colouring })),
  lightReach(isOn) {
    isReaching = isOn;
    if (isOn && !lookedAt) toolbar.flash('Choose an element: what reaches it will stand out.');
    lookAt(lookedAt);
    relight();
  },
});
createTooltip(stage);
followTheme();

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = toPage(data);
  if (message) void act(message);
});
followShape(stage, (aspect) => post({ type: 'ready', aspect }));

window.addEventListener('keydown', (event) => {
  if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    search.focus();
  } else if (event.key === 'Escape') search.clear();
});

/** Asks for the picture with something else open or in other colours. */
function fold(change: (folds: FoldState) => FoldState): void {
  if (shown) post({ type: 'fold', folds: change(shown.state.folds) });
}

/** Lights what a search has found, or all alike; what reaches an element is lit when the answer is there. */
function relight(): void {
  if (!isReaching || !lookedAt) light.on(found, true);
}

function lookAt(element: string): void {
  lookedAt = element;
  if (isReaching && element) post({ type: 'reach', element });
}

async function act(message: ToPage): Promise<void> {
  switch (message.type) {
    case 'picture':
      return show(message);
    case 'highlight':
      if (message.element && message.element !== lookedAt) lookAt(message.element);
      return chooser.mark(message.element);
    case 'found':
      search.show(message);
      found = message.elements;
      return relight();
    case 'reaching':
      if (!isReaching || message.element !== lookedAt) return;
      toolbar.flash('');
      light.on(message.elements, true);
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
  const kept = vscode.getState()?.looking;
  const hadFocus = picture.svg.contains(document.activeElement);
  shown = message;
  picture.show({ ...message, isMoving: !isOther });
  toolbar.show(message);
  camera.resize(message.width, message.height);
  // A picture that is new here is shown whole, or as it was looked at before the page was gone; an edit moves nothing.
  if (isOther && kept?.system === message.system) camera.restore(kept.view);
  else if (isOther) camera.fitReadable();
  vscode.setState({ ...message.state, looking: { system: message.system, view: camera.view() } });
  chooser.refresh(hadFocus);
  light.refresh();
  if (isReaching) lookAt(lookedAt);
  if (awaited !== undefined) chooser.show(awaited);
  awaited = undefined;
}

/** What is folded after a zone was folded or unfolded by hand. */
function folded({ expanded, collapsed, ...others }: FoldState, zone: string, isCollapsed: boolean): FoldState {
  const without = (list: readonly string[]) => list.filter((other) => other !== zone);
  return isCollapsed
    ? { ...others, expanded: without(expanded), collapsed: [...without(collapsed), zone] }
    : { ...others, expanded: [...without(expanded), zone], collapsed: without(collapsed) };
}
