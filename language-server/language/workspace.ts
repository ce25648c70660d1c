import { link } from '../core/analysis/links.ts';
import { severitiesIn } from '../core/analysis/settings.ts';
import type { Entry, Source } from '../core/engine/entry.ts';
import type { Query, Severities } from '../core/engine/query.ts';
import { createStore, inOneGo, type KeyedOffer, type Steps, type Store } from '../core/engine/store.ts';
import type { Place } from '../core/model/reference.ts';
import type { Severity } from '../core/model/system.ts';
import { type Evaluation, evaluationParts, type Measure, mergeEvaluations } from '../core/rules/frame/evaluate.ts';
import { faultFinding, withFaultsOnce } from '../core/rules/frame/faults.ts';
import { keepEvaluation } from '../core/rules/frame/reuse-findings.ts';
import type { AnyRule, Finding } from '../core/rules/frame/rule.ts';
import { type Stale, staleOf } from '../core/rules/frame/stale.ts';
import { RULES } from '../core/rules/index.ts';
import { syntaxError } from '../core/rules/syntax-error.ts';
import { failedJudging } from '../core/text/fault.ts';
import { libraryFiles } from './library/files.ts';
import { SECOND_SYSTEM } from './lowering/declarations.ts';
import { type Mapped, mapAgain } from './map-again.ts';
import { createNameWriters, type NameWriters } from './name-writers.ts';
import { lineStartsOf, type Position, positionAt, readSource, type SourceFile, unreadSource } from './source-file.ts';

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Location {
  readonly uri: string;
  readonly range: Range;
}

/** A finding at its position. */
export interface LocatedFinding extends Omit<Finding, 'at' | 'related'> {
  readonly uri: string;
  readonly range: Range;
  readonly entry: Entry;
  /** Name of the system it belongs to. */
  readonly system: string;
  readonly related: readonly (Location & { readonly message: string })[];
}

/** A file of the workspace as it stands. */
export interface WorkspaceFile {
  readonly uri: string;
  readonly source: SourceFile;
  /** One for each unit of the source, in its order. */
  readonly entries: readonly Entry[];
  readonly system: string;
  lineStarts?: readonly number[];
}

/** True for a file with a declaration that cannot be read. */
export const isBroken = ({ entries }: WorkspaceFile): boolean => entries.some(({ unit }) => unit.broken);

/** The range from one offset of a file to another. */
export function rangeAt(file: WorkspaceFile, start: number, end: number): Range {
  file.lineStarts ??= lineStartsOf(file.source.text);
  return { start: positionAt(file.lineStarts, start), end: positionAt(file.lineStarts, end) };
}

/** A changed, new (`text`) or deleted (no `text`) file. */
export interface FileChange {
  readonly uri: string;
  readonly text?: string;
  /** Why the text cannot be told, if so: the message of a finding. */
  readonly fault?: string;
}

/**
 * All `.zones` files of one folder with the library: reads what changes and keeps the findings up to date.
 * URIs are opaque and only compared.
 */
export interface Workspace {
  readonly store: Store<Evaluation>;
  readonly files: ReadonlyMap<string, WorkspaceFile>;
  /** Counts the changes of what it says: a text that is read again as it was is none. */
  readonly revision: number;
  /** Applies changes; answers the files whose findings may be others now. */
  update(changes: readonly FileChange[]): Set<string>;
  /** As `update`, file by file. It must be gone through to its end before anything else is asked or told. */
  updating(changes: readonly FileChange[]): Steps<string>;
  setToday(today: string): Set<string>;
  /** Sets what the user wants of rules; answers the files whose findings may be others now. */
  setSeverities(severities: Severities): Set<string>;
  /** The findings of a file in the order of its text; one that is as before is the same object. */
  findingsOf(uri: string): LocatedFinding[];
  /** The units that write a name in a reference. */
  writersOf(name: string): Iterable<Entry>;
  rangeOf(entry: Source, place: Place): Range;
  locationOf(entry: Source, place: Place): Location;
  /** Works everything out again and tells what is not up to date: nothing, or a rule is not asked when it should be. */
  verify(): Stale[];
}

export interface WorkspaceOptions {
  /** Name of the system that files without a header belong to: the folder's. */
  readonly defaultSystem: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** What the user wants of rules, by their codes. */
  readonly severities?: Severities;
  /** Called around the work of each rule in each declaration: for the times of rules. */
  readonly measure?: Measure;
  /** False where no findings are asked for: no rule is, then. */
  readonly judged?: boolean;
  /** The rules to ask; all that there are unless given. */
  readonly rules?: readonly AnyRule[];
}

