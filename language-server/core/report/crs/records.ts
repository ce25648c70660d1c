import { allAddresses } from '../../model/asset.ts';
import type { Boundary } from '../../model/boundary.ts';
import type { Given, PlantAccess, PlantAsset, PlantFlow } from '../../plant/plant.ts';
import { type Cell, type Draft, type Part, part, type Row, rowAt, textOf } from './chapter.ts';
import { type CrsInput, ownZones, type Place, placeCell } from './input.ts';

/*
 * The characteristics a to n of IEC 62443-3-2 ZCR 6.4, each under its letter.
 */

/** The record of each zone inside the SuC. */
export function zoneRecords(input: CrsInput): Draft {
  const zones = ownZones(input);
  return {
    content: zones.map((zone) => record(zone, { kind: zone.kind?.name ?? null, levels: zone.levels })),
    parts: [part(zones, 'Add zones: the parts of the plant with the same security requirements.'), ...partsOf(zones)],
  };
}

/** The record of each conduit. */
export function conduitRecords({ conduits }: CrsInput): Draft {
  return {
    content: conduits.map((conduit) =>
      record(conduit, { untrusted: conduit.untrusted, provider: textOf(conduit.declared.provider) }),
    ),
    parts: [
      part(conduits, 'Add conduits: what the zones say to each other, and what protects it.'),
      ...partsOf(conduits),
    ],
  };
}

/** Zones and conduits with what stands in each: that every asset is in one of them. */
export function drawings({ zones, conduits }: CrsInput): Draft {
  const assetsOf = ({ assets }: Place) => assets.map(({ name }) => name);
  const numberOf = ({ assets }: Place) => assets.reduce((sum, { declared: { count } }) => sum + (count?.value ?? 1), 0);
  const places = [...zones, ...conduits];
  return {
    content: places.map((place) =>
      rowAt(place, { ...placeCell(place), title: place.title, assets: assetsOf(place), number: numberOf(place) }),
    ),
    parts: [part(zones, 'Add zones: the parts of the plant with the same security requirements.')],
  };
}

/** What a record must give, by its letter, and what to add where it does not. */
const CHARACTERISTICS: readonly (readonly [letter: string, isGiven: (place: Place) => boolean, add: string])[] = [
  ['a', ({ name }) => name !== '', 'Give each zone and conduit a name.'],
  ['b', ({ owner }) => owner !== undefined, "Add 'owner' to the system, or to each zone and conduit."],
  [
    'c',
    ({ declared }) => hasSide(declared.boundaries, 'logical'),
    "Add 'boundary logical' to each zone and conduit that has none.",
  ],
  [
    'd',
    ({ declared }) => hasSide(declared.boundaries, 'physical'),
    "Add 'boundary physical' to each zone and conduit, or say with 'none because' why there is none.",
  ],
  ['e', ({ designation }) => designation !== undefined, "Add 'safety yes' or 'safety no' to each zone and conduit."],
  ['f', isReached, "Add 'access-point' to zones that no conduit leads to."],
  ['h', hasFlows, "Add 'flow' to the conduits: who opens a connection, to whom, over which protocol."],
  ['i', isReached, "Add 'access-point' to zones that no conduit leads to."],
  [
    'j',
    ({ assets }) => assets.every(({ criticality }) => criticality),
    "Add 'criticality' to zones and conduits, or to their assets.",
  ],
  [
    'k',
    ({ slT }) => slT !== undefined,
    "Add 'sl-t' to each zone and conduit: the level that its risk assessment gives.",
  ],
  [
    'l',
    ({ required }) => required !== undefined,
    "Add 'sl-t' to each zone and conduit: the level that its risk assessment gives.",
  ],
  ['m', ({ policies }) => policies !== undefined, "Add 'policy' to each zone and conduit: which policies apply there."],
  [
    'n',
    ({ assumptions }) => assumptions !== undefined,
    "Add 'assumption' to each zone and conduit: what is relied on from outside.",
  ],
];

const PHYSICAL = "Add 'access-point … : physical' where somebody gets at zones and conduits: doors, sockets, cabinets.";

/** A part for each characteristic. Not everything can be got at on site: for `g` one access point will do. */
function partsOf(places: readonly Place[]): Part[] {
  const isPhysical = ({ access }: Place) => access.some(({ side }) => side === 'physical');
  return [
    ...CHARACTERISTICS.map(([letter, isGiven, add]) =>
      part(places.length > 0 && places.every(isGiven), add, `6.4 ${letter})`),
    ),
    part(places.some(isPhysical), PHYSICAL, '6.4 g)'),
  ];
}

