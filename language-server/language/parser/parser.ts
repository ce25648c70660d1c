import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
} from 'langium';
import type { Fragment } from '../generated/ast.ts';
import { ZonesGeneratedModule, ZonesGeneratedSharedModule } from '../generated/module.ts';
import { ZonesErrorMessages } from './error-messages.ts';
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

/** Values reach lowering as they are written: it needs the raw text to report what is wrong with it, at its place. */
const asWritten = { convert: (text: string) => text };

/** The services of the language that this project uses of Langium's. */
export type ZonesServices = LangiumCoreServices;

function createServices(): ZonesServices {
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), ZonesGeneratedSharedModule);
  const services = inject(createDefaultCoreModule({ shared }), ZonesGeneratedModule, {
    parser: {
      TokenBuilder: () => new ZonesTokenBuilder(),
      ValueConverter: () => asWritten,
      ParserErrorMessageProvider: () => new ZonesErrorMessages(),
    },
  });
  shared.ServiceRegistry.register(services);
  return services;
}

let services: ZonesServices | undefined;

export function zonesServices(): ZonesServices {
  services ??= createServices();
  return services;
}

/**
 * Parses the text of one declaration (or several). Never throws: what cannot be read is left out of the
 * fragment and named in `errors`, in the order of the text.
 */
export function parse(text: string): ParseResult {
  const parser = zonesServices().parser.LangiumParser;
  let result: ReturnType<typeof parser.parse<Fragment>>;
  try {
    result = parser.parse<Fragment>(text);
  } catch (error) {
    // Only a text that is made to break parsers gets here (out of stack); a new parser has a clean state.
    if (!(error instanceof RangeError)) throw error;
    services = undefined;
    const message = 'This declaration is too large or too deeply nested to be read: split it.';
    return {
      fragment: { $type: 'Fragment', declarations: [] },
      errors: [{ message, start: 0, end: Math.min(1, text.length) }],
    };
  }
  const errors: SyntaxError[] = [];
  for (const error of result.lexerErrors) {
    const start = error.offset;
    const character = text.slice(start, start + 1);
    errors.push({
      message: `Unexpected character '${character}': it is no part of the language; remove it or put it in quotes.`,
      start,
      end: start + Math.max(1, error.length),
    });
  }
  for (const error of result.parserErrors) {
    const token = error.token;
    const atEnd = Number.isNaN(token.startOffset) || token.tokenType.name === 'EOF';
    const lastEnd = text.trimEnd().length;
    const start = atEnd ? Math.max(0, lastEnd - 1) : token.startOffset;
    const end = atEnd ? Math.max(start, lastEnd) : (token.endOffset ?? token.startOffset) + 1;
    errors.push({ message: error.message, start, end });
  }
  errors.sort((a, b) => a.start - b.start);
  return { fragment: result.value, errors };
}
