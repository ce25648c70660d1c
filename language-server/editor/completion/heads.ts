import { numberOf } from './matches.ts';

/** The characters after which an editor asks anew. */
export const TRIGGERS = [':', '.', ',', ' ', '(', '>', '"', '/'] as const;

/** Of these those that are asked about within a text in quotes, and nowhere else. */
export const TEXT_TRIGGERS: ReadonlySet<string> = new Set(['"', '/']);

/*
 * While an editor waits for the answer to such a character it goes on showing the list it has, if the character fits into
 * what the list is filtered by, and does not filter it any more: Enter would put what was chosen by then in place of all
 * that was typed since. So no item is filtered by such a character: the list closes, and the next one is about what
 * comes after the character alone. What is typed up to there is the head of an item.
 */

const TRIGGER = `[${TRIGGERS.join('')}\\s]`;
const UP_TO_TRIGGER = new RegExp(`^.*${TRIGGER}`);
const EACH_TRIGGER = new RegExp(TRIGGER, 'g');

/** What is typed up to the last character after which an editor asks anew. */
export const headOf = (typed: string): string => UP_TO_TRIGGER.exec(typed)?.[0] ?? '';

/** A text without what a head says of it, whatever the white space in either. */
export function withoutHead(text: string, head: string): string {
  let at = 0;
  for (const character of numberOf(head)) {
    while (/[ \t]/.test(text[at] ?? '')) at++;
    if (text[at] === character) at++;
  }
  return head === '' ? text : text.slice(at).trimStart();
}

/** What an editor compares with what is typed: a label and the words of a title and of other texts. */
export function filterText(label: string, title = '', others: readonly string[] = []): string {
  const words = [title, ...others].join(' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return [label.replace(EACH_TRIGGER, '-'), ...words].join('-');
}
