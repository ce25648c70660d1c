import { ambiguousReference } from './ambiguous-reference.ts';
import { compensationUnmet } from './compensation-unmet.ts';
import { conflictingStatements } from './conflicting-statements.ts';
import { cyclicReference } from './cyclic-reference.ts';
import { duplicateName } from './duplicate-name.ts';
import { duplicateProperty } from './duplicate-property.ts';
import { duplicateSystem } from './duplicate-system.ts';
import { expiredAcceptance } from './expired-acceptance.ts';
import { expiredAllow } from './expired-allow.ts';
import { invalidValue } from './invalid-value.ts';
import { missingControl } from './missing-control.ts';
import { missingFocus } from './missing-focus.ts';
import { missingSlT } from './missing-sl-t.ts';
import { overduePlan } from './overdue-plan.ts';
import { repeatedStatement } from './repeated-statement.ts';
import type { Checks, Rule } from './rule.ts';
import { syntaxError } from './syntax-error.ts';
import { unresolvedReference } from './unresolved-reference.ts';
import { unusedAllow } from './unused-allow.ts';

/** A rule whose messages are no longer of interest to the compiler. */
export type AnyRule = Omit<Rule, 'checks'> & { readonly checks: Checks<Readonly<Record<string, string>>> };

/** All rules, by group in the order of the documentation. */
export const RULES: readonly AnyRule[] = [
  // language
  syntaxError,
  invalidValue,
  duplicateProperty,
  unusedAllow,
  expiredAllow,
  // names
  unresolvedReference,
  ambiguousReference,
  duplicateName,
  duplicateSystem,
  cyclicReference,
  // requirements
  missingControl,
  missingFocus,
  missingSlT,
  conflictingStatements,
  repeatedStatement,
  compensationUnmet,
  overduePlan,
  expiredAcceptance,
  // partitioning
  // boundaries
  // addresses
  // documentation
  // risk
] as readonly unknown[] as readonly AnyRule[];

export const RULE_CODES: ReadonlySet<string> = new Set(RULES.map(({ code }) => code));
