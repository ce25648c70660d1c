import { meaningOf, suggestions } from '../analysis/references.ts';
import { systemModel } from '../analysis/settings.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { otherSystemFixes } from '../fixes/other-system.ts';
import type { Reference, Sort } from '../model/reference.ts';
import { nearest } from '../text/closest.ts';
import { listAnd, withArticle } from '../text/words.ts';
import { defineRule, type RuleContext } from './frame/rule.ts';
import { subjectAt } from './frame/subjects.ts';
import { otherSystemOf } from './shared/other-systems.ts';

/** What is looked for, and where it would be declared. */
const SOUGHT: Record<Sort, { noun: string; where: string }> = {
  zone: { noun: 'zone', where: 'Declare it, or name one that exists' },
  asset: { noun: 'asset', where: 'Declare it in its zone, or name one that exists' },
  side: { noun: 'asset or zone', where: 'Declare it, or name one that exists' },
  scope: { noun: 'zone or conduit', where: 'Declare it, or name one that exists' },
  kind: { noun: 'kind of zone', where: 'Use a kind of the reference model' },
  'model-kind': { noun: 'kind of zone', where: 'Use a kind of a reference model' },
  'asset-type': { noun: 'asset type', where: "Use a type of the library, or declare it with 'asset-type'" },
  protocol: { noun: 'protocol', where: "Use a protocol of the library, or declare it with 'protocol'" },
  control: { noun: 'control or profile', where: 'Name a requirement such as SR 1.1, or declare a profile' },
  'reference-model': { noun: 'reference model', where: 'The library has five-zones and purdue' },
  catalog: { noun: 'catalogue', where: 'The library has iec62443-3-3, iec62443-4-2 and site-protection' },
  rule: { noun: 'rule', where: 'Use the code that the finding shows' },
  likelihood: { noun: 'likelihood', where: 'Use a likelihood of the risk matrix' },
  impact: { noun: 'impact', where: 'Use an impact of the risk matrix' },
  framework: { noun: 'framework or catalogue', where: 'The library has attack, csf, csf2 and iec62443-3-3' },
};

export const unresolvedReference = defineRule({
  code: 'unresolved-reference',
  title: 'Unresolved reference',
  group: 'names',
  severity: 'error',
  clauses: [],
  messages: {
    unknown: "There is no {noun} '{name}'. {where}.",
    near: "There is no {noun} '{name}'; did you mean {guesses}?",
    otherSort: "'{name}' is {found}, and {wanted} is due here: name one of those.",
    otherSystem:
      "There is no {noun} '{name}' in system '{system}', but system '{other}' has a zone of that name: begin this file with 'system {other}' if it belongs to that, or write '{other}.{name}'.",
    otherModel:
      "'{name}' is a kind of {other}, and this system uses {model}: use one of its kinds, or set 'reference-model {other}'.",
    pointer: '{name} only points to {targets}: name the one for the class of the component.',
    noTarget: 'The catalogue has no requirement {name} ({because}): take it out, or name another.',
  },
  checks: {
    reference(reference, context, report) {
      const { entry, query, ruleCodes } = context;
      const meaning = meaningOf(query, entry, reference, ruleCodes);
      if (meaning.kind !== 'none' || isSuspected(query, context, reference)) return;
      const { sort, text: name, at } = reference;
      const { noun, where } = SOUGHT[sort];
      const details = { at, subject: subjectAt(entry.unit, reference) };
      if (meaning.other) {
        const found = withArticle(meaning.other.sort);
        report('otherSort', { name, found, wanted: withArticle(noun) }, details);
        return;
      }
      const system = otherSystemOf(query, entry, reference);
      if (system) {
        const fixes = () => otherSystemFixes(query, entry, reference, system);
        report('otherSystem', { noun, name, system: entry.system, other: system }, { ...details, fixes });
        return;
      }
      const pointer = sort === 'control' ? pointerOf(query, name) : undefined;
      if (pointer && pointer.to.length === 0) {
        report('noTarget', { name, because: pointer.because ?? 'the standard leaves the number out' }, details);
        return;
      }
      const other = sort === 'kind' ? otherModelOf(query, name) : undefined;
      if (other) {
        report('otherModel', { name, other, model: systemModel(query, entry.system).name }, details);
        return;
      }
      const guesses = pointer?.to ?? nearest(name, suggestions(query, entry, reference, ruleCodes), 3);
      const fixes = () =>
        guesses.map((guess) => ({
          title: `Change to '${guess}'`,
          edits: [{ kind: 'replace', at, text: guess } as const],
          preferred: guesses.length === 1,
        }));
      if (pointer) report('pointer', { name, targets: listAnd(pointer.to) }, { ...details, fixes });
      else if (guesses.length > 0)
        report(
          'near',
          { noun, name, guesses: guesses.map((guess) => `'${guess}'`).join(' or ') },
          { ...details, fixes },
        );
      else report('unknown', { noun, name, where }, details);
    },
  },
});

/** A name that a text with syntax errors seems to declare: its fault is the syntax error. */
function isSuspected(query: Query, { entry }: RuleContext, { text }: Reference): boolean {
  const name = text.slice(text.lastIndexOf('.') + 1);
  return query.first(keys.suspected(entry.system, name)) !== undefined;
}

const pointerOf = (query: Query, name: string) => query.shared('pointer', name)?.value;

const otherModelOf = (query: Query, kind: string): string | undefined => query.shared('kind', kind)?.value.model;
