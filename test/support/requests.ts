/** A model in which every request has something to tell, and where it stands. */
export const ASKED = {
  uri: 'file:///plant/plant.zones',
  text: `system plant
// The plant
// in short
zone dmz "Industrial DMZ" : perimeter {
  sl-t 1  allow zone-bypass because "so"  implements SR 5.1 evidence "https://example.org"
  asset fw-1 : firewall
  }
conduit up between dmz and dmz
`,
};

const { uri } = ASKED;

/** Parameters with which each of our own requests has something to tell of it. */
export const OURS = {
  uri,
  system: 'plant',
  options: {},
  format: 'svg',
  to: 'json',
  ending: 'html',
  name: 'report',
  theme: 'light',
  element: 'dmz',
  elements: ['dmz'],
  withInner: true,
  query: 'dmz',
  sort: 'zone',
  path: 'dmz',
  control: 'SR 5.2',
  verb: 'plans',
  position: { line: 5, character: 10 },
  folder: 'file:///plant',
  mapping: {},
};

/** Parameters with which every request has something to tell of the text. */
export function paramsOf(method: string): object {
  const position = { line: 7, character: 21 };
  const range = { start: position, end: position };
  const all = { textDocument: { uri }, position, positions: [position], newName: 'idmz', query: 'dmz' };
  switch (method) {
    case 'textDocument/completion':
      return { ...all, position: { line: 5, character: 15 } };
    case 'completionItem/resolve':
      return { label: 'x', data: { uri, documented: { sort: 'asset-type', name: 'firewall' } } };
    case 'textDocument/references':
      return { ...all, context: { includeDeclaration: false } };
    case 'textDocument/codeAction':
      return { ...all, range, context: { diagnostics: [], only: ['source.fixAll'] } };
    case 'codeAction/resolve':
      return { title: 'x', data: { uri, rule: 'unused-allow' } };
    case 'textDocument/rangeFormatting':
    case 'textDocument/rangesFormatting': {
      const line = { start: { line: 4, character: 0 }, end: { line: 4, character: 1 } };
      return { ...all, range: line, ranges: [line] };
    }
    case 'textDocument/onTypeFormatting':
      return { ...all, position: { line: 6, character: 3 }, ch: '}' };
    case 'workspace/textDocumentContent':
      return { uri: 'zones-library:/rules/missing-control.md' };
    default:
      return all;
  }
}
