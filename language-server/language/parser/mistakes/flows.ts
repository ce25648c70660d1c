import { isName } from '../../../core/text/names.ts';
import { DECLARATION_WORDS } from '../../syntax/words.generated.ts';
import { bracesMistake } from './headers.ts';
import {
  instead,
  is,
  isEnd,
  isFirst,
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
  const [, source] = words;
  if (!isReference(source)) return undefined;
  if (!isArrow(words[2])) return arrowMistake(line, source);
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
    previous?.image === 'flow'
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
  if (!is(name, 'NAME')) return undefined;
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

function endsMistake(line: Line, at: number): Mistake | undefined {
  const [left, joint, right] = line.words.slice(at);
  if (!isReference(left) || !joint) return undefined;
  const { zones, joints, next } = readEnds(line.words, at);
  const comma = joints.at(-1)?.[0];
  if (joints.at(-1)?.length === 2 && joints.slice(0, -1).every(isComma)) {
    return needless(comma!, zones.at(-2)!, "No comma stands before the 'and' of a conduit: remove it.");
  }
  if (joint.image === 'and' && zones.length === 2) return bracesMistake(line, next);
  if (zones.length > 2) {
    if (joints.slice(0, -1).every(isComma) && joints.at(-1)![0].image === 'and') return bracesMistake(line, next);
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

const lastOf = ({ image }: Word): string => image.slice(image.lastIndexOf('.') + 1);
