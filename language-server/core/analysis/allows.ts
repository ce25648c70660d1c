import type { Said } from '../engine/said.ts';
import type { Allow } from '../model/statement.ts';
import { hasPassed } from './status.ts';

/** True for an allowance whose reason is written and whose day has not passed. */
export const isInForce = ({ because, until }: Said<Allow>, today: string): boolean =>
  because !== undefined && !hasPassed(until, today);

/** True where one of some allowances is of a rule, by its code, and in force on a day. */
export const isAllowed = (allows: readonly Said<Allow>[], rule: string, today: string): boolean =>
  allows.some((allow) => allow.rule.text === rule && isInForce(allow, today));
