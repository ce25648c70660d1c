import type { Severities } from '../../engine/query.ts';
import { SEVERITIES, type SeveritySetting } from '../../model/system.ts';
import { closest } from '../../text/closest.ts';
import { type AnyRule, RULE_GROUPS } from './rule.ts';

/** Severities as a user sets them, and what is wrong with the rest, a sentence each. */
export interface SeveritySettings {
  readonly severities: Severities;
  readonly faults: readonly string[];
}

/** The rules that a user may set for all models: nobody may turn off that a text cannot be read. */
export const settable = (rules: readonly AnyRule[]): readonly AnyRule[] =>
  rules.filter(({ cannotBeAllowed }) => !cannotBeAllowed);

/** Reads severities by rule or group (`{ "zone-record": "off", "documentation": "hint" }`); a rule's own stands over its group's. */
export function readSeverities(
  rules: readonly AnyRule[],
  settings: Readonly<Record<string, unknown>>,
): SeveritySettings {
  const names = [...RULE_GROUPS, ...settable(rules).map(({ code }) => code)];
  const faults: string[] = [];
  const given = new Map<string, SeveritySetting>();
  for (const [name, value] of Object.entries(settings)) {
    const severity = SEVERITIES.find((known) => known === value);
    if (rules.some(({ code, cannotBeAllowed }) => code === name && cannotBeAllowed)) faults.push(unsettable(name));
    else if (!names.includes(name)) faults.push(unknownRule(name, names));
    else if (!severity) faults.push(`'${name}' is set to '${value}'. A severity is ${SEVERITIES.join(', ')}.`);
    else given.set(name, severity);
  }
  const severities = settable(rules).flatMap(({ code, group }) => {
    const severity = given.get(code) ?? given.get(group);
    return severity ? [[code, severity] as const] : [];
  });
  return { severities: new Map(severities), faults };
}

const unsettable = (name: string): string =>
  `'${name}' cannot be set for all models: what is not read is not checked. A model may set it in its own settings.`;

function unknownRule(name: string, names: readonly string[]): string {
  const near = closest(name, names);
  return near
    ? `There is no rule or group of rules '${name}'; did you mean '${near}'?`
    : `There is no rule or group of rules '${name}'. The groups are ${RULE_GROUPS.join(', ')}.`;
}
