import { ASSET_FLAGS, type AssetType } from '../../core/model/asset-type.ts';
import { BOUNDARY_ROLE_NAMES } from '../../core/model/boundary-role.ts';
import {
  type Catalog,
  COMPONENT_CLASSES,
  CONTROL_SCOPES,
  type Control,
  type Group,
  type Mapping,
  normaliseRequirement,
  type Pointer,
  type Profile,
  parentOf,
  SCOPES,
} from '../../core/model/control.ts';
import { MAX_LEVEL } from '../../core/model/levels.ts';
import { PROTECTIONS, type Protocol } from '../../core/model/protocol.ts';
import type {} from '../../core/model/reference.ts';
import { type Framework, KIND_FLAGS, type ReferenceModel, type ZoneKind } from '../../core/model/reference-model.ts';
import type {
  AssetType as AssetTypeNode,
  Catalog as CatalogNode,
  Control as ControlNode,
  FrameworkItem as FrameworkItemNode,
  Framework as FrameworkNode,
  Kind as KindNode,
  Pointer as PointerNode,
  Profile as ProfileNode,
  Protocol as ProtocolNode,
  ReferenceModel as ReferenceModelNode,
} from '../generated/ast.ts';
import { SCHEMAS } from '../syntax/schemas.ts';
import { readClauses } from './clauses.ts';
import { readDeferrals } from './deferrals.ts';
import { readPort, TRANSPORTS } from './elements.ts';
import { type MemberNode, type Properties, readProperties, reportTwice } from './properties.ts';
import {
  docOf,
  nameOf,
  numberOf,
  placedWord,
  placedWords,
  placeOfNode,
  type Reader,
  referenceOf,
  referTo,
  report,
  textOf,
  titleOf,
  wordOf,
} from './reader.ts';
import { listedIn, reportRepeated } from './repeated.ts';
import { readLevels } from './statements.ts';
import { oneText, texts } from './values.ts';

const PROTECTION_PROPERTIES = ['authentication', 'encryption', 'integrity'] as const;

const PROTOCOL_FACTS = [
  'category',
  'medium',
  'layer2',
  'person-to-person',
  'ethertype',
  'mutual-authentication',
  'secured-by-note',
  'standard',
  'alias',
  'doc',
] as const;

function words<T extends string, N extends string>(
  reader: Reader,
  properties: Properties<N>,
  name: NoInfer<N>,
  what: string,
  set: readonly T[],
): T[] {
  return properties.get(name)?.values.flatMap((value) => wordOf(reader, value, what, set)?.value ?? []) ?? [];
}

function numbers<N extends string>(reader: Reader, properties: Properties<N>, name: NoInfer<N>): number[] {
  const range = { min: 0, max: 5, whole: false };
  return (
    properties.get(name)?.values.flatMap((value) => numberOf(reader, value, 'A Purdue level', range)?.value ?? []) ?? []
  );
}

function readMaps(reader: Reader, members: readonly MemberNode[]): Mapping[] {
  return members.flatMap((member) => {
    if (member.$type !== 'Maps') return [];
    const framework = referenceOf(reader, member, 'framework', 'framework');
    const ids = reportRepeated(reader, placedWords(reader, member, 'values')).flatMap(
      (value) => textOf(reader, value, 'A mapped entry') ?? [],
    );
    return framework ? [{ framework, ids }] : [];
  });
}

export function readProfile(reader: Reader, node: ProfileNode): Profile {
  return {
    name: nameOf(reader, node),
    title: titleOf(reader, node),
    doc: docOf(reader, node),
    at: placeOfNode(reader, node),
    controls: listedIn(reader, node, 'refs', 'control'),
  };
}

export function readCatalog(reader: Reader, node: CatalogNode): Catalog {
  const name = nameOf(reader, node);
  const edition = placedWord(reader, node, 'edition');
  readProperties(reader, node, SCHEMAS.catalog, 'A catalogue');
  const groups: Group[] = [];
  const controls: Control[] = [];
  const pointers: Pointer[] = [];
  for (const member of node.members) {
    if (member.$type === 'Control') controls.push(readControl(reader, member, name.value, ''));
    else if (member.$type === 'Pointer') pointers.push(readPointer(reader, member));
    else if (member.$type === 'Group') {
      const group = nameOf(reader, member).value;
      groups.push({ name: group, title: titleOf(reader, member)?.value, at: placeOfNode(reader, member) });
      readProperties(reader, member, SCHEMAS.group, 'A group');
      for (const control of member.members) {
        if (control.$type === 'Control') controls.push(readControl(reader, control, name.value, group));
      }
    }
  }
  return {
    name,
    title: titleOf(reader, node),
    edition: edition && textOf(reader, edition, 'An edition'),
    doc: docOf(reader, node),
    at: placeOfNode(reader, node),
    groups,
    controls,
    pointers,
  };
}

