import { assetTypeOf, typeLine } from '../../core/analysis/focus.ts';
import { kindOf } from '../../core/analysis/zone-facts.ts';
import { type AssetRef, assetOf } from '../../core/engine/entry.ts';
import type { View } from '../../core/engine/view.ts';
import { formatVector } from '../../core/model/levels.ts';
import { heading, literal, sections } from './markdown.ts';

/** An asset: what it is, where it stands, its addresses and capability. */
export function assetHover(view: View, ref: AssetRef): string {
  const asset = assetOf(ref);
  const type = asset.type && assetTypeOf(view, asset.type.text)?.type;
  const zone = ref.entry.unit.zones[asset.zone]!;
  const kind = kindOf(view, { entry: ref.entry, sort: 'zone', index: asset.zone });
  const product = [asset.vendor, asset.product, asset.version].flatMap((text) => (text ? [literal(text.value)] : []));
  return sections(
    heading(
      asset.title?.value ?? asset.name.value,
      literal(type?.title?.value ?? asset.type?.text ?? 'asset').toLowerCase(),
      `\`${asset.path}\``,
    ),
    asset.doc,
    asset.description && literal(asset.description.value),
    [
      `In ${literal(zone.title?.value ?? zone.name.value)}${kind?.title ? ` (${kind.title.toLowerCase()})` : ''}`,
      product.length > 0 && product.join(' '),
      asset.addresses.length > 0 && asset.addresses.map(({ value }) => `\`${value}\``).join(', '),
      asset.count && `${asset.count.value} of them`,
      asset.slC && `SL-C ${formatVector(asset.slC.vector)}`,
    ]
      .filter(Boolean)
      .join(' · '),
    asset.type && typeFacts(view, asset.type.text),
  );
}

/** A type of asset with all that it inherits. */
export function assetTypeHover(view: View, name: string): string | undefined {
  const type = assetTypeOf(view, name)?.type;
  if (!type) return undefined;
  return sections(heading(type.title?.value ?? name, 'asset type', `\`${name}\``), type.doc, typeFacts(view, name));
}

/** Description, class, level, kinds and flags, own or inherited. */
function typeFacts(view: View, name: string): string {
  const line = typeLine(view, name).flatMap((each) => assetTypeOf(view, each)?.type ?? []);
  const first = <T>(read: (type: (typeof line)[number]) => T | undefined) =>
    line.map(read).find((value) => value !== undefined);
  const kinds = first(({ kinds: own }) => (own.length > 0 ? own.map(({ text }) => text) : undefined));
  const levels = first(({ levels: own }) => (own.length > 0 ? own : undefined));
  const flags = [...new Set(line.flatMap((type) => type.flags))];
  const description = first((type) => type.description);
  return sections(
    description && literal(description),
    [
      first((type) => type.class) && `Component class: ${first((type) => type.class)}`,
      levels && `level ${levels.join(', ')}`,
      kinds && `at home in ${kinds.join(', ')}`,
      flags.length > 0 && `flags: ${flags.join(', ')}`,
      line[1] && `extends ${line[1].name.value}`,
    ]
      .filter(Boolean)
      .join(' · '),
  );
}
