import { type DiagramConduit, type DiagramZone, eachZone } from './diagram-model.ts';

/** What there is to tell the place of a zone without a kind from. */
export interface Hints {
  /** Rank of the kind that is found at the zone's level, where it has one. */
  readonly ofLevel?: number;
  /** For each of its assets the ranks of the kinds that it is at home in. */
  readonly ofAssets: readonly (readonly number[])[];
}

/**
 * Gives zones without a kind the rank that they most likely have, so that nothing is drawn below the process that does
 * not belong there. From the surest sign to the least: zones of a kind at the same level, what it holds, the zones that
 * its conduits lead to, the zone around it. What nothing is known of stands at `otherwise`.
 */
export function rankByHints(
  zones: readonly DiagramZone[],
  conduits: readonly DiagramConduit[],
  hints: ReadonlyMap<string, Hints>,
  otherwise: number,
): DiagramZone[] {
  if (hints.size === 0) return [...zones];
  const ranks = new Map<string, number>();
  const atLevel = new Map<number, number>();
  const external = new Set<string>();
  eachZone(zones, ({ id, rank, level, external: isOutside }) => {
    if (isOutside) external.add(id);
    if (hints.has(id)) return;
    ranks.set(id, rank);
    if (level !== undefined && !atLevel.has(level)) atLevel.set(level, rank);
  });
  const byContents = (zone: DiagramZone): number | undefined => {
    const inner = zone.zones.flatMap((child) => byContents(child) ?? []);
    const hint = hints.get(zone.id);
    if (!hint) return ranks.get(zone.id);
    const beside = zone.level === undefined ? undefined : (atLevel.get(zone.level) ?? hint.ofLevel);
    const held = [...inner, ...mostVoted(hint.ofAssets)];
    const rank = beside ?? (held.length > 0 ? Math.max(...held) : undefined);
    if (rank !== undefined) ranks.set(zone.id, rank);
    return rank;
  };
  for (const zone of zones) byContents(zone);
  rankByPartners(zones, conduits, ranks, external);
  const settle = (zone: DiagramZone, around: number): DiagramZone => {
    const rank = ranks.get(zone.id) ?? around;
    return { ...zone, rank, zones: zone.zones.map((child) => settle(child, rank)) };
  };
  return zones.map((zone) => settle(zone, otherwise));
}

/** The rank at which most assets are at home, if any is; one that is at home at several counts for each a part. */
function mostVoted(homes: readonly (readonly number[])[]): number[] {
  const votes = new Map<number, number>();
  for (const ranks of homes) for (const rank of ranks) votes.set(rank, (votes.get(rank) ?? 0) + 1 / ranks.length);
  const ordered = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return ordered.slice(0, 1).map(([rank]) => rank);
}

/**
 * Zones whose contents tell nothing stand beside the outermost zone that their conduits lead to, step by step. External
 * zones are no sign: whoever talks to the outside is not outside.
 */
function rankByPartners(
  zones: readonly DiagramZone[],
  conduits: readonly DiagramConduit[],
  ranks: Map<string, number>,
  external: ReadonlySet<string>,
): void {
  const open: string[] = [];
  eachZone(zones, ({ id }) => {
    if (!ranks.has(id)) open.push(id);
  });
  const holds = (zone: string, end: string): boolean => end === zone || end.startsWith(`${zone}.`);
  for (let left = open; left.length > 0; ) {
    const found = left.flatMap((id) => {
      const partners = conduits.flatMap(({ ends }) => {
        const others = ends.filter((end) => !holds(id, end));
        if (others.length === ends.length) return [];
        // A zone around it says where it is, not what it is.
        return others.flatMap((end) => (external.has(end) || holds(end, id) ? [] : (ranks.get(end) ?? [])));
      });
      return partners.length > 0 ? [[id, Math.max(...partners)] as const] : [];
    });
    if (found.length === 0) return;
    for (const [id, rank] of found) ranks.set(id, rank);
    left = left.filter((id) => !ranks.has(id));
  }
}
