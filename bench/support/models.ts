/** Seeded plants of any size, as files of text: the same seed gives the same text. */

export interface GeneratedFile {
  readonly name: string;
  readonly text: string;
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const TYPES = [
  'plc',
  'hmi-panel',
  'rtu',
  'sensor',
  'variable-frequency-drive',
  'remote-io',
  'engineering-workstation',
  'historian',
  'managed-switch',
];
const PROTOCOLS = ['modbus-tcp', 's7comm', 'opc-ua', 'ethernet-ip', 'profinet-rt', 'dnp3', 'ssh', 'https'];
const CONTROLS = [
  'SR 1.1',
  'SR 1.2',
  'SR 1.3',
  'SR 1.5',
  'SR 2.1',
  'SR 2.8',
  'SR 3.1',
  'SR 3.4',
  'SR 5.1',
  'SR 5.2',
  'SR 6.1',
  'SR 7.1',
  'SR 7.3',
];

/**
 * A plant of `files` files with `perFile` assets each. Every file is an area: a control zone with cells, their assets,
 * flows and statements, and a conduit to the hub's DMZ. File 0 is the hub: settings, DMZ, shared types and profiles;
 * every fourth area has conduits to it, so that an edit there reaches many files.
 */
export function plant(files: number, perFile: number, seed = 1, perCell = 20): GeneratedFile[] {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  // Addresses in the network of an area: a power of two, with room for its own assets.
  const hosts = 2 ** Math.ceil(Math.log2(perFile + 4));
  const generated: GeneratedFile[] = [{ name: 'area-0000.zones', text: hub() }];
  for (let f = 1; f < files; f++) generated.push({ name: `area-${String(f).padStart(4, '0')}.zones`, text: area(f) });
  return generated;

  /** An address in the network of an area; each area has a network of its own. */
  function address(f: number, host: number): string {
    const number = f * hosts + host;
    return `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
  }

  function hub(): string {
    return `system plant "Generated plant" {
  owner "Operations"
  implements SR 1.3, SR 1.4, hardening
}

zone dmz "Industrial DMZ" : perimeter level 3.5 {
  sl-t 2
  implements SR 5.1, SR 5.2
  asset fw-main "Main firewall" : industrial-firewall { address "10.0.0.1" }
  asset dmz-historian "DMZ historian" : historian { address "10.0.0.5" }
}

zone enterprise "Enterprise network" : enterprise level 4 {
  sl-t 1
  asset erp "ERP" : erp
}

profile hardening "Hardening" { SR 2.4, SR 3.2, SR 7.7 }

asset-type house-plc "House PLC" extends plc { vendor "Acme" sl-c 2 }
`;
  }

  function area(f: number): string {
    const cells = Math.max(1, Math.ceil(perFile / perCell));
    let text = `system plant

zone area-${f} "Area ${f}" : control level 2 {
  owner "Team ${f % 7}"
  network "${address(f, 0)}/${32 - Math.log2(hosts)}"
  sl-t 2 { RDF 3 }
  implements ${pick(CONTROLS)}, SR 4.1
  plans SR 6.2 until 2030-03-31 "monitoring project"
  asset scada-${f} "SCADA ${f}" : scada-server { address "${address(f, 2)}" criticality high }
  asset fw-${f} "Area firewall ${f}" : industrial-firewall { address "${address(f, 1)}" }
`;
    let made = 2;
    for (let c = 0; c < cells; c++) {
      text += `
  zone cell-${f}-${c} "Cell ${c} of area ${f}" : cell level 1 {
    sl-t ${1 + Math.floor(next() * 3)}
    implements ${pick(CONTROLS)}, ${pick(CONTROLS)} by plc-${f}-${c}-0 evidence "docs/cell-${c}.md"
`;
      for (let a = 0; a < perCell && (made < perFile || a < 2); a++, made++) {
        const type = a === 0 ? 'house-plc' : pick(TYPES);
        const name = a === 0 ? `plc-${f}-${c}-0` : `dev-${f}-${c}-${a}`;
        text += `    asset ${name} "Device ${a} of cell ${c}" : ${type} {
      vendor "Acme"  product "X${a}"  version "${1 + (a % 9)}.2"
      address "${address(f, made + 1)}"
      criticality ${pick(['low', 'medium', 'high'])}
    }
`;
        if (a > 0) text += `    flow ${name} -> plc-${f}-${c}-0 : ${pick(PROTOCOLS)} "process data"\n`;
      }
      text += '  }\n';
    }
    text += '}\n';
    for (let c = 0; c < cells; c++) {
      text += `
conduit cell-link-${f}-${c} "Cell ${c} to area ${f}" between area-${f} and cell-${f}-${c} {
  via fw-${f}
  flow scada-${f} -> plc-${f}-${c}-0 : ${pick(PROTOCOLS)} "supervision"
}
`;
    }
    if (f % 4 === 0) {
      text += `
conduit up-${f} "Area ${f} to DMZ" between area-${f} and dmz {
  sl-t 2
  via fw-main
  implements SR 5.2, SR 3.1
  flow scada-${f} -> dmz-historian : opc-ua "tags"
}
`;
    }
    return text;
  }
}
