import { CompletionItemKind } from 'vscode-languageserver';
import { isMet, isPending, type Status } from '../../core/analysis/status.ts';
import type { Said } from '../../core/engine/said.ts';
import { type Control, normaliseRequirement } from '../../core/model/control.ts';
import { elementAt, systemNamed } from '../../core/plant/index.ts';
import { catalogNamed, given, givenList, typeNamed } from '../../core/plant/library.ts';
import { normaliseName } from '../../core/text/names.ts';
import { FIRST_WORDS, type Keyword } from '../../language/syntax/words.generated.ts';
import { sharedNames } from './declared-names.ts';
import type { Scope } from './scope.ts';
import type { Suggestion } from './suggestion.ts';
import type { CompletionContext } from './surroundings.ts';

/** Asset types, those at home in the zone at the cursor first. */
export function assetTypes(scope: Scope): Suggestion[] {
  const { query, zone } = scope;
  const kind = zone && elementAt(query, zone).kind?.name;
  return sharedNames(scope, 'asset-type', CompletionItemKind.Class).map((item) => {
    const { chain } = typeNamed(query, item.label);
    const kinds = givenList(chain, (type) => type.kinds);
    const [level] = givenList(chain, (type) => type.levels);
    const isHome = kind === undefined || kinds.some(({ text }) => text === kind);
    return {
      ...item,
      rank: item.rank + (isHome ? 0 : 100),
      description: level === undefined ? undefined : `level ${level}`,
    };
  });
}

/** What a control is wanted for: a statement, the other side of a compensation, or a list of controls by itself. */
export type Use = 'state' | 'compensate' | 'list';

/**
 * Controls and profiles for the cursor, without those that its block states already. In a zone or conduit first those
 * it still misses (for a compensation: those that are met), then the others it needs, then the rest.
 */
export function controls(scope: Scope, context: CompletionContext, use: Use): Suggestion[] {
  const taken = takenBy(context, use);
  const inAsset = context.blocks.at(-1)?.word === 'asset';
  const found = inAsset ? componentControls(scope, context, use) : systemControls(scope, use);
  const profiles = sharedNames(scope, 'profile', CompletionItemKind.Module).map((profile) => ({
    ...profile,
    rank: 10,
    description: 'profile',
  }));
  return [...found, ...profiles].filter(({ label }) => !taken.has(label));
}

const CLAUSE_WORDS: ReadonlySet<string> = new Set(FIRST_WORDS.Clause);

/** Controls that are not worth offering again: those of the list at the cursor, or of the block's statements. */
function takenBy({ statements, before }: CompletionContext, use: Use): Set<string> {
  const words = use === 'state' ? statements.flatMap(ofStatement) : before;
  return new Set(words.map(normaliseRequirement));
}

/** Controls of the baseline as they stand in the zone or conduit at the cursor, then those of further catalogues. */
function systemControls(scope: Scope, use: Use): Suggestion[] {
  const { query, system, zone, conduit } = scope;
  const ref = use === 'list' ? undefined : (conduit ?? zone);
  const element = ref && elementAt(query, ref);
  const required = element?.posture.required?.all;
  const ids = new Set(required?.map(({ control }) => control.id));
  const suggestions = new Map<string, Suggestion>();
  for (const { control } of systemNamed(query, system).baseline) {
    const status = element?.stated.statusOf(control.id) ?? 'none';
    const rank = rankOf(status, ids.has(control.id), use);
    const state = required || isMet(status) ? stateOf(status, ids.has(control.id)) : undefined;
    suggestions.set(control.id, controlItem(control, rank, state));
  }
  for (const control of furtherControls(scope, false)) {
    if (!suggestions.has(control.id)) suggestions.set(control.id, controlItem(control, 40));
  }
  return [...suggestions.values()];
}

function rankOf(status: Status, isRequired: boolean, use: Use): number {
  // What compensates must be met itself.
  if (use === 'compensate') return isMet(status) ? 0 : 20;
  if (!isRequired) return isMet(status) ? 35 : 20;
  return isMet(status) ? 30 : isPending(status) ? 5 : 0;
}

function stateOf(status: Status, isRequired: boolean): string {
  if (isMet(status)) return 'met';
  if (!isRequired) return 'not required';
  return isPending(status) ? status : 'missing';
}

/** Component requirements for the class of the asset at the cursor first, of them those that meet what its zone misses. */
function componentControls(scope: Scope, { blocks, statements }: CompletionContext, use: Use): Suggestion[] {
  const { query, zone } = scope;
  const header = blocks.at(-1)?.header ?? [];
  const type = header[header.findLastIndex(({ text }) => text === ':') + 1]?.text;
  const chain = type ? typeNamed(query, normaliseName(type)).chain : [];
  const classes = [given(chain, (each) => each.class), given(chain, (each) => each.alternateClass)];
  const required = zone && elementAt(query, zone).posture.required;
  const unmet = new Set(required?.unmet.map(({ control }) => control.id));
  // What compensates must be met itself.
  const met = use === 'compensate' ? metBy(statements) : new Set<string>();
  return furtherControls(scope, true).map((control) => {
    if (met.has(control.id)) return controlItem(control, -1, 'met');
    const fits =
      control.classes.length === 0 || control.classes.some((each) => classes.includes(each)) || chain.length === 0;
    const meets = control.maps.flatMap(({ ids }) => ids.map(({ value }) => value)).find((id) => unmet.has(id));
    if (!fits) return controlItem(control, 60, `for ${control.classes.join(', ')}`);
    return controlItem(control, meets ? 0 : 5, meets && `meets ${meets}`);
  });
}

/** The controls that statements say are met. */
function metBy(statements: CompletionContext['statements']): Set<string> {
  const meeting = statements.filter(([verb]) => verb === ('implements' satisfies Keyword));
  return new Set(meeting.flatMap(ofStatement).map(normaliseRequirement));
}

/** The controls that a statement is about, with its verb. */
function ofStatement(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => CLAUSE_WORDS.has(word));
  return end < 0 ? words : words.slice(0, end);
}

/** The controls of catalogues that can be required of an asset, or of a zone or conduit. */
function furtherControls(scope: Scope, ofAssets: boolean): Control[] {
  const names = sharedNames(scope, 'catalog', CompletionItemKind.Struct).map(({ label }) => label);
  const all = names.flatMap((name) => catalogNamed(scope.query, name)?.controls ?? []);
  const known = new Map(all.map((control) => [control.id, control]));
  return [...known.values()].filter(({ applies }) => applies.includes('asset') === ofAssets);
}

function controlItem(control: Said<Control>, rank: number, state?: string): Suggestion {
  return {
    label: control.id,
    title: control.title,
    kind: CompletionItemKind.Constant,
    badge: [state, control.level !== undefined && `SL ${control.level}`].filter(Boolean).join(' · '),
    rank,
    documented: { sort: 'control', name: control.id },
  };
}
