import type { DocumentChapter, Heading } from '../core/report/document/blocks.ts';
import { chapterHeading, lackOf } from '../core/report/writers/numbering.ts';
import { widthOf } from './arial-widths.ts';
import type { Paper } from './paper.ts';
import { LINE, SIZE, SPACE } from './styles.ts';

type Head = Heading | { readonly kind: 'chapter'; readonly chapter: DocumentChapter };

/** The height of what stands above a part and stays with it, in points: a heading, or what a chapter begins with. */
export function headHeight(head: Head, { width }: Paper): number {
  const lines = (text: string, size: number, room: number, isBold = false): number =>
    Math.max(1, Math.ceil(widthOf(text, size, isBold) / room)) * size * LINE;
  const heading = (text: string, level: 1 | 2 | 3): number =>
    SPACE.heading[level - 1]!.reduce((sum, each) => sum + each, 0) + lines(text, SIZE.heading[level - 1]!, width, true);
  if (head.kind === 'heading') return heading(head.text, head.level);
  const { chapter } = head;
  const reference = chapter.zcr.length > 0 ? SIZE.caption * LINE + SPACE.reference : 0;
  const lack = lackOf(chapter);
  const note = lack
    ? [lack, ...chapter.add].reduce((sum, line) => sum + lines(line, SIZE.text, width - 24), SPACE.note)
    : 0;
  return heading(chapterHeading(chapter), 1) + reference + note;
}
