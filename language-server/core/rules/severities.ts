import type { Severities } from '../engine/query.ts';
import { SEVERITIES, type SeveritySetting } from '../model/system.ts';
import { closest } from '../text/closest.ts';
import { RULE_GROUPS } from './frame/rule.ts';
import { RULES } from './index.ts';

/** What can be given a severity: rules by their codes, and the groups of them. */
export const RULE_NAMES: readonly string[] = [...RULE_GROUPS, ...RULES.map(({ code }) => code)];

/** Severities as a user sets them, and what is wrong with the rest, a sentence each. */
export interface SeveritySettings {
  readonly severities: Severities;
  readonly faults: readonly string[];
}

/** Reads severities by rule or group (`{ "zone-record": "off", "documentation": "hint" }`); a rule's own stands over its group's. */
export function readSeverities(settings: Readonly<Record<string, unknown>>): SeveritySettings {
  const faults: string[] = [];
  const given = new Map<string, SeveritySetting>();
  for (const [name, value] of Object.entries(settings)) {
    const severity = SEVERITIES.find((known) => known === value);
    if (!RULE_NAMES.includes(name)) faults.push(unknownRule(name));
    else if (!severity) faults.push(`'${name}' is set to '${value}'. A severity is ${SEVERITIES.join(', ')}.`);
    else given.set(name, severity);
  }
  const severities = RULES.flatMap(({ code, group }) => {
    const severity = given.get(code) ?? given.get(group);
    return severity ? [[code, severity] as const] : [];
  });
  return { severities: new Map(severities), faults };
}

function unknownRule(name: string): string {
  const near = closest(name, RULE_NAMES);
  return near
    ? `There is no rule or group of rules '${name}'; did you mean '${near}'?`
    : `There is no rule or group of rules '${name}'. The groups are ${RULE_GROUPS.join(', ')}.`;
}
