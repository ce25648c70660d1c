import type { Cap, Capability, SlCSource } from '../../core/analysis/sl-c.ts';
import type { Query } from '../../core/engine/query.ts';
import { BOUNDARY_ROLES } from '../../core/model/boundary-role.ts';
import { FRS, type SlVector } from '../../core/model/levels.ts';
import type { Text } from '../../core/model/reference.ts';
import { given, givenList, type PlantType, typeNamed } from '../../core/plant/library.ts';
import type { PlantAsset } from '../../core/plant/plant.ts';
import { abridge } from '../../core/text/words.ts';
import {
  alsoCalled,
  code,
  documentation,
  facts,
  frTable,
  heading,
  literal,
  midLine,
  row,
  sections,
} from './markdown.ts';

const SOURCES: Record<SlCSource, string> = {
  stated: 'stated',
  derived: 'derived from its component requirements',
  type: 'of its type',
};

/** An asset: what it is, where it stands, its addresses, and its capability against what its zone asks for. */
export function assetHover({ title, path, declared, entry, home, type, slC }: PlantAsset): string {
  const { vendor, product, version, addresses, count, criticality, owner } = declared;
  const { runsOn, redundantWith, software, sharedAddresses } = declared;
  const [own] = type?.chain ?? [];
  const products = [vendor, product, version].flatMap((text) => (text ? [literal(text.value)] : []));
  return sections(
    heading(title, midLine(own?.title?.value ?? type?.name ?? 'asset'), code(path)),
    documentation(declared.doc, entry),
    declared.description && literal(declared.description.value),
    facts(
      placeOf(home),
      products.length > 0 && products.join(' '),
      addresses.length > 0 && addresses.map(({ value }) => code(value)).join(', '),
      count && `${count.value} of them`,
      criticality && `criticality ${criticality.value}`,
      owner && `owner: ${literal(owner.value)}`,
    ),
    facts(
      sharedAddresses.length > 0 && `shared address ${sharedAddresses.map(({ value }) => code(value)).join(', ')}`,
      runsOn && `runs on ${code(runsOn.text)}`,
      redundantWith.length > 0 && `redundant with ${redundantWith.map(({ text }) => code(text)).join(', ')}`,
    ),
    facts(...recordOf(declared)),
    software.length > 0 && `Software: ${software.map(({ value }) => literal(value)).join(', ')}`,
    slC && capability(slC, home.posture.slT),
    type && typeFacts(type),
  );
}

/** `In Filtration (cell)`, or the conduit whose equipment it is. */
function placeOf(home: PlantAsset['home']): string {
  if (home.sort === 'conduit') return `Equipment of conduit ${literal(home.title)}`;
  return `In ${literal(home.title)}${home.kind?.title ? ` (${midLine(home.kind.title)})` : ''}`;
}

/** What the record of an asset says of it besides. */
function recordOf({
  serial,
  location,
  supplier,
  supportEnds,
  certificate,
  classification,
  worth,
  sil,
}: PlantAsset['declared']) {
  const said = (label: string, text: Text | undefined) => text && `${label} ${literal(text.value)}`;
  return [
    said('serial number', serial),
    said('at', location),
    said('supplied by', supplier),
    said('supported until', supportEnds),
    said('certificate', certificate),
    said('classification', classification),
    said('value', worth),
    sil && `SIL ${sil.value}`,
  ];
}

/** The SL-C beside the SL-T of the zone; where the component can do less, in bold. */
function capability({ vector, source, caps }: Capability, slT: SlVector | undefined): string {
  const table = frTable([
    ...(slT ? [{ label: 'SL-T of the zone', vector: slT }] : []),
    row('SL-C', vector, (level, fr) => level < (slT?.[fr] ?? 0)),
  ]);
  return sections(table, `SL-C ${SOURCES[source]}.`, capLines(caps, slT));
}

/** An FR has at most this many of its unmet requirements named. */
const MOST_NAMED = 4;

/** What keeps the SL-C of each FR from the next level; where the zone asks for more, in bold. */
function capLines(caps: readonly Cap[], slT: SlVector | undefined): string | undefined {
  if (caps.length === 0) return undefined;
  const lines = caps.map(({ fr, level, controls }) => {
    const isShort = level < (slT?.[FRS.indexOf(fr)] ?? 0);
    const head = `${fr} ${level}`;
    return `- ${isShort ? `**${head}**` : head}: ${literal(abridge(controls, MOST_NAMED))}`;
  });
  return ['Held there by what it does not meet:', ...lines].join('\n');
}

/** A type of asset with all that it inherits. */
export function assetTypeHover(query: Query, name: string): string | undefined {
  const type = typeNamed(query, name);
  const own = type.chain[0];
  if (!own) return undefined;
  return sections(
    heading(own.title?.value ?? name, 'asset type', `\`${name}\``),
    typeFacts(type),
    alsoCalled(own.aliases),
    documentation(own.doc, query.shared('asset-type', name)?.entry),
  );
}

/** Description, class, level, kinds and flags, own or inherited. */
function typeFacts({ chain, flags }: PlantType): string {
  const kinds = givenList(chain, (type) => type.kinds).map(({ text }) => text);
  const levels = givenList(chain, (type) => type.levels);
  const description = given(chain, (type) => type.description);
  const componentClass = given(chain, (type) => type.class);
  const role = given(chain, (type) => type.role);
  return sections(
    description && literal(description),
    facts(
      componentClass && `${componentClass} (IEC 62443-4-2)`,
      levels.length > 0 && `level ${levels.join(', ')}`,
      kinds.length > 0 && `at home in ${kinds.join(', ')}`,
      flags.length > 0 && `flags ${flags.join(', ')}`,
      chain[1] && `extends ${code(chain[1].name.value)}`,
    ),
    role && `Role at a boundary: ${role}. ${BOUNDARY_ROLES[role].meaning}`,
  );
}
