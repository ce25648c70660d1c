import type { ReportDocument } from '../core/report/document/blocks.ts';
import { writeHtml } from '../core/report/writers/html-page.ts';
import { type MarkdownLinks, writeMarkdown } from '../core/report/writers/markdown.ts';
import { writeJson } from '../core/text/json.ts';
import type { Workspace } from '../language/workspace.ts';
import { crsOf, documentOf, type ReportScope, textsOf } from './report.ts';

/** A system that a report is written of. */
export interface Reported extends ReportScope {
  readonly workspace: Workspace;
}

/** A report as files: the one that was asked for, and those that it names, by their addresses from it. */
export interface ReportFiles {
  readonly data: string | Uint8Array;
  readonly beside: ReadonlyMap<string, string>;
}

/** What writes documents whose format needs a library: the machine that the server or the command runs on has it. */
export interface DocumentWriter {
  writeDocx(documents: readonly ReportDocument[]): Promise<Uint8Array>;
  toBase64(bytes: Uint8Array): string;
}

/** A kind of file that a report can be written as. */
export interface ReportFormat {
  /** As menus name it. */
  readonly title: string;
  /** What it is good for, as a menu says it. */
  readonly hint: string;
  /** What a file of it is, as a dialog that saves says it. */
  readonly fileType: string;
  /** True for one that no terminal can show. */
  readonly isBinary?: boolean;
  /** @param links how the file names those beside it and the lines of the model */
  write(
    systems: readonly Reported[],
    links: MarkdownLinks,
    documents: Pick<DocumentWriter, 'writeDocx'>,
  ): ReportFiles | Promise<ReportFiles>;
}

const alone = (data: string | Uint8Array): ReportFiles => ({ data, beside: new Map() });
const documentsOf = (systems: readonly Reported[]) => systems.map((each) => documentOf(each.workspace, each));

const FORMATS = {
  html: {
    title: 'HTML',
    hint: 'one file to read, send and print',
    fileType: 'HTML page',
    write: (systems) =>
      alone(writeHtml(documentsOf(systems), new Map(systems.flatMap((each) => [...textsOf(each.workspace, each)])))),
  },
  docx: {
    title: 'Word',
    hint: 'a document to be signed',
    fileType: 'Word document',
    isBinary: true,
    write: async (systems, _, { writeDocx }) => alone(await writeDocx(documentsOf(systems))),
  },
  md: {
    title: 'Markdown',
    hint: 'for a forge; the pictures go into a folder beside it',
    fileType: 'Markdown',
    write(systems, links) {
      const { text, pictures } = writeMarkdown(documentsOf(systems), links);
      return { data: text, beside: pictures };
    },
  },
  json: {
    title: 'JSON',
    hint: 'for programs',
    fileType: 'JSON',
    write: (systems) => alone(writeJson({ systems: systems.map((each) => crsOf(each.workspace, each)) })),
  },
} satisfies Readonly<Record<string, ReportFormat>>;

export type ReportFormatName = keyof typeof FORMATS;

/** What a report can be written as, by the ending of the file's name; in the order of menus. */
export const REPORT_FORMATS: Readonly<Record<ReportFormatName, ReportFormat>> = FORMATS;

export const REPORT_FORMAT_NAMES = Object.keys(REPORT_FORMATS) as readonly ReportFormatName[];
