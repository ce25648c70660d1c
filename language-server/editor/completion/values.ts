import { CompletionItemKind } from 'vscode-languageserver';
import { riskScales } from '../../core/analysis/risk.ts';
import { kindsOf, modelOf } from '../../core/analysis/settings.ts';
import { pathOf } from '../../core/engine/handle.ts';
import { keys } from '../../core/engine/keys.ts';
import { ASSET_FLAGS } from '../../core/model/asset-type.ts';
import { COMPONENT_CLASSES } from '../../core/model/control.ts';
import { FR_TITLES, FRS } from '../../core/model/levels.ts';
import { PROTECTIONS } from '../../core/model/protocol.ts';
import { KIND_FLAGS, type ZoneKind } from '../../core/model/reference-model.ts';
import { SEVERITIES } from '../../core/model/system.ts';
import { CRITICALITIES } from '../../core/model/zone.ts';
import { RULES } from '../../core/rules/index.ts';
import { TRANSPORTS } from '../../language/lowering/plant.ts';
import { PURDUE_LEVELS, SECURITY_LEVELS, VOCABULARY } from '../vocabulary.ts';
import { assetTypes, controls } from './catalogue.ts';
import type { CompletionContext } from './context.ts';
import { elements, type Wanted } from './elements.ts';
import type { Expected } from './expected.ts';
import type { Scope } from './scope.ts';
import { shared } from './shared.ts';
import type { Suggestion } from './suggestion.ts';

type Value = Extract<Expected, { kind: 'value' }>;

/** The names and words that fit a property of the grammar at the cursor. */
export function valuesFor({ rule, property }: Value, context: CompletionContext, scope: Scope): Suggestion[] {
  const named = (sort: Wanted['sort']) => elementsHere(scope, context, { sort });
  switch (`${rule}.${property}`) {
    case 'System.name':
      return systems(scope);
    case 'Asset.type':
    case 'AssetType.base':
    case 'Focus.types':
      return notYet(assetTypes(scope), context);
    case 'Zone.kind':
      return kinds(scope);
    case 'Zone.level':
    case 'LevelProperty.values':
      return purdueLevels(scope, context);
    case 'KindProperty.values':
    case 'Control.kinds':
    case 'AdjacentPair.left':
    case 'AdjacentPair.right':
      return notYet(shared(scope, 'kind', CompletionItemKind.EnumMember), context);
    case 'Statement.refs':
      return controls(scope, context, 'state');
    case 'Profile.refs':
    case 'Focus.refs':
      return controls(scope, context, 'list');
    case 'Clause.values':
      return clauseValues(context, scope);
    case 'Flow.source':
    case 'Flow.target':
      return named('side');
    case 'Flow.protocol':
    case 'Flow.carrier':
    case 'Protocol.base':
      return protocols(scope);
    case 'Conduit.left':
    case 'Conduit.right':
      return named('zone');
    case 'Risk.on':
      return named('scope');
    case 'ModelProperty.values':
      return shared(scope, 'reference-model', CompletionItemKind.Struct);
    case 'Maps.framework':
      return [...shared(scope, 'framework', CompletionItemKind.Struct), ...catalogs(scope)];
    case 'Maps.values':
      return mapped(scope, context);
    case 'RuleSetting.code':
    case 'Allow.code':
      return rules(scope, context, rule === 'Allow');
    case 'RuleSetting.severity':
      return words(SEVERITIES);
    case 'Levels.uniform':
    case 'LevelEntry.level':
      return securityLevels(context);
    case 'LevelEntry.fr':
      return requirementGroups(context);
    case 'BoundaryItem.side':
      return words(['logical', 'physical']);
    case 'Port.transport':
      return words(TRANSPORTS);
    case 'Rating.values':
      return ranks(scope, context);
    case 'Property.values':
      return propertyValues(context, scope);
    default:
      return [];
  }
}

function words(list: readonly string[]): Suggestion[] {
  return list.map((label, i) => ({
    label,
    kind: CompletionItemKind.Value,
    rank: i,
    meaning: VOCABULARY[label],
  }));
}

function elementsHere(
  scope: Scope,
  { before, qualifier, typed }: CompletionContext,
  wanted: Pick<Wanted, 'sort' | 'flag'>,
): Suggestion[] {
  return elements(scope, { ...wanted, qualifier, typed, except: before });
}

/** Suggestions without those that the list at the cursor has. */
function notYet(suggestions: readonly Suggestion[], { before }: CompletionContext): Suggestion[] {
  const list = new Set<string>();
  for (let i = before.length - 1; i > 0 && before[i] === ','; i -= 2) list.add(before[i - 1]!);
  return suggestions.filter(({ label }) => !list.has(label));
}

/** The word whose values stand at the cursor: right after it, or after a comma. */
function openWord({ before }: CompletionContext, among: readonly string[]): string | undefined {
  const at = before.findLastIndex((word) => among.includes(word));
  return at >= 0 && (at === before.length - 1 || before.at(-1) === ',') ? before[at] : undefined;
}

function clauseValues(context: CompletionContext, scope: Scope): Suggestion[] {
  switch (openWord(context, ['by', 'with', 'until', 'evidence', 'because'])) {
    case 'by':
      return context.before.some((word) => word.startsWith('accept'))
        ? []
        : elementsHere(scope, context, { sort: 'asset' });
    case 'with':
      return controls(scope, context, 'compensate');
    case 'until':
      return dates(scope.query.today);
    default:
      return [];
  }
}

