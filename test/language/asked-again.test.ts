import { expect, test } from 'vitest';
import { RULES } from '../../language-server/core/rules/index.ts';
import { countedWorkspace } from '../support/counted.ts';

const HEADER = 'system plant {\n  owner "Operations"\n  implements SR 1.1, SR 7.7\n}\n';
const ZONES = 'zone a : cell { sl-t 2 }\nzone b : control { sl-t 1 }\nconduit link between a and b { sl-t 1 }\n';
const GROUPS = new Map(RULES.map(({ code, group }) => [code, group]));

/** How often each rule is asked in files as they stand, or as an edit of one leaves them. */
function askedIn(files: Readonly<Record<string, string>>, edited: Readonly<Record<string, string>> = {}) {
  const { workspace, calls } = countedWorkspace('2026-11-24');
  const read = (texts: Readonly<Record<string, string>>) =>
    workspace.update(Object.entries(texts).map(([uri, text]) => ({ uri, text })));
  read(files);
  if (Object.keys(edited).length > 0) {
    calls.clear();
    read(edited);
  }
  const asked = new Map(calls);
  // Nothing else need have been.
  expect(workspace.verify()).toEqual([]);
  return asked;
}

/** The rules that an edit of the header asks again in the other file; of its three units, how often each. */
function askedAgain(find: string, replace: string): Map<string, number> {
  expect(HEADER).toContain(find);
  const after = HEADER.replace(find, replace);
  const all = askedIn({ 'a.zones': HEADER, 'b.zones': ZONES }, { 'a.zones': after });
  // The unit of the header itself is asked all that concerns it.
  const own = askedIn({ 'a.zones': after });
  const others = [...all].map(([rule, times]) => [rule, times - (own.get(rule) ?? 0)] as const);
  return new Map(others.filter(([, times]) => times > 0));
}

test('what the system states of one control asks again only who has asked for it', () => {
  // No focus topic of the zones counts on SR 7.7: nothing but what is missing as a whole can change.
  expect(askedAgain('SR 1.1, SR 7.7', 'SR 1.1')).toEqual(new Map([['missing-control', 3]]));
});

test('a header that says the same in other words asks nothing again', () => {
  expect(askedAgain('SR 1.1, SR 7.7', 'SR 1.1,\n    SR 7.7')).toEqual(new Map());
});

test('a severity asks again the rules that are judged together with the one that it is set for', () => {
  const asked = askedAgain('owner', 'rule zone-bypass error "so"\n  owner');
  expect(new Set([...asked.keys()].map((rule) => GROUPS.get(rule)))).toEqual(new Set(['boundaries']));
});

test('an owner for all asks again who looks for one', () => {
  const asked = askedAgain('"Operations"', '"Works"');
  expect(asked.get('zone-owner')).toBeGreaterThan(0);
  expect(asked.get('missing-control')).toBeUndefined();
});

test('of two texts of a file in one update the last counts', () => {
  const { workspace } = countedWorkspace('2026-11-24');
  workspace.update([
    { uri: 'a.zones', text: 'zone ghost { }' },
    { uri: 'a.zones', text: 'conduit c between x and ghost' },
  ]);
  const messages = workspace.findingsOf('a.zones').map(({ message }) => message);
  expect(messages).toContainEqual(expect.stringContaining("'ghost'"));
});
