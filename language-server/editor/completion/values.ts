import type { AstNode } from 'langium';
import { CompletionItemKind } from 'vscode-languageserver';
import { riskScales } from '../../core/analysis/risk.ts';
import { pathOf } from '../../core/engine/handle.ts';
import { ASSET_FLAGS } from '../../core/model/asset-type.ts';
import { BOUNDARY_SIDES } from '../../core/model/boundary.ts';
import { FR_TITLES, FRS } from '../../core/model/levels.ts';
import { ENVIRONMENT_SIDES, type RecordSort } from '../../core/model/record.ts';
import { KIND_FLAGS, type ZoneKind } from '../../core/model/reference-model.ts';
import { SEVERITIES } from '../../core/model/system.ts';
import { catalogNamed, frameworkNamed, kindsNamed } from '../../core/plant/library.ts';
import { RULES } from '../../core/rules/index.ts';
import { normaliseName } from '../../core/text/names.ts';
import type { ZonesAstType } from '../../language/generated/ast.ts';
import { isAccepting } from '../../language/lowering/clauses.ts';
import { TRANSPORTS } from '../../language/lowering/elements.ts';
import type { PropertyName } from '../../language/syntax/schemas.ts';
import { VALUE_WORDS } from '../../language/syntax/value-words.ts';
import { isVectorWord } from '../../language/syntax/vector.ts';
import { FIRST_WORDS, type REFERENCES } from '../../language/syntax/words.generated.ts';
import { valueMeaning } from '../value-meanings.ts';
import { explanationOf, PURDUE_LEVELS, SECURITY_LEVELS } from '../vocabulary.ts';
import { assetTypes, controls, type Use } from './catalogue.ts';
import { recordedNames, sharedNames } from './declared-names.ts';
import { elements, type Wanted } from './elements.ts';
import type { Expected, RuleName } from './expected.ts';
import { protocols, usedProtections } from './protocols.ts';
import { categories, dates, nextRevision, reviews, revisions, safetyLevels } from './record-values.ts';
import type { Scope } from './scope.ts';
import type { Suggestion } from './suggestion.ts';
import type { CompletionContext } from './surroundings.ts';

type Value = Extract<Expected, { kind: 'value' }>;

/** What fits a property of the grammar at the cursor. */
type Provider = (scope: Scope, context: CompletionContext) => Suggestion[];

type PropertyOf<R extends RuleName> = Exclude<keyof ZonesAstType[R], keyof AstNode>;

/** Providers by rule and property; whatever the grammar says to name something has one. */
type Providers = { readonly [R in RuleName]?: { readonly [P in PropertyOf<R>]?: Provider } } & {
  readonly [R in keyof typeof REFERENCES]: Readonly<Record<(typeof REFERENCES)[R][number], Provider>>;
};

const named =
  (sort: Wanted['sort']): Provider =>
  (scope, context) =>
    elementsHere(scope, context, { sort });

const types: Provider = (scope, context) => notYet(assetTypes(scope), context);

const allKinds: Provider = (scope, context) =>
  notYet(sharedNames(scope, 'kind', CompletionItemKind.EnumMember), context);

const listed: Provider = (scope, context) => controls(scope, context, 'list');

function recorded(sort: RecordSort): Provider {
  return (scope, context) => notYet(recordedNames(scope, sort, CompletionItemKind.Reference), context);
}

/** Countermeasures, then controls: what may do the work of others. */
const means = (scope: Scope, context: CompletionContext, use: Use): Suggestion[] => [
  ...notYet(recordedNames(scope, 'countermeasure', CompletionItemKind.Reference), context).map((item) => ({
    ...item,
    description: 'countermeasure',
  })),
  ...controls(scope, context, use),
];

/** The likelihoods of the matrix at the cursor that have no row yet. */
function rowLikelihoods({ entry }: Scope): Suggestion[] {
  const [matrix] = entry?.unit.matrices ?? [];
  const given = new Set(matrix?.rows.map(({ likelihood }) => likelihood.text));
  return words(matrix?.likelihood.flatMap(({ value }) => (given.has(value) ? [] : [value])) ?? []);
}

const boundarySides: Provider = (_, { before }) => words(BOUNDARY_SIDES, [...before].reverse());

