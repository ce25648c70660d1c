import { URI } from 'vscode-uri';
import type { Basis, FindingData } from '../core/rules/frame/rule.ts';
import { RULES } from '../core/rules/index.ts';
import { missingByElement } from '../language/missing-by-element.ts';
import type { LocatedFinding, Location, Range } from '../language/workspace.ts';
import { displayPath } from './model-paths.ts';
import type { Model } from './models.ts';

/** A place in a file that explains a finding. */
export interface ReportedPlace {
  readonly message: string;
  readonly file: string;
  readonly range: Range;
}

/** A finding as the formats write it. Lines and characters count from 0. */
export interface ReportedFinding extends FindingData, Pick<LocatedFinding, 'rule' | 'severity' | 'message'> {
  /** From the current folder, with `/`. */
  readonly file: string;
  readonly range: Range;
  readonly system: string;
  readonly element: string;
  /** What its rule rests on. */
  readonly basis?: Basis;
  readonly related?: readonly ReportedPlace[];
}

export interface Summary {
  readonly files: number;
  readonly zones: number;
  readonly assets: number;
  readonly conduits: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
}

/** What `zones check` has found, ordered by file and position. */
export interface CheckReport {
  readonly findings: readonly ReportedFinding[];
  readonly summary: Summary;
  /** The text of each file that was checked, by its path. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The findings of all models, by file and place, and the summary of what they declare.
 * @param isForPeople true for one finding a zone or conduit of all that it misses, instead of one an FR
 */
export function reportOf(models: readonly Model[], isForPeople = false): CheckReport {
  const findingsOf = ({ workspace }: Model, uri: string) =>
    isForPeople ? missingByElement(workspace.findingsOf(uri)) : workspace.findingsOf(uri);
  const files = models
    .flatMap((model) => model.files.map((file) => ({ model, ...file })))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const findings = files.flatMap(({ model, path, file }) =>
    findingsOf(model, file.uri).map((finding) => report(finding, path)),
  );
  const units = files.flatMap(({ file }) => file.entries.map(({ unit }) => unit));
  // What a system's plant counts is not asked: the command speaks of single files, too.
  const declared = (sort: 'zones' | 'assets' | 'conduits') => units.reduce((sum, unit) => sum + unit[sort].length, 0);
  const found = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return {
    findings,
    summary: {
      files: files.length,
      zones: declared('zones'),
      assets: declared('assets'),
      conduits: declared('conduits'),
      errors: found('error'),
      warnings: found('warning'),
      infos: found('info'),
      hints: found('hint'),
    },
    files: new Map(files.map(({ path, file }) => [path, file.source.text])),
  };
}

const BASIS: ReadonlyMap<string, Basis> = new Map(RULES.map(({ code, basis }) => [code, basis]));

function report({ rule, severity, message, range, system, element, data, related }: LocatedFinding, file: string) {
  const places = related.map(
    (place): ReportedPlace => ({
      message: place.message,
      file: pathOf(place),
      range: place.range,
    }),
  );
  return {
    rule,
    severity,
    message,
    file,
    range,
    system,
    element,
    basis: BASIS.get(rule),
    ...data,
    ...(places.length > 0 && { related: places }),
  };
}

/** The path of a place; what is in the library keeps its URI. */
function pathOf({ uri }: Location): string {
  return uri.startsWith('file:') ? displayPath(URI.parse(uri).fsPath) : uri;
}
