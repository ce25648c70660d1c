import { assetTypeOf, typeLine } from '../../core/analysis/asset-types.ts';
import { type Cap, type SlCSource, slCOf } from '../../core/analysis/sl-c.ts';
import { kindOf } from '../../core/analysis/zone-facts.ts';
import { type AssetRef, assetOf, type ZoneRef, zoneOf } from '../../core/engine/entry.ts';
import type { Query } from '../../core/engine/query.ts';
import { inherited } from '../../core/engine/zone-chain.ts';
import { FRS, type SlVector } from '../../core/model/levels.ts';
import { abridge } from '../../core/text/words.ts';
import { code, facts, frTable, heading, literal, midLine, row, sections } from './markdown.ts';

const SOURCES: Record<SlCSource, string> = {
  stated: 'stated',
  derived: 'derived from its component requirements',
  type: 'of its type',
};

/** An asset: what it is, where it stands, its addresses, and its capability against what its zone asks for. */
export function assetHover(query: Query, ref: AssetRef): string {
  const asset = assetOf(ref);
  const type = asset.type && assetTypeOf(query, asset.type.text)?.type;
  const home: ZoneRef = { entry: ref.entry, sort: 'zone', index: asset.zone };
  const zone = zoneOf(home);
  const kind = kindOf(query, home);
  const product = [asset.vendor, asset.product, asset.version].flatMap((text) => (text ? [literal(text.value)] : []));
  return sections(
    heading(
      asset.title?.value ?? asset.name.value,
      midLine(type?.title?.value ?? asset.type?.text ?? 'asset'),
      code(asset.path),
    ),
    asset.doc,
    asset.description && literal(asset.description.value),
    facts(
      `In ${literal(zone.title?.value ?? zone.name.value)}${kind?.title ? ` (${midLine(kind.title)})` : ''}`,
      product.length > 0 && product.join(' '),
      asset.addresses.length > 0 && asset.addresses.map(({ value }) => code(value)).join(', '),
      asset.count && `${asset.count.value} of them`,
      asset.criticality && `criticality ${asset.criticality.value}`,
      asset.owner && `owner: ${literal(asset.owner.value)}`,
    ),
    capability(query, ref, inherited(home, (candidate) => candidate.slT)?.vector),
    asset.type && typeFacts(query, asset.type.text),
  );
}

/** The SL-C beside the SL-T of the zone; where the component can do less, in bold. */
function capability(query: Query, ref: AssetRef, slT: SlVector | undefined): string | undefined {
  const slC = slCOf(query, ref);
  if (!slC) return undefined;
  const table = frTable([
    ...(slT ? [{ label: 'SL-T of the zone', vector: slT }] : []),
    row('SL-C', slC.vector, (level, fr) => level < (slT?.[fr] ?? 0)),
  ]);
  return sections(table, `SL-C ${SOURCES[slC.source]}.`, capLines(slC.caps, slT));
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
  const type = assetTypeOf(query, name)?.type;
  if (!type) return undefined;
  return sections(heading(type.title?.value ?? name, 'asset type', `\`${name}\``), type.doc, typeFacts(query, name));
}

/** Description, class, level, kinds and flags, own or inherited. */
function typeFacts(query: Query, name: string): string {
  const line = typeLine(query, name).flatMap((each) => assetTypeOf(query, each)?.type ?? []);
  const first = <T>(read: (type: (typeof line)[number]) => T | undefined) =>
    line.map(read).find((value) => value !== undefined);
  const kinds = first(({ kinds: own }) => (own.length > 0 ? own.map(({ text }) => text) : undefined));
  const levels = first(({ levels: own }) => (own.length > 0 ? own : undefined));
  const flags = [...new Set(line.flatMap((type) => type.flags))];
  const description = first((type) => type.description);
  return sections(
    description && literal(description),
    facts(
      first((type) => type.class) && `${first((type) => type.class)} (IEC 62443-4-2)`,
      levels && `level ${levels.join(', ')}`,
      kinds && `at home in ${kinds.join(', ')}`,
      flags.length > 0 && flags.join(', '),
      line[1] && `extends ${code(line[1].name.value)}`,
    ),
  );
}
