import { type IpAddress, isWithin, readAddress } from '../../core/model/address.ts';
import { allAddresses } from '../../core/model/asset.ts';
import type { PlantAsset, PlantConduit, PlantSystem, PlantZone } from '../../core/plant/plant.ts';
import { abridge, countOf } from '../../core/text/words.ts';
import { code, facts, heading, literal, sections } from './markdown.ts';

/** More names than this are no help at a glance. */
const MOST_NAMED = 5;

/** An address of an asset: in which networks of the system it lies, and which other assets have it. */
export function addressHover(system: PlantSystem, text: string): string | undefined {
  const read = readAddress(text);
  if (read.kind === 'mac') return sections(heading(text, 'MAC address'), sharing(system, text));
  if (read.kind !== 'ip') return undefined;
  const around = networksOf(system).filter(({ network }) => isWithin(read, network));
  const named = around.map(({ holder, text: written }) => `${code(written)} of ${nameOf(holder)}`);
  return sections(
    heading(text, `IPv${read.version} address`),
    named.length > 0
      ? `In the network ${abridge(named, MOST_NAMED)}.`
      : 'In no network that a zone or conduit of the system lists as its own.',
    sharing(system, text),
  );
}

/** Which assets have the address. */
function sharing({ assets }: PlantSystem, text: string): string | undefined {
  const value = spelledOut(text);
  const having = assets.filter(({ declared }) =>
    allAddresses(declared).some((each) => spelledOut(each.value) === value),
  );
  if (having.length < 2) return undefined;
  return `The address of ${abridge(having.map(nameOf), MOST_NAMED)}.`;
}

function spelledOut(text: string): string {
  const read = readAddress(text);
  return read.kind === 'ip' ? read.bytes.join('.') : read.kind === 'mac' ? read.value : text;
}

const nameOf = ({ title, path }: PlantAsset | PlantZone | PlantConduit): string => `${literal(title)} (${code(path)})`;

/** A network of a zone or conduit: how large it is, what of the system has addresses in it, which others list it or one around it. */
export function networkHover(
  system: PlantSystem,
  text: string,
  here: PlantZone | PlantConduit | undefined,
): string | undefined {
  const read = readAddress(text);
  if (read.kind !== 'ip') return undefined;
  const inside = system.assets.filter(({ declared }) =>
    allAddresses(declared).some(({ value }) => {
      const address = readAddress(value);
      return address.kind === 'ip' && isWithin(address, read);
    }),
  );
  const others = networksOf(system).filter(
    ({ holder, network }) => holder !== here && (isWithin(read, network) || isWithin(network, read)),
  );
  return sections(
    heading(text, `IPv${read.version} network`, sizeOf(read)),
    facts(
      `${countOf(inside.length, 'asset')} with an address in it`,
      inside.length > 0 && abridge(inside.map(nameOf), MOST_NAMED),
    ),
    others.length > 0 &&
      `Overlaps with ${abridge(
        others.map(({ holder, text: written }) => `${code(written)} of ${nameOf(holder)}`),
        MOST_NAMED,
      )}.`,
  );
}

/** How many addresses a network has, where that is a number to be read. */
function sizeOf({ version, prefix }: IpAddress): string | undefined {
  const bits = (version === 4 ? 32 : 128) - prefix;
  if (bits > 32) return undefined;
  return bits === 0 ? '1 address' : `${2 ** bits} addresses`;
}

interface Stated {
  readonly holder: PlantZone | PlantConduit;
  readonly text: string;
  readonly network: IpAddress;
}

function networksOf({ zones, conduits }: PlantSystem): Stated[] {
  return [...zones, ...conduits].flatMap((holder) =>
    holder.declared.networks.flatMap(({ value }): Stated[] => {
      const network = readAddress(value);
      return network.kind === 'ip' ? [{ holder, text: value, network }] : [];
    }),
  );
}
