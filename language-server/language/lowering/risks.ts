import type { Risk, RiskMatrix } from '../../core/model/risk.ts';
import { normaliseName } from '../../core/text/names.ts';
import type { Rating as RatingNode, RiskMatrix as RiskMatrixNode, Risk as RiskNode } from '../generated/ast.ts';
import { SCHEMAS } from '../syntax/schemas.ts';
import { oneText } from './elements.ts';
import { nameOfBlock, readProperties, reportTwice } from './properties.ts';
import {
  docOf,
  nameOf,
  numberOf,
  type PlacedWord,
  placedWord,
  placedWords,
  placeOfNode,
  type Reader,
  referencesOf,
  referTo,
  report,
  titleOf,
} from './reader.ts';
import { readClauses, readStatements } from './statements.ts';

/** The two ratings among `likelihood …` and `impact …`; one given twice is reported. */
function readRating(reader: Reader, risk: RiskNode, nodes: readonly RatingNode[]) {
  const found: { likelihood?: ReturnType<typeof referTo>; impact?: ReturnType<typeof referTo> } = {};
  for (const node of nodes) {
    const word = placedWord(reader, node, 'word');
    const values = placedWords(reader, node, 'values');
    const sort = node.word;
    if (!word || !values[0]) continue;
    if (found[sort]) {
      const message = `${nameOfBlock(risk, 'A risk')} gives '${sort}' twice; the first counts, so remove this one.`;
      report(reader, 'duplicate-property', word.at, message);
    } else {
      found[sort] = referTo(reader, sort, values[0]);
      if (values[1])
        report(
          reader,
          'invalid-value',
          values[1].at,
          `${nameOfBlock(risk, 'A risk')} has one ${sort}: remove the others.`,
        );
    }
  }
  return found;
}

export function readRisk(reader: Reader, node: RiskNode): Risk {
  const properties = readProperties(reader, node, SCHEMAS.risk, 'A risk');
  const residual = node.members.filter((member) => member.$type === 'Residual');
  const acceptance = node.members.filter((member) => member.$type === 'Acceptance');
  for (const again of [...residual.slice(1), ...acceptance.slice(1)]) {
    const what = again.$type === 'Residual' ? 'its residual rating' : 'its acceptance';
    const message = `${nameOfBlock(node, 'A risk')} gives ${what} twice; the first counts, so remove this one.`;
    report(reader, 'duplicate-property', placeOfNode(reader, again), message);
  }
  const mitigation = node.members.find((member) => member.$type === 'Property' && member.name === 'mitigated-by');
  const accepted = acceptance[0] && readClauses(reader, acceptance[0], 'accepted');
  return {
    name: nameOf(reader, node),
    title: titleOf(reader, node),
    doc: docOf(reader, node),
    at: placeOfNode(reader, node),
    on: referencesOf(reader, node, 'on', 'scope'),
    threat: oneText(reader, properties, 'threat'),
    vulnerability: oneText(reader, properties, 'vulnerability'),
    consequence: oneText(reader, properties, 'consequence'),
    initial: readRating(
      reader,
      node,
      node.members.filter((member) => member.$type === 'Rating'),
    ),
    residual: residual[0] && readRating(reader, node, residual[0].ratings),
    mitigatedBy: properties.get('mitigated-by')?.values.map((value) => referTo(reader, 'control', value)) ?? [],
    mitigatedByAt: mitigation && placeOfNode(reader, mitigation),
    acceptedUntil: accepted?.until,
    allows: readStatements(reader, node.members).allows,
  };
}

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
    const values = first ? placedWords(reader, first, 'values') : [];
    return values.map((value: PlacedWord) => ({ value: normaliseName(value.raw), at: value.at }));
  };
  const tolerable = properties.get('tolerable')?.values[0];
  return {
    name: nameOf(reader, node),
    title: titleOf(reader, node),
    at: placeOfNode(reader, node),
    likelihood: scale('likelihood'),
    impact: scale('impact'),
    tolerable: tolerable && numberOf(reader, tolerable, 'The tolerable rank', { min: 1, max: Number.MAX_SAFE_INTEGER }),
    doc: docOf(reader, node),
  };
}
