import { textOf } from './sources.ts';

/** A file of a plant. */
export interface PlantFile {
  readonly uri: string;
  readonly text: string;
}

/** What a zone or conduit shows in its own drawing is stated there; the rest is what all of the plant is run by. */
const SHOWN = /^SR (1\.2|1\.6|2\.2|2\.11 RE\(1\)|3\.1 RE\(1\)|4\.1 RE\(1\)|5\.[12]|6\.2)/;

/** All requirements up to SL 3 that are met the same way everywhere. */
function practice(): string[] {
  const text = textOf('language-server/language/library/iec62443-3-3.zones');
  const controls = [...text.matchAll(/^ {4}control (?<id>SR [\d.]+(?: RE\(\d\))?) .* sl (?<sl>\d)/gm)];
  return controls.flatMap(({ groups }) => (Number(groups!.sl) <= 3 && !SHOWN.test(groups!.id!) ? [groups!.id!] : []));
}

const SYSTEM = `system clean "Bottling works" {
  owner "Operations"
  document "B-1"
  function "Bottles water"
  environment physical "Fenced site"
  revision 1 on 2026-01-10 by "Engineering" "First issue"
  revision 2 on 2026-05-10 by "Engineering" "Remote access in a zone of its own"
  approval on 2026-06-01 by "Plant manager" of revision 2 review 12
  rule missing-evidence warning "audited"
  implements practice evidence "procedures/handbook.md"
  excludes SR 1.6, SR 2.2 because "no wireless but the tablets" evidence "surveys/radio-2026.md"
}

profile practice { ${practice().join(', ')} }
profile segments "What firewalls and switches of its own give" {
  SR 5.1, SR 5.1 RE(1), SR 5.1 RE(2), SR 5.2, SR 5.2 RE(1), SR 5.2 RE(2), SR 5.2 RE(3)
}
profile secured "What protocols with certificates at both ends give" { SR 1.2, SR 1.2 RE(1), SR 3.1 RE(1), SR 4.1 RE(1) }
profile site { PHYS-1, PHYS-2, PHYS-3 }
profile trips { SAFE-1, SAFE-2, SAFE-3 }
profile radio { SR 1.6, SR 1.6 RE(1), SR 2.2, SR 2.2 RE(1) }

policy OT-1 "Operation" { version "1"  owner "Operations"  document "policies/ot-1.md"  supports SR 2.1 }

regulation nis2 "NIS2 Article 21(2)(j)" { requires SR 1.1 RE(2) on dmz.remote, office }

threat-source crime "Organised crime" { capability 2  description "Ransomware"  source "report" on 2026-04-01 }

risk-matrix house { likelihood rare, possible, likely  impact minor, major, grave  tolerable 4 }

risk R-1 "Ransomware from the office" on office, dmz, control {
  source crime
  consequence "bottling stops for a day"
  likelihood likely  impact major
  mitigated-by SR 5.2, SR 3.2
  treatment mitigate
  residual likelihood possible  impact major
}
`;

/** What the record asks of each zone and conduit. */
const record = (physical: string): string => `boundary logical "Firewall rules"
  boundary physical "${physical}"
  access-point door : physical { protection "badge, logged"  used-by "Shift"  closed yes }
  policy OT-1
  assumption "Staff are trained"
  safety no
  criticality medium
`;

