import type { AssetRef, ConduitRef, FlowRef, RiskRef, ZoneRef } from '../../engine/element.ts';
import type { Entry, Source } from '../../engine/entry.ts';
import type { Query } from '../../engine/query.ts';
import type { Fix } from '../../fixes/fix.ts';
import type { Fr, SlVector } from '../../model/levels.ts';
import type { Place, Reference } from '../../model/reference.ts';
import type { Allow } from '../../model/statement.ts';
import type { Severity, SeveritySetting } from '../../model/system.ts';

/** The element that a finding is about: where `allow` is looked for, and what the finding is listed under. */
export interface Subject {
  readonly sort: 'zone' | 'asset' | 'conduit' | 'flow' | 'risk' | 'system' | 'declaration' | 'file';
  /** Index in the unit's array of its sort; -1 for the others. */
  readonly index: number;
}

/** A place in another file that explains a finding. */
export interface Related {
  readonly entry: Source;
  readonly at: Place;
  readonly message: string;
}

/** What a finding says beyond its message, for programs. */
export interface FindingData {
  readonly controls?: readonly string[];
  readonly fr?: Fr | string;
  readonly frs?: readonly Fr[];
  readonly focus?: string;
  /** The SL-T that asks for the controls. */
  readonly slT?: SlVector;
  /** The titles of the focus topics that some of the controls belong to. */
  readonly topics?: readonly string[];
  /** The flows that it is about, `from -> to` with paths. */
  readonly flows?: readonly string[];
}

/** What findings of several flows with one fault are told apart and joined by. */
interface Shared {
  /** The same for flows with the same fault, such as the protocol. */
  readonly cause: string;
  /** How bad it is: the worst speaks for all of them, of equals the first. */
  readonly weight: number;
  /** What is said of this flow where another is the first. */
  readonly also: Related;
}

/**
 * What makes a finding of one flow the same fault as that of another in the same conduit: they are told as one, at the
 * first, with the others as related information.
 */
export interface SharedFault extends Shared {
  /** The message of several, whose `{count}` is still to be said. */
  readonly template: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A finding of a rule, before it has a position in a file. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly at: Place;
  readonly subject: Subject;
  /** Path of the innermost named element, the declaration's name, or empty. */
  readonly element: string;
  readonly data: FindingData;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  readonly shared?: SharedFault;
  /** The other flows of one that stands for several. */
  readonly others?: readonly Subject[];
}

type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** The values that a message template needs, by the names of its placeholders. */
export type MessageArguments<Text extends string> = { readonly [Name in Placeholder<Text>]: string | number };

/** A shared fault as a rule reports it: the id of the message of several, with its values but for `{count}`. */
export interface SharedReport<Messages, Id extends keyof Messages> extends Shared {
  readonly message: Id;
  readonly values: Messages[Id] extends string ? Omit<MessageArguments<Messages[Id]>, 'count'> : never;
}

export interface ReportDetails<
  Messages = Readonly<Record<string, string>>,
  SharedId extends keyof Messages = keyof Messages,
> {
  readonly at: Place;
  readonly subject: Subject;
  /** Where it is worse or less than the rule's own; what a user or a system sets stands over it. */
  readonly severity?: Severity;
  readonly data?: FindingData;
  readonly related?: readonly Related[];
  /** Made only when somebody asks for them. */
  readonly fixes?: () => readonly Fix[];
  /** For findings of flows that are told as one with those of others. */
  readonly shared?: SharedReport<Messages, SharedId>;
}

export type Report<Messages> = <Id extends keyof Messages & string, SharedId extends keyof Messages & string>(
  message: Id,
  values: Messages[Id] extends string ? MessageArguments<Messages[Id]> : never,
  details: ReportDetails<Messages, SharedId>,
) => void;

/** What a rule may ask: the unit it checks, the workspace through the query. */
export interface RuleContext {
  readonly entry: Entry;
  readonly query: Query;
  /** Codes of all rules there are. */
  readonly ruleCodes: ReadonlySet<string>;
  /** True for places of findings whose fixes are to be worked out. */
  readonly wantsFixes: (at: Place) => boolean;
}

