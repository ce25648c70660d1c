import type { Fix } from '../../fixes/fix.ts';
import { FRS } from '../../model/levels.ts';
import { type Finding, formatMessage } from './rule.ts';

/** Findings of several flows with one fault, and the one that stands for them. */
interface Joined {
  readonly members: readonly Finding[];
  readonly finding: Finding;
}

/** By the first of its findings: one that stays keeps its identity, and with it what is known of it. */
const known = new WeakMap<Finding, Joined>();

/**
 * Findings of a unit, with those of flows that share a fault (`SharedFault`) as one: it stands at the first of them and
 * says what the worst does.
 */
export function joinFlows(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!finding.shared) continue;
    const key = `${finding.rule} ${finding.shared.cause}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const replaced = new Map<Finding, Finding | undefined>();
  for (const members of groups.values()) {
    if (members.length === 1) continue;
    for (const member of members) replaced.set(member, undefined);
    replaced.set(members[0]!, joined(members));
  }
  if (replaced.size === 0) return [...findings];
  return findings.flatMap((finding) => (replaced.has(finding) ? (replaced.get(finding) ?? []) : finding));
}

function joined(members: readonly Finding[]): Finding {
  const [first, ...others] = members as [Finding, ...Finding[]];
  const before = known.get(first);
  if (before?.members.length === members.length && before.members.every((member, i) => member === members[i])) {
    return before.finding;
  }
  const worst = members.reduce((a, b) => (b.shared!.weight > a.shared!.weight ? b : a));
  const { template, values } = worst.shared!;
  const frs = FRS.filter((fr) => members.some(({ data }) => data.frs?.includes(fr)));
  const finding: Finding = {
    ...first,
    severity: worst.severity,
    message: formatMessage(template, { ...values, count: members.length }),
    data: { ...first.data, ...(frs.length > 0 && { frs }), flows: members.flatMap(({ data }) => data.flows ?? []) },
    others: others.map(({ subject }) => subject),
    related: [...first.related, ...others.map(({ shared }) => shared!.also)],
    fixes: commonFixes(members),
  };
  known.set(first, { members, finding });
  return finding;
}

/** What all of some findings offer, done for all of them: a fix of one would leave the finding of the others. */
function commonFixes([first, ...others]: readonly Finding[]): Fix[] {
  return first!.fixes.flatMap((fix) => {
    const same = others.map(({ fixes }) => fixes.find(({ title }) => title === fix.title));
    if (!same.every((found) => found !== undefined)) return [];
    return [{ ...fix, edits: [fix, ...same].flatMap(({ edits }) => edits) }];
  });
}
