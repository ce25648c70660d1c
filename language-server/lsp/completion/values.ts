import { CompletionItemKind } from 'vscode-languageserver';
import { riskScales } from '../../core/analysis/risk.ts';
import { kindsOf, modelOf } from '../../core/analysis/settings.ts';
import { ASSET_FLAGS } from '../../core/catalogue/asset-type.ts';
import { COMPONENT_CLASSES } from '../../core/catalogue/control.ts';
import { PROTECTIONS } from '../../core/catalogue/protocol.ts';
import { KIND_FLAGS } from '../../core/catalogue/reference-model.ts';
import type { OfferSort } from '../../core/engine/contributions.ts';
import { FR_TITLES, FRS } from '../../core/model/levels.ts';
import { SEVERITIES } from '../../core/model/system.ts';
import { CRITICALITIES } from '../../core/model/zone.ts';
import { RULES } from '../../core/rules/index.ts';
import { assetTypes, controls } from './catalogue.ts';
import type { CompletionContext, Expected } from './context.ts';
import { elements } from './elements.ts';
import type { Scope } from './scope.ts';

export interface Suggestion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Lower comes first. */
  readonly rank: number;
  readonly detail?: string;
  readonly insert?: string;
  /** What to document when the item is looked at. */
  readonly resolve?: { readonly sort: OfferSort; readonly name: string };
}

type Value = Extract<Expected, { kind: 'value' }>;

/** The names and words that fit a property of the grammar at the cursor. */
export function suggestionsFor({ rule, property }: Value, context: CompletionContext, scope: Scope): Suggestion[] {
  switch (`${rule}.${property}`) {
    case 'Asset.type':
    case 'AssetType.base':
    case 'Focus.types':
      return assetTypes(scope);
    case 'Zone.kind':
      return kinds(scope);
    case 'KindProperty.values':
    case 'Control.kinds':
    case 'AdjacentPair.left':
    case 'AdjacentPair.right':
      return shared(scope, 'kind', CompletionItemKind.EnumMember);
    case 'Statement.refs':
      return controls(scope, context);
    case 'Profile.refs':
    case 'Focus.refs':
      return controls({ ...scope, zone: undefined, conduit: undefined }, context);
    case 'Clause.values':
      return clauseValues(context, scope);
    case 'Flow.source':
    case 'Flow.target':
      return elements(scope, ['asset', 'zone']);
    case 'Flow.protocol':
    case 'Flow.carrier':
    case 'Protocol.base':
      return shared(scope, 'protocol', CompletionItemKind.Method);
    case 'Conduit.left':
    case 'Conduit.right':
      return elements(scope, ['zone']).filter(({ label }) => !context.before.includes(label));
    case 'Risk.on':
      return elements(scope, ['zone', 'conduit']);
    case 'ModelProperty.values':
      return shared(scope, 'reference-model', CompletionItemKind.Struct);
    case 'Maps.framework':
      return shared(scope, 'framework', CompletionItemKind.Struct);
    case 'RuleSetting.code':
    case 'Allow.code':
      return RULES.map(({ code, title }, i) => ({
        label: code,
        detail: title,
        kind: CompletionItemKind.Value,
        rank: i,
      }));
    case 'RuleSetting.severity':
      return words(SEVERITIES);
    case 'LevelEntry.fr':
      return FRS.map((fr, i) => ({
        label: fr,
        detail: FR_TITLES[fr],
        kind: CompletionItemKind.EnumMember,
        rank: i,
        insert: `${fr} `,
      }));
    case 'BoundaryItem.side':
      return words(['logical', 'physical']);
    case 'Port.transport':
      return words(['tcp', 'udp']);
    case 'Rating.values':
      return words(riskScales(scope.view, scope.system)[context.before.includes('impact') ? 'impact' : 'likelihood']);
    case 'Property.values':
      return propertyValues(context, scope);
    default:
      return [];
  }
}

function words(list: readonly string[]): Suggestion[] {
  return list.map((label, i) => ({ label, kind: CompletionItemKind.Value, rank: i }));
}

/** The last of these words before the cursor decides what its values are. */
function lastOf(before: readonly string[], among: readonly string[]): string | undefined {
  return before.findLast((word) => among.includes(word));
}

function clauseValues(context: CompletionContext, scope: Scope): Suggestion[] {
  switch (lastOf(context.before, ['by', 'with', 'until', 'evidence', 'because'])) {
    case 'by':
      return elements(scope, ['asset']);
    case 'with':
      return controls(scope, context);
    case 'until':
      return dates(scope.view.today);
    default:
      return [];
  }
}

