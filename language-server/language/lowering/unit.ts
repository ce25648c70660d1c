import type { Problem, Unit } from '../../core/model/unit.ts';
import { closest } from '../../core/text/closest.ts';
import { failedReading } from '../../core/text/fault.ts';
import { normaliseName } from '../../core/text/names.ts';
import { listOr } from '../../core/text/words.ts';
import type { Fragment } from '../generated/ast.ts';
import { foreignCommentAt } from '../parser/foreign-comments.ts';
import { importMistake } from '../parser/mistakes/foreign.ts';
import { homeMistake } from '../parser/mistakes/homes.ts';
import { commentMistake } from '../parser/mistakes/signs.ts';
import type { Mistake } from '../parser/mistakes/words.ts';
import { parse } from '../parser/parser.ts';
import { type Chunk, MAX_FILE, TOO_LONG } from '../parser/split.ts';
import { behindComments, isBlank } from '../syntax/white-space.ts';
import { DECLARATION_WORDS, DECLARING_WORDS } from '../syntax/words.generated.ts';
import { readDeclarations } from './declarations.ts';
import { placeProblems } from './elements-around.ts';
import { createReader, placeOf, type Reader, report } from './reader.ts';
import { mendUnknown, reportAt, reportErrors } from './syntax-errors.ts';

/** A unit with its text and its source map: start and end offsets in that text, two numbers a place. */
export interface UnitSource {
  readonly unit: Unit;
  readonly text: string;
  readonly spans: readonly number[];
  /** True for a text that is too large to be read, or none: no feature is to look at its words. */
  readonly unread?: true;
}

/** A declaration longer than this is not read: no plant needs it, and reading it would stall the editor. */
export const MAX_UNIT = 2 * 1024 * 1024;

/**
 * Reads the text of one top-level declaration into plain data. Never throws; whatever cannot be read is left
 * out and stands in the unit's problems.
 */
export function readUnit(text: string, chunk: Chunk): UnitSource {
  try {
    return read(text, chunk);
  } catch (error) {
    const reader = createReader(text);
    report(reader, 'internal-error', placeOf(reader, 0, /^.*/.exec(text)![0].length), failedReading(error));
    return finish(reader, undefined, true);
  }
}

function read(text: string, chunk: Chunk): UnitSource {
  const reader = createReader(text);
  const tooLarge = unreadable(text, chunk);
  if (tooLarge) {
    reportAt(reader, tooLarge);
    return { ...finish(reader, undefined, true), unread: true };
  }
  const refused = refusal(text, chunk);
  if (refused) {
    reportAt(reader, refused);
    return finish(reader, undefined, false);
  }
  if (isBlank(text)) return emptyFile(reader);
  const parsed = parse(text);
  reportErrors(reader, parsed);
  return finish(reader, parsed.fragment, parsed.errors.length > 0);
}

/** What a file says that cannot be read at all: why. */
export function unreadUnit(message: string, rule: Problem['rule'] = 'syntax-error'): UnitSource {
  const reader = createReader('');
  report(reader, rule, placeOf(reader, 0, 0), message);
  return finish(reader, undefined, true);
}

/** A file in which nothing stands is no fault, but whoever expected something in it should hear of it. */
function emptyFile(reader: Reader): UnitSource {
  const read = finish(reader, undefined, false);
  const message =
    "This file declares nothing yet: begin with 'system' and a name, or with a zone such as 'zone control : control { sl-t 2 }'.";
  const problem = { rule: 'syntax-error', at: placeOf(reader, 0, 0), message, severity: 'info' } as const;
  return { ...read, unit: { ...read.unit, problems: [problem], places: reader.spans.length / 2 } };
}

/**
 * Why nothing of a text is read, if so: it is too large, and would stall the editor or exhaust the stack. The place is
 * relative to the text.
 * @param chunk what the text was split off as
 */
