import type { OpenControls } from '../analysis/baseline.ts';
import { topicsOfControls } from '../analysis/focus.ts';
import { type Posture, postureOfConduit, postureOfZone } from '../analysis/posture.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { conduitOf, type ElementRef, type ZoneRef, zoneOf } from '../engine/element.ts';
import type { Query } from '../engine/query.ts';
import type { Fix } from '../fixes/fix.ts';
import { DATE_PLACEHOLDER, placeholder } from '../fixes/placeholder.ts';
import { spokenOf, stateEdits } from '../fixes/state-controls.ts';
import type { Place } from '../model/reference.ts';
import { abridge, countOf, listAnd } from '../text/words.ts';
import { defineRule, type Report } from './frame/rule.ts';

const messages = {
  zone: "Zone '{name}' misses {count} of {fr} (SL-A {achieved}, SL-T {target}): {controls}. Implement {them}, or state why not (plans, compensates, excludes, accepts).",
  zoneTopics:
    "Zone '{name}' misses {count} of {fr} (SL-A {achieved}, SL-T {target}): {controls}. The reference model asks for {topics} here before all else. Implement {them}, or state why not (plans, compensates, excludes, accepts).",
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
  // It asks how everything stands, its group for single controls.
  apart: true,
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 5.12', 'IEC 62443-3-3'],
  messages,
  checks: {
    zone(ref, { query }, report) {
      const posture = postureOfZone(query, ref);
      if (isExternal(query, ref)) return;
      const topicsOf = (ids: readonly string[]) => topicsOfControls(query, ref, ids);
      reportEach(report, 'zone', ref, zoneOf(ref).name, posture, reportedOpen(query, ref), topicsOf);
    },
    conduit(ref, { query }, report) {
      const { name, slT } = conduitOf(ref);
      if (!slT) return;
      const posture = postureOfConduit(query, ref);
      reportEach(report, 'conduit', ref, name, posture, posture.open);
    },
  },
});

/** What is open in a zone, less what the findings of the zones around it list already. */
function reportedOpen(query: Query, ref: ZoneRef): readonly OpenControls[] {
  let { open } = postureOfZone(query, ref);
  for (let index = zoneOf(ref).parent; index >= 0; index = ref.entry.unit.zones[index]!.parent) {
    const outer = { ...ref, index };
    if (!isExternal(query, outer)) open = without(open, postureOfZone(query, outer).open);
  }
  return open;
}

function without(open: readonly OpenControls[], others: readonly OpenControls[]): OpenControls[] {
  return open.map((each, i) => {
    // Mostly both are asked for the same FRs.
    const other = others[i]?.group === each.group ? others[i] : others.find(({ group }) => group === each.group);
    if (!other || other.ids.length === 0 || each.ids.length === 0) return each;
    if (other === each) return { ...each, controls: [], ids: [] };
    const controls = each.controls.filter((item) => !other.controls.includes(item));
    return { ...each, controls, ids: controls.map(({ control }) => control.id) };
  });
}

function reportEach(
  report: Report<typeof messages>,
  sort: 'zone' | 'conduit',
  ref: ElementRef,
  name: { value: string; at: Place },
  { slA, slT }: Posture,
  open: readonly OpenControls[],
  topicsOf: (controls: readonly string[]) => readonly string[] = () => [],
): void {
  const subject = { sort, index: ref.index };
  for (const { group, fr, ids } of open) {
    if (ids.length === 0) continue;
    const topics = topicsOf(ids);
    const details = {
      at: name.at,
      subject,
      data: { controls: ids, fr: group, ...(slT && { slT }), ...(topics.length > 0 && { topics }) },
      fixes: () =>
        fixesFor(
          ref,
          group,
          ids,
          open.flatMap((each) => each.ids),
        ),
    };
    const common = {
      name: name.value,
      count: countOf(ids.length, 'control'),
      controls: abridge(ids, MOST_NAMED),
      them: ids.length === 1 ? 'it' : 'them',
    };
    if (fr < 0) report('other', { ...common, element: sort === 'zone' ? 'Zone' : 'Conduit', catalog: group }, details);
    else {
      const values = { ...common, fr: group, achieved: slA[fr]!, target: slT![fr]! };
      if (topics.length === 0) report(sort, values, details);
      else report('zoneTopics', { ...values, topics: listAnd(topics.map((topic) => `'${topic}'`)) }, details);
    }
  }
}

function fixesFor(element: ElementRef, group: string, controls: readonly string[], all: readonly string[]): Fix[] {
  // That something is met only its author can say: what is preferred claims no more than that it is open.
  const state = (verb: 'implements' | 'plans', ids: readonly string[], what: string, preferred = false): Fix => {
    const does = `${verb === 'implements' ? 'Implement' : 'Plan'} ${what}`;
    // What has ended or does not hold is still what somebody has written: it goes by no key alone.
    const replaced = spokenOf(element, ids);
    return {
      title:
        replaced > 0 ? `${does}, in place of what is stated of ${ids.length > 1 ? `${replaced} of them` : 'it'}` : does,
      // A plan of many is worth a day.
      edits: stateEdits(
        element,
        verb,
        ids,
        verb === 'plans' && ids.length > 1 ? `until ${DATE_PLACEHOLDER}` : undefined,
      ),
      preferred: preferred && replaced === 0,
    };
  };
  const fixes: Fix[] = [];
  if (controls.length > 1) fixes.push(state('plans', controls, `all ${controls.length} of ${group}`, true));
  for (const id of controls) fixes.push(state('plans', [id], id, controls.length === 1));
  if (all.length > controls.length) fixes.push(state('plans', all, `all ${all.length} missing here`, true));
  for (const id of controls) fixes.push(state('implements', [id], id));
  if (controls.length > 1) fixes.push(state('implements', controls, `all ${controls.length} of ${group}`));
  if (all.length > controls.length) fixes.push(state('implements', all, `all ${all.length} missing here`));
  for (const id of controls) {
    fixes.push({
      title: `Exclude ${id} (give the reason)`,
      edits: stateEdits(element, 'excludes', [id], `because ${placeholder('why it does not apply here')}`),
    });
  }
  return fixes;
}
