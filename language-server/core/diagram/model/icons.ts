import type { AssetFlag } from '../../model/asset-type.ts';

/** Path data of each icon on a square of 16, drawn with a line of 1.2 and no fill. */
export const ICON_PATHS = {
  server: 'M2.5 2.5h11v4.5h-11zM2.5 9h11v4.5h-11zM5 4.75h.5M5 11.25h.5M8 4.75h3.5M8 11.25h3.5',
  workstation: 'M2 2.5h12v8h-12zM6 10.5v3M10 10.5v3M4.5 13.5h7',
  hmi: 'M2 2.5h12v9h-12zM4 8.5l2.5-3 2 2 3-3M5 14h6',
  plc: 'M2 3h12v10h-12zM5.5 3v10M3.5 5.5h.5M3.5 8h.5M3.5 10.5h.5M7.5 6h4.5M7.5 8.5h4.5M7.5 11h4.5',
  rtu: 'M3 6.5h10v7h-10zM8 6.5v-4M5.5 3.5c1.4-1.4 3.6-1.4 5 0M5.5 9h5M5.5 11h3',
  controller: 'M3 3h10v10h-10zM6 6h4v4h-4zM5.5 1v2M10.5 1v2M5.5 13v2M10.5 13v2M1 5.5h2M1 10.5h2M13 5.5h2M13 10.5h2',
  firewall: 'M2 3h12v10h-12zM2 6.3h12M2 9.7h12M6 3v3.3M10.5 3v3.3M8 6.3v3.4M4 9.7v3.3M12 9.7v3.3',
  diode: 'M1 8h4M11 8h4M5 4l6 4-6 4zM11 4v8',
  switch: 'M1.5 5h13v6h-13zM4 8h.5M6.5 8h.5M9 8h.5M11.5 8h.5',
  router:
    'M8 1.5a6.5 6.5 0 1 0 .01 0zM8 3.5v3M6.8 4.7l1.2-1.2 1.2 1.2M8 12.5v-3M6.8 11.3l1.2 1.2 1.2-1.2M3.5 8h3M9.5 8h3',
  sensor:
    'M8 6.5a1.5 1.5 0 1 0 .01 0zM5 11a4.2 4.2 0 0 1 0-6M11 5a4.2 4.2 0 0 1 0 6M3 13a7 7 0 0 1 0-10M13 3a7 7 0 0 1 0 10',
  valve: 'M2 6l6 3.5 6-3.5v7l-6-3.5-6 3.5zM8 9.5v-5M5 4.5c0-3 6-3 6 0z',
  drive: 'M8 1.5a6.5 6.5 0 1 0 .01 0zM5 11v-6l3 3.5 3-3.5v6',
  safety: 'M8 1.5l5.5 2v4c0 3.5-2.3 5.8-5.5 7-3.2-1.2-5.5-3.5-5.5-7v-4zM5.5 8l1.8 1.8 3.2-3.6',
  historian: 'M3 4c0-2 10-2 10 0v8c0 2-10 2-10 0zM3 4c0 2 10 2 10 0M3 8c0 2 10 2 10 0',
  gateway: 'M2 8h12M4.5 5.5l-2.5 2.5 2.5 2.5M11.5 5.5l2.5 2.5-2.5 2.5M8 3v10',
  ids: 'M1.5 8c3-5.3 10-5.3 13 0-3 5.3-10 5.3-13 0zM8 6a2 2 0 1 0 .01 0z',
  wireless: 'M8 12h.01M5.7 9.7a3.3 3.3 0 0 1 4.6 0M3.6 7.5a6.2 6.2 0 0 1 8.8 0M1.5 5.3a9.2 9.2 0 0 1 13 0',
  laptop: 'M3.5 3.5h9v6.5h-9zM1.5 12.5h13l-2-2.5h-9z',
  business: 'M3 14v-11.5h6v11.5M9 6h4v8M1.5 14h13M5 5h2M5 7.5h2M5 10h2M10.7 8.5h.8M10.7 11h.8',
  cloud: 'M4.5 12.5a3 3 0 0 1-.3-6 4 4 0 0 1 7.7-.5 3.3 3.3 0 0 1 .1 6.5z',
  access: 'M5.5 5.5a3 3 0 1 0 .01 0zM7.6 7.4l5.9-4.4M11 4.9l1.4 1.9M9.2 6.2l1 1.4',
} as const;

export type Icon = keyof typeof ICON_PATHS;

/** What the choice of an icon rests on: the type, those it extends, and what they say. */
export interface IconFacts {
  /** The type's name, then those of the types it extends. */
  readonly chain: readonly string[];
  readonly flags: readonly AssetFlag[];
  readonly class?: string;
  readonly role?: string;
}

/** Names of types that say more than their flags; the first pattern that fits decides. */
const BY_NAME: readonly (readonly [RegExp, Icon])[] = [
  [/firewall|(^|-)ips($|-)/, 'firewall'],
  [/diode/, 'diode'],
  [/(^|-)(ids|siem|tap|scanner|log)($|-)/, 'ids'],
  [/cloud/, 'cloud'],
  [/laptop|tablet|mobile|communicator/, 'laptop'],
  [/historian|database|logger|nas|backup/, 'historian'],
  [/hmi|panel|operator/, 'hmi'],
  [/workstation|client|kiosk|kvm/, 'workstation'],
  [/valve|actuator|positioner/, 'valve'],
  [/drive|motor|starter|inverter|robot|cnc|motion/, 'drive'],
  [/switch|converter|hub/, 'switch'],
  [/router/, 'router'],
  [/rtu|relay|(^|-)ied($|-)|bay|merging/, 'rtu'],
  [/erp|mail|office|crm/, 'business'],
  [/jump|privileged|identity|domain|certificate|aaa|hsm/, 'access'],
  [/server|(^|-)mes($|-)|lims|scada|host/, 'server'],
  [/gateway|proxy|vpn|broker|balancer|remote-access/, 'gateway'],
  [/plc|pac|remote-io/, 'plc'],
  [/sensor|transmitter|instrument|analyz|meter|camera|vision|reader|monitor/, 'sensor'],
  [/controller|computer/, 'controller'],
];

/** The icon of a type of asset: by flags that say it all, then its name or a base's, then its class. */
export function iconOf({ chain, flags, class: componentClass, role }: IconFacts): Icon {
  if (flags.includes('safety')) return 'safety';
  if (flags.includes('one-way')) return 'diode';
  if (flags.includes('wireless') && !flags.includes('portable')) return 'wireless';
  for (const name of chain) {
    const found = BY_NAME.find(([pattern]) => pattern.test(name));
    if (found) return found[1];
  }
  if (role === 'filter') return 'firewall';
  if (role === 'gateway' || flags.includes('boundary')) return 'gateway';
  if (flags.includes('sensor')) return 'ids';
  if (flags.includes('business')) return 'business';
  switch (componentClass) {
    case 'network-device':
      return 'switch';
    case 'embedded-device':
      return 'controller';
    case 'software-application':
      return 'server';
    default:
      return flags.includes('portable') ? 'laptop' : 'server';
  }
}
