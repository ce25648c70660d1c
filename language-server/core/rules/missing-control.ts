import { type Posture, postureOfConduit, postureOfZone } from '../analysis/posture.ts';
import type { BaselineControl } from '../analysis/settings.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { conduitOf, type ElementRef, type ZoneRef, zoneOf } from '../engine/entry.ts';
import { createMemo, type View } from '../engine/view.ts';
import { FRS } from '../model/levels.ts';
import type { Place } from '../model/reference.ts';
import type { Zone } from '../model/zone.ts';
import { abridge, countOf } from '../text/words.ts';
import type { Fix } from './fix.ts';
import { defineRule, type Report } from './rule.ts';
import { stateEdits } from './state.ts';

const messages = {
  zone: "Zone '{name}' misses {count} of {fr} (SL-A {achieved}, SL-T {target}): {controls}. Implement {them}, or state why not (plans, compensates, excludes, accepts).",
  conduit:
    "Conduit '{name}' misses {count} of {fr} (SL-A {achieved}, SL-T {target}): {controls}. Implement {them}, or state why not (plans, compensates, excludes, accepts).",
  other:
    "{element} '{name}' misses {count} of the catalogue {catalog}: {controls}. Implement {them}, or state why not (plans, compensates, excludes, accepts).",
};

/** One finding names at most this many controls; the rest stands in its data and its fixes. */
const MOST_NAMED = 6;

export const missingControl = defineRule({
  code: 'missing-control',
  title: 'Missing controls',
  group: 'requirements',
  severity: 'warning',
  clauses: ['IEC 62443-3-2 ZCR 5.12', 'IEC 62443-3-3'],
  messages,
  checks: {
    zone(ref, { view }, report) {
      const missing = reportedMissing(view, ref);
      const { name } = zoneOf(ref);
      if (missing.length > 0) reportByFr(report, 'zone', ref, name, postureOfZone(view, ref), missing);
    },
    conduit(ref, { view }, report) {
      const { name, slT } = conduitOf(ref);
      if (!slT) return;
      const posture = postureOfConduit(view, ref);
      reportByFr(report, 'conduit', ref, name, posture, posture.missing);
    },
  },
});

/** A zone's missing controls, less those that the findings of the zones around it list already. */
export function reportedMissing(view: View, ref: ZoneRef): readonly BaselineControl[] {
  if (isExternal(view, ref)) return [];
  const { missing } = postureOfZone(view, ref);
  const { parent } = zoneOf(ref);
  if (missing.length === 0 || parent < 0) return missing;
  const around = missingFrom(view, { entry: ref.entry, sort: 'zone', index: parent });
  return missing.filter((item) => !around.has(item));
}

const missingIn = createMemo<Zone, ReadonlySet<BaselineControl>>();

/** What a zone or those around it miss. The zones inside it ask for that as well. */
function missingFrom(view: View, ref: ZoneRef): ReadonlySet<BaselineControl> {
  return missingIn(view, zoneOf(ref), () => {
    const { parent } = zoneOf(ref);
    const found = new Set(parent < 0 ? [] : missingFrom(view, { ...ref, index: parent }));
    if (!isExternal(view, ref)) for (const item of postureOfZone(view, ref).missing) found.add(item);
    return found;
  });
}

function reportByFr(
  report: Report<typeof messages>,
  sort: 'zone' | 'conduit',
  ref: ElementRef,
  name: { value: string; at: Place },
  { slA, slT }: Posture,
  missing: readonly BaselineControl[],
): void {
  const subject = { sort, index: ref.index };
  const groups = new Map<string, BaselineControl[]>();
  for (const item of missing) {
    const group = item.fr < 0 ? item.control.catalog : FRS[item.fr]!;
    const others = groups.get(group);
    if (others) others.push(item);
    else groups.set(group, [item]);
  }
  for (const [group, items] of groups) {
    const controls = items.map(({ control }) => control.id);
    const fr = items[0]!.fr;
    const details = {
      at: name.at,
      subject,
      data: { controls, fr: group },
      fixes: () =>
        fixesFor(
          ref,
          group,
          controls,
          missing.map(({ control }) => control.id),
        ),
    };
    const common = {
      name: name.value,
      count: countOf(controls.length, 'control'),
      controls: abridge(controls, MOST_NAMED),
      them: controls.length === 1 ? 'it' : 'them',
    };
    if (fr < 0) report('other', { ...common, element: sort === 'zone' ? 'Zone' : 'Conduit', catalog: group }, details);
    else report(sort, { ...common, fr: group, achieved: slA[fr]!, target: slT![fr]! }, details);
  }
}

function fixesFor(element: ElementRef, group: string, controls: readonly string[], all: readonly string[]): Fix[] {
  const state = (verb: 'implements' | 'plans', ids: readonly string[], what: string, preferred = false): Fix => ({
    title: `${verb === 'implements' ? 'Implement' : 'Plan'} ${what}`,
    edits: stateEdits(element, verb, ids),
    preferred,
  });
  const fixes: Fix[] = [];
  if (controls.length > 1) fixes.push(state('implements', controls, `all ${controls.length} of ${group}`, true));
  for (const id of controls) fixes.push(state('implements', [id], id, controls.length === 1));
  if (controls.length > 1) fixes.push(state('plans', controls, `all ${controls.length} of ${group}`));
  for (const id of controls) fixes.push(state('plans', [id], id));
  if (all.length > controls.length) {
    fixes.push(
      state('implements', all, `all ${all.length} missing here`),
      state('plans', all, `all ${all.length} missing here`),
    );
  }
  for (const id of controls) {
    fixes.push({
      title: `Exclude ${id} (give the reason)`,
      edits: stateEdits(element, 'excludes', [id], 'because "not applicable: say why"'),
    });
  }
  return fixes;
}
