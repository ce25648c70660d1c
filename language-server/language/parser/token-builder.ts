import type { TokenType, TokenVocabulary } from 'chevrotain';
import { Lexer } from 'chevrotain';
import { DefaultTokenBuilder, type Grammar, type TokenBuilderOptions } from 'langium';
import { MEMBER_WORDS } from './member-starts.ts';

/** Starts every name and keyword; given to the lexer so that it dispatches on the first character. */
const NAME_START: (string | number)[] = [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_',
  // The lexer puts characters above 255 into buckets of 256: one hint for each bucket is enough.
  ...Array.from({ length: 128 }, (_, i) => 128 + i),
  ...Array.from({ length: 255 }, (_, i) => 256 * (i + 1)),
];

/** Tokens that no text matches: each stands for the tokens in its category (listed in zones.langium). */
const CATEGORIES = ['NAME', 'REFERENCE', 'CONTROL_NAME', 'CONTROL', 'TEXT', 'VALUE'];

/** The word of a keyword that is found in texts: a name as well, until it is seen to begin a member. */
function splitOff(keyword: TokenType, pattern: string): TokenType {
  keyword.PATTERN = Lexer.NA;
  return { name: `${keyword.name} or a name`, PATTERN: pattern };
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
    const id = byName.get('ID')!;
    const path = byName.get('PATH')!;
    const requirement = byName.get('REQUIREMENT')!;
    const abstract = (category: string): TokenType => {
      const token = byName.get(category)!;
      token.PATTERN = Lexer.NA;
      return token;
    };
    const [name, reference, controlName, control, text, value] = CATEGORIES.map(abstract) as [
      TokenType,
      TokenType,
      TokenType,
      TokenType,
      TokenType,
      TokenType,
    ];
    name.CATEGORIES = [reference, controlName];
    reference.CATEGORIES = [control];
    controlName.CATEGORIES = [control];
    control.CATEGORIES = [value];
    text.CATEGORIES = [value];
    id.CATEGORIES = [name];
    path.CATEGORIES = [reference];
    requirement.CATEGORIES = [controlName];
    byName.get('STRING')!.CATEGORIES = [text];
    byName.get('TEXT_BLOCK')!.CATEGORIES = [text];
    byName.get('NUMBER')!.CATEGORIES = [value];
    byName.get('DATE')!.CATEGORIES = [value];
    id.START_CHARS_HINT = NAME_START;
    path.START_CHARS_HINT = NAME_START;
    for (const token of [...tokens]) {
      if (typeof token.PATTERN !== 'string' || !/^[a-z]/.test(token.PATTERN)) continue;
      const word = MEMBER_WORDS.has(token.PATTERN) ? splitOff(token, token.PATTERN) : token;
      word.CATEGORIES = word === token ? [name] : [token, name];
      word.LONGER_ALT = [path, id];
      if (word !== token) tokens.push(word);
    }
    // The first that matches wins: a requirement reference starts like a name, a date like a number.
    const order = ['REQUIREMENT', 'TEXT_BLOCK', 'STRING', 'DATE', 'NUMBER', '', 'PATH', 'ID'];
    const rank = ({ name }: TokenType) => order.indexOf(order.includes(name) ? name : '');
    // Of two keywords the longer comes first: `sl` begins `sl-t`.
    const length = ({ PATTERN }: TokenType) => (typeof PATTERN === 'string' ? PATTERN.length : 0);
    return [...tokens].sort((a, b) => rank(a) - rank(b) || length(b) - length(a));
  }
}
