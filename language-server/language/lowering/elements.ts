import type { AstNode } from 'langium';
import type { Asset, AssetHome } from '../../core/model/asset.ts';
import { type Characteristics, CRITICALITIES } from '../../core/model/characteristics.ts';
import { ACCESSES, type Conduit, FLOW_PROTECTIONS, type Flow, type Port, TRUSTS } from '../../core/model/conduit.ts';
import type { Reference } from '../../core/model/reference.ts';
import type { Zone } from '../../core/model/zone.ts';
import type {
  Asset as AssetNode,
  Conduit as ConduitNode,
  Flow as FlowNode,
  Port as PortNode,
  Zone as ZoneNode,
} from '../generated/ast.ts';
import { SCHEMAS } from '../syntax/schemas.ts';
import { readAccessPoints } from './access-points.ts';
import { withoutOutsideBraces } from './outside-braces.ts';
import { nameOfBlock, type Properties, readProperties } from './properties.ts';
import { readPurdueLevels } from './purdue-levels.ts';
import {
  docOf,
  isTitleOpen,
  nameOf,
  numberOf,
  placedWord,
  placedWords,
  placeOf,
  placeOfNode,
  type Reader,
  readingOf,
  referenceOf,
  referTo,
  report,
  textOf,
  titleOf,
  wordOf,
} from './reader.ts';
import { reportRepeated } from './repeated.ts';
import { readBoundaries } from './sides.ts';
import { readLevels, readStatements } from './statements.ts';
import { names, namesOrTexts, oneDate, oneText, texts, yesOrNo } from './values.ts';

/** The growing arrays of a unit: its elements refer to each other by index into them. */
export interface UnitElements {
  readonly zones: Zone[];
  readonly assets: Asset[];
  readonly conduits: Conduit[];
  readonly flows: Flow[];
}

function criticalityOf(reader: Reader, properties: Properties<'criticality'>) {
  const value = properties.get('criticality')?.values[0];
  return value && readingOf(reader, 'criticality', () => wordOf(reader, value, 'A criticality', CRITICALITIES));
}

/** Declared policies by their names, others as texts. */
function policiesOf(reader: Reader, properties: Properties<'policy'>) {
  const values = properties.get('policy')?.values ?? [];
  return readingOf(reader, 'policy', () => namesOrTexts(reader, values, 'policy', "'policy'"));
}

/** What a zone or conduit says of itself, apart from what only one of the two has. */
function characteristicsOf(
  reader: Reader,
  node: ZoneNode | ConduitNode,
  properties: Properties<'description' | 'owner' | 'criticality' | 'safety' | 'network' | 'policy' | 'assumption'>,
  what: string,
): Characteristics {
  return {
    slT: readLevels(reader, node, 'sl-t', what),
    description: oneText(reader, properties, 'description'),
    owner: oneText(reader, properties, 'owner'),
    criticality: criticalityOf(reader, properties),
    safety: yesOrNo(reader, properties, 'safety'),
    networks: texts(reader, properties, 'network'),
    boundaries: readBoundaries(reader, node, what),
    accessPoints: readAccessPoints(reader, node.members),
    policies: policiesOf(reader, properties),
    assumptions: texts(reader, properties, 'assumption'),
    ...readStatements(reader, node.members),
  };
}

function separationsOf(reader: Reader, properties: Properties<'separated-from'>): Reference[] {
  const values = properties.get('separated-from')?.values ?? [];
  return readingOf(reader, 'separated-from', () =>
    names(reader, values, 'zone', "'separated-from' takes zones by their names"),
  );
}

