import { ASKED, OURS, paramsOf } from './requests.ts';

const { uri } = ASKED;
const position = { line: 1, character: 1 };
const range = { start: position, end: position };

/** Parameters of every message that are as the protocol has them. */
export function goodParams(method: string): object {
  switch (method) {
    case 'initialize':
      return { capabilities: {}, processId: null, rootUri: null };
    case '$/cancelRequest':
      return { id: 4711 };
    case '$/progress':
      return { token: 4711, value: {} };
    case '$/setTrace':
      return { value: 'off' };
    case 'workspace/didChangeWorkspaceFolders':
      return {
        event: { added: [{ uri: 'file:///nowhere', name: 'x' }], removed: [{ uri: 'file:///nowhere', name: 'x' }] },
      };
    case 'workspace/didChangeWatchedFiles':
      return { changes: [{ uri: 'file:///nowhere/a.zones', type: 2 }] };
    case 'workspace/didChangeConfiguration':
      return { settings: {} };
    case 'zones/shownFiles':
      return { uris: [uri] };
    case 'textDocument/didOpen':
      return { textDocument: { uri: 'file:///nowhere/b.zones', languageId: 'zones', version: 1, text: 'zone b\n' } };
    case 'textDocument/didChange':
      return {
        textDocument: { uri: 'file:///nowhere/b.zones', version: 2 },
        contentChanges: [{ text: 'zone c\n', range }],
      };
    case 'textDocument/didClose':
    case 'textDocument/willSave':
    case 'textDocument/didSave':
      return { textDocument: { uri: 'file:///nowhere/b.zones' } };
    case 'textDocument/codeAction':
      return {
        textDocument: { uri },
        range,
        context: { diagnostics: [{ range, message: '', data: {} }], only: ['x'] },
      };
    default:
      return method.startsWith('zones/') ? OURS : { range, ...paramsOf(method) };
  }
}

/** What may stand in the place of a value. */
export const WRONG: readonly unknown[] = [undefined, null, -1, 0.5, 1e300, 'x', [], [null], {}, true];

/** True for what is not answered. */
export const isNotification = (method: string): boolean =>
  method.startsWith('$/') || /\/(did\w+|willSave|shownFiles)$/.test(method);

/** URIs that name no file, or none of this machine. */
export const ODD_URIS = [
  'file:///tmp/%zz/x.zones',
  'file://host/share/x.zones',
  'file:///tmp/a%2Fb.zones',
  'file:///tmp/%E0%A4%A.zones',
  'file:///x.zones',
  'file:///C:/x.zones',
  'file:///',
  'file://',
  'file:x.zones',
  'file:///a\0b.zones',
  `file:///${'x/'.repeat(5000)}x.zones`,
  `file:///tmp/${'x'.repeat(5000)}.zones`,
  'file:///tmp/../../../x.zones',
  'FILE:///tmp/x.zones',
  'http://example.com/x.zones',
  'git:/tmp/x.zones?{"ref":"~"}',
  'untitled:',
  ':',
  '://',
  '%',
  ' ',
  '',
  'constructor',
  '__proto__',
  'zones-library:/no-such.zones',
  'zones-library:',
];
