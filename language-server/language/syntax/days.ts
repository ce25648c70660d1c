import { DATE_PLACEHOLDER } from '../../core/fixes/placeholder.ts';
import { isDate } from './text.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * The day that a text names in another form, as YYYY-MM-DD; undefined where it names none, or may name two
 * (`6/7/2027`): a month, a quarter or a year is no day.
 */
export function dayMeant(text: string): string | undefined {
  const written = text.replace(/^"|"$/g, '').trim();
  const day = isoDay(written) ?? dayOfNumbers(written) ?? dayOfMonthName(written);
  return day !== undefined && isDate(day) ? day : undefined;
}

const pad = (year: string, month: string | number, day: string): string =>
  `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;

/** The year comes first: with other signs, without zeros or signs, with a time behind it. */
function isoDay(text: string): string | undefined {
  const [, year, , month, day] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\S*)?$/.exec(text) ?? [];
  if (year && month && day) return pad(year, month, day);
  const [, y, m, d] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  return y && m && d ? pad(y, m, d) : undefined;
}

/** The year comes last. With dots the day is first; else only a number over 12 tells which of the two is the day. */
function dayOfNumbers(text: string): string | undefined {
  const [, first, sign, second, year] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (!first || !second || !year) return undefined;
  if (sign === '.' || Number(first) > 12 || first === second) return pad(year, second, first);
  return Number(second) > 12 ? pad(year, first, second) : undefined;
}

const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})$/i;
const MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;

/** The month is a word. */
function dayOfMonthName(text: string): string | undefined {
  const [, day, month, year] = DAY_FIRST.exec(text) ?? reordered(MONTH_FIRST.exec(text));
  const index = month === undefined ? -1 : MONTHS.findIndex((name) => name.startsWith(month.toLowerCase()));
  return day && year && index >= 0 ? pad(year, index + 1, day) : undefined;
}

const reordered = (found: RegExpExecArray | null): readonly (string | undefined)[] =>
  found ? [found[0], found[2], found[1], found[3]] : [];

/** What is said of a text that names a day in another form, or names none. */
export function dayMessage(text: string, meant: string | undefined): string {
  if (text.startsWith('"') && text === `"${meant}"`) return `A day stands without quotes: write ${meant}.`;
  if (meant !== undefined) return `'${text}' is no date as it is written here: year, month and day, as in ${meant}.`;
  if (/^\d+-\d+-\d+$/.test(text)) return `A date is due here, as ${DATE_PLACEHOLDER}; found ${text}.`;
  return `A date is due here, as ${DATE_PLACEHOLDER}; found ${text}. Write the last day that is meant.`;
}