const PROVIDERS = {
  System: { name: systems },
  ModelProperty: { values: (scope) => sharedNames(scope, 'reference-model', CompletionItemKind.Struct) },
  RuleSetting: { code: (scope, context) => rules(scope, context, false), severity: () => words(SEVERITIES) },
  Zone: { kind: kinds, levels: purdueLevels },
  LevelProperty: { values: purdueLevels },
  Asset: { type: types },
  Conduit: { ends: named('zone') },
  Flow: {
    source: named('side'),
    target: named('side'),
    protocol: protocols,
    carrier: protocols,
    protections: usedProtections,
  },
  Port: { transport: () => words(TRANSPORTS) },
  Statement: { refs: (scope, context) => controls(scope, context, 'state') },
  Clause: { values: clauseValues },
  Revision: { number: nextRevision },
  Allow: { code: (scope, context) => rules(scope, context, true) },
  Levels: { uniform: (_, context) => securityLevels(context) },
  LevelEntry: { fr: (_, context) => requirementGroups(context), level: (_, context) => securityLevels(context) },
  BoundaryItem: { side: boundarySides },
  Surrounding: { side: () => words(ENVIRONMENT_SIDES, ['environment']) },
  AccessPoint: { side: boundarySides },
  Term: { values: clauseValues },
  Property: { values: propertyValues },
  Profile: { refs: listed },
  Risk: { on: named('scope') },
  EssentialFunction: { on: named('zone') },
  Requires: { refs: listed, on: named('zone') },
  PolicyProperty: { values: recorded('policy') },
  SourceProperty: { values: recorded('threat-source') },
  Row: { likelihood: rowLikelihoods },
  Rating: { values: ranks },
  AssetType: { base: types },
  KindProperty: { values: allKinds },
  Protocol: { base: protocols },
  Control: { kinds: allKinds },
  Focus: { refs: listed, types },
  AdjacentPair: { left: allKinds, right: allKinds },
  Maps: {
    framework: (scope) => [...sharedNames(scope, 'framework', CompletionItemKind.Struct), ...catalogs(scope)],
    values: mapped,
  },
} satisfies Providers;

/** The names and words that fit a property of the grammar at the cursor. */
export function valuesFor({ rule, property }: Value, context: CompletionContext, scope: Scope): Suggestion[] {
  const providers: Readonly<Record<string, Readonly<Record<string, Provider>>>> = PROVIDERS;
  return providers[rule]?.[property]?.(scope, context) ?? [];
}

/** @param around the words before them in their member, the nearest first */
function words(list: readonly string[], around: readonly string[] = []): Suggestion[] {
  return list.map((label, i) => ({
    label,
    kind: CompletionItemKind.Value,
    rank: i,
    meaning: valueMeaning(around[0], label) ?? explanationOf(label, around),
  }));
}

function elementsHere(
  scope: Scope,
  { before, qualifier, typed, assets }: CompletionContext,
  wanted: Pick<Wanted, 'sort' | 'flag'>,
): Suggestion[] {
  return elements(scope, { ...wanted, qualifier, typed, assets, except: before });
}

/** Suggestions without those that the list at the cursor has. */
function notYet(suggestions: readonly Suggestion[], { before }: CompletionContext): Suggestion[] {
  const list = new Set<string>();
  for (let i = before.length - 1; i > 0 && before[i] === ','; i -= 2) list.add(before[i - 1]!);
  return suggestions.filter(({ label }) => !list.has(label));
}

/** The word whose values stand at the cursor: right after it, or after a comma. A value may be called as a word is. */
function openWord<W extends string>({ before }: CompletionContext, among: readonly W[]): W | undefined {
  let at = before.length - 1;
  while (before[at] === ',') at -= 2;
  return among.find((word) => word === before[at]);
}