function readPointer(reader: Reader, node: PointerNode): Pointer {
  const name = placedWord(reader, node, 'name');
  const to = reportRepeated(reader, placedWords(reader, node, 'targets')).map((value) =>
    normaliseRequirement(value.raw),
  );
  return {
    name: (name && textOf(reader, name, 'The number')?.value) ?? '',
    to: to.filter((id) => id !== 'none'),
    because: readClauses(reader, { node, clauses: node.clauses }, 'pointer').because?.value,
  };
}

function readControl(reader: Reader, node: ControlNode, catalog: string, group: string): Control {
  const name = nameOf(reader, node);
  const id = normaliseRequirement(name.value);
  const level = placedWord(reader, node, 'level');
  const properties = readProperties(reader, node, SCHEMAS.control, 'A control');
  const applies = words(reader, properties, 'applies', 'What a control applies to', SCOPES);
  return {
    id,
    title: titleOf(reader, node)?.value,
    doc: docOf(reader, node),
    at: placeOfNode(reader, node),
    nameAt: name.at,
    catalog,
    group,
    level: level && numberOf(reader, level, 'A security level', { min: 1, max: MAX_LEVEL })?.value,
    parent: parentOf(id),
    applies: applies.length > 0 ? applies : ['zone'],
    kinds: listedIn(reader, node, 'kinds', 'model-kind'),
    classes: words(reader, properties, 'classes', 'A component class', COMPONENT_CLASSES),
    ofBoundary: words(reader, properties, 'scope', 'The scope of a control', CONTROL_SCOPES).includes('boundary'),
    independent: words(reader, properties, 'independent', "'independent'", ['yes', 'no'])[0] === 'yes',
    clause: oneText(reader, properties, 'clause')?.value,
    guidance: oneText(reader, properties, 'guidance')?.value,
    maps: readMaps(reader, node.members),
  };
}

export function readAssetType(reader: Reader, node: AssetTypeNode): AssetType {
  const properties = readProperties(reader, node, SCHEMAS['asset-type'], 'An asset type');
  const range = numbers(reader, properties, 'range');
  return {
    name: nameOf(reader, node),
    title: titleOf(reader, node),
    doc: docOf(reader, node),
    at: placeOfNode(reader, node),
    base: referenceOf(reader, node, 'base', 'asset-type'),
    class: words(reader, properties, 'class', 'A component class', COMPONENT_CLASSES)[0],
    alternateClass: words(reader, properties, 'alternate-class', 'A component class', COMPONENT_CLASSES)[0],
    levels: numbers(reader, properties, 'level'),
    range: range.length > 0 ? range : undefined,
    kinds: properties.get('kind')?.values.map((value) => referTo(reader, 'model-kind', value)) ?? [],
    flags: words(reader, properties, 'flags', 'A flag of an asset type', ASSET_FLAGS),
    role: words(reader, properties, 'role', 'The role at a boundary', BOUNDARY_ROLE_NAMES)[0],
    aliases: texts(reader, properties, 'alias').map(({ value }) => value),
    deferrals: readDeferrals(reader, properties.get('defers-to'), 'asset-type'),
    vendor: oneText(reader, properties, 'vendor'),
    product: oneText(reader, properties, 'product'),
    slC: readLevels(reader, node, 'sl-c', 'An asset type'),
    description: oneText(reader, properties, 'doc')?.value,
    maps: readMaps(reader, node.members),
  };
}

export function readProtocol(reader: Reader, node: ProtocolNode): Protocol {
  const properties = readProperties(reader, node, SCHEMAS.protocol, 'A protocol');
  const [authentication, encryption, integrity] = PROTECTION_PROPERTIES.map(
    (name) => words(reader, properties, name, `'${name}'`, PROTECTIONS)[0],
  );
  const securedBy = properties.get('secured-by')?.values[0];
  return {
    name: nameOf(reader, node),
    title: titleOf(reader, node),
    doc: docOf(reader, node),
    at: placeOfNode(reader, node),
    base: referenceOf(reader, node, 'base', 'protocol'),
    ports: node.members.flatMap((member) => {
      if (member.$type !== 'Port') return [];
      const port = readPort(reader, member);
      const service = placedWord(reader, member, 'service');
      if (!port) return [];
      return [
        {
          transport: port.transport ?? TRANSPORTS[0],
          port: port.port,
          service: service && textOf(reader, service, 'A service name')?.value,
          registered: !member.unregistered,
        },
      ];
    }),
    authentication,
    encryption,
    integrity,
    securedBy: securedBy && referTo(reader, 'protocol', securedBy),
    deferrals: readDeferrals(reader, properties.get('defers-to'), 'protocol'),
    network: words(reader, properties, 'network', "'network'", ['yes', 'no'])[0] !== 'no',
    facts: factsOf(reader, properties, PROTOCOL_FACTS),
  };
}

