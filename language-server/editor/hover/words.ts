import { BOUNDARY_SIDES } from '../../core/model/boundary.ts';
import { FR_TITLES, FRS, type Fr } from '../../core/model/levels.ts';
import { ENVIRONMENT_SIDES } from '../../core/model/record.ts';
import { elementAt, systemNamed } from '../../core/plant/index.ts';
import type { PlantConduit, PlantSystem, PlantZone } from '../../core/plant/plant.ts';
import { RULES } from '../../core/rules/index.ts';
import { normaliseName } from '../../core/text/names.ts';
import { abridge } from '../../core/text/words.ts';
import type { Rating } from '../../language/generated/ast.ts';
import { CLAUSES } from '../../language/lowering/clauses.ts';
import { isNameAt } from '../../language/parser/name-position.ts';
import type { Token } from '../../language/parser/tokens.ts';
import type { PropertyName } from '../../language/syntax/schemas.ts';
import { isVectorWord, type VectorWord } from '../../language/syntax/vector.ts';
import type { Keyword } from '../../language/syntax/words.generated.ts';
import type { Workspace, WorkspaceFile } from '../../language/workspace.ts';
import { rulePageUri } from '../diagnostics.ts';
import { elementsAround } from '../elements-around.ts';
import { valueMeaning } from '../value-meanings.ts';
import { explanationOf, PURDUE_LEVELS, SECURITY_LEVELS, VOCABULARY } from '../vocabulary.ts';
import { addressHover, networkHover } from './address.ts';
import { code, facts, heading, literal, postureTable, sections } from './markdown.ts';
import { matrixHover } from './risk.ts';
import type { WordAt } from './word-at.ts';

/** What each FR is about. */
const FR_MEANINGS: Record<Fr, string> = {
  IAC: 'Whoever and whatever acts on the system is known, and proves it, before anything else.',
  UC: 'Those who are known do only what their role needs, and what they do is recorded.',
  SI: 'Nobody changes software, messages or settings unnoticed or without authority.',
  DC: 'What must stay secret cannot be read, neither on the network nor where it is stored.',
  RDF: 'The plant is divided into zones, and only the traffic that is needed crosses a boundary.',
  TRE: 'Breaches are noticed, reported and acted upon in time.',
  RA: 'The plant keeps running, or comes back, under attack, overload and failure.',
};

/** What a word of the language means where it stands; names are explained elsewhere. */
export function wordHover(workspace: Workspace, file: WorkspaceFile, word: WordAt): string | undefined {
  const query = workspace.store.query();
  const { token, previous, blocks } = word;
  const system = systemNamed(query, file.system);
  const { zone, conduit } = elementsAround(query, file.system, blocks);
  const ref = conduit ?? zone;
  const around = ref && elementAt(query, ref);
  const fr = isVectorWord(blocks.at(-1)?.word) ? groupAt(word) : undefined;
  if (fr) return frHover(fr, blocks.at(-1)!.word === 'sl-t' ? around : undefined);
  if (isVectorWord(previous?.text) && SECURITY_LEVELS[Number(token.text)])
    return sections(
      heading(`SL ${token.text}`, 'security level'),
      `Withstands ${SECURITY_LEVELS[Number(token.text)]}.`,
    );
  if (token.text === '->' || token.text === '<->') return arrowHover(word);
  const written = writtenText(word);
  if (written !== undefined) return textHover(system, written, word, around);
  if (token.text === ('risk-matrix' satisfies Keyword) && word.next) return matrixNamed(system, word.next.text);
  const before = previous?.text as Keyword | undefined;
  if (Object.hasOwn(PURDUE_LEVELS, token.text) && isLevel(word)) return levelHover(token.text);
  switch (before) {
    case 'risk-matrix':
      return matrixNamed(system, token.text);
    case 'rule':
    case 'allow':
      return ruleHover(system, token.text);
    case 'row':
      return rankHover(system, 'likelihood', token.text);
  }
  const list = listed(word)?.text;
  if (list === 'likelihood' || list === 'impact') return rankHover(system, list, token.text);
  const value = valueMeaning(list, token.text);
  if (value) return sections(heading(token.text, list), `${value}.`);
  if (isName(word) && !isSide(word)) return undefined;
  if (token.text === ('level' satisfies Keyword)) return levelHover(word.next?.text);
  if (token.text === ('sl-t' satisfies VectorWord) && around) return targetHover(around);
  const meaning = explanationOf(token.text, wordsAround(word));
  return meaning && sections(heading(token.text), `${meaning}.`);
}