const OUTER = `system clean

zone internet : external {
  asset vendor : vendor-remote-support
  asset weather : cloud-service
}

zone office "Office" : enterprise level 4 {
  network "10.1.0.0/24"
  ${record('Administration')}  sl-t 1
  implements segments by fw-1 evidence "drawings/office.pdf"
  implements secured evidence "tests/certificates.md"
  asset fw-1 : firewall { version "11"  address "10.1.0.1"  address "10.2.0.1"  address "10.2.1.1" }
  asset erp : erp { version "8"  address "10.1.0.10" }
  asset mail : mail-server { version "3"  address "10.1.0.11" }
DESKS
  flow desk-1 -> mail : imaps
  flow desk-1 -> erp : https
}

zone dmz "Industrial DMZ" : perimeter level 3.5 {
  network "10.2.0.0/24"
  ${record('Server room')}  sl-t 2
  implements segments by fw-2 evidence "drawings/dmz.pdf"
  implements secured evidence "tests/certificates.md"
  implements SR 6.2 by ids-1 evidence "reports/soc.md"
  asset fw-2 : industrial-firewall {
    version "4"
    address "10.2.0.2"  address "10.2.1.2"  address "10.3.0.2"
  }
  asset ids-1 : ids-sensor { version "2"  address "10.2.0.5" }
  asset copy : historian-replica { version "7"  address "10.2.0.10" }
  asset patches : patch-server { version "10"  address "10.2.0.11" }

  zone remote "Remote access" {
    network "10.2.1.0/24"
    boundary logical "Own interface of the firewalls"
    boundary physical none because "racks of the server room"
    implements segments by fw-2 evidence "drawings/dmz.pdf"
    asset jump : jump-host { version "4"  address "10.2.1.10" }
  }
}

conduit vendors "Vendor support" between internet and dmz.remote {
  ${record('Line of the provider')}  sl-t 2 from R-1
  implements segments by fw-1 evidence "drawings/dmz.pdf"
  implements secured evidence "tests/certificates.md"
  implements SR 6.2 evidence "reports/soc.md"
  via fw-2
  flow vendor -> jump : https with mutual-authentication { when "ticket, released by the shift" }
}

conduit orders "Orders" between office and dmz {
  ${record('Cable duct')}  sl-t 2 from R-1
  implements segments by fw-1 evidence "drawings/dmz.pdf"
  implements secured evidence "tests/certificates.md"
  implements SR 6.2 by ids-1 evidence "reports/soc.md"
  via fw-1
  flow erp -> copy : https { access read }
  flow desk-1 -> copy : https { access read }
}
`;

const CONTROL = `system clean

zone control "Control room" : control level 3 {
  network "10.3.0.0/24"
  ${record('Control room')}  sl-t 2
  implements segments by fw-2 evidence "drawings/control.pdf"
  implements secured evidence "tests/certificates.md"
  implements SR 2.11 RE(1) by clock evidence "tests/time.md"
  implements SR 6.2 by ids-2 evidence "reports/soc.md"
  asset core : managed-switch { version "15"  address "10.3.0.3" }
  asset ids-2 : ids-sensor { version "2"  address "10.3.0.5" }
  asset clock : time-server { version "1"  address "10.3.0.6" }
  asset scada-a : scada-server {
    version "9"  address "10.3.0.11"  shared-address "10.3.0.10"
    redundant-with scada-b
    sl-c 2
    support-ends 2031-12-31
  }
  asset scada-b : scada-server { version "9"  address "10.3.0.12"  shared-address "10.3.0.10"  sl-c 2 }
  asset historian : historian { version "7"  address "10.3.0.13" }
  asset eng : engineering-workstation { version "4"  address "10.3.0.20" }
  asset desk-a : operator-workstation { version "10"  address "10.3.0.21" }
  flow desk-a -> scada-a : opc-ua-secure
  flow scada-a <-> scada-b : opc-ua-secure
  flow clock -> scada-a : ptp-auth

  zone workshop "Laptops" level 2 {
    network "10.3.1.0/24"
    boundary logical "VLAN 31 behind the workshop firewall"
    boundary physical "Locked cabinet"
    access-point hatch : physical { protection "locked"  closed yes }
    implements segments by fw-w evidence "drawings/control.pdf"
    asset fw-w : industrial-firewall { version "4"  address "10.3.1.1"  address "10.3.0.4" }
    asset laptop : maintenance-laptop { version "10"  address "10.3.1.10" }
  }

  zone tablets "Tablets of the shift" level 2 {
    network "10.3.2.0/24"
    boundary logical "WPA3, own VLAN"
    boundary physical "Halls"
    access-point hatch : physical { protection "locked"  closed yes }
    implements segments evidence "drawings/control.pdf"
    implements radio evidence "surveys/radio-2026.md"
    asset tablet-1 : mobile-hmi { version "2"  address "10.3.2.10" }
    asset tablet-2 : mobile-hmi { version "2"  address "10.3.2.11" }
  }
}

conduit laptops "Service" between control and control.workshop {
  ${record('Locked cabinet')}  sl-t 2 from R-1
  implements segments by fw-w evidence "drawings/control.pdf"
  implements secured evidence "tests/certificates.md"
  implements SR 6.2 by ids-2 evidence "reports/soc.md"
  via fw-w
  flow laptop -> eng : sftp { when "work permit" }
}

conduit radio-link "Radio of the tablets" between control and control.tablets {
  ${record('Halls')}  sl-t 2 from R-1
  trust untrusted
  implements segments evidence "drawings/control.pdf"
  implements secured evidence "tests/certificates.md"
  implements SR 6.2 by ids-2 evidence "reports/soc.md"
  implements radio evidence "surveys/radio-2026.md"
  asset ap : wireless-access-point { version "6" }
  asset fw-r : industrial-firewall { version "4" }
  flow tablet-1 -> scada-a : opc-ua-secure over wlan-wpa3-enterprise
  flow tablet-2 -> scada-a : opc-ua-secure over wlan-wpa3-enterprise
}

conduit archive "Archive" between control and dmz {
  ${record('Cable duct')}  sl-t 2 from R-1
  implements segments by fw-2 evidence "drawings/control.pdf"
  implements secured evidence "tests/certificates.md"
  implements SR 6.2 by ids-1 evidence "reports/soc.md"
  via fw-2
  flow historian -> copy : opc-ua with authentication, integrity
  flow eng -> patches : wsus-tls
}

conduit sessions "Sessions" between control and dmz.remote {
  ${record('Cable duct')}  sl-t 2 from R-1
  implements segments by fw-2 evidence "drawings/control.pdf"
  implements secured evidence "tests/certificates.md"
  implements SR 6.2 by ids-1 evidence "reports/soc.md"
  via fw-2
  flow jump -> eng : rdp { when "released by the shift" }
}
`;

