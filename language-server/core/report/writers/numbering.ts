import type { Block, DocumentChapter } from '../document/blocks.ts';

/** Numbers captions through a document: `Table 3`, `Figure 1`. */
export function createNumbering(): (block: Extract<Block, { readonly caption: string }>) => string {
  const counts = { table: 0, picture: 0 };
  return ({ kind, caption }) => {
    counts[kind] += 1;
    return `${kind === 'table' ? 'Table' : 'Figure'} ${counts[kind]}: ${caption}`;
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