/** A workspace with the library and no files. */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { defaultSystem, today, severities, measure, judged = true, rules = RULES } = options;
  const files = new Map<string, WorkspaceFile>();
  /** Where the findings of a source stand, as far as that follows from it alone. */
  const located = new Map<string, Located>();
  let writers: NameWriters | undefined;
  let revision = 0;
  /** Files with headers out of place: how severe that is follows from the settings, outside of any evaluation. */
  const misplaced = new Set<string>();
  const unlinked = new WeakMap<Entry, Finding>();
  const store = createStore<Evaluation>(
    { link: linkIfPossible, parts: judged ? evaluationParts(rules, measure) : [], mentions, keep: keepEvaluation },
    today,
    severities,
  );

  /** Where the names of a unit cannot be resolved for a fault of the program: what is said of that. */
  function linkIfPossible(entry: Entry, query: Query): readonly KeyedOffer[] {
    unlinked.delete(entry);
    try {
      return link(entry, query);
    } catch (error) {
      unlinked.set(entry, faultFinding(failedJudging(error)));
      return [];
    }
  }

  function place(uri: string, source: SourceFile, library = false): WorkspaceFile {
    const known = files.get(uri);
    const system = library ? '' : systemOf(source, defaultSystem);
    return { uri, source, system, entries: entriesOf(uri, source, system, library, known) };
  }

  const library = libraryFiles().map(({ uri, source }) => place(uri, source, true));
  for (const file of library) files.set(file.uri, file);
  inOneGo(
    store.update(
      [],
      library.flatMap(({ entries }) => entries),
    ),
  );

  function rangeOf(entry: Source, at: Place): Range {
    const file = files.get(entry.file)!;
    const { source, start } = file.source.units[entry.position]!;
    // In a text in which nothing is declared there is no place but its beginning.
    const from = source.spans[2 * at] ?? 0;
    return rangeAt(file, start + from, start + (source.spans[2 * at + 1] ?? from));
  }

  const locationOf = (entry: Source, at: Place): Location => ({ uri: entry.file, range: rangeOf(entry, at) });

  function locate(finding: Finding, entry: Entry): LocatedFinding {
    const { at, related, ...rest } = finding;
    return {
      ...rest,
      uri: entry.file,
      entry,
      system: entry.system,
      range: rangeOf(entry, at),
      related: related.map((other) => ({ ...locationOf(other.entry, other.at), message: other.message })),
    };
  }

  function* updating(changes: readonly FileChange[]): Steps<string> {
    const removed = new Set<Entry>();
    const added = new Set<Entry>();
    /** Files that are told last: the others are told when their findings are known. */
    const touched = new Set<string>();
    for (const { uri, text, fault } of changes) {
      const known = files.get(uri);
      if (text === undefined && !known) continue;
      // What an earlier change of the same file has added is not known to the store yet.
      for (const entry of known?.entries ?? []) if (!added.delete(entry)) removed.add(entry);
      touched.add(uri);
      if (text === undefined || fault !== undefined || text !== known?.source.text) revision++;
      misplaced.delete(uri);
      if (text === undefined) {
        files.delete(uri);
        located.delete(uri);
        continue;
      }
      const file = place(uri, fault === undefined ? readSource(text, known?.source) : unreadSource(fault));
      files.set(uri, file);
      if (misplacedHeaders(file).length > 0) misplaced.add(uri);
      for (const entry of file.entries) if (!removed.delete(entry)) added.add(entry);
    }
    writers?.replace(removed, added);
    for (const entries of store.update(removed, added)) {
      const { file } = entries.values().next().value!;
      touched.delete(file);
      yield new Set([file]);
    }
    for (const uri of misplaced) touched.add(uri);
    // Findings elsewhere that point into these files are the same, but their places may have moved.
    for (const { uri } of changes) {
      for (const entry of files.get(uri)?.entries ?? []) {
        for (const { file } of store.mentionersOf(entry)) touched.add(file);
      }
    }
    yield touched;
  }

  return {
    store,
    files,
    get revision() {
      return revision;
    },
    writersOf(name) {
      writers ??= createNameWriters(store.entries());
      return writers.of(name);
    },
    rangeOf,
    locationOf,
    updating,
    update: (changes) => inOneGo(updating(changes)),
    verify: () => store.verify().map(staleOf),
    setToday: (day) => filesOf(inOneGo(store.setToday(day))),
    setSeverities: (wanted) => new Set([...filesOf(inOneGo(store.setSeverities(wanted))), ...misplaced]),
    findingsOf(uri) {
      const file = files.get(uri);
      if (!file) return [];
      const before = located.get(uri);
      const known = before?.source === file.source ? before : undefined;
      const entryOf = new Map<Finding, Entry>();
      for (const entry of file.entries) {
        const fault = unlinked.get(entry);
        if (fault) entryOf.set(fault, entry);
        for (const finding of mergeEvaluations(rules, store.resultsOf(entry))) entryOf.set(finding, entry);
      }
      const items = withFaultsOnce([...entryOf.keys()]);
      const values = mapAgain(known, items, (finding) => locate(finding, entryOf.get(finding)!));
      // Related places are in other files, which may have changed.
      items.forEach((finding, i) => {
        if (finding.related.length > 0) values[i] = locate(finding, entryOf.get(finding)!);
      });
      const order = known && standAlike(known.values, values) ? known.order : orderOf(values);
      located.set(uri, { source: file.source, items, values, order });
      const sorted = order.map((i) => values[i]!);
      const headers = misplacedHeaders(file);
      if (headers.length === 0) return sorted;
      const severity = severitiesIn(store.query(), file.system)(syntaxError.code, syntaxError.severity);
      if (severity === 'off') return sorted;
      return [...sorted, ...headers.map(({ entry, at }) => locate(headerFinding(at, severity), entry))].sort(
        compareStarts,
      );
    },
  };
}

