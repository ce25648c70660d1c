import { levelSpan } from '../../text/purdue.ts';
import { countOf } from '../../text/words.ts';
import type {
  DiagramAccessPoint,
  DiagramAsset,
  DiagramConduit,
  DiagramFlow,
  DiagramZone,
  Direction,
  FindingMark,
} from '../model/diagram-model.ts';
import { badgeOf } from '../model/levels-badge.ts';
import { contentsOf, type VisibleConduit } from '../model/visible.ts';

/** What a screen reader says of a zone: title, kind, level, security levels, findings, contents. */
export function describeZone(zone: DiagramZone, mark = zone.findings): string {
  const { zones, assets } = contentsOf(zone);
  return sentence([
    `Zone ${zone.title}`,
    zone.kindTitle,
    zone.levels?.length && `level ${levelSpan(zone.levels)}`,
    levelsOf(zone),
    mark && describeFindings(mark),
    zones > 0 && countOf(zones, 'zone'),
    assets > 0 && countOf(assets, 'asset'),
  ]);
}

/** What its badge says, and whether evidence is behind that: nobody asks for any beyond the target. */
function levelsOf(zone: DiagramZone): string | undefined {
  const said = badgeOf(zone)?.text.replace('<', 'below target');
  const { slT, slA, slAEvidenced } = zone;
  const isBehind = slA?.some((level, fr) => Math.min(level ?? 0, slT?.[fr] ?? 0) > (slAEvidenced?.[fr] ?? 0));
  return said && isBehind ? `${said} (claimed, not all with evidence)` : said;
}

/** What a screen reader says of an asset. */
export function describeAsset(asset: DiagramAsset): string {
  return sentence([
    `Asset ${asset.title}`,
    asset.type !== asset.title && asset.type,
    asset.count > 1 && `${asset.count} of them`,
    asset.boundary && 'at a boundary',
    asset.addresses.join(', '),
    asset.findings && describeFindings(asset.findings),
  ]);
}

/** What a screen reader says of an access point. */
export function describeAccessPoint({ title, side, location, protection, usedBy, closed }: DiagramAccessPoint): string {
  return sentence([
    `Access point ${title}`,
    side,
    location && `at ${location}`,
    protection && `protection: ${protection}`,
    usedBy.length > 0 && `used by ${usedBy.join(', ')}`,
    closed !== undefined && (closed ? 'closed' : 'open'),
  ]);
}

const OPENED: Readonly<Record<Direction, string>> = {
  forward: 'opened by the first',
  backward: 'opened by the second',
  both: 'opened by both',
  none: 'no flows',
};

/** Flows, or conduits of a bundle, that are named one by one. */
const NAMED = 8;

/** What a screen reader says of a line, and what is shown when it is pointed at: a line of text for each flow. */
export function describeConduit(
  { conduits, direction, fault, findings }: VisibleConduit,
  titles: readonly string[],
): string {
  const [only] = conduits;
  const between = `between ${titles.join(' and ')}`;
  if (conduits.length > 1) {
    const head = sentence([
      `${conduits.length} conduits ${between}`,
      fault && 'a boundary rule is broken',
      findings && describeFindings(findings),
    ]);
    return withItems(
      head,
      conduits.map(({ title }) => title),
    );
  }
  const head = sentence([
    `Conduit ${only!.title}`,
    between,
    OPENED[direction],
    fault && 'breaks a boundary rule',
    only!.slT && `SL-T ${Math.max(...only!.slT)}`,
    findings && describeFindings(findings),
  ]);
  return withItems(head, only!.flows.map(describeFlow));
}

/** The same of a bar: the titles of its zones are known by its legs. */
export function describeBus({ title, ends, assets, flows, fault, slT, findings }: DiagramConduit): string {
  const head = sentence([
    `Conduit ${title}`,
    `joins ${countOf(ends.length, 'zone')}`,
    assets.length > 0 && `${countOf(assets.length, 'asset')} of its own`,
    flows.length === 0 && 'no flows',
    fault && 'breaks a boundary rule',
    slT && `SL-T ${Math.max(...slT)}`,
    findings && describeFindings(findings),
  ]);
  return withItems(head, flows.map(describeFlow));
}

const describeFlow = ({ from, to, protocol, both }: DiagramFlow): string =>
  `${from} ${both ? '↔' : '→'} ${to}${protocol ? `: ${protocol}` : ''}`;

/** A heading, and below it the first few of what it is about. */
function withItems(head: string, items: readonly string[]): string {
  const rest = items.length - NAMED;
  return [head, ...items.slice(0, NAMED), ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n');
}

function describeFindings({ count, severity }: FindingMark): string {
  return `${countOf(count, 'finding')}, the worst ${severity === 'info' ? 'an' : severity === 'error' ? 'an' : 'a'} ${severity}`;
}

const sentence = (parts: readonly (string | number | false | undefined)[]): string => parts.filter(Boolean).join(', ');