/** The questions a rule may ask; each is called once for every element of its sort. */
export interface Checks<Messages> {
  unit?(context: RuleContext, report: Report<Messages>): void;
  zone?(ref: ZoneRef, context: RuleContext, report: Report<Messages>): void;
  asset?(ref: AssetRef, context: RuleContext, report: Report<Messages>): void;
  conduit?(ref: ConduitRef, context: RuleContext, report: Report<Messages>): void;
  flow?(ref: FlowRef, context: RuleContext, report: Report<Messages>): void;
  risk?(ref: RiskRef, context: RuleContext, report: Report<Messages>): void;
  /** Asked of those alone that may come to mean something else or nothing (`openReferences`). */
  reference?(reference: Reference, context: RuleContext, report: Report<Messages>): void;
  /** Asked of each allowance that is in force and names a rule; what it reports is dropped where the allowance is of use. */
  allowance?(allow: Allow, subject: Subject, context: RuleContext, report: Report<Messages>): void;
}

/** The groups, in the order of the documentation. `components`: what components can do, by IEC 62443-4-2. */
export const RULE_GROUPS = [
  'language',
  'names',
  'requirements',
  'components',
  'partitioning',
  'boundaries',
  'addresses',
  'documentation',
  'lifecycle',
  'risk',
] as const;

export type RuleGroup = (typeof RULE_GROUPS)[number];

/** What a rule rests on: what a standard says shall be, what it says should be, or what this tool takes for good. */
export const BASES = ['requirement', 'recommendation', 'convention'] as const;

export type Basis = (typeof BASES)[number];

/** One question asked of the model. Its page is the Markdown file of the same name beside it. */
export interface Rule<Messages extends Readonly<Record<string, string>> = Readonly<Record<string, string>>> {
  readonly code: string;
  readonly title: string;
  readonly group: RuleGroup;
  readonly severity: SeveritySetting;
  readonly basis: Basis;
  /** The clauses of the standards that the rule stands for. */
  readonly clauses: readonly string[];
  /** Templates: `{name}` is replaced by the value of that name. */
  readonly messages: Messages;
  /** True for a rule that depends on other things than the rest of its group, so that it is asked by itself. */
  readonly apart?: boolean;
  /**
   * Codes of rules whose findings of an element are the cause of its own: where they find one, it has nothing to say. What
   * is found of an asset is found of the zone that it stands in, too.
   */
  readonly yieldsTo?: readonly string[];
  /** True where nothing may silence it: what is not read can excuse nothing. */
  readonly cannotBeAllowed?: boolean;
  /** Where it fires on a conduit, a boundary stands open or is gone around: pictures draw that conduit so. */
  readonly opensBoundary?: boolean;
  /** What it marks has no effect and can go: editors show it faded. */
  readonly unnecessary?: boolean;
  readonly checks: Checks<Messages>;
}

/** A rule whose messages are no longer of interest to the compiler. */
export type AnyRule = Omit<Rule, 'checks'> & { readonly checks: Checks<Readonly<Record<string, string>>> };

/** Defines a rule; the compiler checks that every report gives the placeholders of its message. */
export function defineRule<const Messages extends Readonly<Record<string, string>>>(
  rule: Rule<Messages>,
): Rule<Messages> {
  return rule;
}

/** Templates cut at their placeholders: text and names in turn. */
const cutTemplates = new Map<string, readonly string[]>();

/** A message with its values in place of `{name}`. */
export function formatMessage(template: string, values: Readonly<Record<string, string | number>>): string {
  let parts = cutTemplates.get(template);
  if (!parts) {
    parts = template.split(/\{(\w+)\}/);
    cutTemplates.set(template, parts);
  }
  let message = parts[0]!;
  for (let i = 1; i < parts.length; i += 2) message += `${values[parts[i]!]}${parts[i + 1]}`;
  return message;
}
