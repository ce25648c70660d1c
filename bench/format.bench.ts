/**
 * Formatting a model of 1 MB in one file: one that is formatted, one with other white space throughout, as text and as
 * the edits that an editor gets, and a few lines of it.
 */
import { formatEdits, formatText } from '../language-server/language/format/index.ts';
import { jsonBaseline } from './support/baseline.ts';
import { plant } from './support/models.ts';
import { median, megabytes, quantile, round, table } from './support/stats.ts';

const SIZE = 1_000_000;

const texts = plant(1000, 100).map(({ text }) => text);
let written = '';
for (const text of texts) if (written.length < SIZE) written += text;
const { text: formatted } = formatText(written);
const otherwise = formatted.replace(/\n +/g, '\n\t ').replace(/, /g, ' ,').replace(/ \{/g, '{');
const json = jsonBaseline([{ name: 'model.zones', text: formatted }]);
const middle = formatted.indexOf('\n', formatted.length / 2);

const rows = [
  [`${megabytes(formatted.length)}: JSON.parse and walk`, '', '', `${round(json.ms)} ms`, '1'],
  row('formatted already', () => formatText(formatted)),
  row('written otherwise', () => formatText(otherwise)),
  row('written otherwise, as edits', () => formatEdits(otherwise)),
  row('three lines of it', () => formatEdits(otherwise, [[middle, middle + 100]])),
];
console.log(table(['what', 'median', 'p95', 'CPU', '× JSON'], rows));

function row(what: string, work: () => unknown): string[] {
  work();
  const times: number[] = [];
  const start = process.cpuUsage();
  for (let run = 0; run < 9; run++) {
    const begun = performance.now();
    work();
    times.push(performance.now() - begun);
  }
  const { user, system } = process.cpuUsage(start);
  const cpu = (user + system) / 1000 / times.length;
  return [
    what,
    `${round(median(times))} ms`,
    `${round(quantile(times, 0.95))} ms`,
    `${round(cpu)} ms`,
    round(cpu / json.ms),
  ];
}
