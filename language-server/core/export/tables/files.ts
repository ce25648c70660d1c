import { alone, endingOf, type FileKind, type ModelExport, type ModelInput } from '../frame/model-format.ts';
import { sheetCsv, sheetMarkdown, type WrittenSheet } from '../frame/sheet.ts';

/** The kinds of files that tables can be. */
export const TABLE_KINDS: readonly FileKind[] = [
  { ending: 'csv', fileType: 'CSV table', title: 'CSV' },
  { ending: 'xlsx', fileType: 'Excel workbook', title: 'Excel' },
  { ending: 'md', fileType: 'Markdown', title: 'Markdown' },
];

/** Sheets as the file that is wanted; in CSV one below the other. */
export function asTable(
  input: ModelInput,
  sheets: readonly WrittenSheet[],
  unwritten: readonly string[] = [],
): ModelExport {
  const ending = endingOf(input.name);
  const content =
    ending === 'xlsx'
      ? { sheets }
      : sheets.map(ending === 'md' ? sheetMarkdown : sheetCsv).join(ending === 'md' ? '\n' : '\r\n');
  return { ...alone(input, content), unwritten };
}
