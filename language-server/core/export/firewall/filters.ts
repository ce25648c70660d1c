import { type IpAddress, isIp, isWithin, networkAround, readAddress } from '../../model/address.ts';
import type { PlantSystem } from '../../plant/plant.ts';
import {
  type FirewallSchedule,
  firewallSchedules,
  type ScheduleRow,
  type ScheduleSide,
  type Unwritable,
} from '../../report/firewall-schedule.ts';

/** A filter of a system, with its schedule. */
export interface Filter extends FirewallSchedule {
  readonly system: PlantSystem;
}

/** The filters of some systems, in the order of the models. */
export const filtersOf = (systems: readonly PlantSystem[]): Filter[] =>
  systems.flatMap((system) => firewallSchedules(system).map((schedule) => ({ system, ...schedule })));

/** The name of the file of a filter: of the only one the wanted name. */
export function fileOf({ device, system }: Filter, filters: readonly Filter[], name: string): string {
  if (filters.length === 1) return name;
  const isOne = filters.every((other) => other.system === system);
  return name.replace(/(?=\.[^.]*$)/, isOne ? `-${device.path}` : `-${system.name}-${device.path}`);
}

/** A rule of one version of IP: what a row says in addresses of that version. */
export interface Rule {
  readonly row: ScheduleRow;
  readonly version: 4 | 6;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** What a filter lets pass as rules, and what cannot be said in rules. */
export interface FilterRules {
  readonly rules: readonly Rule[];
  readonly unwritten: readonly string[];
}

/** The rules of a filter, in an order that changes nothing: all of them allow. */
export function rulesOf(filter: Filter): FilterRules {
  const unwritten = filter.unwritable.map((each) => unwrittenLine(filter, each));
  const rules = filter.rows.flatMap((row) => {
    const own = ([4, 6] as const).flatMap((version): Rule[] => {
      const [from, to] = [networksOf(row.from, version), networksOf(row.to, version)];
      return from.length > 0 && to.length > 0 ? [{ row, version, from, to }] : [];
    });
    if (own.length === 0) unwritten.push(unwrittenLine(filter, { ...row, add: ADDRESSES_APART }));
    return own;
  });
  return { rules, unwritten: [...new Set(unwritten)] };
}

const ADDRESSES_APART = 'One side has only addresses of IPv4 and the other only of IPv6: add addresses of one version.';

/** What is told of a flow that no rule can be written for. */
export function unwrittenLine({ device, system }: Filter, { flow, conduit, add }: Unwritable): string {
  const { source, target } = flow;
  const [from, to] = [source, target].map(({ element, reference }) => element?.path ?? reference.text);
  return `Not written for '${device.path}' of '${system.name}': the flow from '${from}' to '${to}' in '${conduit.path}'. ${add}`;
}

/**
 * The networks of a side in one version, each once and none within another. The address of a device stands for that
 * device alone, whatever the length of its network behind it.
 */
function networksOf({ addresses, isWide }: ScheduleSide, version: 4 | 6): string[] {
  const read = addresses.map(readAddress).filter((each): each is IpAddress => isIp(each) && each.version === version);
  const all = read.map((address): IpAddress => (isWide ? address : { ...address, prefix: version === 4 ? 32 : 128 }));
  const outer = all.filter(
    (each, i) =>
      !all.some(
        (other, j) =>
          i !== j && isWithin(each, other) && other.prefix <= each.prefix && (other.prefix < each.prefix || j < i),
      ),
  );
  return outer.map((address) => networkAround(address, address.prefix));
}
