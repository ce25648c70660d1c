import { isInForce } from '../../analysis/allows.ts';
import { openReferences } from '../../analysis/references.ts';
import type { Entry } from '../../engine/entry.ts';
import type { Query } from '../../engine/query.ts';
import type { Fix } from '../../fixes/fix.ts';
import type { Place } from '../../model/reference.ts';
import type { Allow } from '../../model/statement.ts';
import type { Severity } from '../../model/system.ts';
import type { Unit } from '../../model/unit.ts';
import { failedJudging, failedRule } from '../../text/fault.ts';
import { allowancesOf, createSilencer, type Silencer, SUBJECTS } from './allowances.ts';
import { elementName } from './element-name.ts';
import { type Elements, elementsOf } from './elements.ts';
import { faultFinding, INTERNAL_ERROR } from './faults.ts';
import { joinFlows } from './join-flows.ts';
import {
  type AnyRule,
  type Finding,
  formatMessage,
  type Report,
  type ReportDetails,
  RULE_GROUPS,
  type RuleContext,
  type SharedFault,
  type Subject,
} from './rule.ts';
import { standardSeverity } from './severity.ts';

/** What one part of the evaluation of a unit yields. */
export interface Evaluation {
  readonly findings: readonly Finding[];
  /** Allowances that silenced something. */
  readonly used: ReadonlySet<Allow>;
  /** What to say of each allowance of the unit if no part has a use for it. */
  readonly unused: readonly Unused[];
  /** What has been found of elements, said or allowed, by rules that others yield to. */
  readonly causes: readonly Cause[];
}

/** A rule with what it has found a fault of. */
interface Cause {
  readonly rule: string;
  readonly subject: Subject;
}

/** An allowance, what would be said of it, and the allowances that keep that from being said. */
interface Unused {
  readonly allow: Allow;
  readonly finding: Finding;
  /** They may be itself among others. */
  readonly excuses: readonly (readonly Allow[])[];
}

/**
 * Rules that depend on the same things are asked together, others apart: after a change of the settings the names need
 * not be resolved again, after a change of a name the requirements need not be judged again. All are asked again when the
 * severity of one is set, so the dear are apart from the cheap.
 */
function partsOf(rules: readonly AnyRule[]): (readonly AnyRule[])[] {
  return RULE_GROUPS.flatMap((wanted) => {
    const ofGroup = rules.filter(({ group }) => group === wanted);
    const together = ofGroup.filter(({ apart }) => !apart);
    return [...ofGroup.filter(({ apart }) => apart).map((rule) => [rule]), together];
  });
}

type AnyReport = Report<Readonly<Record<string, string>>>;

/**
 * Does the work of one rule in one unit, and may note how long it takes. What several rules need is worked out once in
 * each part of an evaluation, and counts for the first that asks.
 */
export type Measure = (rule: string, work: () => void) => void;

const unmeasured: Measure = (_, work) => work();

/** The parts of a unit's evaluation by these rules, for the store to call. */
export function evaluationParts(
  rules: readonly AnyRule[],
  measure = unmeasured,
): ((entry: Entry, query: Query) => Evaluation)[] {
  const ruleSet = ruleSetOf(rules);
  return partsOf(rules).map((asked, part) => {
    return (entry, query) => ask({ entry, query, ruleSet, asked, isFirst: part === 0, wantsFixes: nowhere, measure });
  });
}

const nowhere = (): boolean => false;
const everywhere = (): boolean => true;

/**
 * The findings of a unit by some of all rules, with their fixes, which are worked out only when asked for.
 * @param codes the rules to ask
 * @param wantsFixes tells the places of the findings whose fixes are wanted, all unless given
 */
