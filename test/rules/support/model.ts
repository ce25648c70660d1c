import { expect } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ElementSort } from '../../../language-server/core/engine/element.ts';
import type { Entry } from '../../../language-server/core/engine/entry.ts';
import type { Edit, Fix } from '../../../language-server/core/fixes/fix.ts';
import { DATE_PLACEHOLDER, PLACEHOLDERS } from '../../../language-server/core/fixes/placeholder.ts';
import { evaluateWithFixes } from '../../../language-server/core/rules/frame/evaluate.ts';
import type { Finding } from '../../../language-server/core/rules/frame/rule.ts';
import { RULE_CODES, RULES } from '../../../language-server/core/rules/index.ts';
import { excuses } from '../../../language-server/editor/excuses.ts';
import { writeEdits } from '../../../language-server/language/edits/index.ts';
import { formatText } from '../../../language-server/language/format/index.ts';
import { createWorkspace, type LocatedFinding, type Workspace } from '../../../language-server/language/workspace.ts';
import { TODAY } from '../../support/fixture.ts';

/** The texts of a model by file name. */
export type Texts = ReadonlyMap<string, string>;

/** A model as it is read: its texts, and what is found in them. */
export interface Model {
  readonly texts: Texts;
  readonly today: string;
  readonly workspace: Workspace;
  readonly findings: readonly LocatedFinding[];
}

const known = new Map<string, Model>();

/** Reads a model; one that was read before is taken as it was, since nothing changes it. */
export function readModel(texts: Texts, today = TODAY): Model {
  const key = JSON.stringify([today, ...texts]);
  const model = known.get(key) ?? readAnew(texts, today);
  known.set(key, model);
  return model;
}

/** Lets go of all models: the tests of all rules run in one process. */
export const forgetModels = (): void => known.clear();

function readAnew(texts: Texts, today: string): Model {
  const workspace = createWorkspace({ defaultSystem: 'plant', today });
  workspace.update([...texts].map(([uri, text]) => ({ uri, text })));
  return { texts, today, workspace, findings: [...texts.keys()].flatMap((uri) => workspace.findingsOf(uri)) };
}

/** A fix that a finding of a model offers. */
export interface OfferedFix {
  readonly entry: Entry;
  readonly finding: Finding;
  readonly fix: Fix;
}

/** The fixes of all findings of a rule, in the order of the text. */
export function fixesOf({ texts, workspace }: Model, rule: string): OfferedFix[] {
  return [...texts.keys()]
    .flatMap((uri) => workspace.files.get(uri)!.entries)
    .flatMap((entry) =>
      evaluateWithFixes(RULES, RULE_CODES, entry, workspace.store.query())
        .filter((finding) => finding.rule === rule)
        .flatMap((finding) => finding.fixes.map((fix) => ({ entry, finding, fix }))),
    );
}

/** The model with edits of the text applied, read anew. What was formatted has to be formatted afterwards. */
export function edit(model: Model, entry: Entry, edits: readonly Edit[]): Model {
  const texts = new Map(model.texts);
  for (const [uri, changes] of writeEdits(model.workspace, entry, edits)) {
    const text = texts.get(uri)!;
    const edited = TextDocument.applyEdits(TextDocument.create(uri, 'zones', 0, text), [...changes]);
    texts.set(uri, edited);
    if (formatText(text).text.trim() === text.trim()) expect(formatText(edited).text.trim()).toBe(edited.trim());
  }
  return readModel(texts, model.today);
}

/** The model after the batch fixes of a rule, each applied to the model as the one before it has left it. */
export function mendAll(model: Model, rule: string): Model {
  const offer = fixesOf(model, rule).find(({ fix }) => fix.batch);
  return offer ? mendAll(edit(model, offer.entry, offer.fix.edits), rule) : model;
}

/** What makes findings the same before and after an edit elsewhere. */
export const keyOf = ({ rule, element, message }: Pick<LocatedFinding, 'rule' | 'element' | 'message'>): string =>
  `${rule} at ${element}: ${message}`;

/** The findings of one list that the other does not have, each as its key. */
export function without(findings: readonly LocatedFinding[], others: readonly LocatedFinding[]): string[] {
  const left = others.map(keyOf);
  return findings.map(keyOf).filter((key) => {
    const at = left.indexOf(key);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const ELEMENTS: ReadonlySet<string> = new Set<ElementSort>(['zone', 'asset', 'conduit', 'risk']);

/** True for a finding that an `allow` in the text can excuse. */
export const isAllowable = ({ subject }: LocatedFinding): boolean =>
  ELEMENTS.has(subject.sort) || subject.sort === 'flow';

/** The model with a line `allow …` in each element that a finding is about. */
export function allowing(model: Model, { entry, subject, others = [] }: LocatedFinding, line: string): Model {
  const edits = [subject, ...others].map(({ sort, index }): Edit => {
    const { at } = entry.unit[`${sort as ElementSort | 'flow'}s`][index]!;
    return { kind: 'add-at', at, text: line };
  });
  return edit(model, entry, edits);
}

/** What a finding offers beside what mends it. */
export function excusesOf({ workspace }: Model, finding: LocatedFinding): Fix[] {
  const rule = RULES.find(({ code }) => code === finding.rule)!;
  return excuses(workspace.store.query(), finding.entry, rule, { ...finding, at: 0, related: [] });
}

const writtenFor = (what: string): string => (what === DATE_PLACEHOLDER ? '2099-01-01' : 'written');

/** The model with the texts and days written that fixes leave open. */
export function written({ texts, today }: Model): Model {
  return readModel(new Map([...texts].map(([uri, text]) => [uri, text.replace(PLACEHOLDERS, writtenFor)])), today);
}

/** The model with a rule set to a severity in all its systems, in the settings they have or in a file of its own. */
export function setting(model: Model, rule: string, severity: string): Model {
  const line = `rule ${rule} ${severity} "a test"`;
  const texts = new Map(model.texts);
  for (const system of new Set(model.findings.map((finding) => finding.system))) {
    const own = [...texts].find(
      ([uri, text]) => model.workspace.files.get(uri)?.system === system && HEADER.test(text),
    );
    if (own) texts.set(own[0], withSetting(own[1], rule, line));
    else texts.set(`settings-of-${system}.zones`, `system ${system} {\n  ${line}\n}\n`);
  }
  return readModel(texts, model.today);
}

const HEADER = /^\s*(?:\/\/.*\n\s*)*system\s[^{\n]*\{/;

function withSetting(text: string, rule: string, line: string): string {
  const present = new RegExp(`rule ${rule} \\w+(?: "[^"]*")?`);
  if (present.test(text)) return text.replace(present, line);
  return text.replace(HEADER, (header) => `${header}\n  ${line}\n`);
}
