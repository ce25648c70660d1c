import { kindsOf } from '../analysis/kinds.ts';
import { meantNames } from '../analysis/meant-names.ts';
import { meaningOf } from '../analysis/references.ts';
import { systemModel } from '../analysis/settings.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import type { Fix } from '../fixes/fix.ts';
import { otherSystemFixes } from '../fixes/other-system.ts';
import { FRS } from '../model/levels.ts';
import type { Place, Reference, Sort } from '../model/reference.ts';
import { isName } from '../text/names.ts';
import { spellingOf } from '../text/spelling.ts';
import { abridge, listAnd, listOr, withArticle } from '../text/words.ts';
import { defineRule, type RuleContext, type Subject } from './frame/rule.ts';
import { subjectAt } from './frame/subjects.ts';
import { otherSystemOf } from './shared/other-systems.ts';
import { neighboursOf } from './shared/requirement-numbers.ts';

/** What is looked for, and where it would be declared. */
const SOUGHT: Record<Sort, { noun: string; where: string }> = {
  zone: { noun: 'zone', where: 'Declare it, or name one that exists' },
  asset: { noun: 'asset', where: 'Declare it in its zone, or name one that exists' },
  side: { noun: 'asset or zone', where: 'Declare it, or name one that exists' },
  risk: { noun: 'risk', where: 'Declare it, or name one that exists' },
  scope: { noun: 'zone or conduit', where: 'Declare it, or name one that exists' },
  kind: { noun: 'kind of zone', where: 'Use a kind of the reference model' },
  'model-kind': { noun: 'kind of zone', where: 'Use a kind of a reference model' },
  'asset-type': { noun: 'asset type', where: "Use a type of the library, or declare it with 'asset-type'" },
  protocol: { noun: 'protocol', where: "Use a protocol of the library, or declare it with 'protocol'" },
  control: { noun: 'control or profile', where: 'Name a requirement such as SR 1.1, or declare a profile' },
  means: {
    noun: 'control, profile or countermeasure',
    where: 'Name a requirement such as SR 1.1, or declare a profile or countermeasure',
  },
  policy: { noun: 'policy', where: "Declare it with 'policy', or put it in quotes if it is a text" },
  'threat-source': { noun: 'threat source', where: "Declare it with 'threat-source', or name one that exists" },
  'reference-model': { noun: 'reference model', where: 'The library has five-zones and purdue' },
  catalog: { noun: 'catalogue', where: 'The library has iec62443-3-3, iec62443-4-2 and site-protection' },
  rule: { noun: 'rule', where: 'Use the code that the finding shows' },
  likelihood: { noun: 'likelihood', where: 'Use a likelihood of the risk matrix' },
  impact: { noun: 'impact', where: 'Use an impact of the risk matrix' },
  row: { noun: 'likelihood', where: 'Name one of the likelihoods of this matrix' },
  revision: { noun: 'revision', where: "Write it with 'revision', or name one that is written here" },
  framework: { noun: 'framework or catalogue', where: 'The library has attack, csf, csf2 and iec62443-3-3' },
};

/** More names than this are no help in one line. */
const MOST_GUESSES = 3;

/** A model of one's own may have many kinds. */
const MOST_KINDS = 8;