function factsOf<N extends string>(
  reader: Reader,
  properties: Properties<N>,
  names: readonly NoInfer<N>[],
): Record<string, string[]> {
  const facts: Record<string, string[]> = {};
  for (const name of names) {
    const values = properties.get(name)?.values;
    if (values)
      facts[name] = values.map((value) => (value.raw[0] === '"' ? textOf(reader, value, name)!.value : value.raw));
  }
  return facts;
}

export function readReferenceModel(reader: Reader, node: ReferenceModelNode): ReferenceModel {
  const name = nameOf(reader, node);
  readProperties(reader, node, SCHEMAS['reference-model'], 'A reference model');
  const kinds: ZoneKind[] = [];
  const adjacent: (readonly [string, string])[] = [];
  for (const member of node.members) {
    if (member.$type === 'Kind') {
      const kind = readKind(reader, member, name.value);
      if (kind) kinds.push(kind);
    } else if (member.$type === 'Adjacent') {
      for (const pair of member.pairs) {
        const left = referenceOf(reader, pair, 'left', 'model-kind');
        const right = referenceOf(reader, pair, 'right', 'model-kind');
        if (left && right) adjacent.push([left.text, right.text]);
      }
    }
  }
  return {
    name,
    title: titleOf(reader, node),
    doc: docOf(reader, node),
    at: placeOfNode(reader, node),
    kinds,
    adjacent,
  };
}

function readKind(reader: Reader, node: KindNode, model: string): ZoneKind | undefined {
  const name = nameOf(reader, node);
  const rank = placedWord(reader, node, 'rank');
  if (!rank && name.value) {
    const message = `The kind '${name.value}' needs its rank, as in 'kind ${name.value} "…" rank 3': it orders the zones.`;
    report(reader, 'syntax-error', name.at, message);
  }
  const properties = readProperties(reader, node, SCHEMAS.kind, 'A zone kind');
  return {
    name: name.value,
    title: titleOf(reader, node)?.value,
    doc: docOf(reader, node),
    at: placeOfNode(reader, node),
    nameAt: name.at,
    model,
    rank: (rank && numberOf(reader, rank, 'A rank', { min: 0, max: 1000, whole: false })?.value) ?? 0,
    levels: numbers(reader, properties, 'level'),
    flags: words(reader, properties, 'flags', 'A flag of a zone kind', KIND_FLAGS),
    focus: node.members.flatMap((member) => {
      if (member.$type !== 'Focus') return [];
      const focus = nameOf(reader, member);
      return [
        {
          name: focus.value,
          title: titleOf(reader, member)?.value,
          at: focus.at,
          controls: listedIn(reader, member, 'refs', 'control'),
          assetTypes: listedIn(reader, member, 'types', 'asset-type'),
        },
      ];
    }),
  };
}

export function readFramework(reader: Reader, node: FrameworkNode): Framework {
  const edition = placedWord(reader, node, 'edition');
  return {
    name: nameOf(reader, node),
    title: titleOf(reader, node),
    edition: edition && textOf(reader, edition, 'An edition'),
    doc: docOf(reader, node),
    at: placeOfNode(reader, node),
    items: node.items.map((item) => readItem(reader, item)),
  };
}

function readItem(reader: Reader, node: FrameworkItemNode) {
  const name = placedWord(reader, node, 'name');
  const facts: Record<string, string[]> = {};
  for (const member of node.members) {
    const word = member.$type === 'Maps' ? placedWord(reader, member, 'framework') : placedWord(reader, member, 'name');
    const values = placedWords(reader, member, 'values');
    if (!word) continue;
    if (facts[word.raw]) {
      reportTwice(reader, word, `Item '${name?.raw}'`, member);
      continue;
    }
    facts[word.raw] = values.map((value) =>
      value.raw[0] === '"' ? textOf(reader, value, word.raw)!.value : value.raw,
    );
  }
  return {
    id: (name && textOf(reader, name, 'The id')?.value) ?? '',
    title: titleOf(reader, node)?.value,
    at: placeOfNode(reader, node),
    nameAt: name?.at ?? placeOfNode(reader, node),
    facts,
  };
}