export function evaluateWithFixes(
  rules: readonly AnyRule[],
  codes: ReadonlySet<string>,
  entry: Entry,
  query: Query,
  wantsFixes: (at: Place) => boolean = everywhere,
): readonly Finding[] {
  const ruleSet = ruleSetOf(rules);
  const wanted = rules.filter(({ code }) => codes.has(code));
  const first = new Set(wanted.flatMap(({ yieldsTo = [] }) => yieldsTo));
  // Whether an allowance is of use is known when all have been asked.
  const asked = wanted.some(({ checks }) => checks.allowance)
    ? rules
    : rules.filter(({ code }) => codes.has(code) || first.has(code));
  const findings = mergeEvaluations(rules, [
    ask({ entry, query, ruleSet, asked, isFirst: true, wantsFixes, measure: unmeasured }),
  ]);
  return findings.filter(({ rule }) => codes.has(rule));
}

/** All rules there are. */
interface RuleSet {
  readonly byCode: ReadonlyMap<string, AnyRule>;
  readonly codes: ReadonlySet<string>;
  /** Those that others yield to. */
  readonly causes: ReadonlySet<string>;
}

const ruleSets = new WeakMap<readonly AnyRule[], RuleSet>();

function ruleSetOf(rules: readonly AnyRule[]): RuleSet {
  let ruleSet = ruleSets.get(rules);
  if (!ruleSet) {
    const byCode = new Map(rules.map((rule) => [rule.code, rule]));
    const causes = new Set(rules.flatMap(({ yieldsTo = [] }) => yieldsTo));
    ruleSet = { byCode, codes: new Set(byCode.keys()), causes };
    ruleSets.set(rules, ruleSet);
  }
  return ruleSet;
}

/**
 * All findings of a unit: those of its parts but for what they yield to, and the allowances that none of them has a use
 * for.
 */
export function mergeEvaluations(rules: readonly AnyRule[], evaluations: readonly Evaluation[]): Finding[] {
  const isYielding = yieldingTo(rules, evaluations);
  const all: Finding[] = [];
  // One by one: as arguments of one call, a hundred thousand would be too many.
  for (const evaluation of evaluations)
    for (const finding of evaluation.findings) if (!isYielding?.(finding)) all.push(finding);
  const findings = joinFlows(all);
  if (evaluations.every(({ unused }) => unused.length === 0)) return findings;
  const used = new Set(evaluations.flatMap((evaluation) => [...evaluation.used]));
  // Those of this very rule come last: by then it is known whether they excuse another.
  const candidates = evaluations.flatMap(({ unused }) => unused);
  const [others, own] = [false, true].map((wanted) => candidates.filter((each) => isOfItself(each) === wanted));
  const marked = new Set<readonly Allow[]>();
  for (const { allow, finding, excuses } of [...others!, ...own!]) {
    if (used.has(allow)) continue;
    if (!excuses.some((list) => list.length > 1 || list[0] !== allow)) findings.push(finding);
    // Nothing excuses itself, but what has been asked about is not asked about again.
    for (const list of excuses) {
      if (marked.has(list)) continue;
      marked.add(list);
      for (const excuse of list) if (excuse !== allow) used.add(excuse);
    }
  }
  return findings;
}

/** Tells the findings whose cause another rule has found; undefined where no rule has. */
function yieldingTo(
  rules: readonly AnyRule[],
  evaluations: readonly Evaluation[],
): ((finding: Finding) => boolean) | undefined {
  if (evaluations.every(({ causes }) => causes.length === 0)) return undefined;
  const { byCode } = ruleSetOf(rules);
  const causes = new Set(
    evaluations.flatMap(({ causes }) => causes.map(({ rule, subject }) => causeOf(rule, subject))),
  );
  return ({ rule, subject }) =>
    byCode.get(rule)?.yieldsTo?.some((cause) => causes.has(causeOf(cause, subject))) ?? false;
}

const causeOf = (rule: string, { sort, index }: Subject): string => `${rule} ${sort} ${index}`;

/** True for an allowance of the rule that would speak of it. */
const isOfItself = ({ allow, finding }: Unused): boolean => allow.rule.text === finding.rule;

