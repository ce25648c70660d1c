import type { Status } from '../../analysis/status.ts';
import type { assetTable } from '../../exchange/tables/assets.ts';
import type { conduitTable, flowTable, statementTable, zoneTable } from '../../exchange/tables/structure.ts';
import type { RowOf } from '../../exchange/tables/table.ts';
import { readAddress } from '../../model/address.ts';
import { allAddresses } from '../../model/asset.ts';
import { FLOW_PROTECTIONS } from '../../model/conduit.ts';
import { type Achievement, formatVector, type SlVector } from '../../model/levels.ts';
import type { Text } from '../../model/reference.ts';
import type { PlantAsset, PlantConduit, PlantFlow, PlantSide, PlantZone } from '../../plant/plant.ts';

import type { ScheduleSide } from '../../report/firewall-schedule.ts';
import { listAnd } from '../../text/words.ts';

/*
 * What elements say themselves, by the columns that imports read back. Only the kind, the levels and the SL-T of a zone
 * stand in its row wherever they come from: without them no table of zones could be read.
 */

/** A vector as a cell has it: `2`, or the seven levels. What cannot be achieved is a dash. */
export function vectorCell(vector: SlVector | Achievement | undefined): string | undefined {
  if (!vector) return undefined;
  return formatVector(vector.map((level) => level ?? Number.NaN))
    .replace(/^\{ | \}$/g, '')
    .replaceAll('NaN', '–');
}

const valuesOf = (texts: readonly Text[]): string[] => texts.map(({ value }) => value);

export function zoneRow(zone: PlantZone): RowOf<typeof zoneTable> {
  const { declared, system, path, parent, kind, levels, slT, slA, gap } = zone;
  return {
    system: system.name,
    zone: path,
    title: declared.title?.value,
    parent: parent?.path,
    kind: kind?.name,
    level: levels.map(String),
    network: valuesOf(declared.networks),
    'sl-t': vectorCell(slT ?? declared.slT?.vector),
    'sl-a': vectorCell(slA),
    gap: vectorCell(gap),
    owner: declared.owner?.value,
    criticality: declared.criticality?.value,
    safety: declared.safety?.value,
    description: declared.description?.value,
  };
}

export function assetRow(asset: PlantAsset): RowOf<typeof assetTable> {
  const { declared, system, path, home, type } = asset;
  const addresses = valuesOf(allAddresses(declared));
  const isMac = (address: string) => readAddress(address).kind === 'mac';
  return {
    system: system.name,
    name: path,
    title: declared.title?.value,
    type: type?.name ?? declared.type?.text,
    zone: home.path,
    address: addresses.filter((address) => !isMac(address)),
    mac: addresses.filter(isMac),
    vendor: declared.vendor?.value,
    product: declared.product?.value,
    version: declared.version?.value,
    serial: declared.serial?.value,
    location: declared.location?.value,
    criticality: declared.criticality?.value,
    description: declared.description?.value,
    count: declared.count?.value,
    owner: declared.owner?.value,
    supplier: declared.supplier?.value,
    'support-ends': declared.supportEnds?.value,
    'sl-c': vectorCell(declared.slC?.vector),
    software: valuesOf(declared.software),
  };
}

export function conduitRow(conduit: PlantConduit): RowOf<typeof conduitTable> {
  const { declared, system, path, ends, via, slT, slA, gap } = conduit;
  return {
    system: system.name,
    conduit: path,
    title: declared.title?.value,
    between: ends.map(({ name }) => name),
    via: via.map((asset) => asset.path),
    'sl-t': vectorCell(slT),
    'sl-a': vectorCell(slA),
    gap: vectorCell(gap),
    trust: declared.trust?.value,
    provider: declared.provider?.value,
    network: valuesOf(declared.networks),
    owner: declared.owner?.value,
    description: declared.description?.value,
  };
}

export function flowRow(flow: PlantFlow): RowOf<typeof flowTable> {
  const { declared, system, conduit, source, target, ports } = flow;
  return {
    system: system.name,
    conduit: conduit?.path,
    source: pathOf(source),
    'source-zone': source.home?.path,
    'source-address': addressesOf(source),
    direction: declared.both ? 'both' : 'forward',
    target: pathOf(target),
    'target-zone': target.home?.path,
    'target-address': addressesOf(target),
    protocol: declared.protocol?.text,
    carrier: declared.carrier?.text,
    ports: declared.ports.map(({ transport, port }) => (transport ? `${transport} ${port}` : String(port))),
    opened: ports,
    title: declared.title?.value,
    when: declared.when?.value,
    data: declared.data?.value,
    access: declared.access?.value,
    protection: declared.protections.map(({ value }) => value),
    protected: protectionsOf(flow),
  };
}

/** The path of a side, or what is written where nothing has that name. */
export const pathOf = ({ element, reference }: PlantSide): string => element?.path ?? reference.text;

/** The addresses of an asset; a zone has networks. */
const addressesOf = ({ element }: PlantSide): string[] =>
  element?.sort === 'asset' ? valuesOf(allAddresses(element.declared)) : [];

/** What protects a flow, by its protocol, by what carries it, or as an option that is used. */
export const protectionsOf = ({ protections }: PlantFlow): string[] =>
  FLOW_PROTECTIONS.filter((each) => protections[each] === 'yes' || protections[each] === 'used');

/** A row for each control that is required of a zone or conduit, or that a statement written in it names. */
export function statementRows(judged: PlantZone | PlantConduit): RowOf<typeof statementTable>[] {
  const { system, path, stated, posture } = judged;
  const required = new Map(judged.required?.all.map((state) => [state.control.id, state]) ?? []);
  return posture.applicable.flatMap(({ control: { id, title } }) => {
    const state = required.get(id);
    const origin = stated.originOf(id);
    if (!state && origin?.where !== 'here') return [];
    const statement = origin?.statement;
    return {
      system: system.name,
      element: path,
      requirement: id,
      'requirement-title': title,
      state: wordOf(stated.statusOf(id)),
      required: state !== undefined,
      by: statement?.by.map(({ text }) => text),
      means: statement?.compensatedBy.map(({ text }) => text),
      until: statement?.until?.value,
      because: statement?.because?.value,
      evidence: statement && valuesOf(statement.evidence),
      note: statement?.note?.value,
    };
  });
}

/** How a control stands, in the word for it: what nothing is stated of is missing. */
export const wordOf = (status: Status): string => (status === 'none' ? 'missing' : status);

/** What is said of a row in which networks stand for addresses that nobody has given. */
export function wideRemark(sides: readonly ScheduleSide[]): string {
  const wide = sides.filter(({ isWide, addresses }) => isWide && addresses.length > 0);
  return wide.length === 0 ? '' : `wide: whole networks stand for ${listAnd(wide.map(({ name }) => name))}`;
}
