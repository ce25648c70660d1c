import type { Block, DocumentChapter } from '../core/report/document/blocks.ts';
import { wantsBroadSide } from './picture.ts';

/** A block, or what a chapter begins with. */
export type Part = Block | { readonly kind: 'chapter'; readonly chapter: DocumentChapter };

/** Parts that stand on paper lying one way. */
export interface Pages {
  readonly isWide: boolean;
  readonly parts: readonly Part[];
}

/**
 * The chapters as they stand on paper: those with broad tables on its broad side, and so the pictures that are easier to
 * read there, with the headings above them.
 */
export function pagesOf(chapters: readonly DocumentChapter[]): Pages[] {
  const pages: { isWide: boolean; parts: Part[] }[] = [];
  for (const { part, isWide } of chapters.flatMap(placed)) {
    const last = pages.at(-1);
    if (last?.isWide === isWide) last.parts.push(part);
    else pages.push({ isWide, parts: [part] });
  }
  return pages;
}

interface Placed {
  readonly part: Part;
  readonly isWide: boolean;
}

function placed(chapter: DocumentChapter): Placed[] {
  const parts: Part[] = [{ kind: 'chapter', chapter }, ...chapter.blocks];
  const placed: Placed[] = [];
  for (const part of parts.toReversed()) {
    const below = placed[0];
    const leads = part.kind === 'heading' || part.kind === 'chapter';
    const isWide =
      chapter.isWide || (part.kind === 'picture' && wantsBroadSide(part)) || (leads && below?.isWide === true);
    placed.unshift({ part, isWide });
  }
  return placed;
}
