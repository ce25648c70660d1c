import { isName } from '../../../core/text/names.ts';
import { DECLARATION_WORDS } from '../../syntax/words.generated.ts';
import { portMistake } from './foreign.ts';
import { bracesMistake, nameMistake, titleBehind } from './headers.ts';
import {
  instead,
  is,
  isBreak,
  isEnd,
  isFirst,
  isMemberOf,
  isMemberWord,
  isReference,
  type Line,
  type Mistake,
  missing,
  needless,
  type Word,
} from './words.ts';

export const isArrow = (word: Word | undefined): boolean => word?.image === '->' || word?.image === '<->';

/** What may stand behind the protocol of a flow. */
const AFTER_PROTOCOL: ReadonlySet<string> = new Set(['over', 'port', 'with']);

const ARROW_DUE =
  "An arrow stands between the two ends of a flow: '->' from who opens the connection, '<->' for either.";

/** What is wrong with a flow. */
export function flowMistake(line: Line): Mistake | undefined {
  const { words } = line;
  const [head, source] = words as [Word, Word | undefined];
  if (is(source, 'STRING') || (isReference(source) && isReference(words[2]) && isArrow(words[3]))) {
    const { start, end } = source;
    return { start, end, message: 'A flow has no name: its two ends come first, and its title in quotes comes last.' };
  }
  if (!isReference(source)) return undefined;
  if (source.image === 'from' && isReference(words[2]) && words[3]?.image === 'to' && isReference(words[4])) {
    const text = `${words[2].image} -> ${words[4].image}`;
    return instead(
      source,
      words[4],
      `The ends of a flow are joined by an arrow: write '${head.image} ${text}'.`,
      text,
      `Change to '${text}'`,
    );
  }
  if (!isArrow(words[2])) return arrowMistake(line, source);
  if (isArrow(words[4])) {
    const { start, end } = words[4]!;
    return { start, end, message: 'A flow has two ends: write one flow for each part of the way.' };
  }
  const [protocol, after] = [words[4], words[5]];
  if (!isReference(words[3]) || !protocol) return undefined;
  if (protocol.image !== ':') {
    const isLast = isEnd(after) || is(after, 'STRING') || AFTER_PROTOCOL.has(after!.image) || isMemberWord(after);
    if (!isReference(protocol) || AFTER_PROTOCOL.has(protocol.image) || isMemberWord(protocol) || !isLast) {
      return undefined;
    }
    const message = `The protocol of a flow stands after a colon: write ': ${protocol.image}'.`;
    return missing(protocol, message, ':', "Add ':'");
  }
  const port = portMistake(line, 5);
  if (port) return port;
  const at = words.findIndex(({ image }) => image === 'when');
  return at > 0 ? bracesMistake(line, at) : undefined;
}

function arrowMistake({ words }: Line, source: Word): Mistake | undefined {
  const next = words[2];
  if (!next) return undefined;
  // Signs that are none of the language come one by one; an arrow of another alphabet is read as a name.
  let at = 2;
  while (words[at] && !isReferenceName(words[at]) && !isEnd(words[at]) && words[at]!.image !== ':' && at < 6) at++;
  const target = words[at];
  if (at === 2) {
    const second = words[3];
    const joins = ['to', 'and', 'into', 'from', 'with'].includes(next.image) && isReferenceName(second);
    if (joins) return instead(next, next, ARROW_DUE, '->', "Change to '->'");
    return isReferenceName(next) ? missing(next, ARROW_DUE, '->', "Add '->'") : undefined;
  }
  if (!target || !isReferenceName(target)) return undefined;
  const sign = words
    .slice(2, at)
    .map(({ image }) => image)
    .join('');
  const last = words[at - 1]!;
  if (/^(?:<[-=]+|←)$/.test(sign)) {
    const text = `${target.image} -> ${source.image}`;
    const message = `An arrow leads from who opens the connection: write '${text}'.`;
    const turned = instead(source, target, message, text, `Change to '${text}'`);
    return { ...turned, start: next.start, end: last.end };
  }
  const arrow = /^(?:<.*>|↔|⇄|⇔)$/.test(sign) ? '<->' : '->';
  return instead(next, last, ARROW_DUE, arrow, `Change to '${arrow}'`);
}