/** One of the bottling lines: its cell with a firewall, field devices on wires, and safety functions behind a diode. */
function line(i: number): string {
  const net = (part: number, host: number) => `10.${10 + i}.${part}.${host}`;
  return `system clean

zone line-${i} "Line ${i}" : cell level 1, 2 {
  network "${net(0, 0)}/24"
  ${record(`Hall ${i}`)}  sl-t 2
  separated-from office
  implements segments by fw-l${i} evidence "drawings/line-${i}.pdf"
  implements secured evidence "tests/certificates.md"
  implements SR 2.11 RE(1) evidence "tests/time.md"
  implements SR 6.2 by ids-l${i} evidence "reports/soc.md"
  implements site evidence "docs/doors.md"
  asset fw-l${i} : industrial-firewall { version "4"  address "${net(0, 1)}" }
  asset sw-${i} : industrial-switch { version "8"  address "${net(0, 2)}" }
  asset ids-l${i} : ids-sensor { version "2"  address "${net(0, 5)}" }
  asset plc-${i} : plc { version "2"  address "${net(0, 10)}"  address "${net(1, 10)}" }
  asset panel-${i} : hmi-panel { version "2"  address "${net(0, 11)}" }
  asset drive-${i}a : variable-frequency-drive { version "1"  address "${net(0, 12)}" }
  asset drive-${i}b : variable-frequency-drive { version "1"  address "${net(0, 13)}" }
  flow panel-${i} -> plc-${i} : opc-ua-secure
  flow plc-${i} -> drive-${i}a : profinet-security-class-3
  flow plc-${i} -> drive-${i}b : profinet-security-class-3

  zone field-${i} "Field" : process level 0 {
    network "${net(1, 0)}/24"
    boundary logical none because "wires of its own"
    boundary physical "Hall ${i}"
    access-point hatch : physical { protection "locked"  closed yes }
    implements segments, trips evidence "docs/safety.md"
    asset level-${i} : transmitter { version "1" }
    asset flow-${i} : transmitter { version "1" }
    asset scale-${i} : weighing-terminal { version "1"  address "${net(1, 20)}" }
    asset valve-${i}a : valve-positioner { version "1" }
    asset valve-${i}b : valve-positioner { version "1" }
    asset pump-${i} : motor-starter { version "1" }
  }

  zone trips-${i} "Safety functions" : process level 1 {
    safety yes
    sl-t 2 { IAC 3, SI 3 } because "a false trip hurts nobody, a missing one does"
    boundary logical "Data diode"
    boundary physical "Sealed cabinet"
    access-point hatch : physical { protection "locked"  closed yes }
    implements segments, trips evidence "docs/safety.md"
    excludes SR 1.13, SR 2.6 because "nobody works there from afar" evidence "docs/safety.md"
    asset diode-${i} : data-diode { version "1" }
    asset logic-${i} : safety-controller { version "3"  sil 2 }
    asset stop-${i} : emergency-stop { version "1" }
    asset curtain-${i} : light-curtain { version "1" }
    flow stop-${i} -> logic-${i} : hardwired
    flow curtain-${i} -> logic-${i} : hardwired
  }
}

conduit wires-${i} "Field wiring" between line-${i} and line-${i}.field-${i} {
  ${record(`Hall ${i}`)}
  flow plc-${i} -> valve-${i}a : hardwired
  flow plc-${i} -> valve-${i}b : hardwired
  flow plc-${i} -> pump-${i} : hardwired
  flow level-${i} -> plc-${i} : hart
  flow flow-${i} -> plc-${i} : hart
}

conduit status-${i} "State of the safety functions" between line-${i} and line-${i}.trips-${i} {
  ${record(`Hall ${i}`)}  sl-t 2 { IAC 3, SI 3 } from R-2
  implements segments by diode-${i} evidence "drawings/line-${i}.pdf"
  implements secured evidence "tests/certificates.md"
  implements SR 6.2 by ids-l${i} evidence "reports/soc.md"
  via diode-${i}
  flow logic-${i} -> plc-${i} : opc-ua-pubsub-secure { access read }
}

conduit feed-${i} "Line ${i} to the control room" between control and line-${i} {
  ${record('Cable duct')}  sl-t 2 from R-2
  implements segments by fw-l${i} evidence "drawings/line-${i}.pdf"
  implements secured evidence "tests/certificates.md"
  implements SR 6.2 by ids-l${i} evidence "reports/soc.md"
  via fw-l${i}
  ${i % 4 === 0 ? 'trust untrusted  provider "Telco"' : 'trust trusted'}
  flow scada-a -> plc-${i} : opc-ua-secure
  flow scada-b -> plc-${i} : opc-ua-secure
  flow eng -> plc-${i} : s7comm-plus-tls { access write  when "work permit" }
  flow clock -> plc-${i} : ptp-auth${i % 4 === 0 ? ' over ipsec' : ''}
}
`;
}