/** Reads a zone with all it contains into those of its unit and answers its index. */
export function readZone(reader: Reader, node: ZoneNode, elements: UnitElements, parent: number): number {
  const index = elements.zones.length;
  const name = nameOf(reader, node);
  const path = parent < 0 ? name.value : `${elements.zones[parent]!.path}.${name.value}`;
  const kind = referenceOf(reader, node, 'kind', 'kind');
  node.members = withoutOutsideBraces(reader, node);
  const properties = readProperties(reader, node, SCHEMAS.zone, 'A zone');
  const children = { zones: [] as number[], assets: [] as number[], conduits: [] as number[], flows: [] as number[] };
  const outer = reader.scope.zone;
  // The place in the array is taken now, so that children can name their parent; the zone itself follows.
  const shell = { path } as Zone;
  elements.zones.push(shell);
  reader.scope.zone = index;
  elements.zones[index] = {
    name,
    title: titleOf(reader, node),
    doc: docOf(reader, node),
    at: placeOfNode(reader, node),
    path,
    parent,
    kind,
    ...readPurdueLevels(reader, node, properties),
    ...characteristicsOf(reader, node, properties, 'A zone'),
    separatedFrom: separationsOf(reader, properties),
    ...children,
  };
  for (const member of node.members) {
    if (member.$type === 'Zone') children.zones.push(readZone(reader, member, elements, index));
    else if (member.$type === 'Asset')
      children.assets.push(readAsset(reader, member, elements, { zone: index, conduit: -1 }));
    else if (member.$type === 'Conduit') children.conduits.push(readConduit(reader, member, elements, index));
    else if (member.$type === 'Flow') {
      const flow = readFlow(reader, member, elements, index, -1);
      if (flow !== undefined) children.flows.push(flow);
    }
  }
  reader.scope.zone = outer;
  return index;
}

/** Reads an asset of a zone, or of a conduit, into those of its unit and answers its index. */
function readAsset(reader: Reader, node: AssetNode, elements: UnitElements, { zone, conduit }: AssetHome): number {
  const home = conduit < 0 ? elements.zones[zone] : elements.conduits[conduit];
  const name = nameOf(reader, node);
  const type = referenceOf(reader, node, 'type', 'asset-type');
  if (!type && name.value && !isTitleOpen(reader, node)) {
    const message = `The asset '${name.value}' has no type: write it after a colon, as in 'asset ${name.value} : plc'. The type says what the rules ask of it.`;
    report(reader, 'syntax-error', name.at, message);
  }
  const properties = readProperties(reader, node, SCHEMAS.asset, 'An asset');
  const count = properties.get('count')?.values[0];
  const sil = properties.get('sil')?.values[0];
  elements.assets.push({
    name,
    title: titleOf(reader, node),
    doc: docOf(reader, node),
    at: placeOfNode(reader, node),
    path: `${home!.path}.${name.value}`,
    zone,
    conduit,
    type,
    description: oneText(reader, properties, 'description'),
    vendor: oneText(reader, properties, 'vendor'),
    product: oneText(reader, properties, 'product'),
    version: oneText(reader, properties, 'version'),
    owner: oneText(reader, properties, 'owner'),
    addresses: texts(reader, properties, 'address'),
    sharedAddresses: texts(reader, properties, 'shared-address'),
    count: count && numberOf(reader, count, 'A count', { min: 1, max: Number.MAX_SAFE_INTEGER }),
    criticality: criticalityOf(reader, properties),
    serial: oneText(reader, properties, 'serial'),
    location: oneText(reader, properties, 'location'),
    supplier: oneText(reader, properties, 'supplier'),
    supportEnds: oneDate(reader, properties, 'support-ends'),
    certificate: oneText(reader, properties, 'certificate'),
    classification: oneText(reader, properties, 'classification'),
    worth: oneText(reader, properties, 'value'),
    sil: sil && numberOf(reader, sil, 'A safety integrity level', { min: 1, max: 4 }),
    software: texts(reader, properties, 'software'),
    runsOn: properties.get('runs-on')?.values.map((value) => referTo(reader, 'asset', value))[0],
    redundantWith: properties.get('redundant-with')?.values.map((value) => referTo(reader, 'asset', value)) ?? [],
    slC: readLevels(reader, node, 'sl-c', 'An asset'),
    ...readStatements(reader, node.members),
  });
  return elements.assets.length - 1;
}

