import {
  Lexer as ChevrotainLexer,
  type ILexingError,
  type ILexingResult,
  type IMultiModeLexerDefinition,
  type TokenType,
} from 'chevrotain';
import type { LangiumCoreServices, Lexer, LexerResult } from 'langium';
import { foreignCommentAt } from './foreign-comments.ts';
import { markMemberStarts } from './member-starts.ts';

/** A text is read again at most so often because of comments of other languages: each time brings one out that hid the next. */
const MOST_READINGS = 20;

/** A lexer that counts offsets only: lines and columns are worked out for the few places that are shown. */
export function createLexer(services: LangiumCoreServices): Lexer {
  const vocabulary = services.parser.TokenBuilder.buildTokens(services.Grammar);
  const tokens = vocabulary as Exclude<typeof vocabulary, IMultiModeLexerDefinition | Record<string, TokenType>>;
  const lexer = new ChevrotainLexer(tokens, {
    positionTracking: 'onlyOffset',
    skipValidations: services.LanguageMetaData.mode === 'production',
    errorMessageProvider: services.parser.LexerErrorMessageProvider,
  });
  // What is completed or hovered over has mostly just been read, or is asked about again.
  let last: { readonly text: string; readonly result: LexerResult } | undefined;
  return {
    definition: Object.fromEntries(tokens.map((token) => [token.name, token])),
    tokenize(text) {
      if (last?.text === text) return last.result;
      const { tokens, errors, groups } = readWithoutForeignComments(lexer, text);
      markMemberStarts(text, tokens);
      const result = { tokens, errors, hidden: groups.hidden ?? [] };
      last = { text, result };
      return result;
    },
  };
}

/**
 * The tokens of a text without those of comments as other languages have them (`# …`): each of these is one error, as long
 * as the comment, so that its words are not taken for the language's.
 */
function readWithoutForeignComments(lexer: ChevrotainLexer, text: string): ILexingResult {
  let result = lexer.tokenize(text);
  const comments: ILexingError[] = [];
  let blanked = text;
  for (let i = 0; i < MOST_READINGS; i++) {
    let end = 0;
    const found = result.errors.flatMap((error) => {
      const length = error.offset < end ? undefined : foreignCommentAt(blanked, error.offset);
      if (length === undefined) return [];
      end = error.offset + length;
      return [{ ...error, length }];
    });
    if (found.length === 0) break;
    comments.push(...found);
    blanked = withBlanks(blanked, found);
    result = lexer.tokenize(blanked);
  }
  if (comments.length === 0) return result;
  return { ...result, errors: [...result.errors, ...comments].sort((a, b) => a.offset - b.offset) };
}

function withBlanks(text: string, spans: readonly ILexingError[]): string {
  let end = 0;
  const parts = spans.map(({ offset, length }) => {
    const part = text.slice(end, offset) + ' '.repeat(length);
    end = offset + length;
    return part;
  });
  return parts.join('') + text.slice(end);
}