const NO_ALLOWS: ReadonlySet<Allow> = new Set();
const NO_CAUSES: readonly Cause[] = [];

interface Questions {
  readonly entry: Entry;
  readonly query: Query;
  readonly ruleSet: RuleSet;
  readonly asked: readonly AnyRule[];
  /** True for the part that tells the problems of the reading and the unused allowances. */
  readonly isFirst: boolean;
  readonly wantsFixes: (at: Place) => boolean;
  readonly measure: Measure;
}

/** Asks rules about a unit. What fails is told as a finding: it takes nothing else with it. */
function ask(questions: Questions): Evaluation {
  try {
    return askAll(questions);
  } catch (error) {
    return { findings: [faultFinding(failedJudging(error))], used: NO_ALLOWS, unused: [], causes: NO_CAUSES };
  }
}

/** A unit with syntax errors answers those alone: the rest would come of them. */
function askAll({ entry, query, ruleSet, asked, isFirst, wantsFixes, measure }: Questions): Evaluation {
  const context: RuleContext = { entry, query, ruleCodes: ruleSet.codes, wantsFixes };
  const silencer = createSilencer(context);
  const findings = isFirst ? problemFindings(context, ruleSet, silencer) : [];
  if (entry.unit.broken) return { findings, used: NO_ALLOWS, unused: [], causes: NO_CAUSES };
  const causes: Cause[] = [];
  const elements = elementsOf(entry);
  for (const rule of asked) {
    if (!isConcerned(rule, entry.unit)) continue;
    const isCause = ruleSet.causes.has(rule.code);
    measure(rule.code, () => {
      try {
        askOne(rule, context, elements, silencer, (finding) => {
          if (isCause) causes.push(...causesOf(entry, rule.code, finding.subject));
          if (!silencer.silences(rule.code, finding.subject)) findings.push(finding);
        });
      } catch (error) {
        const severity = silencer.severityOf(INTERNAL_ERROR, 'error');
        if (severity !== 'off') findings.push({ ...faultFinding(failedRule(rule.code, error)), severity });
      }
    });
  }
  const unused = isFirst ? unusedAllows(context, ruleSet, silencer) : [];
  return { findings, used: silencer.used, unused, causes: causes.length > 0 ? causes : NO_CAUSES };
}

/** What a finding is the cause of: of an asset it is one for its zone, too. */
function causesOf({ unit }: Entry, rule: string, subject: Subject): Cause[] {
  const zone = subject.sort === 'asset' ? (unit.assets[subject.index]?.zone ?? -1) : -1;
  const own = { rule, subject };
  return zone < 0 ? [own] : [own, { rule, subject: { sort: 'zone', index: zone } }];
}

const FILE: Subject = { sort: 'file', index: -1 };

/** What reading the text has found. */
function problemFindings({ entry }: RuleContext, { byCode }: RuleSet, silencer: Silencer): Finding[] {
  return entry.unit.problems.flatMap(({ rule, at, message, fix, severity: own = 'error', on = FILE }): Finding[] => {
    const severity = silencer.severityOf(rule, own);
    const subject = byCode.get(rule)?.cannotBeAllowed ? FILE : on;
    if (severity === 'off' || silencer.silences(rule, subject)) return [];
    const element = elementName(
      entry,
      on === FILE ? { sort: entry.unit.system ? 'system' : 'declaration', index: -1 } : on,
    );
    const edits = fix ? [{ kind: 'replace', at: fix.at, text: fix.text } as const] : [];
    const fixes = fix ? [{ title: fix.title, edits, preferred: true }] : [];
    return [{ rule, severity, at, message, subject, element, data: {}, related: [], fixes }];
  });
}

