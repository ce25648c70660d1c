import type { Located, Text } from '../../core/model/reference.ts';
import type { MatrixRow, RiskMatrix } from '../../core/model/risk.ts';
import { normaliseName } from '../../core/text/names.ts';
import { countOf } from '../../core/text/words.ts';
import type { Rating as RatingNode, RiskMatrix as RiskMatrixNode, Row as RowNode } from '../generated/ast.ts';
import { SCHEMAS } from '../syntax/schemas.ts';
import { nameOfBlock, readProperties, reportTwice } from './properties.ts';
import {
  docOf,
  nameOf,
  numberOf,
  type PlacedWord,
  placedWord,
  placedWords,
  placeOf,
  placeOfNode,
  type Reader,
  referTo,
  report,
  titleOf,
} from './reader.ts';
import { reportRepeated } from './repeated.ts';

export function readRiskMatrix(reader: Reader, node: RiskMatrixNode): RiskMatrix {
  const properties = readProperties(reader, node, SCHEMAS['risk-matrix'], 'A risk matrix');
  const scale = (wanted: RatingNode['word']) => {
    const [first, ...others] = node.members.filter(
      (member): member is RatingNode => member.$type === 'Rating' && member.word === wanted,
    );
    for (const again of others) {
      const word = placedWord(reader, again, 'word');
      if (word) reportTwice(reader, word, nameOfBlock(node, 'A risk matrix'), again);
    }
    const values = first ? reportRepeated(reader, placedWords(reader, first, 'values')) : [];
    return values.map((value: PlacedWord) => ({ value: normaliseName(value.raw), at: value.at }));
  };
  const tolerable = properties.get('tolerable')?.values[0];
  const likelihood = scale('likelihood');
  const impact = scale('impact');
  return {
    name: nameOf(reader, node),
    title: titleOf(reader, node),
    at: placeOfNode(reader, node),
    likelihood,
    impact,
    rows: readRows(reader, node, likelihood, impact),
    tolerable: tolerable && numberOf(reader, tolerable, 'The tolerable rank', { min: 1, max: Number.MAX_SAFE_INTEGER }),
    doc: docOf(reader, node),
  };
}

/** The rows of a matrix; one that has not a value for each impact is reported and has none. */
function readRows(
  reader: Reader,
  node: RiskMatrixNode,
  likelihoods: readonly Text[],
  impacts: readonly Text[],
): MatrixRow[] {
  const nodes = node.members.filter((member) => member.$type === 'Row');
  if (nodes.length === 0) return [];
  const what = nameOfBlock(node, 'A risk matrix');
  const rows = new Map<string, MatrixRow>();
  let isComplete = true;
  for (const row of nodes) {
    const word = placedWord(reader, row, 'likelihood');
    if (!word) continue;
    const likelihood = referTo(reader, 'row', word);
    // One for an unknown likelihood may be meant for one that lacks its row.
    if (!likelihoods.some(({ value }) => value === likelihood.text)) isComplete = false;
    if (rows.has(likelihood.text)) reportTwice(reader, { ...word, raw: `row ${word.raw}` }, what, row);
    else rows.set(likelihood.text, { likelihood, values: readValues(reader, row, word, impacts.length) });
  }
  for (const { value, at } of isComplete ? likelihoods : []) {
    if (rows.has(value)) continue;
    const message = `${what} has rows, but none for '${value}': add 'row ${value}' with the value of each impact, or remove all rows.`;
    report(reader, 'invalid-value', at, message);
  }
  return [...rows.values()];
}

/** The values of a row, one for each impact; none where there are more or fewer, or one of them is no rank. */
function readValues(reader: Reader, row: RowNode, { raw, at }: PlacedWord, wanted: number): Located<number>[] {
  const words = placedWords(reader, row, 'values');
  const values = words.flatMap(
    (value) => numberOf(reader, value, 'The value of a cell', { min: 1, max: Number.MAX_SAFE_INTEGER }) ?? [],
  );
  if (values.length < words.length) return [];
  if (wanted === 0 || words.length === wanted) return values;
  const [first] = words.slice(wanted);
  const last = words.at(-1)!;
  const message = `Row '${raw}' has ${countOf(words.length, 'value')} for ${countOf(wanted, 'impact')}: give one for each, the lowest impact first.`;
  const before = words[wanted - 1];
  const fix = first &&
    before && {
      text: '',
      title: `Keep the first ${wanted}`,
      at: placeOf(reader, before.start + before.raw.length, last.start + last.raw.length),
    };
  report(reader, 'invalid-value', first?.at ?? at, message, fix);
  return [];
}
