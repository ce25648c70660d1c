import { type FoldState, type FromPage, type PreviewState, type ToPage, toPage } from '../messages.ts';
import { type Camera, createCamera, type View } from './camera.ts';
import { createChooser } from './chooser.ts';
import { createPicture } from './picture.ts';
import { makePng } from './png.ts';
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
const camera: Camera = createCamera(stage, picture.svg, (view) => {
  toolbar.showScale(view.k);
  if (shown) vscode.setState({ ...shown.state, looking: { system: shown.system, view } });
});
const chooser = createChooser(stage, picture, camera, {
  choose: (element, open) => post({ type: 'choose', element, open }),
  fold: (zone, isCollapsed) => {
    if (shown) post({ type: 'fold', folds: folded(shown.state.folds, zone, isCollapsed) });
  },
});
const toolbar = createToolbar(stage, {
  fitAll: () => camera.fitAll(),
  actualSize: () => camera.actualSize(),
  zoomBy: (factor) => camera.zoomBy(factor),
  lock: (isLocked) => post({ type: 'lock', isLocked }),
  chooseSystem: (name) => post({ type: 'system', name }),
  exportPicture: () => post({ type: 'export' }),
});
createTooltip(stage);
followTheme();

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = toPage(data);
  if (message) void act(message);
});
post({ type: 'ready' });

async function act(message: ToPage): Promise<void> {
  switch (message.type) {
    case 'picture':
      return show(message);
    case 'highlight':
      return chooser.mark(message.element);
    case 'trouble':
      return toolbar.showNote(message.message);
    case 'makePng':
      return post({ type: 'png', id: message.id, data: await makePng(message.svg) });
  }
}

function show(message: Extract<ToPage, { type: 'picture' }>): void {
  const isOther = shown?.system !== message.system;
  const kept = vscode.getState()?.looking;
  const hadFocus = picture.svg.contains(document.activeElement);
  shown = message;
  picture.show(message);
  toolbar.show(message);
  camera.resize(message.width, message.height);
  // A picture that is new here is shown whole, or as it was looked at before the page was gone; an edit moves nothing.
  if (isOther && kept?.system === message.system) camera.restore(kept.view);
  else if (isOther) camera.fitAll();
  vscode.setState({ ...message.state, looking: { system: message.system, view: camera.view() } });
  chooser.refresh(hadFocus);
}

/** What is folded after a zone was folded or unfolded by hand. */
function folded({ expanded, collapsed }: FoldState, zone: string, isCollapsed: boolean): FoldState {
  const without = (list: readonly string[]) => list.filter((other) => other !== zone);
  return isCollapsed
    ? { expanded: without(expanded), collapsed: [...without(collapsed), zone] }
    : { expanded: [...without(expanded), zone], collapsed: without(collapsed) };
}
