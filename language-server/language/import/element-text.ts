import type { ImportPlan, NewAsset, NewConduit, NewFlow, NewZone } from '../../core/exchange/plan.ts';
import {
  ASSET_PROPERTIES,
  CONDUIT_PROPERTIES,
  quoted,
  quotedList,
  ZONE_PROPERTIES,
} from '../../core/exchange/properties.ts';
import { isName } from '../../core/text/names.ts';

/** As wide as the formatter lets a block be that stands on one line. */
const WIDTH = 100;

const STEP = '  ';

/** A new element as the formatter would write it, where it stands so many steps in; its first line has no indentation. */
function written(head: string, members: readonly string[], depth: number, lines: readonly string[] = []): string {
  if (members.length + lines.length === 0) return head;
  const one = `${head} { ${members.join('  ')} }`;
  const isShort = lines.length === 0 && depth * STEP.length + one.length <= WIDTH && !one.includes('\n');
  if (isShort) return one;
  const all = [...inLines(members, WIDTH - (depth + 1) * STEP.length), ...lines];
  return [`${head} {`, ...all.map((member) => `${STEP}${member}`), '}'].join('\n');
}

/** Properties in as few lines as they take, two blanks between them; what is long has a line of its own. */
function inLines(members: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const member of members) {
    const together = lines.length > 0 ? `${lines.at(-1)}  ${member}` : member;
    if (lines.length > 0 && together.length <= width) lines[lines.length - 1] = together;
    else lines.push(member);
  }
  return lines;
}

/** A text several steps further in, but for its first line. */
const inside = (text: string, steps: number): string => text.replaceAll('\n', `\n${STEP.repeat(steps)}`);

const titled = (name: string, title: string | undefined): string =>
  title === undefined || title === '' ? name : `${name} ${quoted(title)}`;

/** An asset that stands so many steps in. */
export function assetText({ name, title, guess, record }: NewAsset, depth: number): string {
  const members: string[] = [];
  for (const { id, of, write } of ASSET_PROPERTIES) {
    const value = of(record);
    if (value !== undefined) members.push(write(value));
    const addresses = id === 'serial' ? [...(record.addresses ?? []), ...(record.macs ?? [])] : [];
    if (addresses.length > 0) members.push(`address ${quotedList(addresses)}`);
  }
  if (record.software) members.push(...record.software.map((each) => `software ${quoted(each)}`));
  return written(`asset ${titled(name, title)} : ${guess.type}`, members, depth);
}

/** What stands in a new zone besides its properties. */
export interface ZoneContent {
  /** The numbers of its assets in the plan. */
  readonly assets: readonly number[];
  readonly zones: readonly NewZone[];
  readonly conduits: readonly NewConduit[];
  readonly flows: readonly NewFlow[];
}

/** Writes elements that may stand in each other, and names others. */
export interface Writer {
  zone(zone: NewZone, depth: number): string;
  conduit(conduit: NewConduit, depth: number): string;
  flow(flow: NewFlow, depth: number): string;
}

/** An element's name as it may be written anywhere, or at the top of its system, by its path. */
export type NameOf = (path: string, isAtTop?: boolean) => string;

/** @param contentOf what stands in each new zone */
export function createWriter(plan: ImportPlan, contentOf: (home: object) => ZoneContent, nameOf: NameOf): Writer {
  const flow = ({ record, source, target, protocol }: NewFlow, depth: number): string => {
    const { both, carrier, ports = [], title, when, data, access, protections = [] } = record;
    const sides = `flow ${nameOf(source)} ${both ? '<->' : '->'} ${nameOf(target)}`;
    const carried = [
      protocol,
      protocol !== undefined && carrier !== undefined && isName(carrier) ? `over ${carrier}` : undefined,
      ...ports.map((port) => `port ${port.replace(/^tcp /, '')}`),
      protections.length > 0 ? `with ${protections.join(', ')}` : undefined,
      title === undefined ? undefined : quoted(title),
    ].filter((part) => part !== undefined);
    const members = [
      ...(when === undefined ? [] : [`when ${quoted(when)}`]),
      ...(data === undefined ? [] : [`data ${quoted(data)}`]),
      ...(access === undefined ? [] : [`access ${access}`]),
    ];
    const sign = protocol === undefined ? ' ' : ' : ';
    return written(carried.length > 0 ? `${sides}${sign}${carried.join(' ')}` : sides, members, depth);
  };
  const zone = (own: NewZone, depth: number): string => {
    const { name, title, kind, levels, record, networks } = own;
    const level = levels.length > 0 ? `level ${levels.join(', ')}` : undefined;
    const head = `zone ${titled(name, title)}${kind ? ` : ${kind}${level ? ` ${level}` : ''}` : ''}`;
    const members = level && !kind ? [level] : [];
    for (const { of, write } of ZONE_PROPERTIES) {
      const value = record && of(record);
      if (value !== undefined) members.push(write(value));
    }
    if (networks.length > 0) members.push(`network ${quotedList(networks)}`);
    const { assets, zones, conduits, flows } = contentOf(own);
    const lines = [
      ...assets.map((index) => assetText(plan.assets.at(index), depth + 1)),
      ...zones.map((inner) => zone(inner, depth + 1)),
      ...conduits.map((each) => conduit(each, depth + 1)),
      ...flows.map((each) => flow(each, depth + 1)),
    ];
    return written(
      head,
      members,
      depth,
      lines.map((line) => inside(line, 1)),
    );
  };
  const conduit = (own: NewConduit, depth: number): string => {
    const { name, title, ends, via, record, parent } = own;
    const paths = ends.map(({ path }) => nameOf(path, parent === undefined));
    const between = `${paths.slice(0, -1).join(', ')} and ${paths.at(-1)}`;
    const members: string[] = [];
    for (const { of, write } of CONDUIT_PROPERTIES) {
      const value = record && of(record);
      if (value !== undefined) members.push(write(value));
    }
    if (record?.networks) members.push(`network ${quotedList(record.networks)}`);
    if (via.length > 0) members.push(`via ${via.map((path) => nameOf(path)).join(', ')}`);
    const { assets, flows } = contentOf(own);
    const lines = [
      ...assets.map((index) => assetText(plan.assets.at(index), depth + 1)),
      ...flows.map((each) => flow(each, depth + 1)),
    ];
    return written(
      `conduit ${titled(name, title)} between ${between}`,
      members,
      depth,
      lines.map((line) => inside(line, 1)),
    );
  };
  return { flow, zone, conduit };
}

/** What stands where in a plan. */
export function contentsOf(plan: ImportPlan): (home: object) => ZoneContent {
  const contents = new Map<object, { assets: number[]; zones: NewZone[]; conduits: NewConduit[]; flows: NewFlow[] }>();
  const of = (home: object) => {
    const known = contents.get(home) ?? { assets: [], zones: [], conduits: [], flows: [] };
    contents.set(home, known);
    return known;
  };
  for (let i = 0; i < plan.assets.length; i++) of(plan.assets.homeOf(i)).assets.push(i);
  for (const zone of plan.zones) if (zone.parent) of(zone.parent).zones.push(zone);
  for (const conduit of plan.conduits) if (conduit.parent) of(conduit.parent).conduits.push(conduit);
  for (const flow of plan.flows) of(flow.home).flows.push(flow);
  return (home) => contents.get(home) ?? NOTHING;
}

const NOTHING: ZoneContent = { assets: [], zones: [], conduits: [], flows: [] };
