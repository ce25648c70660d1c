import { Lexer as ChevrotainLexer, type IMultiModeLexerDefinition, type TokenType } from 'chevrotain';
import type { LangiumCoreServices, Lexer, LexerResult } from 'langium';
import { markMemberStarts } from './member-starts.ts';

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
      const { tokens, errors, groups } = lexer.tokenize(text);
      markMemberStarts(text, tokens);
      const result = { tokens, errors, hidden: groups.hidden ?? [] };
      last = { text, result };
      return result;
    },
  };
}
