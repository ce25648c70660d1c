import { CompletionItemKind } from 'vscode-languageserver';
import { assetTypeOf, typeLine } from '../../core/analysis/focus.ts';
import { catalogOf, settingsOf } from '../../core/analysis/settings.ts';
import { isMet } from '../../core/analysis/status.ts';
import { kindOf, postureOfConduit, postureOfZone } from '../../core/analysis/zone-facts.ts';
import { type Control, normaliseRequirement } from '../../core/catalogue/control.ts';
import { FRS } from '../../core/model/levels.ts';
import type { CompletionContext } from './context.ts';
import type { Scope } from './scope.ts';
import { type Suggestion, shared } from './values.ts';

/** Asset types, those at home in the zone at the cursor first. */
export function assetTypes(scope: Scope): Suggestion[] {
  const { view, zone } = scope;
  const kind = zone && kindOf(view, zone)?.name;
  return shared(scope, 'asset-type', CompletionItemKind.Class).map((item) => {
    const line = typeLine(view, item.label).flatMap((name) => assetTypeOf(view, name)?.type ?? []);
    const kinds = line.find((type) => type.kinds.length > 0)?.kinds.map(({ text }) => text) ?? [];
    const level = line.find((type) => type.levels.length > 0)?.levels[0];
    const isHome = kind === undefined || kinds.includes(kind);
    return {
      ...item,
      rank: item.rank + (isHome ? 0 : 100),
      detail: [item.detail, level !== undefined && `level ${level}`].filter(Boolean).join(' · '),
    };
  });
}

/**
 * Controls that can be stated at the cursor. First those that the zone or conduit still misses, then the others
 * that its SL-T requires, then the rest of the baseline, profiles, and further catalogues.
 */
export function controls(scope: Scope, { blocks, before }: CompletionContext): Suggestion[] {
  const { view, system, zone, conduit } = scope;
  const posture = conduit ? postureOfConduit(view, conduit) : zone && postureOfZone(view, zone);
  const required = new Set(posture?.required?.map(({ control }) => control.id));
  const stated = new Set(before.map(normaliseRequirement));
  const inAsset = blocks.at(-1)?.word === 'asset';
  const suggestions = new Map<string, Suggestion>();
  const add = (control: Control, rank: number, state: string) => {
    if (suggestions.has(control.id) || stated.has(control.id)) return;
    suggestions.set(control.id, controlItem(control, rank, state));
  };
  if (!inAsset) {
    for (const { control } of settingsOf(view, system).baseline) {
      const isMissing = required.has(control.id) && !isMet(posture!.statuses.of(control.id));
      if (isMissing) add(control, 0, 'missing here');
      else if (required.has(control.id)) add(control, 30, 'met here');
      else add(control, 20, posture?.required ? 'not required here' : '');
    }
  }
  for (const profile of shared(scope, 'profile', CompletionItemKind.Module)) {
    if (!stated.has(profile.label))
      suggestions.set(profile.label, { ...profile, rank: 10, detail: `profile · ${profile.detail ?? ''}` });
  }
  for (const name of catalogNames(scope, inAsset)) {
    for (const control of catalogOf(view, name)?.controls ?? []) {
      if (control.applies.includes('asset') === inAsset) add(control, inAsset ? 5 : 40, '');
    }
  }
  return [...suggestions.values()];
}

/** Further catalogues: the workspace's own, and of the library those that can be asked of what stands at the cursor. */
function catalogNames(scope: Scope, inAsset: boolean): string[] {
  const all = shared(scope, 'catalog', CompletionItemKind.Struct).map(({ label }) => label);
  return all.filter((name) => {
    const first = catalogOf(scope.view, name)?.controls[0];
    return first !== undefined && first.applies.includes('asset') === inAsset;
  });
}

function controlItem(control: Control, rank: number, state: string): Suggestion {
  const fr = (FRS as readonly string[]).includes(control.group) ? control.group : undefined;
  const facts = [control.title, control.level !== undefined && `SL ${control.level}`, fr, state];
  return {
    label: control.id,
    kind: CompletionItemKind.Constant,
    detail: facts.filter(Boolean).join(' · '),
    rank,
    resolve: { sort: 'control', name: control.id },
  };
}
