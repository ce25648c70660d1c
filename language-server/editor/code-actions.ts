import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Position,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Entry } from '../core/engine/entry.ts';
import type { Query } from '../core/engine/query.ts';
import type { Edit, Fix } from '../core/fixes/fix.ts';
import { PLACEHOLDERS } from '../core/fixes/placeholder.ts';
import type { Place } from '../core/model/reference.ts';
import { evaluateWithFixes } from '../core/rules/frame/evaluate.ts';
import type { Finding } from '../core/rules/frame/rule.ts';
import { RULES } from '../core/rules/index.ts';
import { writeEdits } from '../language/edits/index.ts';
import { indentAt, spanOf } from '../language/edits/source.ts';
import type { Workspace, WorkspaceFile } from '../language/workspace.ts';
import { offsetAt } from './cursor.ts';
import { type DiagnosticData, dataOf } from './diagnostics.ts';
import { excuses } from './excuses.ts';
import { defineFeature } from './feature.ts';
import { FIX_ALL, type FixAllData, fixAllActions, fixAllOfFile, fixAllOfRule } from './fix-all.ts';
import { type EditForm, editFormFor, PLAIN, workspaceEdit } from './workspace-edit.ts';

export const codeActionFeature = defineFeature(
  'codeActionProvider',
  () => ({ codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll], resolveProvider: true }),
  {
    'textDocument/codeAction': async (host, params) =>
      codeActions(await host.workspaceOf(params.textDocument.uri), params, {
        ...editFormFor(host),
        resolvesEdits: resolvesEdits(host.client.capabilities),
      }),
    'codeAction/resolve': async (host, action) => {
      const data = action.data as FixAllData | undefined;
      if (typeof data?.uri !== 'string' || typeof data.rule !== 'string') return action;
      return { ...action, edit: fixAllOfRule(await host.workspaceOf(data.uri), data, editFormFor(host)) };
    },
  },
);

/** What a client takes: actions are written accordingly. */
export interface ActionForm extends EditForm {
  /** It asks for the changes of an action when it is chosen. */
  readonly resolvesEdits?: boolean;
}

const resolvesEdits = ({ textDocument }: ClientCapabilities): boolean =>
  textDocument?.codeAction?.dataSupport === true &&
  textDocument.codeAction.resolveSupport?.properties.includes('edit') === true;

/** Nobody reads the fixes of more findings at once. */
const MOST_FINDINGS = 50;

/**
 * The quick fixes of the findings that the client asks about. The fixes are data in the rules; this is the one
 * provider that offers them all, one by one and, where that is safe, all of a rule or a file at once. They are worked
 * out here, on demand, from the text as it stands.
 */
export function codeActions(
  workspace: Workspace,
  { textDocument: { uri }, context }: CodeActionParams,
  form: ActionForm = PLAIN,
): CodeAction[] {
  const file = workspace.files.get(uri);
  if (!file || file.entries[0]?.library) return [];
  // Asked for by name only: nobody wants it among the fixes of one finding.
  const actions = context.only?.some((kind) => isOfKind(FIX_ALL, kind)) ? fixAllOfFile(workspace, uri, form) : [];
  if (context.only && !context.only.some((kind) => isOfKind(CodeActionKind.QuickFix, kind))) return actions;
  const asked = context.diagnostics.filter(({ source }) => source === 'zones').slice(0, MOST_FINDINGS);
  const excuseActions: CodeAction[] = [];
  const batches = new Set<string>();
  for (const entry of file.entries) {
    const own = asked.filter((diagnostic) => isIn(workspace, entry, diagnostic));
    if (own.length === 0) continue;
    const query = workspace.store.query();
    const findings = evaluateWithFixes(RULES, rulesOf(own), entry, query, placesOf(workspace, entry, own));
    const offers = new Map<string, Offer>();
    const excuseOffers = new Map<string, Offer>();
    for (const diagnostic of own) {
      for (const finding of findings.filter((candidate) => isOf(workspace, entry, candidate, diagnostic))) {
        for (const fix of relevant(finding.fixes, diagnostic)) {
          offer(offers, finding, fix, diagnostic);
          if (fix.batch) batches.add(finding.rule);
        }
        for (const fix of excusesOf(query, entry, finding)) offer(excuseOffers, finding, fix, diagnostic);
      }
    }
    const sorted =
      own.length > 1 || own.some(isAboutAll)
        ? [...offers.values()].sort((a, b) => rankOf(a) - rankOf(b))
        : offers.values();
    let isChosen = false; // of what is offered for all missing controls, what settles most, not a part of it
    for (const offer of sorted) {
      const isOfAll = offer.diagnostics.some(isAboutAll);
      const isPreferred: boolean = offer.fix.preferred === true && !(isOfAll && isChosen);
      actions.push({ ...actionOf(workspace, entry, offer, form), isPreferred });
      isChosen ||= isOfAll && isPreferred;
    }
    for (const each of excuseOffers.values()) excuseActions.push(actionOf(workspace, entry, each, form));
  }
  const all = [...batches].flatMap((rule) => fixAllActions(workspace, { uri, rule }, form, form.resolvesEdits));
  return [...actions, ...all, ...excuseActions];
}