/**
 * A plant in which nothing is wrong, with all that the rules look at: zones of all levels with networks, remote access,
 * radio and laptops in zones of their own, safety functions, wires, an untrusted network, claims with evidence, a record.
 */
export function cleanPlant(assets: number): PlantFile[] {
  const lines = Math.floor((assets - 40) / 17);
  const numbers = Array.from({ length: lines }, (_, i) => i + 1);
  const risk = `risk R-2 "A line is stopped from afar" on ${numbers.map((i) => `line-${i}`).join(', ')} {
  source crime
  consequence "one line stands for a shift"
  likelihood possible  impact major
  existing SR 5.2
}
`;
  const files = [
    { uri: 'system.zones', text: `${SYSTEM}\n${risk}` },
    { uri: 'control.zones', text: CONTROL },
    ...numbers.map((i) => ({ uri: `line-${i}.zones`, text: line(i) })),
  ];
  const drawn = [...files, { uri: '', text: OUTER }].flatMap(({ text }) => text.match(/^ *asset [\w-]+ :/gm) ?? []);
  const desks = Array.from(
    { length: assets - drawn.length },
    (_, i) => `  asset desk-${i + 1} : business-workstation { version "10"  address "10.1.0.${i + 20}" }`,
  );
  return [...files, { uri: 'outer.zones', text: OUTER.replace('DESKS', desks.join('\n')) }];
}