/** True where a unit has something that a rule asks about: most units are one conduit. */
function isConcerned({ checks }: AnyRule, { zones, assets, conduits, flows, risks, references }: Unit): boolean {
  return (
    checks.unit !== undefined ||
    (checks.zone !== undefined && zones.length > 0) ||
    (checks.asset !== undefined && assets.length > 0) ||
    (checks.conduit !== undefined && conduits.length > 0) ||
    (checks.flow !== undefined && flows.length > 0) ||
    (checks.risk !== undefined && risks.length > 0) ||
    (checks.reference !== undefined && references.length > 0)
  );
}

function askOne(
  rule: AnyRule,
  context: RuleContext,
  { zones, assets, conduits, flows, risks }: Elements,
  silencer: Silencer,
  found: (finding: Finding) => void,
): void {
  const { checks } = rule;
  const { entry, query } = context;
  const severity = silencer.severityOf(rule.code, standardSeverity(query, entry.system, rule));
  if (severity === 'off') return;
  const severityOf = (own: Severity = severity): Severity => {
    const counting = own === severity ? own : silencer.severityOf(rule.code, own);
    return counting === 'off' ? severity : counting;
  };
  const report = reporterOf(rule, severityOf, context, found);
  checks.unit?.(context, report);
  if (checks.zone) for (const ref of zones) checks.zone(ref, context, report);
  if (checks.asset) for (const ref of assets) checks.asset(ref, context, report);
  if (checks.conduit) for (const ref of conduits) checks.conduit(ref, context, report);
  if (checks.flow) for (const ref of flows) checks.flow(ref, context, report);
  if (checks.risk) for (const ref of risks) checks.risk(ref, context, report);
  if (checks.reference)
    for (const reference of openReferences(query, entry)) checks.reference(reference, context, report);
}

/** One finding may stand for those of several flows: then all of them are wanted. */
const fixesOf = ({ at, shared, fixes }: ReportDetails, { wantsFixes }: RuleContext): readonly Fix[] =>
  (fixes && (wantsFixes(at) || (shared && wantsFixes !== nowhere)) && fixes()) || [];

function reporterOf(
  rule: AnyRule,
  severityOf: (own?: Severity) => Severity,
  context: RuleContext,
  found: (finding: Finding) => void,
): AnyReport {
  return (message: string, values: Readonly<Record<string, string | number>>, details: ReportDetails) => {
    found({
      rule: rule.code,
      severity: severityOf(details.severity),
      message: formatMessage(rule.messages[message] ?? '', values),
      at: details.at,
      subject: details.subject,
      element: elementName(context.entry, details.subject),
      data: details.data ?? {},
      related: details.related ?? [],
      fixes: fixesOf(details, context),
      ...(details.shared && { shared: sharedFault(rule, details.shared) }),
    });
  };
}

function sharedFault({ messages }: AnyRule, { message, ...shared }: NonNullable<ReportDetails['shared']>): SharedFault {
  return { ...shared, template: messages[message] ?? '' };
}

/** What would be said of the allowances; an expired one and one of an unknown rule have findings of their own. */
function unusedAllows(context: RuleContext, { byCode, codes }: RuleSet, silencer: Silencer): Unused[] {
  const { entry, query } = context;
  return [...byCode.values()].flatMap((rule) => {
    const { allowance } = rule.checks;
    const severity = allowance ? silencer.severityOf(rule.code, rule.severity) : 'off';
    if (!allowance || severity === 'off') return [];
    const unused: Unused[] = [];
    for (const sort of SUBJECTS) {
      entry.unit[`${sort}s`].forEach(({ allows }, index) => {
        for (const allow of allows) {
          if (!isInForce(allow, query.today) || !codes.has(allow.rule.text)) continue;
          const subject = { sort, index };
          const report = reporterOf(
            rule,
            () => severity,
            context,
            (finding) => {
              unused.push({ allow, finding, excuses: [...allowancesOf(entry, subject, rule.code, query.today)] });
            },
          );
          allowance(allow, subject, context, report);
        }
      });
    }
    return unused;
  });
}
