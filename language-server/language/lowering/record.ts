import type {
  Countermeasure,
  EssentialFunction,
  Policy,
  Regulation,
  RegulationDemand,
  ThreatSource,
} from '../../core/model/record.ts';
import type {
  Countermeasure as CountermeasureNode,
  EssentialFunction as EssentialFunctionNode,
  Policy as PolicyNode,
  Regulation as RegulationNode,
  ThreatSource as ThreatSourceNode,
} from '../generated/ast.ts';
import { SCHEMAS } from '../syntax/schemas.ts';
import { readClauses } from './clauses.ts';
import { type BlockNode, nameOfBlock, readProperties } from './properties.ts';
import { docOf, nameOf, numberOf, placeOfNode, type Reader, readingOf, referTo, report, titleOf } from './reader.ts';
import { listedIn } from './repeated.ts';
import { oneText } from './values.ts';

/** What all declarations of the record have. */
const headOf = (reader: Reader, node: BlockNode & { name: string; title?: string }) => ({
  name: nameOf(reader, node),
  title: titleOf(reader, node),
  doc: docOf(reader, node),
  at: placeOfNode(reader, node),
});

export function readEssentialFunction(reader: Reader, node: EssentialFunctionNode): EssentialFunction {
  const properties = readProperties(reader, node, SCHEMAS['essential-function'], 'An essential function');
  const head = headOf(reader, node);
  const on = listedIn(reader, node, 'on', 'zone');
  if (on.length === 0 && head.name.value) {
    const message = `The essential function '${head.name.value}' names no zone: write 'on' and the zones that it rests on behind its title, as in 'on control'.`;
    report(reader, 'syntax-error', head.name.at, message);
  }
  return { ...head, on, description: oneText(reader, properties, 'description') };
}

export function readPolicy(reader: Reader, node: PolicyNode): Policy {
  const properties = readProperties(reader, node, SCHEMAS.policy, 'A policy');
  return {
    ...headOf(reader, node),
    version: oneText(reader, properties, 'version'),
    owner: oneText(reader, properties, 'owner'),
    document: oneText(reader, properties, 'document'),
    supports: properties.get('supports')?.values.map((value) => referTo(reader, 'control', value)) ?? [],
  };
}

export function readCountermeasure(reader: Reader, node: CountermeasureNode): Countermeasure {
  const properties = readProperties(reader, node, SCHEMAS.countermeasure, 'A countermeasure');
  const terms = node.members.filter((member) => member.$type === 'Term');
  const { evidence, verified, until } = readClauses(
    reader,
    { node, clauses: terms, named: nameOfBlock(node, 'A countermeasure') },
    'countermeasure',
  );
  return {
    ...headOf(reader, node),
    owner: oneText(reader, properties, 'owner'),
    description: oneText(reader, properties, 'description'),
    evidence,
    verified,
    until,
  };
}

export function readRegulation(reader: Reader, node: RegulationNode): Regulation {
  const properties = readProperties(reader, node, SCHEMAS.regulation, 'A regulation');
  return {
    ...headOf(reader, node),
    authority: oneText(reader, properties, 'authority'),
    document: oneText(reader, properties, 'document'),
    requires: node.members.flatMap((member): RegulationDemand[] =>
      member.$type === 'Requires'
        ? [
            {
              controls: listedIn(reader, member, 'refs', 'control'),
              on: listedIn(reader, member, 'on', 'zone'),
            },
          ]
        : [],
    ),
  };
}

export function readThreatSource(reader: Reader, node: ThreatSourceNode): ThreatSource {
  const properties = readProperties(reader, node, SCHEMAS['threat-source'], 'A threat source');
  const capability = properties.get('capability')?.values[0];
  const [source, again] = node.members.filter((member) => member.$type === 'Source');
  const clauses = source && readClauses(reader, { node: source, clauses: source.clauses }, 'source');
  if (again) {
    const message = `${nameOfBlock(node, 'A threat source')} gives 'source' twice; the first counts, so remove this one or merge the two.`;
    const fix = { text: '', title: "Remove this 'source'" };
    report(reader, 'duplicate-property', placeOfNode(reader, again), message, fix);
  }
  return {
    ...headOf(reader, node),
    capability:
      capability &&
      readingOf(reader, 'capability', () => numberOf(reader, capability, 'A capability', { min: 1, max: 4 })),
    description: oneText(reader, properties, 'description'),
    source: clauses && { text: clauses.note, on: clauses.on },
  };
}