export function unreadable(text: string, chunk: Chunk): Mistake | undefined {
  if (text.length > MAX_FILE) {
    return { start: 0, end: 1, message: TOO_LONG };
  }
  if (chunk.tooMany) {
    return { start: 0, end: 1, message: 'This file has over 10,000 declarations and was not read: split it.' };
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) return { start: nul, end: nul + 1, message: 'This is not a text: it contains binary data.' };
  if (text.length > MAX_UNIT) {
    return { start: 0, end: 1, message: 'This declaration is over 2 MB long and was not read: split it.' };
  }
  if (chunk.tooDeep !== undefined) {
    const start = chunk.tooDeep - chunk.start;
    const message = 'Blocks are nested over 100 deep here, so this declaration was not read: close some of them.';
    return { start, end: start + 1, message };
  }
  return undefined;
}

/**
 * Why a text is not worth parsing, if so: its errors would be one a word. The place is relative to the text.
 * @param chunk what the text was split off as
 */
export function refusal(text: string, chunk: Chunk): Mistake | undefined {
  const tooLarge = unreadable(text, chunk);
  if (tooLarge || chunk.declaration) return tooLarge;
  const start = behindComments(text);
  if (start === text.length) return undefined;
  if (text.startsWith('/*', start)) {
    return { start, end: start + 2, message: 'This comment is not closed: put */ at its end.' };
  }
  const word = /^[^\s{}"]+|^./.exec(text.slice(start, start + 80))?.[0] ?? '';
  return notADeclaration(text, start, word);
}

function notADeclaration(text: string, start: number, word: string): Mistake {
  const end = start + word.length;
  if (foreignCommentAt(text, start) !== undefined) return commentMistake(start, word.startsWith('#') ? '#' : '--');
  const home = homeMistake(word, start);
  if (home) return home;
  const taken = importMistake(text, start, word);
  if (taken) return taken;
  if (/^[;,]/.test(word)) {
    const message = `No '${word[0]}' stands between declarations: remove it.`;
    return { start, end: start + 1, message, fix: { title: `Remove '${word[0]}'`, start, end: start + 1, text: '' } };
  }
  if (word === '}') {
    const message = "This '}' closes no block: remove it.";
    return { start, end, message, fix: { title: "Remove this '}'", start, end, text: '' } };
  }
  const declarations = listOr(DECLARATION_WORDS);
  const guess = closest(word, DECLARATION_WORDS);
  if (!guess) return { start, end, message: `Expected a declaration (${declarations}); found '${word}'.` };
  const message = `Expected a declaration (${declarations}); found '${word}'. Did you mean '${guess}'?`;
  return { start, end, message, fix: { title: `Change to '${guess}'`, start, end, text: guess } };
}

function finish(reader: Reader, fragment: Fragment | undefined, broken: boolean): UnitSource {
  const found = reader.problems.length;
  const declared = readDeclarations(reader, fragment?.declarations ?? []);
  // In a text with syntax errors the rest was read as well as it could be: what seems wrong there may only
  // look so because of them.
  if (broken) reader.problems.length = Math.min(reader.problems.length, found);
  else mendUnknown(reader);
  const start = (place: number) => reader.spans[2 * place]!;
  return {
    text: reader.text,
    spans: reader.spans,
    unit: {
      ...declared,
      references: reader.references.sort((a, b) => start(a.at) - start(b.at)),
      problems: placeProblems(reader, declared),
      broken: broken || found > 0,
      suspected: broken || found > 0 ? suspectedNames(reader.text) : [],
      places: reader.spans.length / 2,
    },
  };
}

const NAMED = new RegExp(String.raw`\b(?:${DECLARING_WORDS.join('|')})\s+([\p{L}_][\p{L}\p{M}\p{N}_-]*)`, 'gu');

function suspectedNames(text: string): string[] {
  return text.length > 1024 * 1024 ? [] : [...text.matchAll(NAMED)].map((match) => normaliseName(match[1]!));
}
