import { type Risk, TREATMENTS } from '../../core/model/risk.ts';
import { normaliseName } from '../../core/text/names.ts';
import type { Rating as RatingNode, Risk as RiskNode } from '../generated/ast.ts';
import { SCHEMAS } from '../syntax/schemas.ts';
import { readClauses } from './clauses.ts';
import { nameOfBlock, readProperties } from './properties.ts';
import {
  docOf,
  nameOf,
  placedWord,
  placedWords,
  placeOfNode,
  type Reader,
  readingOf,
  referTo,
  report,
  titleOf,
  wordOf,
} from './reader.ts';
import { listedIn } from './repeated.ts';
import { readStatements } from './statements.ts';
import { names, oneText } from './values.ts';

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
  const treatment = properties.get('treatment')?.values[0];
  const accepted =
    acceptance[0] && readClauses(reader, { node: acceptance[0], clauses: acceptance[0].clauses }, 'accepted');
  return {
    name: nameOf(reader, node),
    title: titleOf(reader, node),
    doc: docOf(reader, node),
    at: placeOfNode(reader, node),
    on: listedIn(reader, node, 'on', 'scope'),
    categories: properties.get('category')?.values.map(({ raw, at }) => ({ value: normaliseName(raw), at })) ?? [],
    sources: names(
      reader,
      properties.get('source')?.values ?? [],
      'threat-source',
      "'source' names what is declared with 'threat-source'; what is said in words belongs in 'threat'",
    ),
    threat: oneText(reader, properties, 'threat'),
    vulnerability: oneText(reader, properties, 'vulnerability'),
    consequence: oneText(reader, properties, 'consequence'),
    initial: readRating(
      reader,
      node,
      node.members.filter((member) => member.$type === 'Rating'),
    ),
    residual: residual[0] && readRating(reader, node, residual[0].ratings),
    existing: properties.get('existing')?.values.map((value) => referTo(reader, 'means', value)) ?? [],
    mitigatedBy: properties.get('mitigated-by')?.values.map((value) => referTo(reader, 'means', value)) ?? [],
    mitigatedByAt: mitigation && placeOfNode(reader, mitigation),
    treatment: treatment && readingOf(reader, 'treatment', () => wordOf(reader, treatment, 'A treatment', TREATMENTS)),
    owner: oneText(reader, properties, 'owner'),
    acceptedUntil: accepted?.until,
    acceptedBecause: accepted?.because,
    acceptedBy: accepted?.approver,
    allows: readStatements(reader, node.members).allows,
  };
}