/** True where something leads into a zone or conduit, or into a zone in it. */
function isReached(place: Place): boolean {
  return place.access.length > 0 || (place.sort === 'zone' && place.zones.some(isReached));
}

/** True for a conduit with flows, and a zone whose conduits all have some. */
function hasFlows(place: Place): boolean {
  return place.sort === 'conduit' ? place.flows.length > 0 : place.joinedBy.every(({ flows }) => flows.length > 0);
}

const hasSide = (boundaries: readonly Boundary[], side: Boundary['side']): boolean =>
  boundaries.some((boundary) => boundary.side === side);

function record(place: Place, more: Row): Row {
  const { path, title, owner, declared, designation, access, assets, slT, required, criticality } = place;
  const { boundaries } = declared;
  return rowAt(place, {
    ...placeCell(place),
    a: { identifier: path, title, description: textOf(declared.description), ...more },
    b: said(owner),
    c: boundaries.filter(({ side }) => side === 'logical').map(boundaryCell),
    d: boundaries.filter(({ side }) => side === 'physical').map(boundaryCell),
    e: said(designation),
    f: access.filter(({ side }) => side !== 'physical').map(accessCell),
    g: access.filter(({ side }) => side === 'physical').map(accessCell),
    h: access.flatMap((each) =>
      each.flows.length > 0 ? [{ accessPoint: nameOf(each), flows: each.flows.map(flowText) }] : [],
    ),
    i: connected(place),
    j: assets.map(assetCell),
    k: slT
      ? { slT, from: declared.slT?.from?.map(({ text }) => text) ?? [], because: textOf(declared.slT?.because) }
      : null,
    l: required
      ? {
          required: required.all.length,
          met: required.met.length,
          notApplicable: required.notApplicable.length,
          missing: required.unmet.map(({ control }) => control.id),
        }
      : null,
    m: said(place.policies, (policies) =>
      policies.map(({ text, declared: policy }) => ({ policy: text, title: textOf(policy?.declared.title) })),
    ),
    n: said(place.assumptions),
    criticality: said(criticality),
  });
}

/** A value with who says so; null where nobody does. */
function said<T>(given: Given<T> | undefined, cell: (value: T) => Cell = (value) => value as Cell): Cell {
  return given ? { value: cell(given.value), from: given.by?.path ?? given.where } : null;
}

const boundaryCell = ({ text, because, none }: Boundary): Cell =>
  none ? { none: true, because: textOf(because) } : { text: textOf(text) };

const nameOf = ({ point, beyond }: PlantAccess): string => point?.path ?? beyond?.path ?? '';

function accessCell(access: PlantAccess): Cell {
  const { point, beyond } = access;
  const { title, location, protection, usedBy = [], closed } = point?.declared ?? {};
  return {
    accessPoint: nameOf(access),
    title: textOf(title) ?? beyond?.title ?? null,
    leadsTo: beyond?.path ?? null,
    location: textOf(location),
    protection: textOf(protection),
    usedBy: usedBy.map(({ value }) => value),
    closed: closed?.value ?? null,
  };
}

/** `scada-1 -> plc-1 : opc-ua` */
const flowText = ({ declared: { source, target, both, protocol } }: PlantFlow): string =>
  `${source.text} ${both ? '<->' : '->'} ${target.text}${protocol ? ` : ${protocol.text}` : ''}`;

/** Of a zone its conduits with the zones at their other ends, of a conduit its zones. */
function connected(place: Place): Cell {
  if (place.sort === 'conduit') return place.ends.map(({ name }) => ({ zone: name }));
  return place.joinedBy.map(({ path, ends }) => ({
    conduit: path,
    zones: ends.flatMap(({ zone, name }) => (zone === place ? [] : [name])),
  }));
}

function assetCell({ path, title, type, class: componentClass, declared, criticality }: PlantAsset): Cell {
  const { vendor, product, version, serial, location, supplier, supportEnds, count, classification, worth } = declared;
  return {
    asset: path,
    title,
    type: type?.name ?? null,
    class: componentClass ?? null,
    count: count?.value ?? 1,
    classification: textOf(classification),
    criticality: criticality?.value ?? null,
    value: textOf(worth),
    vendor: textOf(vendor),
    product: textOf(product),
    version: textOf(version),
    serial: textOf(serial),
    location: textOf(location),
    supplier: textOf(supplier),
    supportEnds: textOf(supportEnds),
    addresses: allAddresses(declared).map(({ value }) => value),
  };
}