/** The ends of this and the next quarters: the dates that plans are made to. */
function dates(today: string): Suggestion[] {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const quarter = Math.floor((month - 1) / 3);
  return [1, 2, 3, 4].map((ahead) => {
    const end = new Date(Date.UTC(year, (quarter + ahead) * 3, 0));
    return {
      label: end.toISOString().slice(0, 10),
      kind: CompletionItemKind.Value,
      rank: ahead,
      description: `end of Q${Math.floor(end.getUTCMonth() / 3) + 1} ${end.getUTCFullYear()}`,
    };
  });
}

const PROPERTY_WORDS: Record<string, readonly string[]> = {
  criticality: CRITICALITIES,
  safety: ['yes', 'no'],
  class: COMPONENT_CLASSES,
  'alternate-class': COMPONENT_CLASSES,
  classes: COMPONENT_CLASSES,
  applies: ['zone', 'conduit', 'asset'],
  authentication: PROTECTIONS,
  encryption: PROTECTIONS,
  integrity: PROTECTIONS,
};

const PROPERTY_NAMES = [
  ...Object.keys(PROPERTY_WORDS),
  ...['via', 'baseline', 'mitigated-by', 'secured-by', 'flags', 'network'],
];

function propertyValues(context: CompletionContext, scope: Scope): Suggestion[] {
  const block = context.blocks.at(-1)?.word;
  const name = openWord(context, PROPERTY_NAMES);
  switch (name) {
    case undefined:
      return [];
    case 'via':
      return elementsHere(scope, context, { sort: 'asset', flag: 'boundary' });
    case 'baseline':
      return notYet(catalogs(scope), context);
    case 'mitigated-by':
      return controls(scope, context, 'list');
    case 'secured-by':
      return protocols(scope);
    case 'flags':
      return notYet(words(block === 'kind' ? KIND_FLAGS : ASSET_FLAGS), context);
    case 'network':
      return block === 'protocol' ? words(['yes', 'no']) : [];
    default:
      return notYet(words(PROPERTY_WORDS[name] ?? []), context);
  }
}

const catalogs = (scope: Scope): Suggestion[] => shared(scope, 'catalog', CompletionItemKind.Struct);

/** Protocols with what they protect: the choice between two is often that. */
function protocols(scope: Scope): Suggestion[] {
  return shared(scope, 'protocol', CompletionItemKind.Method).map((item) => {
    const offer = scope.query.first(keys.shared('protocol', item.label));
    const protocol = offer?.entry.unit.protocols[offer.index];
    const port = protocol?.ports[0] && `${protocol.ports[0].transport} ${protocol.ports[0].port}`;
    return { ...item, description: port || (protocol && !protocol.network ? 'no network' : undefined) };
  });
}

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
  const model = modelOf(query, modelName);
  const order = ({ flags, rank }: ZoneKind) => (flags.includes('external') ? Number.NEGATIVE_INFINITY : rank);
  return model ? [...kindsOf(model)].sort((a, b) => order(b) - order(a)) : [];
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
function purdueLevels(scope: Scope, { before, blocks }: CompletionContext): Suggestion[] {
  const words = before.includes(':') ? before : (blocks.at(-1)?.header ?? []);
  const kind = words[words.lastIndexOf(':') + 1];
  const own = sortedKinds(scope).find(({ name }) => name === kind)?.levels ?? [];
  return Object.entries(PURDUE_LEVELS).map(([label, title]) => ({
    label,
    title,
    kind: CompletionItemKind.Value,
    rank: Number(label) + (own.includes(Number(label)) ? 0 : 10),
  }));
}

function securityLevels({ before, blocks }: CompletionContext): Suggestion[] {
  // In a vector a level stands after its FR; seven numbers alone need no help.
  const isVector = /^sl-[tc]$/.test(blocks.at(-1)?.word ?? '');
  if (isVector && !(FRS as readonly string[]).includes(before.at(-1) ?? '')) return [];
  return SECURITY_LEVELS.map((title, level) => ({
    label: String(level),
    title,
    kind: CompletionItemKind.Value,
    rank: level === 0 ? 9 : level,
  }));
}

function requirementGroups({ before }: CompletionContext): Suggestion[] {
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

function ranks({ query, system }: Scope, { before, blocks }: CompletionContext): Suggestion[] {
  // A matrix declares the words that a risk uses.
  if (blocks.at(-1)?.word === 'risk-matrix') return [];
  const word = openWord({ before } as CompletionContext, ['likelihood', 'impact']) as 'likelihood' | 'impact';
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
  const name = before[before.lastIndexOf('maps') + 1];
  if (!name || (before.at(-1) !== name && before.at(-1) !== ',')) return [];
  const framework = query.shared('framework', name);
  const catalog = query.shared('catalog', name);
  const items =
    framework?.entry.unit.frameworks[framework.index]?.items ??
    catalog?.entry.unit.catalogs[catalog.index]?.controls ??
    [];
  return items.flatMap(({ id, title }, i) =>
    before.includes(`"${id}"`)
      ? []
      : [{ label: id, title, kind: CompletionItemKind.Reference, rank: i, insert: { text: `"${id}"` } }],
  );
}