/** Reads a conduit with its flows into those of its unit and answers its index. */
export function readConduit(reader: Reader, node: ConduitNode, elements: UnitElements, zone: number): number {
  const index = elements.conduits.length;
  const name = nameOf(reader, node);
  const ends = placedWords(reader, node, 'ends');
  if (ends.length === 0 && name.value && !isTitleOpen(reader, node)) {
    const message = `The conduit '${name.value}' joins no zones: write 'between <zone> and <zone>' after its name.`;
    report(reader, 'syntax-error', name.at, message);
  }
  const children = { assets: [] as number[], flows: [] as number[] };
  const path = zone < 0 ? name.value : `${elements.zones[zone]!.path}.${name.value}`;
  const properties = readProperties(reader, node, SCHEMAS.conduit, 'A conduit');
  const trust = properties.get('trust')?.values[0];
  elements.conduits.push({ path } as Conduit);
  reader.scope.conduit = index;
  elements.conduits[index] = {
    name,
    title: titleOf(reader, node),
    doc: docOf(reader, node),
    at: placeOfNode(reader, node),
    path,
    zone,
    ends: ends.length > 1 ? ends.map((end) => referTo(reader, 'zone', end)) : undefined,
    endsAt: ends.length > 1 ? placeOf(reader, ends[0]!.start, ends.at(-1)!.start + ends.at(-1)!.raw.length) : undefined,
    ...characteristicsOf(reader, node, properties, 'A conduit'),
    via: properties.get('via')?.values.map((value) => referTo(reader, 'asset', value)) ?? [],
    trust: trust && readingOf(reader, 'trust', () => wordOf(reader, trust, "'trust'", TRUSTS)),
    provider: oneText(reader, properties, 'provider'),
    ...children,
  };
  for (const member of node.members) {
    if (member.$type === 'Asset') {
      children.assets.push(readAsset(reader, member, elements, { zone: -1, conduit: index }));
    } else if (member.$type === 'Flow') {
      const flow = readFlow(reader, member, elements, zone, index);
      if (flow !== undefined) children.flows.push(flow);
    }
  }
  reader.scope.conduit = -1;
  return index;
}

/** Reads a flow; one that lost an end to a syntax error is left out. */
function readFlow(
  reader: Reader,
  node: FlowNode,
  elements: UnitElements,
  zone: number,
  conduit: number,
): number | undefined {
  const source = referenceOf(reader, node, 'source', 'side');
  const target = referenceOf(reader, node, 'target', 'side');
  if (!source || !target) return undefined;
  const carriers = placedWords(reader, node, 'carrier').map((value): Reference => referTo(reader, 'protocol', value));
  const ports = [...node.ports, ...node.members.filter((member: AstNode) => member.$type === 'Port')] as PortNode[];
  // Behind a port the grammar takes a text for the port's service, which is a protocol's; a flow's is its title.
  const titles = [
    ...placedWords(reader, node, 'titles'),
    ...ports.flatMap((port) => placedWords(reader, port, 'service')),
  ].sort((a, b) => a.start - b.start);
  const flow = () => nameOfBlock(node, 'A flow');
  if (carriers[1]) {
    const message = `${flow()} gives 'over' twice; the first counts, so remove this one.`;
    report(reader, 'duplicate-property', carriers[1].at, message);
  }
  if (titles[1]) {
    const fix = { text: '', title: 'Remove this title' };
    const message = `${flow()} has two titles; the first counts, so remove this one or join the two.`;
    report(reader, 'duplicate-property', titles[1].at, message, fix);
  }
  const properties = readProperties(reader, node, SCHEMAS.flow, 'A flow');
  const access = properties.get('access')?.values[0];
  elements.flows.push({
    at: placeOfNode(reader, node),
    zone,
    conduit,
    source,
    target,
    both: node.direction === '<->',
    protocol: referenceOf(reader, node, 'protocol', 'protocol'),
    carrier: carriers[0],
    protections: reportRepeated(reader, placedWords(reader, node, 'protections')).flatMap(
      (word) => wordOf(reader, word, 'A protection', FLOW_PROTECTIONS) ?? [],
    ),
    ports: ports.flatMap((port) => readPort(reader, port) ?? []),
    title: titles[0] && textOf(reader, titles[0], 'A title'),
    when: oneText(reader, properties, 'when'),
    data: oneText(reader, properties, 'data'),
    access: access && readingOf(reader, 'access', () => wordOf(reader, access, "'access'", ACCESSES)),
    doc: docOf(reader, node),
    allows: readStatements(reader, node.members).allows,
  });
  return elements.flows.length - 1;
}

export const TRANSPORTS = ['tcp', 'udp', 'sctp'] as const;

/** A port with its transport; undefined where the number is none, which is reported. */
export function readPort(reader: Reader, node: PortNode): Port | undefined {
  const value = placedWord(reader, node, 'number');
  const word = placedWord(reader, node, 'transport');
  const port = value && numberOf(reader, value, 'A port', { min: 0, max: 65535 });
  const transport = word && wordOf(reader, word, 'A transport', TRANSPORTS);
  return port && { port: port.value, at: port.at, transport: transport?.value };
}
