/** Sheets of our own workbooks that follow from the model: they are written to be read, and not taken back. */
export const REPORT_TITLES = { posture: 'Posture', findings: 'Findings', roadmap: 'Roadmap' } as const;

/** What such a sheet begins with, as all of ours do. */
const FIRST = 'System';

/** True for a sheet of our own that follows from the model. */
export const isReport = ({ name, header }: { readonly name: string; readonly header: readonly string[] }): boolean =>
  header[0] === FIRST && (Object.values(REPORT_TITLES) as readonly string[]).includes(name);
