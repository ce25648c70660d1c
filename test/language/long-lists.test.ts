import { expect, test } from 'vitest';
import { createWorkspace } from '../../language-server/language/workspace.ts';

/** More than fit into the arguments of one call. */
const LONG = Array.from({ length: 150_000 }, (_, i) => `"${i}"`).join();

test.each([
  ['networks', `zone a {\n network "10.0.0.0/8"\n network ${LONG}\n}`],
  ['addresses', `zone a { asset plc-1 : plc {\n address "10.0.0.1"\n address ${LONG}\n} }`],
])('a second line of %s may be as long as the file', (_, text) => {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: '2026-11-24' });
  workspace.update([{ uri: 'a.zones', text }]);
  const rules = workspace.findingsOf('a.zones').map(({ rule }) => rule);
  expect(rules).toContain('missing-sl-t');
});
