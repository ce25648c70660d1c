import { FRS } from '../../../core/model/levels.ts';
import { propertyWordsOf } from '../../syntax/members.ts';
import { isVectorWord } from '../../syntax/vector.ts';
import { BLOCK_WORDS, type BlockWord } from '../../syntax/words.generated.ts';
import { commaMistake, countMistake, namingMistake } from './foreign.ts';
import { listMistake } from './lists.ts';
import { kindBehindLevel, levelMistake } from './purdue-levels.ts';
import { signMistake } from './signs.ts';
import {
  instead,
  is,
  isEnd,
  isMemberOf,
  isMemberWord,
  isReference,
  type Line,
  type Mistake,
  membersInBraces,
  missing,
  needless,
  type Word,
} from './words.ts';

/** What stands between the name of a declaration and the name that it goes on with, and what to say where it is not. */
interface Joint {
  readonly sign: string;
  readonly message: (name: string, target: string) => string;
}

const JOINTS: Partial<Record<BlockWord, Joint>> = {
  zone: { sign: ':', message: (name, kind) => `The kind of zone '${name}' stands after a colon: write ': ${kind}'.` },
  asset: { sign: ':', message: (name, type) => `The type of asset '${name}' stands after a colon: write ': ${type}'.` },
  'access-point': {
    sign: ':',
    message: (name, side) => `The side of access point '${name}' stands after a colon: write ': ${side}'.`,
  },
  'asset-type': {
    sign: 'extends',
    message: (name, base) => `What asset type '${name}' builds on stands after 'extends': write 'extends ${base}'.`,
  },
  protocol: {
    sign: 'extends',
    message: (name, base) => `What protocol '${name}' builds on stands after 'extends': write 'extends ${base}'.`,
  },
  risk: {
    sign: 'on',
    message: (name, place) => `What risk '${name}' is about stands after 'on': write 'on ${place}'.`,
  },
  'essential-function': {
    sign: 'on',
    message: (name, zone) =>
      `The zones that essential function '${name}' rests on stand after 'on': write 'on ${zone}'.`,
  },
};

/** Words and signs that are written where a joint is due. */
const INSTEAD_OF_JOINT: ReadonlySet<string> = new Set([
  ':',
  '=',
  '-',
  'is',
  'as',
  'of',
  'in',
  'for',
  'on',
  'extends',
  'type',
  'kind',
]);

/** What is wrong with the header of a declaration. */
export function headerMistake(line: Line): Mistake | undefined {
  const [head, name] = line.words as [Word, Word | undefined];
  if (!is(name, 'NAME')) return nameMistake(line) ?? namingMistake(line);
  let at = is(line.words[2], 'STRING') ? 3 : 2;
  const joint = JOINTS[head.image as BlockWord];
  const title = at === 2 ? (titleMistake(line, at) ?? bareTitle(line, at, joint)) : undefined;
  if (title) return title;
  if (joint && line.words[at]?.image === joint.sign) {
    const isList = joint.sign === 'on';
    const list = isList ? listMistake(line, at + 1, 'REFERENCE') : undefined;
    if (list) return list;
    at = isList ? endOfList(line, at + 1) : at + 2;
    const behind = titleBehind(line, at) ?? countMistake(line, at) ?? commaMistake(line, at);
    if (behind) return behind;
  } else if (joint) {
    const wrong = jointMistake(line, at, joint);
    if (wrong) return wrong;
  }
  if (head.image === 'zone' && line.words[at]?.image === 'level') {
    const sign = signMistake(line, at);
    if (sign) return sign;
    const wrong = kindBehindLevel(line, at) ?? levelMistake(line, at);
    if (wrong) return wrong;
    at = endOfList(line, at + 1);
    const behind = titleBehind(line, at);
    if (behind) return behind;
  }
  return profileMistake(line, at) ?? bracesMistake(line, at);
}

/** A title behind all that the header says: it stands right behind the name. */
export function titleBehind({ text, words }: Line, at: number): Mistake | undefined {
  const [head, name, second] = words as [Word, Word, Word | undefined];
  const [last, title] = [words[at - 1], words[at]];
  if (!second || !last || !is(title, 'STRING') || is(second, 'STRING')) return undefined;
  const header = `${title.image} ${text.slice(second.start, last.end)}`;
  const message = `The title of ${head.image} '${name.image}' stands right behind its name: write '${head.image} ${name.image} ${header}'.`;
  const { start, end } = title;
  return {
    start,
    end,
    message,
    fix: { title: 'Move the title behind the name', start: second.start, end, text: header },
  };
}

/** A word before the title, which needs none. */
function titleMistake({ words }: Line, at: number): Mistake | undefined {
  const [previous, word, title] = words.slice(at - 1);
  if (!previous || !word || !['title', 'name', 'named', 'titled', 'label', ':', '='].includes(word.image))
    return undefined;
  if (!is(title, 'STRING')) return undefined;
  return needless(word, previous, `The title ${title.image} stands right behind the name: remove '${word.image}'.`);
}

