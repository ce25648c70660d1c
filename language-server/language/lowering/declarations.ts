import type { RECORD_LISTS, RecordSort } from '../../core/model/record.ts';
import type { Unit } from '../../core/model/unit.ts';
import type { Fragment } from '../generated/ast.ts';
import { syntaxOf } from '../parser/syntax-node.ts';
import { readConduit, readZone, type UnitElements } from './elements.ts';
import { readAssetType, readCatalog, readFramework, readProfile, readProtocol, readReferenceModel } from './library.ts';
import { readRiskMatrix } from './matrix.ts';
import { placeOf, type Reader, report } from './reader.ts';
import { readCountermeasure, readEssentialFunction, readPolicy, readRegulation, readThreatSource } from './record.ts';
import { readRisk } from './risks.ts';
import { readSystem } from './system.ts';

export const SECOND_SYSTEM =
  "'system' stands once, before all other declarations of a file: remove this one, or move what follows to a file of its own.";

type Lists =
  | (typeof RECORD_LISTS)[RecordSort]
  | 'risks'
  | 'matrices'
  | 'profiles'
  | 'catalogs'
  | 'assetTypes'
  | 'protocols'
  | 'models'
  | 'frameworks';

/** What declarations declare, as it is read. */
type Declared = UnitElements & { system: Unit['system'] } & { readonly [K in Lists]: Unit[K][number][] };

type DeclarationNode = Fragment['declarations'][number];

/** Reads one sort of declaration into what is declared. */
type Read<T extends DeclarationNode> = (reader: Reader, node: T, declared: Declared) => void;

const READERS: { readonly [T in DeclarationNode['$type']]: Read<Extract<DeclarationNode, { $type: T }>> } = {
  System(reader, node, declared) {
    const { $start } = syntaxOf(node);
    if (declared.system) report(reader, 'syntax-error', placeOf(reader, $start, $start + 6), SECOND_SYSTEM);
    else declared.system = readSystem(reader, node);
  },
  Zone: (reader, node, declared) => readZone(reader, node, declared, -1),
  Conduit: (reader, node, declared) => readConduit(reader, node, declared, -1),
  Risk: (reader, node, { risks }) => risks.push(readRisk(reader, node)),
  RiskMatrix: (reader, node, { matrices }) => matrices.push(readRiskMatrix(reader, node)),
  EssentialFunction: (reader, node, { essentialFunctions }) =>
    essentialFunctions.push(readEssentialFunction(reader, node)),
  Policy: (reader, node, { policies }) => policies.push(readPolicy(reader, node)),
  Countermeasure: (reader, node, { countermeasures }) => countermeasures.push(readCountermeasure(reader, node)),
  Regulation: (reader, node, { regulations }) => regulations.push(readRegulation(reader, node)),
  ThreatSource: (reader, node, { threatSources }) => threatSources.push(readThreatSource(reader, node)),
  Profile: (reader, node, { profiles }) => profiles.push(readProfile(reader, node)),
  Catalog: (reader, node, { catalogs }) => catalogs.push(readCatalog(reader, node)),
  AssetType: (reader, node, { assetTypes }) => assetTypes.push(readAssetType(reader, node)),
  Protocol: (reader, node, { protocols }) => protocols.push(readProtocol(reader, node)),
  ReferenceModel: (reader, node, { models }) => models.push(readReferenceModel(reader, node)),
  Framework: (reader, node, { frameworks }) => frameworks.push(readFramework(reader, node)),
};

/** What some declarations declare. */
export function readDeclarations(reader: Reader, nodes: readonly DeclarationNode[]): Declared {
  const declared: Declared = {
    system: undefined,
    zones: [],
    assets: [],
    conduits: [],
    flows: [],
    risks: [],
    matrices: [],
    essentialFunctions: [],
    policies: [],
    countermeasures: [],
    regulations: [],
    threatSources: [],
    profiles: [],
    catalogs: [],
    assetTypes: [],
    protocols: [],
    models: [],
    frameworks: [],
  };
  for (const node of nodes) {
    const read = READERS[node.$type] as Read<DeclarationNode>;
    read(reader, node, declared);
  }
  return declared;
}
