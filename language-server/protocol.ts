/**
 * The custom LSP requests between client and server: types and method names only, no behaviour.
 * Everything else the editor asks goes through the standard protocol.
 */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Theme } from './core/diagram/drawing/theme.ts';
import type { PictureOptions } from './core/diagram/model/picture-options.ts';
import type { PictureFormat } from './core/export/frame/picture-format.ts';
import type { JudgedSort, OfferedVerb } from './core/model/statement.ts';
import type { Severity } from './core/model/system.ts';
import type { Hit } from './core/search/find.ts';
import type {
  ExportModelParams,
  ExportModelResult,
  exportModelMethod,
  ImportParams,
  ImportResult,
  importMethod,
  ModelFormatsResult,
  modelFormatsMethod,
} from './protocol-exchange.ts';

/** Client to server: the text of a starter model, the same that `zones init` writes. */
export const starterModelMethod = 'zones/starterModel';
export interface StarterModelParams {
  /** Name of the new system, a name of the language. */
  readonly system: string;
}
export interface StarterModelResult {
  /** The whole text of one `.zones` file. */
  readonly text: string;
}

/** Client to server: the picture of a system, in parts that a page can exchange one by one. */
export const diagramMethod = 'zones/diagram';
export interface DiagramParams {
  /** A file of the folder that the system is in. */
  readonly uri: string;
  /** The system to draw; without it that of the file. */
  readonly system?: string;
  readonly options: PictureOptions;
}
export interface DiagramResult {
  readonly system: string;
  readonly title: string;
  /** All systems of the folder, in the order of their names. */
  readonly systems: readonly { readonly name: string; readonly title: string }[];
  /** Grows with every change of the folder's models. */
  readonly revision: number;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** One `<g>` each, in the order they are painted; ids stay the same as long as the element has its path. */
  readonly parts: readonly { readonly id: string; readonly svg: string }[];
  /** How many levels of zones there are to open. */
  readonly levels: number;
  /** Names of files that cannot be read at present: the picture is the last good one. */
  readonly broken: readonly string[];
}

/** Client to server: the formats that a system can be exported as, in the order of a menu. */
export const exportFormatsMethod = 'zones/exportFormats';
export interface ExportFormatsResult {
  readonly formats: readonly Omit<PictureFormat, 'write' | 'refused'>[];
}

/** Client to server: a system as the text of one file; of a format in pixels it is SVG, for the client to draw. */
export const exportMethod = 'zones/export';
export interface ExportParams extends PageParams {
  /** Id of a format. */
  readonly format: string;
}
export interface ExportResult {
  readonly system: string;
  readonly text: string;
}

/** Client to server: serves a system's picture as a page that prints itself, to be opened in a browser. */
export const printPageMethod = 'zones/printPage';
export interface PageParams extends DiagramParams {
  readonly theme: Theme;
  /** Path of a zone to draw alone, with the neighbours that its conduits lead to. */
  readonly zone?: string;
}
export interface PrintPageResult {
  /** Its address on the machine of the server; good for some minutes. */
  readonly address: string;
}

/** Client to server: the zones of a system, in the order of the text. */
export const zonesMethod = 'zones/zones';
export interface ZonesParams {
  readonly uri: string;
  /** Without it that of the file. */
  readonly system?: string;
}
export interface ZonesResult {
  readonly zones: readonly { readonly path: string; readonly title: string }[];
}

/**
 * Client to server: the elements of a system in which all words of a query occur; where it is the name of a control,
 * first those that are asked for it or whose statements name it.
 */
export const findInDiagramMethod = 'zones/findInDiagram';
export interface FindInDiagramParams {
  readonly uri: string;
  readonly system: string;
  readonly query: string;
}
export interface FindInDiagramResult {
  /** Of a control: what it is, and how many miss and meet it. */
  readonly note?: string;
  /** The first of them, for a list. */
  readonly hits: readonly Hit[];
  /** The paths of all. */
  readonly elements: readonly string[];
}

/** Client to server: the paths of all elements along which connections can be opened towards one, and its own. */
export const reachingMethod = 'zones/reaching';
export interface ReachingParams {
  readonly uri: string;
  readonly system: string;
  readonly element: string;
}
export interface ReachingResult {
  readonly elements: readonly string[];
}

/** Client to server: the findings that the marks of elements of the picture count, the errors first. */
export const findingsOfMethod = 'zones/findingsOf';
export interface FindingsOfParams {
  readonly uri: string;
  readonly system: string;
  /** Paths of zones, assets or conduits from the system's top. */
  readonly elements: readonly string[];
  /** Whether the findings of what lies in them count too: of a closed zone. */
  readonly withInner: boolean;
}
export interface FindingsOfResult {
  readonly findings: readonly {
    /** The code of its rule. */
    readonly rule: string;
    readonly severity: Severity;
    readonly message: string;
    readonly uri: string;
    readonly range: DiagramRange;
  }[];
}

