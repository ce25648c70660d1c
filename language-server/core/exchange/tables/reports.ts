/** Sheets of our own workbooks that follow from the model: they are written to be read, and not taken back. */
export const REPORTS = {
  posture: { title: 'Posture', first: ['System', 'Element'] },
  findings: { title: 'Findings', first: ['System', 'Severity'] },
  roadmap: { title: 'Roadmap', first: ['System', 'Date'] },
} as const;

/** True for the headings that such a sheet begins with. */
export const isReportHeader = (cells: readonly string[]): boolean =>
  Object.values(REPORTS).some(({ first }) => first.every((heading, i) => cells[i] === heading));

/** True for a sheet of our own that follows from the model. */
export const isReport = ({ name, header }: { readonly name: string; readonly header: readonly string[] }): boolean =>
  Object.values(REPORTS).some(({ title }) => title === name) && isReportHeader(header);
