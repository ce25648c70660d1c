import { traitsOf } from '../analysis/asset-traits.ts';
import { traitsOfProtocol } from '../analysis/protocols.ts';
import { counterFlow, type Ends, flowsOf, isSameZone, joinedBy, zoneAround } from '../analysis/sides.ts';
import { chainOf, inherited, kindOf } from '../analysis/zone-facts.ts';
import { type AssetRef, assetOf, type ConduitRef, conduitOf, flowOf, type ZoneRef, zoneOf } from '../engine/entry.ts';
import type { Query } from '../engine/query.ts';
import { resolveElement } from '../engine/resolve.ts';
import type { Fix } from '../fixes/fix.ts';
import { formatVector } from '../model/levels.ts';
import { defineRule } from './frame/rule.ts';

/** At most this many boundary assets are offered. */
const MOST_OFFERED = 5;

export const unprotectedBoundary = defineRule({
  code: 'unprotected-boundary',
  title: 'Conduit without a boundary asset',
  group: 'boundaries',
  severity: 'warning',
  clauses: ['IEC 62443-3-3 SR 5.2'],
  messages: {
    outside:
      "Conduit '{name}' ends at {kind} zone '{zone}', where traffic from outside arrives, and nothing on it filters what passes: name the firewall, gateway or diode that it goes through in 'via'.",
    levels:
      "Conduit '{name}' joins '{left}' (SL-T {leftLevel}) and '{right}' (SL-T {rightLevel}) with nothing on it that filters, so the weaker zone opens the stronger one: name the firewall, gateway or diode that it goes through in 'via'.",
    wired:
      "Conduit '{name}' joins '{left}' (SL-T {leftLevel}) and '{right}' (SL-T {rightLevel}) by hard-wired or local serial links with nothing on it that filters, so only they keep the two apart: allow it if nothing else runs there, or name the gateway that they go through in 'via'.",
  },
  checks: {
    conduit(ref, { query }, report) {
      const ends = joinedBy(query, ref);
      if (!ends || isProtected(query, ref)) return;
      const { name } = conduitOf(ref);
      const details = {
        at: name.at,
        subject: { sort: 'conduit', index: ref.index },
        fixes: () => boundaryFixes(query, ref, ends),
      } as const;
      const kinds = ends.map((end) => kindOf(query, end));
      // What two others exchange outside the system is theirs to protect.
      if (kinds.every((kind) => kind?.flags.includes('external'))) return;
      const open = kinds.findIndex((kind) => kind?.flags.includes('external') || kind?.flags.includes('entry'));
      if (open >= 0) {
        report('outside', { name: name.value, kind: kinds[open]!.name, zone: zoneOf(ends[open]!).path }, details);
        return;
      }
      const [left, right] = ends.map((end) => inherited(end, ({ slT }) => slT)?.vector);
      if (!left || !right || left.every((level, fr) => level === right[fr])) return;
      const [leftPath, rightPath] = ends.map((end) => zoneOf(end).path);
      report(
        isOffNetwork(query, ref) ? 'wired' : 'levels',
        {
          name: name.value,
          left: leftPath!,
          leftLevel: formatVector(left),
          right: rightPath!,
          rightLevel: formatVector(right),
        },
        details,
      );
    },
  },
});

/** True where all flows are hard-wired or local serial: a firewall could look at none of them. */
function isOffNetwork(query: Query, ref: ConduitRef): boolean {
  const protocols = flowsOf(ref).map((flow) => flowOf(flow).protocol?.text);
  return protocols.length > 0 && protocols.every((name) => name && traitsOfProtocol(query, name)?.network === false);
}

/** A boundary asset in `via`, or one that nobody can know. */
function isProtected(query: Query, { entry, index }: ConduitRef): boolean {
  return entry.unit.conduits[index]!.via.some((reference) => {
    const found = resolveElement(query, entry, reference);
    const traits = found.kind === 'one' ? traitsOf(query, found.target as AssetRef) : undefined;
    return !traits || traits.flags.has('boundary');
  });
}

/** Passing the conduit through a boundary asset in or around one of its ends. */
function boundaryFixes(query: Query, ref: ConduitRef, ends: Ends): Fix[] {
  const isOneWay = !counterFlow(query, ends, flowsOf(ref));
  return ends
    .filter((end, i) => i === 0 || !isSameZone(end, ends[0]))
    .flatMap((end) => boundaryAssets(query, end))
    .filter((asset, i, all) => all.findIndex((other) => isSameAsset(asset, other)) === i)
    .filter((asset) => isOneWay || !traitsOf(query, asset)!.flags.has('one-way'))
    .slice(0, MOST_OFFERED)
    .flatMap((asset, i): Fix[] => {
      const text = nameInConduit(query, ref, asset);
      const { name } = assetOf(asset);
      const title = `Pass it through '${name.value}' of zone '${zoneOf(zoneAround(asset)).path}'`;
      return text
        ? [
            {
              title,
              edits: [{ kind: 'add-member', element: ref, text: `via ${text}`, first: true }],
              preferred: i === 0,
            },
          ]
        : [];
    });
}

const isSameAsset = (a: AssetRef, b: AssetRef): boolean => a.entry === b.entry && a.index === b.index;

/** The boundary assets directly in a zone, then those of the zones around it. */
function boundaryAssets(query: Query, { entry, index }: ZoneRef): AssetRef[] {
  return chainOf({ entry, sort: 'zone', index })
    .flatMap(({ assets }) => assets)
    .map((asset): AssetRef => ({ entry, sort: 'asset', index: asset }))
    .filter((asset) => traitsOf(query, asset)?.flags.has('boundary'));
}

/** What to write for an asset in a conduit's `via`: its name, or as much of its path as it takes. */
function nameInConduit(query: Query, { entry, index }: ConduitRef, asset: AssetRef): string | undefined {
  const { name, path } = assetOf(asset);
  return [name.value, path, `${asset.entry.system}.${path}`].find((text) => {
    const zone = entry.unit.conduits[index]!.zone;
    const found = resolveElement(query, entry, { sort: 'asset', text, at: 0, zone, conduit: index });
    return found.kind === 'one' && isSameAsset(found.target as AssetRef, asset);
  });
}
