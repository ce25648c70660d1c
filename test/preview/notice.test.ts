import { expect, test } from 'vitest';
import { notice } from '../../src/notice.ts';
import { HOSTILE } from '../support/hostile.ts';

test('a notification makes a link of nothing', () => {
  expect(notice('Saved [a](command:workbench.action.quit).svg.')).toBe(
    'Saved [a] (command:workbench.action.quit).svg.',
  );
  for (const text of HOSTILE) expect(notice(text)).not.toMatch(/\]\(/);
});