const isReferenceName = (word: Word | undefined): boolean =>
  isReference(word) && word.image.split('.').every((part) => isName(part));

const isDeclarationWord = ({ image }: Word): boolean => (DECLARATION_WORDS as readonly string[]).includes(image);

/** An arrow in a line that does not begin with `flow`, by the arrow's index among all words. */
export function flowWordMistake(text: string, words: readonly Word[], arrow: number): Mistake | undefined {
  const source = words[arrow - 1];
  const previous = words[arrow - 2];
  if (
    !isArrow(words[arrow]) ||
    !isReference(source) ||
    source.image === 'flow' ||
    isDeclarationWord(source) ||
    previous?.image === 'flow' ||
    isArrow(previous)
  )
    return undefined;
  // The ends of a conduit are joined by words.
  if (previous && ['conduit', 'between', 'from'].includes(previous.image)) return undefined;
  const { start, end } = source;
  const written = `${source.image} ${words[arrow]!.image}`;
  if (!isReference(words[arrow + 1])) return undefined;
  const message = `A flow begins with the word 'flow': write 'flow ${written} …'.`;
  // Another word for a flow, which the grammar takes for a property.
  if (
    previous &&
    is(previous, 'ID') &&
    !isMemberWord(previous) &&
    previous.image.length > 1 &&
    isFirst(text, words, arrow - 2)
  ) {
    return instead(previous, previous, message, 'flow', "Change to 'flow'");
  }
  return { start, end, message, fix: { title: "Add 'flow'", start, end: start, text: 'flow ' } };
}

/** Words and signs that are written for the `and` of a conduit. */
const INSTEAD_OF_AND: ReadonlySet<string> = new Set([',', 'to', 'with', '&', '+', '->', '<->', '-']);

/** What is wrong with the header of a conduit. */
export function conduitMistake(line: Line): Mistake | undefined {
  const { words } = line;
  const [conduit, name] = words as [Word, Word | undefined];
  if (name?.image === 'between' && isReference(words[2]) && words[2].image !== 'between') {
    const isPair = words[3]?.image === 'and' || INSTEAD_OF_AND.has(words[3]?.image ?? '');
    if (!isPair || !isReference(words[4])) return undefined;
    const both = `${lastOf(words[2])}-to-${lastOf(words[4])}`;
    const message = `This conduit has no name: put one before 'between', since findings and reports call it by its name.`;
    return { ...missing(name, message, both, `Name it '${both}'`), start: conduit.start, end: conduit.end };
  }
  if (is(name, 'STRING')) return nameMistake(line);
  if (!is(name, 'NAME')) return undefined;
  const pair = pairMistake(line);
  if (pair) return pair;
  const at = is(words[2], 'STRING') ? 3 : 2;
  const first = words[at];
  if (first?.image === 'between') return endsMistake(line, at + 1);
  const from = first?.image === 'from' || first?.image === ':' ? at + 1 : at;
  const [left, joint, right] = words.slice(from);
  const isJoint = joint && (joint.image === 'and' || INSTEAD_OF_AND.has(joint.image));
  if (!first || !isReference(left) || !isJoint || !isReference(right)) return undefined;
  const text = `between ${left.image} and ${right.image}`;
  const message = `The zones that conduit '${name.image}' joins stand after 'between': write '${text}'.`;
  return instead(first, right, message, text, `Write '${text}'`);
}

/** A conduit that only names its two zones: `conduit a -> b`, `conduit a b`. */
function pairMistake({ text, words }: Line): Mistake | undefined {
  const [conduit, left, second, third] = words as [Word, Word, Word | undefined, Word | undefined];
  const isJoined = second !== undefined && (second.image === 'and' || INSTEAD_OF_AND.has(second.image));
  const right = isJoined ? third : second;
  const after = words[isJoined ? 4 : 3];
  if (!isReference(right) || isBreak(text, left, right) || right.image === 'between' || right.image === 'from')
    return undefined;
  if (!isEnd(after) && !isMemberOf('conduit', after!) && !is(after, 'STRING')) return undefined;
  const name = `${lastOf(left)}-to-${lastOf(right)}`;
  const written = `conduit ${name} between ${left.image} and ${right.image}`;
  const message = `A conduit has a name of its own, and its zones stand after 'between': write '${written}'.`;
  return {
    ...instead(left, right, message, written.slice('conduit '.length), `Write '${written}'`),
    start: conduit.start,
  };
}