/** Findings at one place share what they offer by one title; elsewhere the same words change something else. */
function offer(offers: Map<string, Offer>, { at }: Finding, fix: Fix, diagnostic: Diagnostic): void {
  const key = `${at} ${fix.title}`;
  const known = offers.get(key);
  if (!known) offers.set(key, { fix, diagnostics: [diagnostic] });
  else if (!known.diagnostics.includes(diagnostic)) known.diagnostics.push(diagnostic);
}

const excusesOf = (query: Query, entry: Entry, finding: Finding): Fix[] =>
  excuses(query, entry, RULES.find(({ code }) => code === finding.rule)!, finding);

/** Tells the places of an entry where findings begin. */
function placesOf(workspace: Workspace, entry: Entry, diagnostics: readonly Diagnostic[]): (at: Place) => boolean {
  const file = workspace.files.get(entry.file)!;
  const starts = new Set(diagnostics.map(({ range }) => offsetAt(file, range.start)));
  return (at) => starts.has(spanOf(workspace, entry, at)[0]);
}

const rulesOf = (diagnostics: readonly Diagnostic[]): Set<string> =>
  new Set(diagnostics.map(({ code }) => String(code)));

/** A fix, and the findings that offer it: what states all that a zone misses is offered by the finding of each FR. */
interface Offer {
  readonly fix: Fix;
  readonly diagnostics: Diagnostic[];
}

/** Of several findings' fixes, what settles most comes first, what states one control after all others. */
function rankOf({ fix: { edits } }: Offer): number {
  const stated = edits.reduce((sum, edit) => sum + (edit.kind === 'state' ? edit.controls.length : 0), 0);
  return stated > 1 ? -stated : stated;
}

/** Kinds are a hierarchy: who asks for `source` gets `source.fixAll` too. */
const isOfKind = (kind: string, asked: string): boolean => kind === asked || kind.startsWith(`${asked}.`);

function isIn(workspace: Workspace, entry: Entry, { range }: Diagnostic): boolean {
  const file = workspace.files.get(entry.file)!;
  const { source, start } = file.source.units[entry.position]!;
  const offset = offsetAt(file, range.start);
  return start <= offset && offset <= start + source.text.length;
}

/** A diagnostic is a finding's when rule, element and place agree; a text that has changed since has other findings. */
function isOf(workspace: Workspace, entry: Entry, finding: Finding, { range, data, code }: Diagnostic): boolean {
  const { start, end } = workspace.rangeOf(entry, finding.at);
  return (
    finding.rule === code &&
    isSamePosition(start, range.start) &&
    isSamePosition(end, range.end) &&
    (isAboutAll({ data }) || (data as DiagnosticData | undefined)?.about === dataOf(finding).about)
  );
}

const isSamePosition = (one: Position, other: Position): boolean =>
  one.line === other.line && one.character === other.character;

/** True for a finding that stands for all missing controls of an element. */
const isAboutAll = ({ data }: Pick<Diagnostic, 'data'>): boolean => (data as DiagnosticData | undefined)?.all === true;

/** Of a finding that the editor shows control by control, the fixes about that control, and those about all. */
function relevant(fixes: readonly Fix[], { data }: Diagnostic): readonly Fix[] {
  // Of all that a zone misses, those that settle several at once: the list of each by itself is endless.
  if (isAboutAll({ data })) return fixes.filter(({ edits }) => edits.some(namesSeveral));
  const control = (data as DiagnosticData | undefined)?.control;
  if (control === undefined) return fixes;
  return fixes.filter(({ edits }) =>
    edits.every((edit) => edit.kind !== 'state' || edit.controls.length > 1 || edit.controls[0] === control),
  );
}

const namesSeveral = (edit: Edit): boolean =>
  edit.kind === 'state' ? edit.controls.length > 1 : edit.kind === 'replace' && edit.text.includes(',');

function actionOf(workspace: Workspace, entry: Entry, { fix, diagnostics }: Offer, form: EditForm): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: editOf(workspace, entry, fix, form),
  };
}

/** The edit of a fix, in the form that a client takes. */
export function editOf(workspace: Workspace, entry: Entry, { edits }: Fix, form: EditForm): WorkspaceEdit {
  const files = writeEdits(workspace, entry, edits);
  const isOpen = [...files.values()].some((changes) => changes.some(({ newText }) => newText.match(PLACEHOLDERS)));
  if (!form.snippets || !isOpen) return workspaceEdit(files, form);
  const snippets = [...files].map(
    ([uri, changes]) => [uri, changes.map((change) => toSnippet(workspace.files.get(uri)!, change))] as const,
  );
  return workspaceEdit(new Map(snippets), form);
}

/**
 * A change whose placeholders the editor selects one after the other, so that they are written over. It adds the
 * indentation of the line where a snippet begins to all lines of it.
 */
function toSnippet(file: WorkspaceFile, { range, newText }: TextEdit): SnippetTextEdit {
  const indent = indentAt(file.source.text, offsetAt(file, range.start));
  let count = 0;
  const escaped = newText.replaceAll(`\n${indent}`, '\n').replace(/[\\$}]/g, '\\$&');
  const value = escaped.replace(PLACEHOLDERS, (what) => `\${${++count}:${what}}`);
  return { range, snippet: { kind: 'snippet', value } };
}
