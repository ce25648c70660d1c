import { bucketsOf, type IpAddress, isIp, isWithin, readAddress } from '../../model/address.ts';
import type { ZonePlace } from '../plan.ts';

/** Networks of zones, to find the narrowest around an address. */
export interface Networks {
  add(network: string, zone: ZonePlace): void;
  zoneOf(address: string): ZonePlace | undefined;
}

export function createNetworks(): Networks {
  const byBucket = new Map<string, { network: IpAddress; zone: ZonePlace }[]>();
  return {
    add(written, zone) {
      const network = readAddress(written);
      const bucket = isIp(network) ? bucketsOf(network)[0] : undefined;
      if (!isIp(network) || bucket === undefined) return;
      byBucket.set(bucket, [...(byBucket.get(bucket) ?? []), { network, zone }]);
    },
    zoneOf(written) {
      const address = readAddress(written);
      if (!isIp(address)) return undefined;
      let best: { network: IpAddress; zone: ZonePlace } | undefined;
      for (const bucket of bucketsOf(address)) {
        for (const each of byBucket.get(bucket) ?? []) {
          if (isWithin(address, each.network) && each.network.prefix > (best?.network.prefix ?? -1)) best = each;
        }
      }
      return best?.zone;
    },
  };
}
