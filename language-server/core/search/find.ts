import {
  type DiagramAccessPoint,
  type DiagramAsset,
  type DiagramModel,
  eachZone,
  type FindingMark,
} from '../diagram/model/diagram-model.ts';
import { countOf } from '../text/words.ts';

/** The sorts of elements that a search finds. */
export const HIT_SORTS = ['zone', 'asset', 'conduit', 'access-point'] as const;

/** An element that a search found. */
export interface Hit {
  readonly element: string;
  readonly sort: (typeof HIT_SORTS)[number];
  readonly title: string;
  /** What it is and where. */
  readonly detail: string;
}

/**
 * The elements in which every word of a query occurs: in their name, title, path, kind or type, addresses, protocols, place,
 * or, for those with findings, in `finding` and the severity. Those with all words in name or title come first, then
 * the order of the text.
 */
export function findInDiagram(model: DiagramModel, query: string): Hit[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const named: Hit[] = [];
  const others: Hit[] = [];
  const consider = (hit: Hit, name: string, rest: readonly (string | undefined)[]): void => {
    const title = `${name}\n${hit.title}`.toLowerCase();
    if (words.every((word) => title.includes(word))) {
      named.push(hit);
      return;
    }
    const all = `${title}\n${hit.element}\n${rest.filter(Boolean).join('\n')}`.toLowerCase();
    if (words.every((word) => all.includes(word))) others.push(hit);
  };
  const considerAsset = (asset: DiagramAsset, home: string): void => {
    const hit: Hit = {
      element: asset.id,
      sort: 'asset',
      title: asset.title,
      detail: [asset.type, asset.addresses[0], `in ${home}`].filter(Boolean).join(' · '),
    };
    const boundary = asset.boundary ? 'boundary' : undefined;
    consider(hit, asset.name, [asset.type, boundary, ...asset.addresses, marked(asset.findings)]);
  };
  const considerAccessPoints = (points: readonly DiagramAccessPoint[] = [], home: string): void => {
    for (const { id, name, title, side, location, protection, usedBy } of points) {
      const detail = [side, 'access point', `into ${home}`].filter(Boolean).join(' ');
      consider({ element: id, sort: 'access-point', title, detail }, name, [
        ...['access point', side, location, protection],
        ...usedBy,
      ]);
    }
  };
  const titles = new Map<string, string>();
  eachZone(model.zones, (zone) => {
    titles.set(zone.id, zone.title);
    const { id, name, title, kind, kindTitle, chip, assets } = zone;
    const detail = kindTitle ?? countOf(assets.length, 'asset');
    consider({ element: id, sort: 'zone', title, detail }, name, [kind, kindTitle, chip, marked(zone.findings)]);
    for (const asset of assets) considerAsset(asset, title);
    considerAccessPoints(zone.accessPoints, title);
  });
  for (const conduit of model.conduits) {
    const between = conduit.ends.map((end) => titles.get(end) ?? end).join(' – ');
    const hit: Hit = { element: conduit.id, sort: 'conduit', title: conduit.title, detail: between };
    consider(hit, conduit.name, [...conduit.flows.map(({ protocol }) => protocol), marked(conduit.findings)]);
    for (const asset of conduit.assets) considerAsset(asset, conduit.title);
    considerAccessPoints(conduit.accessPoints, conduit.title);
  }
  return [...named, ...others];
}

const marked = (mark: FindingMark | undefined): string => (mark ? `finding ${mark.severity}` : '');