function endsMistake(line: Line, at: number): Mistake | undefined {
  const words = zoneWords(line, at);
  if (words) return words;
  const [left, joint, right] = line.words.slice(at);
  if (!isReference(left) || !joint) return undefined;
  const { zones, joints, next } = readEnds(line.words, at);
  const comma = joints.at(-1)?.[0];
  if (joints.at(-1)?.length === 2 && joints.slice(0, -1).every(isComma)) {
    return needless(comma!, zones.at(-2)!, "No comma stands before the 'and' of a conduit: remove it.");
  }
  if (joints.slice(0, -1).every(isComma) && joints.at(-1)?.[0].image === 'and') {
    return titleBehind(line, next) ?? bracesMistake(line, next);
  }
  if (zones.length > 2) {
    const text = `${zones.slice(0, -1).map(textOf).join(', ')} and ${zones.at(-1)!.image}`;
    const message = `Commas stand between the zones of a conduit, and 'and' before the last: write 'between ${text}'.`;
    return instead(left, zones.at(-1)!, message, text, `Write 'between ${text}'`);
  }
  const message = "The two zones of a conduit are joined by 'and': write 'between a and b'.".replace(
    'a and b',
    `${left.image} and ${(INSTEAD_OF_AND.has(joint.image) ? right : joint)?.image ?? '…'}`,
  );
  if (zones.length === 2) {
    const mistake = instead(joint, joint, message, ' and', "Change to 'and'");
    return joint.image === ',' && mistake.fix
      ? { ...mistake, fix: { ...mistake.fix, start: left.end } }
      : instead(joint, joint, message, 'and', "Change to 'and'");
  }
  return isReference(joint) && joint.image !== 'and' && isEnd(right)
    ? missing(joint, message, 'and', "Add 'and'")
    : undefined;
}

/** What stands between two zones of a conduit: a word or sign, or a comma and an `and`. */
type Joint = readonly [Word, Word?];

const isComma = ([word, more]: Joint): boolean => word.image === ',' && !more;

const textOf = ({ image }: Word): string => image;

/** The zones of a conduit, what joins them, and where the words go on behind them. */
function readEnds(words: readonly Word[], from: number): { zones: Word[]; joints: Joint[]; next: number } {
  const zones = [words[from]!];
  const joints: Joint[] = [];
  for (let at = from + 1; ; ) {
    const [joint, more] = [words[at], words[at + 1]];
    if (!joint || !(joint.image === 'and' || INSTEAD_OF_AND.has(joint.image))) return { zones, joints, next: at };
    const isTwo = joint.image === ',' && more?.image === 'and' && isReference(words[at + 2]);
    const zone = words[at + (isTwo ? 2 : 1)];
    if (!isReference(zone)) return { zones, joints, next: at };
    zones.push(zone);
    joints.push(isTwo ? [joint, more] : [joint]);
    at += isTwo ? 3 : 2;
  }
}

/** The word `zone` before each end. */
function zoneWords({ words }: Line, at: number): Mistake | undefined {
  const [zone, left, and, second, right] = words.slice(at);
  if (zone?.image !== 'zone' || !isReference(left) || and?.image !== 'and' || left.image === 'and') return undefined;
  const end = second?.image === 'zone' && isReference(right) ? right : second;
  if (!isReference(end)) return undefined;
  const written = `${left.image} and ${end.image}`;
  return instead(
    zone,
    end,
    `The zones of a conduit stand by their names alone: write 'between ${written}'.`,
    written,
    `Change to '${written}'`,
  );
}

const lastOf = ({ image }: Word): string => image.slice(image.lastIndexOf('.') + 1);
