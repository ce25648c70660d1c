import { isName } from '../../../core/text/names.ts';
import { BLOCK_WORDS, type Keyword, REFERRING_WORDS } from '../../syntax/words.generated.ts';
import {
  instead,
  is,
  isBreak,
  isClauseWord,
  isFirst,
  isMemberWord,
  isReference,
  type Line,
  type Mistake,
  needless,
  type Word,
} from './words.ts';

const BEFORE_NAMES: ReadonlySet<string> = new Set(REFERRING_WORDS.filter((word) => word !== ','));
const HEADS: ReadonlySet<string> = new Set(BLOCK_WORDS);
const SIGNS: ReadonlySet<string> = new Set([':', '=']);

/** What notations of other tools have where the word of an index stands: quotes around names, dashes before members … */
export function foreignMistake(text: string, words: readonly Word[], at: number): Mistake | undefined {
  return quotedName(words, at) ?? dashMistake(text, words, at) ?? signBehindWord(words, at);
}

/** A name in quotes where one is due that is declared elsewhere: `: "plc"`. */
function quotedName(words: readonly Word[], at: number): Mistake | undefined {
  for (const i of [at, at + 1]) {
    const [before, word] = [words[i - 1], words[i]];
    const name = word?.image.slice(1, -1) ?? '';
    // Behind a colon that follows a name stands a title in quotes, too; that begins with a capital.
    if (!before || !is(word, 'STRING') || !BEFORE_NAMES.has(before.image)) continue;
    // So it does behind the colon that some write before the value of a property.
    const owner = before.image === ':' ? words[i - 2] : undefined;
    if (isMemberWord(owner) || isClauseWord(owner)) continue;
    if (!isName(name) || (before.image === ':' && /^\p{Lu}/u.test(name))) continue;
    return instead(word, word, `A name stands without quotes here: write ${name}.`, name, `Change to ${name}`);
  }
  return undefined;
}

/** A dash before each member, as in lists of YAML and Markdown. */
function dashMistake(text: string, words: readonly Word[], at: number): Mistake | undefined {
  const [dash, next] = [words[at], words[at + 1]];
  if (!dash || dash.token || !/^[-*•]$/.test(dash.image) || !isFirst(text, words, at)) return undefined;
  if (!next || isBreak(text, dash, next)) return undefined;
  const { start, end } = dash;
  const message = `No '${dash.image}' stands before a member: remove it.`;
  return { start, end, message, fix: { title: `Remove '${dash.image}'`, start, end: next.end, text: next.image } };
}

