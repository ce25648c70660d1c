import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { htmlOf } from '../core/report/writers/html.ts';
import { decoded } from '../core/text/names.ts';
import { listOr } from '../core/text/words.ts';
import type { Workspace } from '../language/workspace.ts';
import {
  type ExportReportParams,
  type ExportReportResult,
  exportReportMethod,
  type ReportFormatsResult,
  type ReportParams,
  type ReportResult,
  reportFormatsMethod,
  reportMethod,
} from '../protocol.ts';
import { brokenFiles, systemsOf, systemToDraw } from './diagram.ts';
import type { Host } from './feature.ts';
import { documentOf } from './report.ts';
import { type DocumentWriter, REPORT_FORMAT_NAMES, REPORT_FORMATS } from './report-formats.ts';

/** The report of a system as the panel shows it: its rows lead to lines of the files that are named beside it. */
function report(workspace: Workspace, { uri, system: wanted }: ReportParams): ReportResult {
  const system = systemToDraw(workspace, uri, wanted);
  const nameOf = shortNames(workspace);
  const files = [...workspace.files.keys()];
  const indexes = new Map(files.map((file, i) => [nameOf(file), i]));
  const document = documentOf(workspace, { system, nameOf });
  return {
    system,
    title: document.subtitle,
    systems: systemsOf(workspace),
    broken: brokenFiles(workspace, system),
    html: htmlOf(document, {
      prefix: '',
      addressOf: ({ file, line }) => `#line-${indexes.get(file)}-${line}`,
    }),
    files,
  };
}

/** The files of a report of a system. */
async function exportReport(
  workspace: Workspace,
  documents: DocumentWriter,
  { uri, system: wanted, ending, name }: ExportReportParams,
): Promise<ExportReportResult> {
  const found = REPORT_FORMAT_NAMES.find((each) => each === ending);
  if (!found) {
    throw new ResponseError(
      LSPErrorCodes.RequestFailed,
      `A report is written as ${listOr(REPORT_FORMAT_NAMES)}, and not as '${ending}'.`,
    );
  }
  const nameOf = shortNames(workspace);
  const reported = { workspace, system: systemToDraw(workspace, uri, wanted), nameOf };
  const { data, beside } = await REPORT_FORMATS[found].write(
    [reported],
    {
      picture: (number) => encodeURI(`${name}-pictures/figure-${number}.svg`),
      line: ({ file, line }) => `${encodeURI(file)}#L${line + 1}`,
    },
    documents,
  );
  return {
    ...(typeof data === 'string' ? { text: data } : { base64: documents.toBase64(data) }),
    beside: [...beside].map(([address, text]) => ({ address, text })),
  };
}

/** How the files of a workspace are named: by their paths from the folder that holds them all. */
function shortNames(workspace: Workspace): (uri: string) => string {
  const files = [...workspace.files.keys()];
  const [first = ''] = files;
  let end = first.lastIndexOf('/') + 1;
  while (end > 0 && !files.every((file) => file.startsWith(first.slice(0, end)))) {
    end = first.lastIndexOf('/', end - 2) + 1;
  }
  return (uri) => decoded(uri.slice(end));
}

/** The handlers of what the report panel asks, by the method. */
export const REPORT_HANDLERS = {
  [reportMethod]: async (host: Host, params: ReportParams) => report(await host.workspaceOf(params.uri), params),
  [reportFormatsMethod]: (): ReportFormatsResult => ({
    formats: REPORT_FORMAT_NAMES.map((ending) => {
      const { title, hint, fileType } = REPORT_FORMATS[ending];
      return { ending, title, hint, fileType };
    }),
  }),
  [exportReportMethod]: async (host: Host, params: ExportReportParams) =>
    exportReport(await host.workspaceOf(params.uri), host.documents, params),
};
