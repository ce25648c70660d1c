import { describe, expect, test } from 'vitest';
import { inOneGo } from '../../language-server/core/engine/store.ts';
import { isRead, isUnderAny, rootOf, spelledIn } from '../../language-server/lsp/roots.ts';
import { createWorkspaces } from '../../language-server/lsp/workspaces.ts';
import { TODAY } from '../support/fixture.ts';

const A = { uri: 'file:///a', id: 'file:///a' };
const B = { uri: 'file:///a/b', id: 'file:///a/b' };
const X = 'file:///a/x.zones';
const Y = 'file:///a/b/y.zones';

const create = () => createWorkspaces({ today: () => TODAY });

/** A file with a text, known by the URI that is its id. */
const state = (uri: string, text: string) => ({ id: uri, uri, content: { text } });

describe('the open folders', () => {
  test('each is a workspace of its own, a file belongs to the innermost, in any order', () => {
    for (const roots of [
      [A, B],
      [B, A],
    ]) {
      const workspaces = create();
      workspaces.setRoots(roots);
      inOneGo(workspaces.update([state(X, 'zone x { }'), state(Y, 'zone y { }')]));
      expect(workspaces.all()).toHaveLength(2);
      expect(workspaces.having(Y)).not.toBe(workspaces.having(X));
      expect(workspaces.around('file:///a/new.zones')).toBe(workspaces.having(X));
      expect([...workspaces.having(Y)!.files.keys()]).not.toContain(X);
    }
  });

  test('a file outside them belongs to its folder; files that are not saved yet share a workspace', () => {
    const workspaces = create();
    for (const uri of ['file:///other/x.zones', 'untitled:Untitled-1']) {
      inOneGo(workspaces.update([state(uri, 'zone a : nonsense')]));
      expect(workspaces.findingsOf(uri).map(({ rule }) => rule)).toContain('unresolved-reference');
    }
    expect(workspaces.around('untitled:Untitled-2')).toBe(workspaces.around('untitled:Untitled-1'));
  });

  test('a file that is only asked about leaves nothing behind', () => {
    const workspaces = create();
    const asked = Array.from({ length: 50 }, (_, i) => workspaces.around(`file:///other-${i}/x.zones`));
    expect(new Set(asked).size).toBe(1);
    expect(workspaces.all()).toEqual([]);
    inOneGo(workspaces.update([state('file:///other/x.zones', 'zone a')]));
    expect(workspaces.all()).toHaveLength(1);
    expect(asked[0]!.files.has('file:///other/x.zones')).toBe(false);
    inOneGo(workspaces.update([{ id: 'file:///other/x.zones', uri: 'file:///other/x.zones', content: undefined }]));
    expect(workspaces.all()).toEqual([]);
  });

  test('a file moves to another workspace with its folder, and is forgotten when it counts no more', () => {
    const workspaces = create();
    workspaces.setRoots([A]);
    inOneGo(workspaces.update([state(Y, 'zone y { }')]));
    const outer = workspaces.having(Y)!;
    workspaces.setRoots([A, B]);
    expect(inOneGo(workspaces.update([state(Y, 'zone y { }')]))).toContain(Y);
    expect(workspaces.having(Y)).not.toBe(outer);
    expect(outer.files.has(Y)).toBe(false);
    workspaces.setRoots([A]);
    expect(inOneGo(workspaces.update([{ id: Y, uri: Y, content: undefined }]))).toContain(Y);
    expect(workspaces.allFiles()).not.toContain(Y);
    expect(workspaces.findingsOf(Y)).toEqual([]);
  });

  test('a file that is known by another URI is there once', () => {
    const workspaces = create();
    workspaces.setRoots([A]);
    inOneGo(workspaces.update([state(X, 'zone x { }')]));
    const spelled = 'file:///%61/x.zones';
    expect(inOneGo(workspaces.update([{ ...state(X, 'zone x { }'), uri: spelled }]))).toEqual(new Set([X, spelled]));
    expect([...workspaces.allFiles()]).toEqual([spelled]);
    expect(workspaces.findingsOf(spelled).map(({ rule }) => rule)).not.toContain('duplicate-name');
  });
});

describe('what is read', () => {
  test('lies in an open folder, in no dot folder of it', () => {
    expect(rootOf([A, B], Y)).toBe(B);
    expect(rootOf([B, A], Y)).toBe(B);
    expect(rootOf([A], 'file:///ab/x.zones')).toBeUndefined();
    const hidden = { uri: 'file:///a/.h', id: 'file:///a/.h' };
    expect(isRead([A], 'file:///a/.h/x.zones')).toBe(false);
    expect(isRead([A, hidden], 'file:///a/.h/x.zones')).toBe(true);
    expect(isRead([A], 'file:///a/c/node_modules/x.zones')).toBe(false);
    expect(isRead([A], A.id)).toBe(true);
  });

  test('is spelled as its folder is, and found under places', () => {
    expect(spelledIn([{ uri: 'file://localhost/(a)', id: 'file:///%28a%29' }], 'file:///%28a%29/x.zones')).toBe(
      'file://localhost/(a)/x.zones',
    );
    expect(isUnderAny(new Set([B.id]), Y)).toBe(true);
    expect(isUnderAny(new Set([B.id]), 'file:///a/bc.zones')).toBe(false);
  });
});
