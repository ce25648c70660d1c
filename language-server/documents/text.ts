import { TextRun } from 'docx';
import { visible } from '../core/text/visible.ts';
import { allowedInXml } from '../core/text/xml.ts';

/** Text of a model as a document may have it: nothing in it acts without being seen, and any XML can hold it. */
export const plain = (text: string): string => allowedInXml(visible(text));

/** A text as one line. */
export const plainLine = (text: string): string => plain(text.replace(/\s*[\r\n]+\s*/g, ' '));

/** A text in its lines. */
export const runsOf = (text: string): TextRun[] =>
  plain(text)
    .split('\n')
    .map((line, i) => new TextRun({ text: line, break: i === 0 ? undefined : 1 }));
