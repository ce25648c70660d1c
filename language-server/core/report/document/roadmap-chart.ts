import { escapeXml } from '../../text/xml.ts';

/** A day, and what is missing from then on. */
export interface ChartDay {
  readonly date: string;
  readonly missing: number;
}

const WIDTH = 720;
const HEIGHT = 220;
const PLOT = { left: 40, right: 16, top: 24, bottom: 44 };
/** Labels nearer to each other than this would cover each other. */
const LABEL_WIDTH = 74;
const INK = '#1f2328';
const FAINT = '#57606a';
const LINE = '#0b5cad';

/** How many controls are missing from which day on, as steps over time: the text of an SVG file. */
export function roadmapChart(days: readonly ChartDay[]): string {
  const times = days.map(({ date }) => Date.parse(`${date}T00:00:00Z`));
  const [first, last] = [times[0]!, times.at(-1)!];
  const most = Math.max(1, ...days.map(({ missing }) => missing));
  const right = WIDTH - PLOT.right;
  const bottom = HEIGHT - PLOT.bottom;
  // What holds from the last day on has to be seen, too.
  const span = (last - first || 1) * 1.08;
  const x = (time: number) => round(PLOT.left + ((time - first) / span) * (right - PLOT.left));
  const y = (missing: number) => round(bottom - (missing / most) * (bottom - PLOT.top));
  const points = days.map(({ date, missing }, i) => ({ date, missing, x: x(times[i]!), y: y(missing) }));
  const path = points.map((point, i) => (i === 0 ? `M${point.x} ${point.y}` : `H${point.x}V${point.y}`)).join('');
  let free = -Infinity;
  const labels = points.map(({ date, missing, x: at, y: top }) => {
    const isFree = at >= free;
    if (isFree) free = at + LABEL_WIDTH;
    const mark = `<circle cx="${at}" cy="${top}" r="3" fill="${LINE}"/>`;
    if (!isFree) return mark;
    return [
      mark,
      text(at + 4, top - 7, INK, String(missing)),
      `<line x1="${at}" y1="${bottom}" x2="${at}" y2="${bottom + 5}" stroke="${FAINT}"/>`,
      text(at, bottom + 19, FAINT, date),
    ].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Arimo, Arial, Helvetica, sans-serif" font-size="12">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
<line x1="${PLOT.left}" y1="${bottom}" x2="${right}" y2="${bottom}" stroke="${FAINT}"/>
<path d="${path}H${right}" fill="none" stroke="${LINE}" stroke-width="2"/>
${labels.join('\n')}
</svg>
`;
}

const text = (x: number, y: number, fill: string, content: string): string =>
  `<text x="${x}" y="${y}" fill="${fill}">${escapeXml(content)}</text>`;

const round = (value: number): number => Math.round(value * 10) / 10;