/** A title without quotes: words before the sign that the declaration goes on with, or behind the name of a system. */
function bareTitle({ text, words }: Line, at: number, joint: Joint | undefined): Mistake | undefined {
  let end = at;
  while (is(words[end], 'NAME') && words[end]!.image !== joint?.sign) end++;
  const [first, last, next] = [words[at], words[end - 1], words[end]];
  if (end === at || !first || !last) return undefined;
  const goesOn = joint ? next?.image === joint.sign : words[0]!.image === 'system' && isEnd(next);
  // A word that begins something with a name of its own is none of a title.
  const isOther = ({ image }: Word) => (BLOCK_WORDS as readonly string[]).includes(image);
  if (!goesOn || INSTEAD_OF_JOINT.has(first.image) || words.slice(at, end).some(isOther)) return undefined;
  const title = `"${text.slice(first.start, last.end)}"`;
  return instead(first, last, `A title stands in quotes: ${title}.`, title, `Change to ${title}`);
}

/** Behind names with commas between them. */
function endOfList({ words }: Line, from: number): number {
  let at = from + 1;
  while (words[at]?.image === ',') at += 2;
  return at;
}

function jointMistake({ words }: Line, at: number, { sign, message }: Joint): Mistake | undefined {
  const [head, name] = words as [Word, Word];
  const [next, after] = [words[at], words[at + 1]];
  if (!next) return undefined;
  if (INSTEAD_OF_JOINT.has(next.image) && isReference(after) && !isMemberOf(head.image, after)) {
    return instead(next, next, message(name.image, after.image), sign, `Change to '${sign}'`);
  }
  if (!isReference(next) || isMemberOf(head.image, next)) return undefined;
  if (!isEnd(after) && !isMemberWord(after)) return undefined;
  return missing(next, message(name.image, next.image), sign, `Add '${sign}'`);
}

/** The controls of a profile without braces. */
function profileMistake(line: Line, at: number): Mistake | undefined {
  const [head, name] = line.words as [Word, Word];
  const [last, first] = line.words.slice(at - 1);
  if (head.image !== 'profile' || !last || !is(first, 'CONTROL')) return undefined;
  const message = `The controls of profile '${name.image}' stand in braces: put '{' before '${first.image}' and '}' after the last of them.`;
  return inBraces(line, last, first, [...line.words.slice(at), ...line.rest], message);
}

/** A title where the name is due: the name can be made of it. */
export function nameMistake({ words: [head, title] }: Line): Mistake | undefined {
  if (!head || !is(title, 'STRING')) return undefined;
  const name = title.image
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .replace(/^[^\p{L}_]+|-+$/gu, '')
    .toLowerCase();
  const message = `No name stands between '${head.image}' and the title ${title.image}: put one there, since all else refers to it by its name.`;
  if (!name) return { start: title.start, end: title.end, message };
  return missing(title, message, name, `Name it '${name}'`);
}

/** Members without braces around them, from the word of an index on. */
export function bracesMistake(line: Line, at: number): Mistake | undefined {
  const { words, rest, isInside } = line;
  const [head, name] = words as [Word, Word];
  const next = words[at] ?? (isInside ? undefined : rest[0]);
  const last = words[at - 1];
  if (!next || !last || last.image === '{' || !isMemberOf(head.image, next)) return undefined;
  // What a zone has too is the zone's, but for properties: on the line of another they could be of either.
  if (isInside && isMemberOf('zone', next) && !propertyWordsOf(head.image).includes(next.image)) return undefined;
  const members = isInside ? ownMembers(head, words.slice(at)) : [...words.slice(at), ...rest];
  return inBraces(line, last, next, members, membersInBraces(head.image, name.image, next.image));
}

function inBraces(
  { text }: Line,
  last: Word,
  next: Word,
  members: readonly Word[],
  message: string,
): Mistake | undefined {
  const place = /[\r\n]/.test(text.slice(last.end, next.start)) ? last : next;
  const { start, end } = place;
  const title = 'Put braces around them';
  const own = braceBehind(members);
  if (own) {
    const inside = text.slice(next.start, members[members.indexOf(own) - 1]!.end);
    const fix = { title: 'Put them into the braces', start: last.end, end: own.end, text: ` { ${inside}` };
    return { start, end, message, fix };
  }
  const opens = members.filter(({ image }) => image === '{').length;
  const closes = members.filter(({ image }) => image === '}').length;
  if (closes > opens) return { start, end, message, fix: { title, start: last.end, end: last.end, text: ' {' } };
  const to = members.at(-1)?.end;
  if (to === undefined || opens > closes) return undefined;
  const inside = text.slice(last.end, to);
  const isLong = /[\r\n]/.test(inside);
  const wrapped = isLong ? ` {${inside}\n}` : ` {${inside} }`;
  return { start, end, message, fix: { title, start: last.end, end: to, text: wrapped } };
}

/** The brace that begins the block of a declaration behind some of its members: none of these has a block. */
function braceBehind(members: readonly Word[]): Word | undefined {
  const at = members.findIndex(({ image }) => image === '{');
  const isLevels = (FRS as readonly string[]).includes(members[at + 1]?.image ?? '') || is(members[at + 1], 'NUMBER');
  const heads = members
    .slice(0, Math.max(0, at))
    .some(({ image }) => (BLOCK_WORDS as readonly string[]).includes(image) && !isVectorWord(image));
  return at > 0 && !isLevels && !heads ? members[at] : undefined;
}

/** The words of members that belong to a declaration: to the brace that ends the block around, or to what cannot be its own. */
function ownMembers(head: Word, words: readonly Word[]): readonly Word[] {
  let depth = 0;
  const end = words.findIndex((word, i) => {
    if (word.image === '{') depth++;
    if (word.image === '}' && --depth < 0) return true;
    return i > 0 && depth === 0 && isMemberOf('zone', word) && !isMemberOf(head.image, word);
  });
  return end < 0 ? words : words.slice(0, end);
}
