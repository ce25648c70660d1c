import type { OpenFile } from '../../core/exchange/sheet.ts';
import { type LaidOut, layOut } from '../laid-out.ts';
import type { FileSource } from '../source.ts';
import { wholeText } from '../text.ts';
import { readXml } from '../xml.ts';

interface Host {
  isUp: boolean;
  names: string[];
  addresses: string[];
  macs: string[];
  vendor?: string;
  ports: string[];
  deviceTypes: string[];
  system?: string;
}

/** A guess of Nmap at the operating system counts where it is as sure as this, in percent. */
const SURE = 95;

/** What `nmap -oX` has found: the hosts that are up, with what is open. */
export async function readNmap(source: FileSource): Promise<OpenFile> {
  const hosts: LaidOut[] = [];
  let host: Host | undefined;
  let port = '';
  readXml(await wholeText(source), {
    onOpen({ name, attributes }) {
      if (name === 'host') host = { isUp: true, names: [], addresses: [], macs: [], ports: [], deviceTypes: [] };
      if (!host) return;
      switch (name) {
        case 'status':
          host.isUp = attributes.state !== 'down';
          break;
        case 'address':
          (attributes.addrtype === 'mac' ? host.macs : host.addresses).push(attributes.addr ?? '');
          host.vendor ??= attributes.vendor;
          break;
        case 'hostname':
          host.names.push(attributes.name ?? '');
          break;
        case 'port':
          port = `${attributes.protocol} ${attributes.portid}`;
          break;
        case 'state':
          if (attributes.state === 'open') host.ports.push(port);
          break;
        case 'service':
          if (attributes.devicetype) host.deviceTypes.push(attributes.devicetype);
          break;
        case 'osmatch':
          if (Number(attributes.accuracy) >= SURE) host.system ??= attributes.name;
          break;
      }
    },
    onClose(name) {
      if (name !== 'host' || !host) return;
      if (host.isUp) hosts.push(laidOut(host));
      host = undefined;
    },
  });
  return { format: 'nmap', sheets: [layOut('assets', hosts)] };
}

/** Nmap's words for a service's device that say nothing of what it is. */
const VAGUE = new Set(['specialized', 'general purpose', 'remote management']);

const laidOut = ({ names, addresses, macs, vendor, ports, deviceTypes, system }: Host): LaidOut => ({
  hostname: names.filter((name) => name !== ''),
  address: addresses,
  mac: macs,
  vendor,
  type: deviceTypes.find((type) => !VAGUE.has(type)),
  software: system,
  ports: ports.map((port) => port.replace(' ', '/').replace(/^(\w+)\/(\d+)$/, '$2/$1')),
});
