import type { TokenType, TokenVocabulary } from 'chevrotain';
import { Lexer } from 'chevrotain';
import { DefaultTokenBuilder, type Grammar, type TokenBuilderOptions } from 'langium';
import { CATEGORIES, MEMBER_WORDS, type TokenName } from '../syntax/words.generated.ts';
import { LINE_WORDS } from './member-starts.ts';

/** Starts every name and keyword; given to the lexer so that it dispatches on the first character. */
const NAME_START: (string | number)[] = [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_',
  // The lexer puts characters above 255 into buckets of 256: one hint for each bucket is enough.
  ...Array.from({ length: 128 }, (_, i) => 128 + i),
  ...Array.from({ length: 255 }, (_, i) => 256 * (i + 1)),
];

/** The categories that a token or category is in. */
const CATEGORIES_OF: Partial<Record<TokenName, readonly (typeof CATEGORIES)[number][]>> = {
  NAME: ['REFERENCE', 'CONTROL_NAME'],
  REFERENCE: ['CONTROL'],
  CONTROL_NAME: ['CONTROL'],
  CONTROL: ['VALUE'],
  TEXT: ['VALUE'],
  PATH: ['REFERENCE'],
  REQUIREMENT: ['CONTROL_NAME'],
  STRING: ['TEXT'],
  TEXT_BLOCK: ['TEXT'],
  NUMBER: ['VALUE'],
  DATE: ['VALUE'],
};

/** The keywords that begin something else in an item of a framework. */
const IN_ITEMS: ReadonlySet<string> = new Set(MEMBER_WORDS.item);

/** The token of a word that is no keyword. */
const ID_WORD = 'ID or a name';

/** The first that matches wins: a requirement reference starts like a name, a date like a number. */
const ORDER: readonly (TokenName | typeof ID_WORD | '')[] = [
  'REQUIREMENT',
  'TEXT_BLOCK',
  'STRING',
  'DATE',
  'NUMBER',
  '',
  'PATH',
  ID_WORD,
];

/**
 * The token that is found in texts for a keyword, or for ID, with which a property begins: a name as well, until it is seen
 * to begin a member.
 */
function splitOff(token: TokenType): TokenType {
  const { name, PATTERN } = token;
  token.PATTERN = Lexer.NA;
  token.CATEGORIES = [];
  return { name: `${name} or a name`, PATTERN };
}

/**
 * Makes NAME an abstract token with ID and every keyword in its category, so that a keyword stays usable
 * wherever a name is expected.
 */
export class ZonesTokenBuilder extends DefaultTokenBuilder {
  override buildTokens(grammar: Grammar, options?: TokenBuilderOptions): TokenVocabulary {
    const tokens = super.buildTokens(grammar, options) as TokenType[];
    const byName = new Map(tokens.map((token) => [token.name, token]));
    // Tokens that the rules reach only through a category are not found by Langium.
    for (const rule of grammar.rules) {
      if (rule.$type === 'TerminalRule' && !byName.has(rule.name)) {
        const token = this.buildTerminalToken(rule);
        tokens.push(token);
        byName.set(token.name, token);
      }
    }
    const token = (name: TokenName): TokenType => byName.get(name)!;
    for (const name of CATEGORIES) token(name).PATTERN = Lexer.NA;
    for (const [name, categories] of Object.entries(CATEGORIES_OF)) {
      token(name as TokenName).CATEGORIES = categories.map(token);
    }
    const [name, fact, id, path] = [token('NAME'), token('FACT_NAME'), token('ID'), token('PATH')];
    const idWord = splitOff(id);
    idWord.CATEGORIES = [id, name, fact];
    idWord.START_CHARS_HINT = NAME_START;
    tokens.push(idWord);
    path.START_CHARS_HINT = NAME_START;
    for (const keyword of [...tokens]) {
      if (typeof keyword.PATTERN !== 'string' || !/^[a-z]/.test(keyword.PATTERN)) continue;
      const word = LINE_WORDS.has(keyword.PATTERN) ? splitOff(keyword) : keyword;
      const names = IN_ITEMS.has(keyword.PATTERN) ? [name] : [name, fact];
      word.CATEGORIES = word === keyword ? names : [keyword, ...names];
      word.LONGER_ALT = [path, idWord];
      if (word !== keyword) tokens.push(word);
    }
    const order = new Map<string, number>(ORDER.map((name, i) => [name, i]));
    const rank = ({ name }: TokenType) => order.get(name) ?? order.get('')!;
    // Of two keywords the longer comes first: `sl` begins `sl-t`.
    const length = ({ PATTERN }: TokenType) => (typeof PATTERN === 'string' ? PATTERN.length : 0);
    return [...tokens].sort((a, b) => rank(a) - rank(b) || length(b) - length(a));
  }
}
