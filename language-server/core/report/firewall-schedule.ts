import { isIp, readAddress } from '../model/address.ts';
import { allAddresses } from '../model/asset.ts';
import type { PlantAsset, PlantConduit, PlantFlow, PlantSide, PlantSystem, PlantZone } from '../plant/plant.ts';

/*
 * What the model says each filter of the plant has to let pass. A filter passes the flows of the conduits that it stands
 * on and denies all else (IEC 62443-3-3 SR 5.2 RE(1)). It follows connections: what answers needs no row.
 */

/** A side of a row: what is meant, and the addresses and networks by which a filter knows it. */
export interface ScheduleSide {
  readonly name: string;
  readonly addresses: readonly string[];
  /** True where the networks of a zone stand in for an address that nobody has given: it lets more pass than is meant. */
  readonly isWide: boolean;
}

/** Connections that a filter lets pass: who may open them, to whom, at which port. */
export interface ScheduleRow {
  readonly conduit: PlantConduit;
  readonly flow: PlantFlow;
  readonly from: ScheduleSide;
  readonly to: ScheduleSide;
  readonly protocol: string | null;
  readonly transport: string;
  /** Undefined for a transport that has no ports. */
  readonly port?: number;
}

/** A flow that no row can be written for without letting pass more than anybody has said, and what to add. */
export interface Unwritable {
  readonly conduit: PlantConduit;
  readonly flow: PlantFlow;
  readonly add: string;
}

export interface FirewallSchedule {
  readonly device: PlantAsset;
  /** Their order changes nothing: each of them allows. All that none of them allows is denied. */
  readonly rows: readonly ScheduleRow[];
  readonly unwritable: readonly Unwritable[];
}

/** The schedule of each boundary asset of role `filter` that a conduit passes, in the order of the model. */
export function firewallSchedules({ conduits }: Pick<PlantSystem, 'conduits'>): FirewallSchedule[] {
  const passedBy = new Map<PlantAsset, PlantConduit[]>();
  for (const conduit of conduits) {
    for (const device of new Set([...conduit.via, ...conduit.assets].filter(isFilter))) {
      const those = passedBy.get(device);
      if (those) those.push(conduit);
      else passedBy.set(device, [conduit]);
    }
  }
  return [...passedBy].map(([device, through]) => {
    const parts = through.flatMap((conduit) => conduit.flows.map((flow) => partOf(conduit, flow)));
    return {
      device,
      rows: parts.flatMap((part) => ('rows' in part ? part.rows : [])),
      unwritable: parts.flatMap((part) => ('rows' in part ? [] : [part])),
    };
  });
}

const isFilter = ({ type }: PlantAsset): boolean =>
  type?.flags.includes('boundary') === true && type.chain.find(({ role }) => role)?.role === 'filter';

function partOf(conduit: PlantConduit, flow: PlantFlow): { readonly rows: readonly ScheduleRow[] } | Unwritable {
  const { declared, ports } = flow;
  if (ports.length === 0) {
    const { protocol } = declared;
    const add = protocol
      ? `Add 'port' to the flow: '${protocol.text}' has none of its own.`
      : "Say behind a colon over which protocol the flow runs, or add 'port'.";
    return { conduit, flow, add };
  }
  const without = ports.find((port) => !port.includes(' '));
  if (without !== undefined) return { conduit, flow, add: `Say with 'tcp' or 'udp' what port ${without} is of.` };
  const [source, target] = [scheduleSide(flow.source), scheduleSide(flow.target)];
  const bare = [source, target].find(({ addresses }) => addresses.length === 0);
  if (bare) return { conduit, flow, add: `Add 'address' to '${bare.name}', or 'network' to its zone.` };
  const directions = declared.both
    ? [
        [source, target],
        [target, source],
      ]
    : [[source, target]];
  const protocol = declared.protocol?.text ?? null;
  return {
    rows: directions.flatMap(([from, to]) =>
      ports.map((text) => {
        const [transport = '', port] = text.split(' ');
        return { conduit, flow, from: from!, to: to!, protocol, transport, port: Number(port) };
      }),
    ),
  };
}

/** How a filter knows a side of a flow. */
export function scheduleSide({ element, home, reference }: PlantSide): ScheduleSide {
  if (element?.sort === 'asset') {
    const addresses = ipIn(allAddresses(element.declared));
    const zone = home?.sort === 'zone' ? home : undefined;
    if (addresses.length > 0 || !zone) return { name: element.path, addresses, isWide: false };
    return { name: element.path, addresses: networksAround(zone), isWide: true };
  }
  if (element) return { name: element.path, addresses: networksAround(element), isWide: true };
  return { name: reference.text, addresses: [], isWide: false };
}

/** The networks of a zone and of those in it; where there are none, of the nearest zone around it that has some. */
function networksAround(zone: PlantZone): string[] {
  const inside = networksIn(zone);
  return inside.length > 0 || !zone.parent ? inside : networksAround(zone.parent);
}

const networksIn = ({ declared, zones }: PlantZone): string[] => [
  ...new Set([...ipIn(declared.networks), ...zones.flatMap(networksIn)]),
];

/** The addresses and networks that a filter of IP packets knows: no MAC, no name. */
const ipIn = (texts: readonly { readonly value: string }[]): string[] =>
  texts.flatMap(({ value }) => (isIp(readAddress(value)) ? [value] : []));