/** The ends of this and the next quarters: the dates that plans are made to. */
function dates(today: string): Suggestion[] {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const quarter = Math.floor((month - 1) / 3);
  return [1, 2, 3, 4].map((ahead) => {
    const end = new Date(Date.UTC(year, (quarter + ahead) * 3, 0)).toISOString().slice(0, 10);
    return { label: end, kind: CompletionItemKind.Value, rank: ahead, detail: 'end of a quarter' };
  });
}

const PROPERTY_WORDS: Record<string, readonly string[]> = {
  criticality: CRITICALITIES,
  safety: ['yes', 'no'],
  network: ['yes', 'no'],
  class: COMPONENT_CLASSES,
  'alternate-class': COMPONENT_CLASSES,
  classes: COMPONENT_CLASSES,
  applies: ['zone', 'conduit', 'asset'],
  authentication: PROTECTIONS,
  encryption: PROTECTIONS,
  integrity: PROTECTIONS,
};

const PROPERTY_NAMES = [...Object.keys(PROPERTY_WORDS), 'via', 'baseline', 'mitigated-by', 'secured-by', 'flags'];

function propertyValues(context: CompletionContext, scope: Scope): Suggestion[] {
  const name = lastOf(context.before, PROPERTY_NAMES);
  // Only the property right at the cursor counts, not one whose values are complete.
  const at = name === undefined ? -1 : context.before.lastIndexOf(name);
  const isOpen = at === context.before.length - 1 || context.before.at(-1) === ',';
  if (name === undefined || !isOpen) return [];
  switch (name) {
    case 'via':
      return elements(scope, ['asset'], 'boundary');
    case 'baseline':
      return shared(scope, 'catalog', CompletionItemKind.Struct);
    case 'mitigated-by':
      return controls(scope, context);
    case 'secured-by':
      return shared(scope, 'protocol', CompletionItemKind.Method);
    case 'flags':
      return words(context.blocks.at(-1)?.word === 'kind' ? KIND_FLAGS : ASSET_FLAGS);
    case 'network':
      return context.blocks.at(-1)?.word === 'protocol' ? words(['yes', 'no']) : [];
    default:
      return words(PROPERTY_WORDS[name] ?? []);
  }
}

function kinds({ view, modelName }: Scope): Suggestion[] {
  const model = modelOf(view, modelName);
  if (!model) return [];
  return [...kindsOf(model)]
    .sort((a, b) => b.rank - a.rank)
    .map(({ name, title, levels }, i) => ({
      label: name,
      kind: CompletionItemKind.EnumMember,
      detail: `${title ?? ''}${levels.length > 0 ? ` · level ${levels.join(', ')}` : ''}`,
      rank: i,
      resolve: { sort: 'kind', name },
    }));
}

/** Everything declared in a shared space: the workspace's own first, then the library's. */
export function shared({ workspace, view }: Scope, sort: OfferSort, kind: CompletionItemKind): Suggestion[] {
  const own: Suggestion[] = [];
  for (const entry of workspace.world.entries()) {
    if (entry.library) continue;
    const { unit } = entry;
    const items =
      {
        protocol: unit.protocols,
        'reference-model': unit.models,
        catalog: unit.catalogs,
        framework: unit.frameworks,
        profile: unit.profiles,
        'asset-type': unit.assetTypes,
      }[sort as string] ?? [];
    for (const { name, title } of items)
      own.push({ label: name.value, detail: title?.value, kind, rank: 0, resolve: { sort, name: name.value } });
  }
  const library = view.libraryNames(sort).map((name, i) => ({
    label: name,
    kind,
    rank: 10 + i / 1000,
    detail: titleIn(view, sort, name),
    resolve: { sort, name },
  }));
  return [...own, ...library];
}

function titleIn(view: Scope['view'], sort: OfferSort, name: string): string | undefined {
  const offer = view.first(`${sort} ${name}`);
  if (!offer) return undefined;
  const { unit } = offer.entry;
  switch (sort) {
    case 'protocol':
      return unit.protocols[offer.index]?.title?.value;
    case 'kind':
      return unit.models[offer.index]?.kinds[offer.inner]?.title;
    case 'asset-type':
      return unit.assetTypes[offer.index]?.title?.value;
    case 'catalog':
      return unit.catalogs[offer.index]?.title?.value;
    case 'reference-model':
      return unit.models[offer.index]?.title?.value;
    default:
      return undefined;
  }
}