function clauseValues(scope: Scope, context: CompletionContext): Suggestion[] {
  // The member seems to begin with the word that names what is approved.
  if (context.line.at(-1) === FIRST_WORDS.Revision[0] && context.line.at(-2) === 'of') return revisions(scope);
  switch (openWord(context, [...FIRST_WORDS.Clause, ...FIRST_WORDS.Term])) {
    case 'by':
      return context.before.some(isAccepting) ? [] : elementsHere(scope, context, { sort: 'asset' });
    case 'with':
      return means(scope, context, 'compensate');
    case 'from':
      return elementsHere(scope, context, { sort: 'risk' });
    case 'on':
      return [{ label: scope.query.today, kind: CompletionItemKind.Value, rank: 0, description: 'today' }];
    case 'until':
      return dates(scope.query.today);
    case 'review':
      return reviews();
    default:
      return [];
  }
}

const WITH_VALUES: readonly PropertyName[] = [
  ...(Object.keys(VALUE_WORDS) as PropertyName[]),
  ...(['via', 'baseline', 'mitigated-by', 'existing', 'supports', 'secured-by', 'flags', 'network'] as const),
  ...(['runs-on', 'redundant-with', 'support-ends', 'separated-from', 'defers-to'] as const),
  ...(['capability', 'sil', 'category'] as const),
];

/** An asset neither hosts itself nor stands in for itself, and no zone is separated from itself. */
const withoutItself = (context: CompletionContext): CompletionContext => ({
  ...context,
  before: [...context.before, context.blocks.at(-1)?.name ?? ''],
});

function propertyValues(scope: Scope, context: CompletionContext): Suggestion[] {
  const block = context.blocks.at(-1)?.word;
  const name = openWord(context, WITH_VALUES);
  switch (name) {
    case undefined:
      return [];
    case 'via':
      return elementsHere(scope, context, { sort: 'asset', flag: 'boundary' });
    case 'baseline':
      return notYet(catalogs(scope), context);
    case 'runs-on':
    case 'redundant-with':
      return elementsHere(scope, withoutItself(context), { sort: 'asset' });
    case 'separated-from':
      return elementsHere(scope, withoutItself(context), { sort: 'zone' });
    case 'capability':
      return securityLevels(context).filter(({ label }) => label !== '0');
    case 'sil':
      return safetyLevels();
    case 'category':
      return block === 'risk' ? notYet(categories(scope), context) : [];
    case 'support-ends':
      return dates(scope.query.today);
    case 'mitigated-by':
    case 'existing':
      return means(scope, context, 'list');
    case 'supports':
      return controls(scope, context, 'list');
    case 'secured-by':
      return protocols(scope);
    case 'defers-to':
      return block === 'protocol' ? protocols(scope) : assetTypes(scope);
    case 'flags':
      return notYet(words(block === 'kind' ? KIND_FLAGS : ASSET_FLAGS), context);
    case 'network':
      return block === 'protocol' ? words(['yes', 'no']) : [];
    default:
      return notYet(words(VALUE_WORDS[name] ?? [], [name]), context);
  }
}

const catalogs = (scope: Scope): Suggestion[] => sharedNames(scope, 'catalog', CompletionItemKind.Struct);

/** Names of the folder's systems; the one of the file is being written. */
function systems({ workspace, entry }: Scope): Suggestion[] {
  const names = new Map<string, string | undefined>();
  for (const { library, unit, file } of workspace.store.entries()) {
    if (library || file === entry?.file || !unit.system?.name.value) continue;
    names.set(unit.system.name.value, unit.system.title?.value ?? names.get(unit.system.name.value));
  }
  return [...names].map(([label, title], i) => ({ label, title, kind: CompletionItemKind.Module, rank: i }));
}

/** The kinds of the system's reference model from the outside in, what is external last. */
function sortedKinds({ query, modelName }: Scope): ZoneKind[] {
  const order = ({ flags, rank }: ZoneKind) => (flags.includes('external') ? Number.NEGATIVE_INFINITY : rank);
  return [...kindsNamed(query, modelName)].sort((a, b) => order(b) - order(a));
}

function kinds(scope: Scope): Suggestion[] {
  return sortedKinds(scope).map(({ name, title, levels }, i) => ({
    label: name,
    title,
    kind: CompletionItemKind.EnumMember,
    description: levels.length > 0 ? `level ${levels.join(', ')}` : undefined,
    rank: i,
    documented: { sort: 'kind', name },
  }));
}