export const unresolvedReference = defineRule({
  code: 'unresolved-reference',
  title: 'Unresolved reference',
  group: 'names',
  severity: 'error',
  basis: 'convention',
  clauses: [],
  messages: {
    unknown: "There is no {noun} '{name}'. {where}.",
    near: "There is no {noun} '{name}'; did you mean {guesses}?",
    otherSort: "'{name}' is {found}, and {wanted} is due here: name one of those.",
    unknownKind: "There is no kind of zone '{name}' in {model}: use one of its kinds ({kinds}).",
    nearKind: "There is no kind of zone '{name}' in {model} ({kinds}); did you mean {guesses}?",
    otherSystem:
      "There is no {noun} '{name}' in system '{system}', but system '{other}' has a zone of that name: begin this file with 'system {other}' if it belongs to that, or write '{other}.{name}'.",
    otherModel:
      "'{name}' is a kind of {other}, and this system uses {model}: use one of its kinds ({kinds}), or set 'reference-model {other}'.",
    pointer: '{name} only points to {targets}: name the one for the class of the component.',
    many: "A statement names each requirement, and '{name}' is none: list those that are meant, with commas, or list them in a profile and name that.",
    noneInGroup: "There is no requirement '{name}': those of {group} are {first} to {last}.",
    noEnhancement: "There is no requirement '{name}': {control} has no enhancement.",
    otherEnhancement: "There is no requirement '{name}': {control} has {enhancements}.",
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
      const pointer = namesControls(sort) ? pointerOf(query, name) : undefined;
      if (pointer && pointer.to.length === 0) {
        report('noTarget', { name, because: pointer.because ?? 'the standard leaves the number out' }, details);
        return;
      }
      if (pointer) {
        const fixes = () => changes(at, pointer.to);
        report('pointer', { name, targets: listAnd(pointer.to) }, { ...details, fixes });
        return;
      }
      const found = meantNames(query, entry, reference, ruleCodes);
      if (namesControls(sort) && saysMany(name)) {
        report('many', { name }, details);
        return;
      }
      const neighbours = namesControls(sort) ? neighboursOf(query, name) : undefined;
      if (neighbours?.kind === 'group') {
        const { group, first, last } = neighbours;
        report('noneInGroup', { name, group, first, last }, details);
        return;
      }
      if (neighbours) {
        const { control, enhancements } = neighbours;
        if (enhancements.length === 0) report('noEnhancement', { name, control }, details);
        else report('otherEnhancement', { name, control, enhancements: listAnd(enhancements) }, details);
        return;
      }
      const meant = found.filter((guess) => !namesControls(sort) || fits(query, name, guess, details.subject));
      meant.splice(MOST_GUESSES);
      const guesses = listOr(meant.map((guess) => `'${guess}'`));
      const { name: model, model: known } = systemModel(query, entry.system);
      if (sort === 'kind' && known) {
        const names = kindsOf(known).map((kind) => kind.name);
        const kinds = abridge(names, MOST_KINDS);
        const other = otherModelOf(query, name);
        const fixes = () => changes(at, meant.length > 0 ? meant : names.slice(0, MOST_KINDS));
        if (other) report('otherModel', { name, other, model, kinds }, { ...details, fixes });
        else if (meant.length > 0) report('nearKind', { name, model, kinds, guesses }, { ...details, fixes });
        else report('unknownKind', { name, model, kinds }, { ...details, fixes });
        return;
      }
      const fixes = () => [...changes(at, meant), ...declaring(sort, name), ...quoting(reference)];
      if (meant.length > 0) report('near', { noun, name, guesses }, { ...details, fixes });
      else report('unknown', { noun, name, where }, { ...details, fixes });
    },
  },
});

const changes = (at: Place, names: readonly string[]): Fix[] =>
  names.map((name) => ({
    title: `Change to '${name}'`,
    edits: [{ kind: 'replace', at, text: name }],
    preferred: names.length === 1,
  }));

/** What can be declared by its name alone. */
const DECLARABLE: ReadonlySet<Sort> = new Set(['asset-type', 'protocol', 'policy', 'threat-source']);

const namesControls = (sort: Sort): boolean => sort === 'control' || sort === 'means';

/** Declares the name after the declaration that uses it, for when none of those that exist is meant. */
function declaring(sort: Sort, name: string): Fix[] {
  if (!DECLARABLE.has(sort) || !isName(name)) return [];
  const head = `${sort} ${name}`;
  return [{ title: `Declare ${sort} '${name}'`, edits: [{ kind: 'declare', head, members: [] }] }];
}

/** Where a text may stand instead, the name may be one. */
function quoting({ sort, text, at }: Reference): Fix[] {
  return sort === 'policy'
    ? [{ title: `Put ${text} in quotes`, edits: [{ kind: 'replace', at, text: `"${text}"` }] }]
    : [];
}

/** A name that a text with syntax errors seems to declare: its fault is the syntax error. */
function isSuspected(query: Query, { entry }: RuleContext, { text }: Reference): boolean {
  const name = text.slice(text.lastIndexOf('.') + 1);
  return query.first(keys.suspected(entry.system, name)) !== undefined;
}

/** True for a word that stands for many requirements, such as all of an FR. */
const saysMany = (name: string): boolean =>
  (FRS as readonly string[]).includes(name) ||
  /^(?:all|every|any|everything|FR-?[1-7]|(?:S|C)R-?\d*|SL-?[0-4])$/i.test(name);

/**
 * False for a control of another number, since no number is misspelt as another: who takes it over claims what nobody
 * said. So it is for a requirement of components in a zone, and for one of zones in an asset: that would be the next finding.
 */
function fits(query: Query, name: string, control: string, { sort }: Subject): boolean {
  const known = query.shared('control', control)?.value;
  if (!known) return true;
  const { title, applies } = known;
  const isTitle = title !== undefined && spellingOf(title) === spellingOf(name);
  if (!isTitle && numbersOf(name) !== numbersOf(control)) return false;
  return sort === 'declaration' || applies.includes('asset') === (sort === 'asset');
}

const numbersOf = (name: string): string => name.match(/\d+/g)?.join(' ') ?? '';

const pointerOf = (query: Query, name: string) => query.shared('pointer', name)?.value;

const otherModelOf = (query: Query, kind: string): string | undefined => query.shared('kind', kind)?.value.model;
