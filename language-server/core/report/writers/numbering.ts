import type { Block, DocumentChapter } from '../document/blocks.ts';

type Captioned = Extract<Block, { readonly caption: string }>;

/** What a caption begins with: `Table`, `3`. */
export interface CaptionNumber {
  readonly label: 'Table' | 'Figure';
  readonly number: number;
}

/** Counts tables and figures through a document. */
export function createCounting(): (block: Captioned) => CaptionNumber {
  const counts = { table: 0, picture: 0 };
  return ({ kind }) => {
    counts[kind] += 1;
    return { label: kind === 'table' ? 'Table' : 'Figure', number: counts[kind] };
  };
}

/** Numbers captions through a document: `Table 3: Zones`, `Figure 1: …`. */
export function createNumbering(): (block: Captioned) => string {
  const count = createCounting();
  return (block) => {
    const { label, number } = count(block);
    return `${label} ${number}: ${block.caption}`;
  };
}

/** `9 Drawings`, `Annex A Conventions of this tool`. */
export function chapterHeading({ number, title }: Pick<DocumentChapter, 'number' | 'title'>): string {
  return /^[A-Z]/.test(number) ? `Annex ${number} ${title}` : `${number} ${title}`;
}

/** What is said of a chapter that the model does not fill; undefined for one that it does. */
export function lackOf({ filled, add }: Pick<DocumentChapter, 'filled' | 'add'>): string | undefined {
  if (add.length === 0) return undefined;
  return filled === 'no' ? 'The model does not fill this chapter yet.' : 'The model fills this chapter in part.';
}