/** Client to server: where an element of the picture is declared; null for one that is there no more. */
export const locateMethod = 'zones/locate';
export interface LocateParams {
  readonly uri: string;
  readonly system: string;
  /** Path of a zone, asset or conduit from the system's top. */
  readonly element: string;
}
export type LocateResult = {
  readonly uri: string;
  /** The name in the declaration. */
  readonly range: DiagramRange;
} | null;
export interface DiagramPosition {
  /** Both count from 0. */
  readonly line: number;
  readonly character: number;
}
export interface DiagramRange {
  readonly start: DiagramPosition;
  readonly end: DiagramPosition;
}

/** Client to server: the report of a system, to be shown. */
export const reportMethod = 'zones/report';
export interface ReportParams {
  /** A file of the folder that the system is in. */
  readonly uri: string;
  /** Without it that of the file. */
  readonly system?: string;
}
export interface ReportResult {
  readonly system: string;
  readonly title: string;
  /** All systems of the folder, in the order of their names. */
  readonly systems: readonly { readonly name: string; readonly title: string }[];
  /** Names of files that cannot be read at present: what stands in them is not in it. */
  readonly broken: readonly string[];
  /** The body of an HTML page without scripts and styles; `#line-<file>-<line>` leads to a line, both counted from 0. */
  readonly html: string;
  /** The URIs of the files that lines are of. */
  readonly files: readonly string[];
}

/** Client to server: what a report can be written as. */
export const reportFormatsMethod = 'zones/reportFormats';
export interface ReportFormatsResult {
  readonly formats: readonly {
    /** Of the names of its files, without the dot. */
    readonly ending: string;
    readonly title: string;
    readonly hint: string;
    readonly fileType: string;
  }[];
}

/** Client to server: the files of a report of a system. */
export const exportReportMethod = 'zones/exportReport';
export interface ExportReportParams extends ReportParams {
  /** Of a format. */
  readonly ending: string;
  /** The name of the file without its ending, by which it names those beside it. */
  readonly name: string;
}
export interface ExportReportResult {
  /** What the file says; of one that is no text undefined. */
  readonly text?: string;
  /** The bytes of one that is no text, in base 64. */
  readonly base64?: string;
  /** What stands beside it, by its address from there. */
  readonly beside: readonly { readonly address: string; readonly text: string }[];
}

/** Client to server: the innermost element of the picture whose declaration holds a position; null for none. */
export const elementAtMethod = 'zones/elementAt';
export interface ElementAtParams {
  readonly uri: string;
  readonly position: DiagramPosition;
}
export type ElementAtResult = { readonly system: string; readonly element: string } | null;

/** Client to server: how the zones and conduits of a system stand on a day, and on which days that changes. */
export const postureMethod = 'zones/posture';
export interface PostureParams {
  /** A file of the folder that the system is in. */
  readonly uri: string;
  /** Without it that of the file. */
  readonly system?: string;
  /** One of the days of the roadmap, `YYYY-MM-DD`; without it, or where it is none any more, today. */
  readonly date?: string;
}
export interface PostureResult {
  readonly system: string;
  readonly title: string;
  /** All systems of the folder, in the order of their names. */
  readonly systems: readonly { readonly name: string; readonly title: string }[];
  /** Names of files that cannot be read at present: what stands in them is not counted. */
  readonly broken: readonly string[];
  /** The day that the rows are about. */
  readonly date: string;
  /** The days from today on, with what is due and what has ended by then if every plan is kept. */
  readonly steps: readonly PostureStep[];
  /** Zones, an outer one before those in it, then conduits; external zones and conduits without SL-T have no figures. */
  readonly rows: readonly PostureRow[];
}
export interface PostureStep {
  readonly date: string;
  readonly due: readonly { readonly zone: string; readonly controls: readonly string[]; readonly text: string }[];
  readonly ending: readonly { readonly zone: string; readonly what: readonly string[] }[];
}
export interface PostureRow {
  readonly sort: JudgedSort;
  readonly path: string;
  readonly title: string;
  /** How many zones it lies in. */
  readonly depth: number;
  /** Of an FR each, in the order IAC UC SI DC RDF TRE RA; null where there is none, or nothing can be achieved. */
  readonly slT: readonly number[] | null;
  readonly slA: readonly (number | null)[] | null;
  readonly slAEvidenced: readonly (number | null)[] | null;
  readonly gap: readonly number[] | null;
  readonly required: number | null;
  readonly met: number | null;
  readonly notApplicable: number | null;
  readonly missing: number | null;
  /** Those of the missing that are planned or accepted. */
  readonly pending: number | null;
}

