import type { IToken } from 'chevrotain';
import {
  type AstNode,
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
} from 'langium';
import type { Fragment } from '../generated/ast.ts';
import { ZonesGeneratedModule, ZonesGeneratedSharedModule } from '../generated/module.ts';
import { readString, readTextBlock } from '../syntax/text.ts';
import { IN_BLOCK, ZonesErrorMessages } from './error-messages.ts';
import { createLexer } from './lexer.ts';
import { isLineBetween } from './member-starts.ts';
import { createSyntaxParser, type SyntaxParser } from './syntax-parser.ts';
import { ZonesTokenBuilder } from './token-builder.ts';
import { type UnclosedText, unclosedText } from './unclosed-text.ts';

/** A message cites at most this many characters of a word. */
const MOST_SHOWN = 40;

/** What the parser says where a declaration has ended and the text goes on. */
const STRAY_BRACE_EXPECTED = "Expected '{' or the end of the declaration";

/** A place in the parsed text: `start` inclusive, `end` exclusive, in UTF-16 units. */
export interface ParseError {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** What mends it, where that is plain. */
  readonly fix?: UnclosedText['fix'];
  /** Where the reading failed, behind `start` where something is missing at the end of a line. None where the cause is plain. */
  readonly offset?: number;
}

export interface ParseResult {
  readonly fragment: Fragment;
  readonly errors: readonly ParseError[];
}

/** The services of the language that this project uses of Langium's. */
export type ZonesServices = LangiumCoreServices;

function createServices(): ZonesServices {
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), ZonesGeneratedSharedModule);
  const services = inject(createDefaultCoreModule({ shared }), ZonesGeneratedModule, {
    parser: {
      TokenBuilder: () => new ZonesTokenBuilder(),
      Lexer: createLexer,
      ParserErrorMessageProvider: () => new ZonesErrorMessages(),
    },
  });
  shared.ServiceRegistry.register(services);
  return services;
}

let services: ZonesServices | undefined;
let syntaxParser: SyntaxParser | undefined;

/** Langium's services for the language, made at the first call. */
export function zonesServices(): ZonesServices {
  services ??= createServices();
  return services;
}

/**
 * Parses the text of one declaration (or several). Never throws: what cannot be read is left out of the
 * fragment and named in `errors`, in the order of the text.
 */
export function parse(text: string): ParseResult {
  const { tokens, errors: lexerErrors, hidden } = zonesServices().parser.Lexer.tokenize(text);
  let result: ReturnType<SyntaxParser['parse']>;
  try {
    syntaxParser ??= createSyntaxParser(zonesServices());
    result = syntaxParser.parse(tokens);
  } catch (error) {
    // Only a text that is made to break parsers gets here (out of stack); a new parser has a clean state.
    if (!(error instanceof RangeError)) throw error;
    syntaxParser = undefined;
    const message = 'This declaration is too large or too deeply nested to be read: split it.';
    return {
      fragment: { $type: 'Fragment', declarations: [] },
      errors: [{ message, start: 0, end: Math.min(1, text.length) }],
    };
  }
  const errors = [
    ...lexerErrors.map(({ offset }) => strayCharacter(text, offset)),
    ...syntaxErrors(text, tokens, result),
  ];
  errors.sort((a, b) => a.start - b.start);
  const unclosed = unclosedComment(hidden) ?? (errors.length > 0 ? firstUnclosedText(text, tokens) : undefined);
  // What is not closed swallows what comes after it, so that errors after it come of it.
  const causes = unclosed ? [...errors.filter(({ start }) => start < unclosed.start), unclosed] : errors;
  return { fragment: result.root as AstNode as Fragment, errors: causes };
}

/** A character that begins no token, shown with what it is written together with: addresses without quotes, mostly. */
function strayCharacter(text: string, offset: number): ParseError {
  const isPart = (at: number) => at >= 0 && at < text.length && !/[\s{}",]/.test(text[at]!);
  let [start, end] = [offset, offset + 1];
  while (isPart(start - 1) && offset - start < MOST_SHOWN) start--;
  while (isPart(end) && end - offset < MOST_SHOWN) end++;
  const run = text.slice(start, end);
  if (/^\d/.test(run))
    return { message: `'${run}' is neither a number nor a date (YYYY-MM-DD): put it in quotes.`, start, end, offset };
  if (text[offset] === '-' && isPart(offset - 1)) {
    return {
      message: `A name does not end in '-': remove it, or go on with a letter or digit.`,
      start: offset,
      end: offset + 1,
      offset,
    };
  }
  const message = `Unexpected character '${text[offset]}': it is no part of the language; remove it or put it in quotes.`;
  return { message, start: offset, end: offset + 1, offset };
}

/** The parser's errors: what was expected, after what, and what stands there. */
function syntaxErrors(
  text: string,
  tokens: readonly IToken[],
  { errors }: ReturnType<SyntaxParser['parse']>,
): ParseError[] {
  const lastEnd = text.trimEnd().length;
  return errors.map(({ message, token }) => {
    const atEnd = Number.isNaN(token.startOffset) || token.tokenType.name === 'EOF';
    const previous = tokens[atEnd ? tokens.length - 1 : indexBefore(tokens, token.startOffset)];
    const after = previous && previous.image.length <= MOST_SHOWN ? ` after '${previous.image}'` : '';
    if (atEnd) {
      const start = Math.max(0, lastEnd - 1);
      const end = Math.max(start, lastEnd);
      return { message: `${message}${after}; the declaration ends here.`, start, end, offset: text.length };
    }
    if (message === STRAY_BRACE_EXPECTED && token.image === '}') {
      const { startOffset: offset } = token;
      return { message: "This '}' closes no block: remove it.", start: offset, end: offset + 1 };
    }
    const image = token.image.length > MOST_SHOWN ? `${token.image.slice(0, MOST_SHOWN)}…` : token.image;
    const found = image.startsWith('"') ? image : `'${image}'`;
    // What is missing at the end of a line is missing there, not where the next line begins.
    const isAtLineEnd = previous && !message.endsWith(IN_BLOCK) && isLineBetween(text, previous, token);
    const at = isAtLineEnd ? previous : token;
    const end = at.startOffset + firstLine(at.image).length;
    const rest = isAtLineEnd ? 'the line ends here' : `found ${found}`;
    return { message: `${message}${after}; ${rest}.`, start: at.startOffset, end, offset: token.startOffset };
  });
}

function unclosedComment(hidden: readonly IToken[]): ParseError | undefined {
  const last = hidden.findLast(({ image }) => image.startsWith('/*'));
  if (!last || (last.image.length > 3 && last.image.endsWith('*/'))) return undefined;
  const message = 'This comment is not closed: put */ at its end.';
  const { startOffset: start } = last;
  return { message, start, end: start + 2 };
}

/** The first text that is not closed. Lowering names it, too, where it does no more harm. */
function firstUnclosedText(text: string, tokens: readonly IToken[]): ParseError | undefined {
  for (const { tokenType, image, startOffset: start } of tokens) {
    const isBlock = tokenType.name === 'TEXT_BLOCK';
    if (!isBlock && tokenType.name !== 'STRING') continue;
    if ((isBlock ? readTextBlock : readString)(image).closed) continue;
    return unclosedText(text, start, start + image.length);
  }
  return undefined;
}

const firstLine = (image: string): string => /^[^\r\n]*/.exec(image)![0];

/** Index of the last token before an offset, -1 where none is. */
function indexBefore(tokens: readonly IToken[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.startOffset < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
