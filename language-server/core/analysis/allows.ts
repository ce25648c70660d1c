import type { Said } from '../engine/said.ts';
import type { Allow } from '../model/statement.ts';
import { hasPassed } from './status.ts';

/** True where one of some allowances is of a rule, by its code, and still in force on a day. */
export const isAllowed = (allows: readonly Said<Allow>[], rule: string, today: string): boolean =>
  allows.some((allow) => allow.rule.text === rule && !hasPassed(allow.until, today));