const filesOf = (entries: Iterable<Entry>): Set<string> => new Set([...entries].map(({ file }) => file));

/** The findings of a source as evaluated, where each stands, and the order in which they stand. */
interface Located extends Mapped<Finding, LocatedFinding> {
  readonly source: SourceFile;
  readonly order: readonly number[];
}

const compareStarts = (a: LocatedFinding, b: LocatedFinding) => comparePositions(a.range.start, b.range.start);

const orderOf = (findings: readonly LocatedFinding[]): number[] =>
  [...findings.keys()].sort((i, j) => compareStarts(findings[i]!, findings[j]!));

/** True where each of two lists stands where its counterpart does. */
const standAlike = (before: readonly LocatedFinding[], after: readonly LocatedFinding[]): boolean =>
  before.length === after.length &&
  after.every((finding, i) => finding === before[i] || compareStarts(finding, before[i]!) === 0);

const mentions = ({ findings }: Evaluation) => findings.flatMap(({ related }) => related.map(({ entry }) => entry));

/** Order in the text. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** The system of a file: that of its first header, or the folder's. */
function systemOf({ units }: SourceFile, defaultSystem: string): string {
  for (const { source } of units) if (source.unit.system) return source.unit.system.name.value || defaultSystem;
  return defaultSystem;
}

/** The entries of a file; what did not change keeps its entry, so that nothing is worked out again for it. */
function entriesOf(
  uri: string,
  source: SourceFile,
  system: string,
  library: boolean,
  known: WorkspaceFile | undefined,
): Entry[] {
  const previous = new Map(
    known?.system === system ? known.entries.map((entry, i) => [known.source.units[i]!.source, entry]) : [],
  );
  let header = false;
  let last = -1;
  return source.units.map(({ source: unitSource }, position) => {
    const isSecond = header && unitSource.unit.system !== undefined;
    header ||= unitSource.unit.system !== undefined;
    const unit = isSecond ? { ...unitSource.unit, system: undefined } : unitSource.unit;
    const same = previous.get(unitSource);
    // One that moved past another is a new one: which of two declarations is the first may have changed.
    if (same && !isSecond && same.unit === unit && same.position > last) {
      last = same.position;
      same.position = position;
      return same;
    }
    return { unit, file: uri, position, system, library };
  });
}

/** Headers that stand after other declarations, or after another header. */
function misplacedHeaders({ source, entries }: WorkspaceFile): { entry: Entry; at: Place }[] {
  return source.units.flatMap(({ source: { unit } }, i) => {
    if (!unit.system || source.units.slice(0, i).every((other) => isEmpty(other.source.unit))) return [];
    return [{ entry: entries[i]!, at: unit.system.name.at }];
  });
}

/** True for a unit of comments or of text that could not be read. */
function isEmpty(unit: Entry['unit']): boolean {
  return unit.references.length === 0 && unit.places === 0;
}

function headerFinding(at: Place, severity: Severity): Finding {
  return {
    rule: syntaxError.code,
    severity,
    message: SECOND_SYSTEM,
    at,
    subject: { sort: 'file', index: -1 },
    element: '',
    data: {},
    related: [],
    fixes: [],
  };
}