/** A colon between the word of a declaration and its name: `asset: pc`. */
function signBehindWord(words: readonly Word[], at: number): Mistake | undefined {
  const [word, sign, name] = words.slice(at - 1, at + 2);
  if (!word || !sign || !HEADS.has(word.image) || !SIGNS.has(sign.image) || !is(name, 'NAME')) return undefined;
  // An asset has a type: what stands behind the only colon is that, and the name is missing.
  const hasType = [words[at + 2], words[at + 3]].some((next) => next?.image === sign.image);
  if (word.image === 'asset' && sign.image === ':' && !hasType) return undefined;
  const mistake = needless(sign, word, `No '${sign.image}' stands between '${word.image}' and its name: remove it.`);
  return mistake.fix && name.start === sign.end ? { ...mistake, fix: { ...mistake.fix, text: ' ' } } : mistake;
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

/** A list in brackets, behind a word that takes one. */
export function bracketMistake({ text, words }: Line): Mistake | undefined {
  const [head, sign] = words as [Word, Word | undefined];
  const at = sign && SIGNS.has(sign.image) ? 2 : 1;
  const open = words[at];
  const closing = CLOSING[open?.image ?? ''];
  const close = words.findIndex(({ image }, i) => i > at && image === closing);
  const inside = open && close > at + 1 ? text.slice(open.end, words[close]!.start).trim().replace(/,$/, '') : '';
  if (!open || inside === '') return undefined;
  const message = `A list stands without brackets: write '${head.image} ${inside}'.`;
  const first = at === 2 ? sign! : open;
  const mistake = instead(first, words[close]!, message, inside, `Remove the brackets`);
  return first.start === head.end && mistake.fix
    ? { ...mistake, fix: { ...mistake.fix, text: ` ${inside}` } }
    : mistake;
}

/** A number of assets behind their type: `x2`, `x 2`, `(2)`. */
export function countMistake({ text, words }: Line, at: number): Mistake | undefined {
  const [head, ,] = words as [Word];
  const [last, first] = [words[at - 1], words[at]];
  if (head.image !== 'asset' || !last || !first) return undefined;
  const found = /^(?:\([ \t]*)?[x×*]?[ \t]*(\d+)(?:[ \t]*x\b)?(?:[ \t]*\))?(?![\w.-])/iu.exec(
    text.slice(first.start, first.start + 20),
  );
  const count = found?.[1];
  if (!found || !count || found[0] === '' || Number(count) < 1) return undefined;
  const span = { image: found[0], start: first.start, end: first.start + found[0].length };
  const message = `How many assets there are stands in braces: write '{ count ${count} }'.`;
  const next = words.find((word) => word.start >= span.end);
  const fixed = instead(span, span, message, `{ count ${count} }`, `Change to { count ${count} }`);
  // With a block behind it, the count belongs to that.
  return next?.image === '{'
    ? { ...instead(span, next, message, `{ count ${count}`, 'Put the count into the braces'), end: span.end }
    : fixed;
}

/** Several assets behind one word: `asset a : plc, b : hmi-panel`. */
export function commaMistake({ words }: Line, at: number): Mistake | undefined {
  const [head] = words as [Word];
  const [last, comma, name, sign] = words.slice(at - 1, at + 3);
  if (head.image !== 'asset' || !last || comma?.image !== ',' || !is(name, 'NAME') || sign?.image !== ':')
    return undefined;
  const { start, end } = comma;
  const message = `Each asset begins with the word 'asset': write 'asset ${name.image}' instead of a comma before '${name.image}'.`;
  return {
    start,
    end,
    message,
    fix: { title: "Change the comma to 'asset'", start, end: name.start, text: ' asset ' },
  };
}

/** A port right behind the protocol of a flow: `https 443`, `https:443`. */
export function portMistake({ text, words }: Line, at: number): Mistake | undefined {
  const [protocol, sign, number] = words.slice(at, at + 3);
  const hasSign = sign !== undefined && ['/', ':'].includes(sign.image);
  const port = hasSign ? number : sign;
  if (!protocol || !isReference(protocol) || !is(port, 'NUMBER') || !/^\d{1,5}$/.test(port.image)) return undefined;
  const transport = hasSign && /^(?:tcp|udp|sctp)$/.test(protocol.image);
  const written = transport ? `port ${protocol.image} ${port.image}` : `port ${port.image}`;
  const message = `The port of a flow stands behind the word 'port': write '${written}'.`;
  const colon = words[at - 1];
  if (transport) return colon ? instead(colon, port, message, written, `Change to '${written}'`) : undefined;
  const span = hasSign ? sign : port;
  const mistake = instead(span, port, message, written, `Change to '${written}'`);
  const isTight = span.start === protocol.end && !/\s/.test(text[protocol.end] ?? ' ');
  return isTight && mistake.fix ? { ...mistake, fix: { ...mistake.fix, text: ` ${written}` } } : mistake;
}

/** What may stand in a zone, or in a conduit, so that dots are the way to it. */
const PLACED: ReadonlySet<string> = new Set<Keyword>(['zone', 'conduit', 'asset', 'access-point']);

/** A name with what no name has: a digit first, dots, or the way to another zone. */
export function namingMistake({ text, words }: Line): Mistake | undefined {
  const [head, name] = words as [Word, Word | undefined];
  if (!name) return undefined;
  const { start, end } = name;
  if (is(name, 'NUMBER')) {
    const written = /^[\p{L}\p{N}_-]+/u.exec(text.slice(start, start + 60))?.[0] ?? name.image;
    const message = `A name begins with a letter or '_': put one before ${written}.`;
    return { start, end: start + written.length, message };
  }
  if (!is(name, 'PATH')) return undefined;
  if (!PLACED.has(head.image)) {
    const written = name.image.replaceAll('.', '-');
    return instead(name, name, `A name has no dots: write '${written}'.`, written, `Change to '${written}'`);
  }
  const inner = name.image.slice(name.image.lastIndexOf('.') + 1);
  const outer = name.image.slice(0, -inner.length - 1);
  const message = `A name has no dots: write '${head.image} ${inner}' in the braces of '${outer}', where it belongs.`;
  return { start, end, message };
}

/** The words with which other tools take in files. */
const IMPORTS: ReadonlySet<string> = new Set(['import', 'include', 'use', 'using', 'require', 'source', 'from']);

/** Those that begin a clause or property here. */
const OWN_IMPORTS: ReadonlySet<string> = new Set<Keyword>(['source', 'from']);

/** A line that ends with the name of a file, or says that it takes something in. */
const NAMES_FILE = /\bimport\b|\.[A-Za-z]+["'>]?[ \t]*;?\s*$/;

/** A line that takes in another file. */
export function importMistake(text: string, start: number, word: string): Mistake | undefined {
  if (!IMPORTS.has(word.toLowerCase())) return undefined;
  const line = /^[^\r\n]*(?:\r\n?|\n)?/.exec(text.slice(start))![0];
  // What is a word of ours, too, may have lost the block around it.
  if (OWN_IMPORTS.has(word) && !NAMES_FILE.test(line)) return undefined;
  const message = `Nothing is taken in by '${word}': all .zones files of the folder are read together, so remove this line.`;
  const fix = { title: 'Remove this line', start, end: start + line.length, text: '' };
  return { start, end: start + word.length, message, fix };
}