/** The word whose list of values a value stands in. */
function listed({ token, tokens }: WordAt): Token | undefined {
  let at = tokens.findIndex((each) => each.at === token.at) - 1;
  while (tokens[at]?.text === ',') at -= 2;
  return tokens[at];
}

const isName = ({ token, tokens }: WordAt): boolean =>
  isNameAt(
    (at) => tokens[at]!.text,
    tokens.findIndex(({ at }) => at === token.at),
  );

/** True for `physical` behind the colon of an access point, and before a text in a list, where others have names. */
function isSide(word: WordAt): boolean {
  const { token, previous, next } = word;
  if (!SIDES.has(token.text)) return false;
  if (previous?.text === ',') return next?.kind === 'text' || next?.text === ('none' satisfies Keyword);
  return previous?.text === ':' && wordsAround(word).includes('access-point' satisfies Keyword);
}

const SIDES: ReadonlySet<string> = new Set([...BOUNDARY_SIDES, ...ENVIRONMENT_SIDES]);

/** The words before a word in its member, the nearest first, and that of its block. */
function wordsAround({ token, tokens, blocks }: WordAt): (string | undefined)[] {
  const before = tokens
    .slice(
      0,
      tokens.findIndex(({ at }) => at === token.at),
    )
    .reverse();
  const start = before.findIndex(({ text }) => text === '{' || text === '}' || Object.hasOwn(CLAUSES, text));
  const member = start < 0 ? before : before.slice(0, start + 1);
  return [...member.map(({ text }) => text), blocks.at(-1)?.word];
}

/** SL-T as a word: what it is, and how the zone or conduit stands against it. */
function targetHover({ title, posture }: PlantZone | PlantConduit): string {
  return sections(heading(title, 'security levels'), postureTable(posture), `_${VOCABULARY['sl-t']}._`);
}

/** Who opens the connection of a flow: what a firewall has to let in. */
function arrowHover({ token, previous, next }: WordAt): string | undefined {
  if (previous?.kind !== 'word' || next?.kind !== 'word') return undefined;
  const [from, to] = [code(previous.text), code(next.text)];
  const both = token.text === '<->';
  return sections(
    heading(token.text, 'flow'),
    both
      ? `Either side opens the connection: ${from} to ${to}, and ${to} to ${from}.`
      : `${from} opens the connection to ${to}. What ${to} answers comes back on it, and needs no flow of its own.`,
  );
}

/** True for a number in the list behind `level`. */
function isLevel({ token, tokens }: WordAt): boolean {
  const before = tokens.slice(
    0,
    tokens.findIndex(({ at }) => at === token.at),
  );
  const head = before.findLast(({ text }) => text !== ',' && !(text in PURDUE_LEVELS));
  return head?.text === ('level' satisfies Keyword);
}

/** The Purdue levels, one of them marked. */
function levelHover(level: string | undefined): string {
  const levels = Object.entries(PURDUE_LEVELS).sort(([a], [b]) => Number(a) - Number(b));
  const lines = levels.map(([number, meaning]) => {
    const line = `${number} ${literal(meaning)}`;
    return `- ${number === level ? `**${line}**` : line}`;
  });
  return sections(heading('level'), `${VOCABULARY.level}.`, lines.join('\n'));
}

/** What a text between quotes says; undefined for what is none. */
const writtenText = ({ token }: WordAt): string | undefined =>
  token.kind === 'text' ? token.text.replace(/^"|"$/g, '') : undefined;

