import { escapeXml } from '../../text/xml.ts';
import type { ReportDocument } from '../document/blocks.ts';
import { htmlOf } from './html.ts';
import { PAGE_STYLE, REPORT_STYLE } from './html-style.ts';

/** The text of the model's files by the names that the documents have for them. */
export type ModelTexts = ReadonlyMap<string, string>;

/** The lines that something leads to, by the index of their file. */
type Wanted = ReadonlyMap<number, Set<number>>;

/**
 * Documents as one HTML file that needs nothing else and runs no script: each with its cover, and at the end the text of
 * the model, whose lines the rows lead to. It follows the reader's light or dark theme and prints on white.
 */
export function writeHtml(documents: readonly ReportDocument[], texts: ModelTexts): string {
  const indexes = new Map([...texts.keys()].map((name, i) => [name, i]));
  const wanted = new Map([...indexes.values()].map((file) => [file, new Set<number>()]));
  const bodies = documents.map((document, i) => {
    const body = htmlOf(document, {
      prefix: documents.length > 1 ? `s${i + 1}-` : '',
      addressOf({ file: name, line }) {
        const file = indexes.get(name);
        if (file === undefined) return undefined;
        wanted.get(file)?.add(line);
        return `#${anchor(file, line)}`;
      },
    });
    return `<main>\n${body}\n</main>`;
  });
  const title = [...new Set(documents.map(({ title, subtitle }) => `${subtitle} – ${title}`))].join(', ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"/>
<title>${escapeXml(title)}</title>
<style>${PAGE_STYLE}${REPORT_STYLE}</style>
</head>
<body>
${bodies.join('\n')}
${modelText(texts, wanted)}</body>
</html>
`;
}

const anchor = (file: number, line: number): string => `f${file + 1}-${line + 1}`;

/** The files of the model that something leads to, each line with its number. */
function modelText(texts: ModelTexts, wanted: Wanted): string {
  const files = [...texts].flatMap(([name, text], i) => {
    const lines = wanted.get(i);
    if (!lines || lines.size === 0) return [];
    const numbered = text
      .split(/\r\n|\r|\n/)
      .map((line, n) => `<span${lines.has(n) ? ` id="${anchor(i, n)}"` : ''}><b>${n + 1}</b>${escapeXml(line)}</span>`);
    return [`<h3>${escapeXml(name)}</h3><pre>${numbered.join('\n')}</pre>`];
  });
  if (files.length === 0) return '';
  return `<section class="model"><h2>Text of the model</h2>
${files.join('\n')}
</section>
`;
}