/** Purdue levels, those of the zone's kind first. */
function purdueLevels(scope: Scope, context: CompletionContext): Suggestion[] {
  const { before, blocks } = context;
  const words = before.includes(':') ? before : (blocks.at(-1)?.header ?? []).map(({ text }) => normaliseName(text));
  const kind = words[words.lastIndexOf(':') + 1];
  const own = sortedKinds(scope).find(({ name }) => name === kind)?.levels ?? [];
  const levels = Object.entries(PURDUE_LEVELS).map(([label, title]) => ({
    label,
    title,
    kind: CompletionItemKind.Value,
    rank: Number(label) + (own.includes(Number(label)) ? 0 : 10),
  }));
  return notYet(levels, context);
}

function securityLevels({ before, blocks }: CompletionContext): Suggestion[] {
  // In a vector a level stands after its FR, or seven of them alone.
  const isOfGroup = (FRS as readonly string[]).includes(before.at(-1) ?? '');
  const levels = levelsAlone(before);
  if (isVectorWord(blocks.at(-1)?.word) && !isOfGroup && (levels === 0 || levels >= FRS.length)) return [];
  return SECURITY_LEVELS.map((title, level) => ({
    label: String(level),
    title,
    kind: CompletionItemKind.Value,
    rank: level === 0 ? 9 : level,
  }));
}

/** How many levels of a vector stand without their FR. */
function levelsAlone(words: readonly string[]): number {
  const levels = words.filter((word) => word !== ',');
  return levels.some((word) => !/^\d/.test(word)) ? 0 : levels.length;
}

function requirementGroups({ before }: CompletionContext): Suggestion[] {
  if (levelsAlone(before) > 0) return [];
  return FRS.flatMap((label, i) =>
    before.includes(label)
      ? []
      : [
          {
            label,
            title: FR_TITLES[label],
            kind: CompletionItemKind.EnumMember,
            rank: i,
            insert: { text: `${label} `, more: true },
          },
        ],
  );
}

function ranks({ query, system }: Scope, context: CompletionContext): Suggestion[] {
  // A matrix declares the words that a risk uses.
  if (context.blocks.at(-1)?.word === 'risk-matrix') return [];
  const word = openWord(context, FIRST_WORDS.Rating);
  const scale = word ? riskScales(query, system)[word] : [];
  return scale.map((label, i) => ({
    label,
    kind: CompletionItemKind.Value,
    rank: i,
    description: `${i + 1} of ${scale.length}`,
  }));
}

/** Findings of these are mended, hardly ever silenced. */
const ABOUT_TEXT: ReadonlySet<string> = new Set(['language', 'names']);

/** Rules, those about the text itself last; for an `allow` first those that have found something in the element at the cursor. */
function rules(
  { workspace, entry, zone, conduit }: Scope,
  { memberWords, before }: CompletionContext,
  isAllow: boolean,
): Suggestion[] {
  const element = conduit ?? zone;
  const path = element && pathOf(element);
  const found = new Set(
    (entry && isAllow && path ? workspace.findingsOf(entry.file) : []).flatMap((finding) =>
      finding.element === path || finding.element.startsWith(`${path}.`) ? [finding.rule] : [],
    ),
  );
  return RULES.flatMap(({ code, title, group }, i) =>
    memberWords.has(code) && !before.includes(code)
      ? []
      : [
          {
            label: code,
            title,
            kind: CompletionItemKind.Value,
            rank: i + (found.has(code) ? 0 : 100) + (ABOUT_TEXT.has(group) ? 1000 : 0),
            description: found.has(code) ? 'found here' : undefined,
          },
        ],
  );
}

/** The entries of the framework or catalogue that `maps` names, quoted. */
function mapped({ query }: Scope, { before }: CompletionContext): Suggestion[] {
  const name = before[before.lastIndexOf(FIRST_WORDS.Maps[0]) + 1];
  if (!name || (before.at(-1) !== name && before.at(-1) !== ',')) return [];
  const items = frameworkNamed(query, name)?.items ?? catalogNamed(query, name)?.controls ?? [];
  return items.flatMap(({ id, title }, i) =>
    before.includes(`"${id}"`)
      ? []
      : [{ label: id, title, kind: CompletionItemKind.Reference, rank: i, insert: { text: `"${id}"` } }],
  );
}
