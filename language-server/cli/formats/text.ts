import type { Severity } from '../../core/model/system.ts';
import { printable, printableLine } from '../../core/text/visible.ts';
import { countOf } from '../../core/text/words.ts';
import type { CheckReport, ReportedFinding, Summary } from '../check-report.ts';
import { type Paint, type Style, widthOf } from '../terminal.ts';

const COLOURS: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'cyan' };

/** Columns of a source line that are shown: those around the finding. */
const SHOWN = 160;

/** For people: each finding with its source line, the place marked under it, and a summary. */
export function formatText({ findings, summary, files }: CheckReport, paint: Paint): string {
  const lines = new Map<string, string[]>();
  const lineOf = (file: string, line: number): string | undefined => {
    let known = lines.get(file);
    if (!known) {
      known = files.get(file)?.split(/\r\n|\r|\n/) ?? [];
      lines.set(file, known);
    }
    return known[line];
  };
  const written = findings.map((finding) => write(finding, lineOf(finding.file, finding.range.start.line), paint));
  return `${written.map((text) => `${text}\n`).join('\n')}${written.length > 0 ? '\n' : ''}${summarise(summary)}\n`;
}

function write({ file, range, severity, rule, message, related = [] }: ReportedFinding, line = '', paint: Paint) {
  const { start } = range;
  const head = `${at(file, range)} ${paint(COLOURS[severity], severity)} ${paint('bold', rule)} ${printableLine(message)}`;
  const number = String(start.line + 1);
  const { text, marks } = excerpt(line, range);
  const gutter = (label: string) => paint('dim', `${label.padStart(number.length + 2)} |`);
  return [
    head,
    `${gutter(number)} ${text}`,
    `${gutter('')} ${marks.replace(/\^.*/, (carets) => paint(COLOURS[severity], carets))}`,
    ...related.map((place) => paint('dim', `  ${at(place.file, place.range)} ${printableLine(place.message)}`)),
  ].join('\n');
}

/** `file:line:column`, both counted from 1. */
const at = (file: string, { start }: ReportedFinding['range']): string =>
  `${printableLine(file)}:${start.line + 1}:${start.character + 1}`;

/** The part of a line around a range, and the carets that mark the range under it. */
function excerpt(line: string, { start, end }: ReportedFinding['range']): { text: string; marks: string } {
  const goesOn = end.line > start.line;
  const last = goesOn ? line.length : end.character;
  const from = start.character > SHOWN / 2 && line.length > SHOWN ? start.character - SHOWN / 4 : 0;
  const shown = line.slice(from, from + SHOWN);
  const before = shown.slice(0, start.character - from);
  const marked = shown.slice(start.character - from, last - from);
  const cutLeft = from > 0 ? '…' : '';
  const cutRight = from + SHOWN < line.length ? '…' : '';
  // Tabs are kept, so that the carets stand under the text however wide a tab is.
  const indent = cutLeft.replace('…', ' ') + before.replace(/[^\t]+/g, (part) => ' '.repeat(widthOf(printable(part))));
  const carets = '^'.repeat(Math.max(1, widthOf(printable(marked))));
  return {
    text: `${cutLeft}${printable(shown)}${cutRight}`.trimEnd(),
    marks: `${indent}${carets}${goesOn ? ' …' : ''}`,
  };
}

function summarise({ files, zones, assets, conduits, errors, warnings, infos, hints }: Summary): string {
  const counts = [
    countOf(errors, 'error'),
    countOf(warnings, 'warning'),
    countOf(infos, 'info'),
    countOf(hints, 'hint'),
  ];
  const found = counts.filter((count, i) => i < 2 || !count.startsWith('0 '));
  const model = [countOf(zones, 'zone'), countOf(assets, 'asset'), countOf(conduits, 'conduit')];
  return `${found.join(', ')} in ${countOf(files, 'file')} with ${model.join(', ')}`;
}
