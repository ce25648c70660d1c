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
import { ZonesErrorMessages } from './error-messages.ts';
import { createLexer } from './lexer.ts';
import { createSyntaxParser, type SyntaxParser } from './syntax-parser.ts';
import { ZonesTokenBuilder } from './token-builder.ts';

/** A place in the parsed text: `start` inclusive, `end` exclusive, in UTF-16 units. */
export interface SyntaxError {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface ParseResult {
  readonly fragment: Fragment;
  readonly errors: readonly SyntaxError[];
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

export function zonesServices(): ZonesServices {
  services ??= createServices();
  return services;
}

/**
 * Parses the text of one declaration (or several). Never throws: what cannot be read is left out of the
 * fragment and named in `errors`, in the order of the text.
 */
export function parse(text: string): ParseResult {
  const { tokens, errors: lexerErrors } = zonesServices().parser.Lexer.tokenize(text);
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
  const errors: SyntaxError[] = [];
  for (const error of lexerErrors) {
    const start = error.offset;
    const character = text.slice(start, start + 1);
    errors.push({
      message: `Unexpected character '${character}': it is no part of the language; remove it or put it in quotes.`,
      start,
      end: start + Math.max(1, error.length),
    });
  }
  for (const error of result.errors) {
    const token = error.token;
    const atEnd = Number.isNaN(token.startOffset) || token.tokenType.name === 'EOF';
    const lastEnd = text.trimEnd().length;
    const start = atEnd ? Math.max(0, lastEnd - 1) : token.startOffset;
    const end = atEnd ? Math.max(start, lastEnd) : token.startOffset + token.image.length;
    errors.push({ message: error.message, start, end });
  }
  errors.sort((a, b) => a.start - b.start);
  return { fragment: result.root as AstNode as Fragment, errors };
}
