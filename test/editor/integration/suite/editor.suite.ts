import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The extension as VS Code runs it: through VS Code's own interfaces, on the workspace of this suite. */

const folder = (): vscode.Uri => {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert(first, 'the suite needs its workspace');
  return first.uri;
};
const file = (name: string): vscode.Uri => vscode.Uri.joinPath(folder(), name);

/** Asks again until the answer satisfies; an extension host has no event for everything. */
async function eventually<T>(what: string, ask: () => T | Thenable<T>, satisfies: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > deadline) assert.fail(`${what}: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The first place of a text in a document; `into` counts characters from its start. */
function placeOf(document: vscode.TextDocument, text: string, into = 0): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert(offset >= 0, `no ${text} in ${document.uri.path}`);
  return document.positionAt(offset + into);
}

const isControl = ({ kind }: vscode.CompletionItem): boolean => kind === vscode.CompletionItemKind.Constant;

const codeOf = (diagnostic: vscode.Diagnostic): unknown =>
  typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
const codesIn = (uri: vscode.Uri): unknown[] => vscode.languages.getDiagnostics(uri).map(codeOf);

describe('the extension', () => {
  let water: vscode.TextDocument;

  before(async () => {
    water = await vscode.workspace.openTextDocument(file('water.zones'));
    await vscode.window.showTextDocument(water);
    const extension = vscode.extensions.getExtension('iec62443.zones');
    assert(extension, 'the extension is not there');
    await extension.activate();
  });

  it('knows the language', () => {
    assert.equal(water.languageId, 'zones');
  });

  it('has every command that its manifest names', async () => {
    const { packageJSON } = vscode.extensions.getExtension('iec62443.zones')!;
    const named: string[] = packageJSON.contributes.commands.map(({ command }: { command: string }) => command);
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      named.filter((command) => !known.has(command)),
      [],
    );
  });

  it('reports findings of the open file, with a link to the page of the rule', async () => {
    const uri = file('water.zones');
    await eventually(
      'missing-control',
      () => codesIn(uri),
      (codes) => codes.includes('missing-control'),
    );
    const finding = vscode.languages.getDiagnostics(uri).find((diagnostic) => codeOf(diagnostic) === 'missing-control');
    assert(finding && typeof finding.code === 'object', 'the code is not linked');
    assert.match(finding.code.target.path, /missing-control/);
  });

  it('reports findings of files that are not open', async () => {
    await eventually(
      'missing-control',
      () => codesIn(file('flows.zones')),
      (codes) => codes.includes('missing-control'),
    );
  });

  it('reports findings of a file that appears, and none when it is gone', async () => {
    const late = file('late.zones');
    await vscode.workspace.fs.writeFile(late, new TextEncoder().encode('system water\nzone lab : nonsense\n'));
    await eventually(
      'late',
      () => codesIn(late),
      (codes) => codes.includes('unresolved-reference'),
    );
    await vscode.workspace.fs.delete(late);
    await eventually(
      'late',
      () => codesIn(late),
      (codes) => codes.length === 0,
    );
  });

  it('forgets the files of a folder that is deleted', async () => {
    const late = file('annex/late.zones');
    await vscode.workspace.fs.writeFile(late, new TextEncoder().encode('system water\nzone lab : nonsense\n'));
    await eventually(
      'annex',
      () => codesIn(late),
      (codes) => codes.includes('unresolved-reference'),
    );
    await vscode.workspace.fs.delete(file('annex'), { recursive: true });
    await eventually(
      'annex',
      () => codesIn(late),
      (codes) => codes.length === 0,
    );
  });

  it('completes asset types', async () => {
    const list: vscode.CompletionList = await vscode.commands.executeCommand(
      'vscode.executeCompletionItemProvider',
      water.uri,
      placeOf(water, ': plc', 2),
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert(labels.includes('plc') && labels.includes('firewall'), labels.slice(0, 20).join());
  });

  it('offers controls that the zone misses first, with their titles', async () => {
    const draft = await vscode.workspace.openTextDocument({
      language: 'zones',
      content: 'system draft\nzone a : cell {\n  sl-t 1\n  implements \n}\n',
    });
    const list: vscode.CompletionList = await eventually(
      'controls',
      () =>
        vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          draft.uri,
          placeOf(draft, 'implements ', 'implements '.length),
        ),
      ({ items }) => items.some(isControl),
    );
    const [first] = list.items.filter(isControl).sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
    assert(first && typeof first.label === 'object', 'no items with details');
    assert.equal(first.label.label, 'SR 1.1');
    assert.match(first.label.detail ?? '', /Human user identification/);
    assert.match(first.label.detail ?? '', /missing/);
  });

  it('shows what an asset type is', async () => {
    const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
      'vscode.executeHoverProvider',
      water.uri,
      placeOf(water, ': plc', 3),
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    assert.match(text.join('\n'), /Programmable logic controller/i);
  });

  it('goes to the definition in the library, and opens it', async () => {
    const places: (vscode.Location | vscode.LocationLink)[] = await vscode.commands.executeCommand(
      'vscode.executeDefinitionProvider',
      water.uri,
      placeOf(water, ': plc', 3),
    );
    const [place] = places;
    assert(place, 'no definition');
    const uri = 'targetUri' in place ? place.targetUri : place.uri;
    const range = 'targetUri' in place ? (place.targetSelectionRange ?? place.targetRange) : place.range;
    assert.equal(uri.scheme, 'zones-library');
    const library = await vscode.workspace.openTextDocument(uri);
    assert.equal(library.languageId, 'zones');
    assert.match(library.lineAt(range.start.line).text, /asset-type plc/);
  });

  it('goes to the page of a rule', async () => {
    const settings = await vscode.workspace.openTextDocument({
      language: 'zones',
      content: 'system other {\n  rule missing-focus off\n}\n',
    });
    const [place]: vscode.Location[] = await eventually(
      'page',
      () =>
        vscode.commands.executeCommand<vscode.Location[]>(
          'vscode.executeDefinitionProvider',
          settings.uri,
          placeOf(settings, 'missing-focus', 2),
        ),
      (places) => places.length > 0,
    );
    assert(place, 'no definition');
    const page = await vscode.workspace.openTextDocument(place.uri);
    assert.match(page.getText(), /missing-focus/);
  });

  it('highlights where a name is declared and used', async () => {
    const found: vscode.DocumentHighlight[] = await vscode.commands.executeCommand(
      'vscode.executeDocumentHighlights',
      water.uri,
      placeOf(water, 'fw-1', 1),
    );
    assert.deepEqual(
      found.map(({ kind }) => kind),
      [vscode.DocumentHighlightKind.Write],
    );
  });

  it('expands the selection by the language', async () => {
    const [innermost]: vscode.SelectionRange[] = await vscode.commands.executeCommand(
      'vscode.executeSelectionRangeProvider',
      water.uri,
      [placeOf(water, 'Filter PLC', 2)],
    );
    const texts: string[] = [];
    for (let range = innermost; range; range = range.parent) texts.push(water.getText(range.range));
    assert(texts.includes('asset plc-101 "Filter PLC" : plc'), texts.join('\n---\n'));
  });

  it('finds names of the workspace', async () => {
    const symbols: vscode.SymbolInformation[] = await vscode.commands.executeCommand(
      'vscode.executeWorkspaceSymbolProvider',
      'plc-1',
    );
    assert(symbols.some(({ name, containerName }) => name === 'plc-101' && /cell-1/.test(containerName)));
  });

  it('finds references in other files', async () => {
    const places: vscode.Location[] = await vscode.commands.executeCommand(
      'vscode.executeReferenceProvider',
      water.uri,
      placeOf(water, 'fw-1', 1),
    );
    const files = new Set(places.map(({ uri }) => uri.path.split('/').at(-1)));
    assert.deepEqual([...files].sort(), ['flows.zones', 'water.zones']);
  });

  it('renames in all files', async () => {
    const edit: vscode.WorkspaceEdit = await vscode.commands.executeCommand(
      'vscode.executeDocumentRenameProvider',
      water.uri,
      placeOf(water, 'fw-1', 1),
      'fw-2',
    );
    const files = edit.entries().map(([uri]) => uri.path.split('/').at(-1));
    assert.deepEqual(files.sort(), ['flows.zones', 'water.zones']);
  });

  it('does not rename what the library declares', async () => {
    const rename = vscode.commands.executeCommand(
      'vscode.executeDocumentRenameProvider',
      water.uri,
      placeOf(water, ': plc', 3),
      'my-plc',
    );
    await assert.rejects(Promise.resolve(rename));
  });

  it('outlines and folds the file', async () => {
    const symbols: vscode.DocumentSymbol[] = await vscode.commands.executeCommand(
      'vscode.executeDocumentSymbolProvider',
      water.uri,
    );
    const names = (all: vscode.DocumentSymbol[]): string[] => all.flatMap((one) => [one.name, ...names(one.children)]);
    const outline = names(symbols).join(' ');
    for (const name of ['control', 'scada-1', 'cell-1', 'plc-101']) assert(outline.includes(name), outline);
    const folds: vscode.FoldingRange[] = await vscode.commands.executeCommand(
      'vscode.executeFoldingRangeProvider',
      water.uri,
    );
    assert(folds.some(({ start }) => start === placeOf(water, 'zone control').line));
  });

  it('highlights by meaning', async () => {
    const tokens: vscode.SemanticTokens = await vscode.commands.executeCommand(
      'vscode.provideDocumentSemanticTokens',
      water.uri,
    );
    assert(tokens.data.length > 0);
  });

  it('mends a finding by its quick fix', async () => {
    const uri = file('water.zones');
    await eventually(
      'missing-control',
      () => codesIn(uri),
      (codes) => codes.includes('missing-control'),
    );
    const finding = vscode.languages
      .getDiagnostics(uri)
      .find((diagnostic) => codeOf(diagnostic) === 'missing-control')!;
    const actions: vscode.CodeAction[] = await vscode.commands.executeCommand(
      'vscode.executeCodeActionProvider',
      uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title, edit }) => edit && /implement/i.test(title));
    assert(fix?.edit, actions.map(({ title }) => title).join());
    const before = vscode.languages.getDiagnostics(uri).length;
    assert(await vscode.workspace.applyEdit(fix.edit));
    assert.match(water.getText(), /implements SR 1\.1/);
    await eventually(
      'fewer findings',
      () => vscode.languages.getDiagnostics(uri).length,
      (count) => count < before,
    );
    await vscode.commands.executeCommand('undo');
  });

  it('groups missing controls as the setting says', async () => {
    const uri = file('water.zones');
    const count = () => codesIn(uri).filter((code) => code === 'missing-control').length;
    const perGroup = await eventually('per FR', count, (found) => found > 0);
    const settings = vscode.workspace.getConfiguration('zones');
    await settings.update('missingControl.group', 'control', vscode.ConfigurationTarget.Global);
    await eventually('per control', count, (found) => found > perGroup);
    await settings.update('missingControl.group', undefined, vscode.ConfigurationTarget.Global);
    await eventually('per FR again', count, (found) => found === perGroup);
  });

  it('keeps its findings when the language server is restarted', async () => {
    await vscode.commands.executeCommand('zones.restartServer');
    await eventually(
      'missing-control',
      () => codesIn(water.uri),
      (codes) => codes.includes('missing-control'),
    );
  });
});