/** An address or a network, by the word that its list begins with; the title of a risk matrix. */
function textHover(
  system: PlantSystem,
  text: string,
  { token, tokens }: WordAt,
  around: PlantZone | PlantConduit | undefined,
): string | undefined {
  const list = tokens.slice(
    0,
    tokens.findIndex(({ at }) => at === token.at),
  );
  const [declaring, name] = list.slice(-2);
  if (name && declaring?.text === ('risk-matrix' satisfies Keyword)) return matrixNamed(system, name.text);
  const word = list.findLast(({ kind, text: sign }) => kind !== 'text' && sign !== ',')?.text;
  const isAddress = word === ('address' satisfies PropertyName) || word === ('shared-address' satisfies PropertyName);
  if (isAddress) return addressHover(system, text);
  return word === ('network' satisfies PropertyName) ? networkHover(system, text, around) : undefined;
}

/** A risk matrix by its name. */
function matrixNamed({ units, scales }: PlantSystem, name: string): string | undefined {
  const matrices = units.flatMap((unit) => unit.matrices);
  const matrix = matrices.find((each) => each.name.value === normaliseName(name));
  return matrix && matrixHover(matrix, matrix === matrices[0] ? scales : undefined);
}

/** The FR that a word of a vector stands for: its abbreviation, the level after it, or the level at its place. */
function groupAt({ token, previous, blocks, tokens }: WordAt): Fr | undefined {
  const isGroup = (text: string | undefined): text is Fr => text !== undefined && text in FR_TITLES;
  if (isGroup(token.text)) return token.text;
  if (isGroup(previous?.text)) return previous.text;
  const values = tokens.slice(blocks.at(-1)!.from).filter(({ at, text }) => at <= token.at && /^\d/.test(text));
  return FRS[values.length - 1];
}

/** An FR with what it is about, and how the zone or conduit stands in it. */
function frHover(fr: Fr, element: PlantZone | PlantConduit | undefined): string {
  return sections(
    heading(FR_TITLES[fr], `FR ${FRS.indexOf(fr) + 1} (${fr})`),
    FR_MEANINGS[fr],
    element && stateInFr(element, FRS.indexOf(fr)),
  );
}

/** How a zone or conduit stands in an FR, and what is open there. */
function stateInFr({ title, posture: { slT, slA, gap, required } }: PlantZone | PlantConduit, fr: number): string {
  const open = required?.open.flatMap(({ control, fr: of }) => (of === fr ? [control.id] : [])) ?? [];
  return sections(
    `${literal(title)}: ${facts(
      slT && `SL-T ${slT[fr]}`,
      `SL-A ${slA[fr]}`,
      gap && (gap[fr]! > 0 ? `**gap ${gap[fr]}**` : 'on target'),
    )}`,
    open.length > 0 && `${open.length} missing: ${abridge(open, 10)}`,
  );
}

/** A rule: what it asks, how severe it is in this system, where it is explained. */
function ruleHover({ rules }: PlantSystem, name: string): string | undefined {
  const rule = RULES.find(({ code: candidate }) => candidate === name);
  if (!rule) return undefined;
  const set = rules.findLast(({ rule: { text } }) => text === name);
  return sections(
    heading(rule.title, 'rule', code(rule.code)),
    facts(
      `Severity: ${set?.severity ?? rule.severity}${set ? ` (set in this system; otherwise ${rule.severity})` : ''}`,
      rule.clauses.length > 0 && literal(rule.clauses.join(', ')),
    ),
    set?.reason && `“${literal(set.reason.value)}”`,
    `[Examples and how to mend it](${rulePageUri(rule.code)})`,
  );
}

function rankHover({ scales }: PlantSystem, sort: Rating['word'], word: string): string | undefined {
  const scale = scales[sort];
  const rank = scale.indexOf(word) + 1;
  return rank > 0
    ? sections(heading(word, sort), `${rank} of ${scale.length}: ${scale.map(literal).join(', ')}`)
    : undefined;
}