/** Client to server: the worst of the posture of a file's system today; null where nothing is asked of anything. */
export const postureSummaryMethod = 'zones/postureSummary';
export interface PostureSummaryParams {
  readonly uri: string;
}
export type PostureSummaryResult = {
  readonly system: string;
  readonly title: string;
  /** The largest gap, and the first zone or conduit that has it; null where there is none. */
  readonly worst: { readonly title: string; readonly fr: string; readonly gap: number } | null;
  /** In all zones and conduits together. */
  readonly missing: number;
  /** Those of the missing that are planned or accepted. */
  readonly pending: number;
} | null;

/** Client to server: what the SL-T of a zone or conduit asks for on a day, of one FR or of all, and how it stands. */
export const postureControlsMethod = 'zones/postureControls';
export interface PostureControlsParams extends PostureParams {
  readonly sort: JudgedSort;
  readonly path: string;
  /** `IAC` … `RA`; without it all, those of no FR too. */
  readonly fr?: string;
}
export interface PostureControlsResult {
  readonly controls: readonly PostureControl[];
}
export interface PostureControl {
  readonly id: string;
  readonly title: string;
  /** The SL that it is asked from, 0 for a control without one. */
  readonly level: number;
  readonly status: string;
  /** True where it is in place. */
  readonly isMet: boolean;
  readonly isEvidenced: boolean;
  /** What says so: the text of its clauses, and where it stands; null where nothing is said. */
  readonly stated: {
    readonly because: string;
    readonly until: string;
    readonly where: 'here' | 'around' | 'system';
    readonly uri: string;
    readonly range: DiagramRange;
  } | null;
  readonly guidance: string;
}

/** Client to server: the edit that states a control of a zone or conduit; null where the element is not there any more. */
export const stateControlMethod = 'zones/stateControl';
export interface StateControlParams {
  readonly uri: string;
  readonly system: string;
  readonly sort: JudgedSort;
  readonly path: string;
  readonly control: string;
  /** Nothing claims for the user that something is met: he says which of the two it is. */
  readonly verb: OfferedVerb;
}
export interface StateControlResult {
  readonly edit: WorkspaceEdit | null;
}

/**
 * Client to server: the files that the user sees or has a tab of, sent when they change. An editor may keep a document
 * open for minutes after its tab is closed; when its file is gone, it then counts no more. Without this notification
 * each open document counts.
 */
export const shownFilesMethod = 'zones/shownFiles';
export interface ShownFilesParams {
  readonly uris: readonly string[];
}

/** Server to client: models that may look different now. */
export const modelChangedMethod = 'zones/modelChanged';
export interface ModelChangedParams {
  readonly uris: readonly string[];
}

/** The parameters and the result of each request of ours, by its method. */
export interface ZonesRequests {
  [starterModelMethod]: { params: StarterModelParams; result: StarterModelResult };
  [diagramMethod]: { params: DiagramParams; result: DiagramResult };
  [exportFormatsMethod]: { params: undefined; result: ExportFormatsResult };
  [exportMethod]: { params: ExportParams; result: ExportResult };
  [printPageMethod]: { params: PageParams; result: PrintPageResult };
  [zonesMethod]: { params: ZonesParams; result: ZonesResult };
  [findInDiagramMethod]: { params: FindInDiagramParams; result: FindInDiagramResult };
  [reachingMethod]: { params: ReachingParams; result: ReachingResult };
  [findingsOfMethod]: { params: FindingsOfParams; result: FindingsOfResult };
  [locateMethod]: { params: LocateParams; result: LocateResult };
  [reportMethod]: { params: ReportParams; result: ReportResult };
  [reportFormatsMethod]: { params: undefined; result: ReportFormatsResult };
  [exportReportMethod]: { params: ExportReportParams; result: ExportReportResult };
  [postureMethod]: { params: PostureParams; result: PostureResult };
  [postureSummaryMethod]: { params: PostureSummaryParams; result: PostureSummaryResult };
  [postureControlsMethod]: { params: PostureControlsParams; result: PostureControlsResult };
  [stateControlMethod]: { params: StateControlParams; result: StateControlResult };
  [importMethod]: { params: ImportParams; result: ImportResult };
  [modelFormatsMethod]: { params: undefined; result: ModelFormatsResult };
  [exportModelMethod]: { params: ExportModelParams; result: ExportModelResult };
  [elementAtMethod]: { params: ElementAtParams; result: ElementAtResult };
}
