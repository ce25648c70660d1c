import { describe, expect, test } from 'vitest';
import { inOneGo } from '../../language-server/core/engine/store.ts';
import { createWorkspaces } from '../../language-server/lsp/workspaces.ts';
import { TODAY } from '../support/fixture.ts';

/** Workspaces over files that are in memory. */
function workspacesOf(files: Record<string, string>) {
  return createWorkspaces({
    listFiles: async (folder) => Object.keys(files).filter((uri) => uri.startsWith(`${folder}/`)),
    readFile: async (uri) => files[uri],
    today: () => TODAY,
    pause: async () => {},
  });
}

describe('the open folders', () => {
  test('each is a workspace of its own, a file belongs to the innermost', async () => {
    const files = { 'file:///a/x.zones': 'zone x { }', 'file:///a/b/y.zones': 'zone y { }' };
    const workspaces = workspacesOf(files);
    for (const folder of ['file:///a', 'file:///a/b/']) {
      inOneGo(await workspaces.addFolder(folder, (uri) => files[uri as keyof typeof files]));
    }
    expect(workspaces.all()).toHaveLength(2);
    expect(workspaces.of('file:///a/b/y.zones')).not.toBe(workspaces.of('file:///a/x.zones'));
    expect(workspaces.of('file:///a/new.zones')).toBe(workspaces.of('file:///a/x.zones'));
  });

  test('a file outside them belongs to its folder; files that are not saved yet share a workspace', () => {
    const workspaces = workspacesOf({});
    for (const uri of ['file:///other/x.zones', 'untitled:Untitled-1']) {
      inOneGo(workspaces.update([{ uri, text: 'zone a : nonsense' }]));
      expect(
        workspaces
          .of(uri)
          .findingsOf(uri)
          .map(({ rule }) => rule),
      ).toContain('unresolved-reference');
    }
    expect(workspaces.of('untitled:Untitled-2')).toBe(workspaces.of('untitled:Untitled-1'));
  });

  test('a folder that is taken away is forgotten with its files', async () => {
    const workspaces = workspacesOf({ 'file:///a/x.zones': 'zone x { }' });
    inOneGo(await workspaces.addFolder('file:///a', () => 'zone x { }'));
    expect(workspaces.removeFolder('file:///a')).toContain('file:///a/x.zones');
    expect(workspaces.allFiles()).not.toContain('file:///a/x.zones');
  });
});
