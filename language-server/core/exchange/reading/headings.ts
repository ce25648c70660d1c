import { spellingOf, wordsOf } from '../../text/spelling.ts';
import { type Meaning, TABLES } from '../tables/index.ts';
import type { Column, TableId } from '../tables/table.ts';

/** How well a heading fits a column: the lower the better. */
export interface HeadingMatch {
  readonly meaning: Meaning;
  readonly rank: number;
}

interface Index {
  readonly exact: ReadonlyMap<string, readonly HeadingMatch[]>;
  readonly columns: ReadonlyMap<string, Column>;
}

const indexes = new Map<TableId, Index>();

function indexOf(table: TableId): Index {
  let index = indexes.get(table);
  if (index) return index;
  const exact = new Map<string, HeadingMatch[]>();
  const columns = TABLES[table].columns as readonly Column<Meaning>[];
  for (const { id, header, aliases } of columns) {
    [header, ...aliases].forEach((text, rank) => {
      const spelling = spellingOf(text);
      exact.set(spelling, [...(exact.get(spelling) ?? []), { meaning: id, rank }]);
    });
  }
  index = { exact, columns: new Map(columns.map((column) => [column.id, column])) };
  indexes.set(table, index);
  return index;
}

/** The column of a table with an id. */
export const columnOf = (table: TableId, meaning: string): Column | undefined => indexOf(table).columns.get(meaning);

/** Shorter words stand in headings of all sorts: a "Risk Level" is no level, a "Vendor ID" no identity. */
const LEAST_TELLING = 6;

/** Exact headings come before all that are so but for a remark. */
const REMARKED = 100;

/** From here on a heading only has the words of one. */
export const CONTAINED = 200;

/** What a heading may mean in a table, the best first. */
export function meaningsOf(table: TableId, heading: string): HeadingMatch[] {
  const { exact } = indexOf(table);
  const found = [...(exact.get(spellingOf(heading)) ?? [])];
  // "IP Address 2", "IP-Adresse (PROFINET)", "Firmware [V]", "* Name", "device.vendor"
  const bare = heading.replace(/\([^)]*\)|\[[^\]]*\]|[*#]|\b\d{1,2}\s*$/g, ' ').trim();
  const last = bare.split(/[.:/]/).at(-1) ?? bare;
  for (const text of new Set([bare, last])) {
    for (const { meaning, rank } of exact.get(spellingOf(text)) ?? []) found.push({ meaning, rank: rank + REMARKED });
  }
  if (found.length === 0) found.push(...contained(exact, wordsOf(bare)));
  const best = new Map<Meaning, HeadingMatch>();
  for (const match of found) if (!best.has(match.meaning)) best.set(match.meaning, match);
  return [...best.values()].sort((a, b) => a.rank - b.rank);
}

/** The meanings of the longest phrase in a heading that is one by itself. */
function contained(exact: Index['exact'], words: readonly string[]): HeadingMatch[] {
  for (let length = words.length - 1; length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const phrase = words.slice(from, from + length).join('');
      // A word alone tells what it is about only where it is the last: a "Vendor website" is no vendor.
      const isTelling = length > 1 || (phrase.length >= LEAST_TELLING && from === words.length - 1);
      const matches = isTelling ? exact.get(phrase) : undefined;
      if (matches) return matches.map(({ meaning, rank }) => ({ meaning, rank: rank + CONTAINED }));
    }
  }
  return [];
}
