/** A word, sign, text or comment of a unit's text. */
export interface Token {
  readonly text: string;
  readonly at: number;
  readonly kind: 'word' | 'sign' | 'text' | 'comment';
}

const NAME = String.raw`[\p{L}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?`;
const REQUIREMENT = String.raw`(?:SR|CR|SAR|EDR|HDR|NDR)[ \t]*\d+\.\d+(?:[ \t]*(?:RE[ \t]*)?\([ \t]*\d+[ \t]*\)|[ \t]*RE[ \t]*\d+)?`;
const PATTERN = new RegExp(
  String.raw`(?<text>"""(?:\\[\s\S]|(?!""")[^\\])*(?:"""|$)|"(?:\\.|[^"\\\r\n])*"?)` +
    String.raw`|(?<comment>\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$))` +
    String.raw`|(?<word>${REQUIREMENT}(?![\p{L}\p{N}_])|${NAME}|\d[\d.-]*)|(?<sign><->|->|\S)`,
  'gu',
);

/** The tokens of a text. Text that is none of the language comes as signs; nothing is left out but white space. */
export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(PATTERN), ({ 0: token, index, groups }) => ({
    text: token,
    at: index,
    kind: groups!.word ? 'word' : groups!.text ? 'text' : groups!.comment ? 'comment' : 'sign',
  }));
}

export const endOf = ({ text, at }: Token): number => at + text.length;

/** True where an offset lies inside a text or a comment, of which nothing is to be read as the language. */
export function isInside({ text, at, kind }: Token, offset: number): boolean {
  if (kind !== 'text' && kind !== 'comment') return false;
  const end = at + text.length;
  if (offset <= at || offset > end) return false;
  return offset < end || !isClosed(text);
}

function isClosed(text: string): boolean {
  if (text.startsWith('//')) return false;
  if (text.startsWith('/*')) return text.length >= 4 && text.endsWith('*/');
  if (text.startsWith('"""')) return text.length >= 6 && text.endsWith('"""');
  return text.length >= 2 && text.endsWith('"') && !/(?:^|[^\\])(?:\\\\)*\\"$/.test(text);
}

/** A block around a place: the word that begins its declaration or member, the words up to its brace. */
export interface Block {
  readonly word: string;
  readonly name: string;
  readonly header: readonly Token[];
  /** Index of the token after its opening brace. */
  readonly from: number;
}

/** Words that begin what has a block. */
const HEADS: ReadonlySet<string> = new Set(
  'system zone asset conduit flow profile risk risk-matrix catalog group control asset-type protocol reference-model kind focus framework item sl-t sl-c'.split(
    ' ',
  ),
);

/** After these a name stands, whatever word it is. */
const BEFORE_NAME: ReadonlySet<string> = new Set([
  ...HEADS,
  ...': , between and -> <-> for by with via extends over on maps'.split(' '),
]);

/** True after a word that a name follows, so that a keyword there is no keyword. */
export const isNamePosition = (previous: string): boolean => BEFORE_NAME.has(previous);

/** The blocks that are open before the token of an index, the outermost first. Comments are no tokens here. */
export function blocksBefore(tokens: readonly Token[], index: number): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (let i = 0; i < index; i++) {
    const { text } = tokens[i]!;
    if (text !== '{' && text !== '}') continue;
    if (text === '{') {
      const head = headOf(tokens, from, i);
      const word = tokens[head]?.text ?? '';
      blocks.push({ word, name: tokens[head + 1]?.text ?? '', header: tokens.slice(head, i), from: i + 1 });
    } else blocks.pop();
    from = i + 1;
  }
  return blocks;
}

/** The first token of the header whose block opens at `open`. */
function headOf(tokens: readonly Token[], from: number, open: number): number {
  for (let i = open - 1; i >= from; i--) {
    const isName = i > from && isNamePosition(tokens[i - 1]!.text);
    if (HEADS.has(tokens[i]!.text) && !isName) return i;
  }
  return Math.min(from, open);
}

/** The tokens that stand in a block itself, not in a block inside it; to the block's end, also behind the cursor. */
export function membersIn(tokens: readonly Token[], from: number): Token[] {
  const members: Token[] = [];
  let depth = 0;
  for (let i = from; i < tokens.length && depth >= 0; i++) {
    const token = tokens[i]!;
    if (token.text === '{') depth++;
    else if (token.text === '}') depth--;
    else if (depth === 0) members.push(token);
  }
  return members;
}

/** The words that begin a member among the tokens of a block, such as the names of its properties. */
export function memberWords(members: readonly Token[]): Set<string> {
  const words = members.filter(({ kind }, i) => kind === 'word' && !isNamePosition(members[i - 1]?.text ?? ''));
  return new Set(words.map(({ text }) => text));
}
