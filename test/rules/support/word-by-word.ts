import type { AnyRule } from '../../../language-server/core/rules/frame/rule.ts';
import { staleLines } from '../../../language-server/core/rules/frame/stale.ts';
import { RULES } from '../../../language-server/core/rules/index.ts';
import { zonesServices } from '../../../language-server/language/parser/parser.ts';
import { split } from '../../../language-server/language/parser/split.ts';
import { createWorkspace, type Workspace } from '../../../language-server/language/workspace.ts';
import { differences, type Shown, shownIn } from '../../support/shown.ts';
import { type Model, readModel, type Texts } from './model.ts';

/** A word of a text: a name, keyword, number, string …, and the word before it, which mostly says what it is for. */
export interface Word {
  readonly text: string;
  readonly at: number;
  readonly type: string;
  readonly before: string;
}

/** What may take the place of a word: others that are for the same, and all there are. */
export interface Vocabulary {
  alike(word: Word): readonly string[];
  readonly all: readonly string[];
}

/** Text that means nothing, by the sort of token that it is. */
const NONSENSE: Readonly<Record<string, string>> = { STRING: '"nonsense"', NUMBER: '99', DATE: '2099-09-09' };

/** The words of a text; signs and comments are none. */
export function wordsOf(text: string): Word[] {
  const { tokens } = zonesServices().parser.Lexer.tokenize(text);
  return tokens.flatMap(({ image, startOffset, tokenType }, i) => {
    if (!/[\p{L}\p{N}"]/u.test(image)) return [];
    return [{ text: image, at: startOffset, type: tokenType.name, before: tokens[i - 1]?.image ?? '' }];
  });
}

/** The words of some texts, as what may take each other's place. */
export function vocabularyOf(texts: Iterable<string>): Vocabulary {
  const byUse = new Map<string, Set<string>>();
  for (const word of [...texts].flatMap(wordsOf)) {
    const use = useOf(word);
    byUse.set(use, (byUse.get(use) ?? new Set()).add(word.text));
  }
  return {
    alike: (word) => [...(byUse.get(useOf(word)) ?? [])],
    all: [...new Set([...byUse.values()].flatMap((words) => [...words]))],
  };
}

/** Words after the same word, and strings, numbers and dates wherever they are, are for the same. */
const useOf = ({ type, before }: Word): string => (type in NONSENSE ? type : before);

/**
 * What a word is replaced by: nonsense and the next that is for the same in turn, since like words stand in many lines;
 * both and all others where that is wanted.
 */
function replacementsOf(word: Word, turn: number, vocabulary: Vocabulary, isThorough: boolean): string[] {
  const alike = vocabulary.alike(word);
  const next = alike[(alike.indexOf(word.text) + 1) % alike.length]!;
  const nonsense = NONSENSE[word.type] ?? 'nonsense';
  if (!isThorough) return [turn % 2 === 0 && next !== word.text ? next : nonsense];
  return [...new Set([nonsense, next, ...vocabulary.all])].filter((replacement) => replacement !== word.text);
}

/** A model with each declaration in a file of its own, which belongs to the system that it belonged to before. */
export function apart({ texts, workspace, today }: Model): Model {
  const files = new Map<string, string>();
  for (const [uri, text] of texts) {
    const { entries, system } = workspace.files.get(uri)!;
    const header = entries.find(({ unit }) => unit.system);
    split(text).forEach(({ start, end }, i) => {
      const bare = header && entries[i] !== header ? `system ${system}\n` : '';
      const name = `${uri.replace(/\.zones$/, '')}-${String(i + 1).padStart(2, '0')}.zones`;
      files.set(name, bare + text.slice(start, end));
    });
  }
  return readModel(files, today);
}

export interface WordByWord {
  /** The rules whose findings are looked at: all, unless given. */
  readonly rules?: readonly AnyRule[];
  /** Each of the fixtures' words in the place of each other, not only one in the place of each. */
  readonly isThorough?: boolean;
  /** The words with their lines that have been edited in other models: like fixtures of a rule repeat most of theirs. */
  readonly edited?: Set<string>;
}

/**
 * Replaces one word of a model at a time, each declaration of which is a file of its own, and puts it back. After each
 * edit all tasks must come to what they come to when done again, and after the first edit of a file the findings must
 * be those of a workspace that reads the files anew; after all edits with `isThorough`. Answers what is to be said of
 * those that are not.
 */
export function staleAfterEdits(
  { texts, today }: Model,
  vocabulary: Vocabulary,
  { rules = RULES, isThorough = false, edited: known = new Set() }: WordByWord = {},
): string[] {
  const edited = createWorkspace({ defaultSystem: 'plant', today, rules });
  edited.update([...texts].map(([uri, text]) => ({ uri, text })));
  const readAnew = readerOf(rules, today);
  const original = shownIn(edited, texts.keys());
  const stale: string[] = [];
  const report = (what: string, lines: readonly string[]) => {
    if (lines.length > 0) stale.push([what, ...lines.map((line) => `  ${line}`)].join('\n'));
  };
  let turn = 0;
  report('before any edit', differences(original, readAnew(texts)));
  for (const [uri, text] of someOf([...texts])) {
    let isReadAnew = true;
    for (const word of wordsOf(text)) {
      const context = contextOf(text, word);
      if (known.has(context) && !isThorough) continue;
      known.add(context);
      turn++;
      const place = `in ${uri}, line ${text.slice(0, word.at).split('\n').length}`;
      const replacements = replacementsOf(word, turn, vocabulary, isThorough);
      for (const replacement of replacements) {
        const after = text.slice(0, word.at) + replacement + text.slice(word.at + word.text.length);
        edited.update([{ uri, text: after }]);
        const lines = edited.verify().flatMap(staleLines);
        // What the store cannot see, such as a unit that is not what its text says, takes longer to look for.
        if (lines.length === 0 && (isThorough || isReadAnew)) {
          isReadAnew = false;
          lines.push(...differences(shownIn(edited, texts.keys()), readAnew(new Map(texts).set(uri, after))));
        }
        report(`${word.text} → ${replacement} ${place}`, lines);
        edited.update([{ uri, text }]);
        report(
          `${word.text} → ${replacement} → ${word.text} ${place}`,
          differences(shownIn(edited, texts.keys()), original),
        );
      }
    }
  }
  return stale;
}

/** The line of a word, with the word marked in it. */
function contextOf(text: string, { at, text: { length } }: Word): string {
  const end = text.indexOf('\n', at + length);
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return `${before.trimStart()}^${text.slice(at, end < 0 ? undefined : end).trimEnd()}`;
}

/** A fixture with more declarations than this is a long row of like ones: so many of them will do. */
const MOST_EDITED = 12;

/** Some of a row from its first to its last. */
const someOf = <T>(items: readonly T[]): readonly T[] =>
  items.length <= MOST_EDITED
    ? items
    : Array.from({ length: MOST_EDITED }, (_, i) => items[Math.round((i * (items.length - 1)) / (MOST_EDITED - 1))]!);

const emptied = new WeakMap<readonly AnyRule[], Map<string, Workspace>>();

/**
 * Shows what a new workspace finds in texts. It is one from which all that was read before is taken out, which comes to
 * the same: a really new one would spend nine tenths of its time on the library.
 */
function readerOf(rules: readonly AnyRule[], today: string): (texts: Texts) => Shown {
  const ofDays = emptied.get(rules) ?? new Map<string, Workspace>();
  emptied.set(rules, ofDays);
  return (texts) => {
    const workspace = ofDays.get(today) ?? createWorkspace({ defaultSystem: 'plant', today, rules });
    ofDays.set(today, workspace);
    workspace.update([...texts].map(([uri, text]) => ({ uri, text })));
    const shown = shownIn(workspace, texts.keys());
    workspace.update([...texts.keys()].map((uri) => ({ uri })));
    return shown;
  };
}
