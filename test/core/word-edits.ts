import fc from 'fast-check';
import { vocabularyOf, type Word, wordsOf } from '../rules/support/word-by-word.ts';
import { type Edit, edit, edits, type Files, where } from './random-files.ts';

/**
 * A small plant in which all names mean something, so that most rules find something here or would after another word:
 * what random declarations seldom come to. What the system says, what it declares, what stands in the zones, and what is
 * between them are in files of their own.
 */
export const WHOLE_MODEL: Files = new Map([
  [
    'a.zones',
    `system plant "A plant" {
  owner "Operations"
  reference-model five-zones
  baseline iec62443-3-3, house
  rule missing-evidence info "so"
  implements SR 1.1, basics by server
  plans SR 6.2 until 2026-11-23
  excludes SR 1.6 because "no radio"
}
profile basics { SR 2.1, SR 5.2, more }
catalog house { control H-1 "Kiosk" for cell, control }
`,
  ],
  [
    'd.zones',
    `profile wired { SR 1.8, SR 1.9 }
profile more { SR 7.1, SR 7.2 }
asset-type house-plc extends plc { sl-c 1 }
asset-type house-rtu extends house-plc { }
asset-type house-link extends firewall { flags one-way }
asset-type house-radio extends wireless-access-point { flags wireless }
asset-type house-stick extends maintenance-laptop { flags portable }
asset-type house-modem extends cellular-modem { flags remote-access }
asset-type house-hub extends unmanaged-switch { flags unmanaged }
asset-type house-trip extends safety-controller { flags safety }
asset-type house-erp extends erp { kind enterprise }
protocol house-bus extends modbus-tcp { port tcp 5000 }
protocol house-clear { authentication yes integrity yes encryption none mutual-authentication none }
asset-type house-vpn extends vpn-concentrator { }
reference-model own { kind perimeter rank 2 { flags entry } kind cell rank 1 kind far rank 0 { flags external } adjacent perimeter cell }
risk-matrix m { likelihood seldom, often impact minor, major row seldom 1, 2 row often 1, 3 tolerable 1 }
countermeasure lock "Locked cabinet" { until 2026-11-24 }
countermeasure seal "Seal"
policy P-1 "Media" { supports SR 2.3 }
threat-source crime "Organised crime" { capability 2 }
regulation law "Law" { requires SR 1.1 RE(2) on dmz }
asset-type house-box extends unknown-device
essential-function supply "Supply" on scada.line
`,
  ],
  [
    'b.zones',
    `zone office "Office" : enterprise level 4 {
  sl-t 1
  asset erp : erp { criticality low }
  zone desk "Planning" : control level 5 {
    asset planner : house-box
    asset tablet : wireless-sensor
    excludes SR 1.6, SR 2.2 because "cabled"
  }
}
zone dmz "DMZ" : perimeter level 3.5 {
  owner "IT"
  sl-t 2
  boundary logical "fw"
  network "10.0.0.0/24"
  asset fw : firewall { address "10.0.0.1" }
  asset copy : historian { address "10.0.1.5" sl-c 1 }
  asset jump : jump-host
  asset vpn : house-vpn
  asset dial : house-modem
  asset pressure : transmitter
  compensates SR 3.1 with SR 5.2, SR 1.1 because "so"
  compensates SR 1.2 with lock, SR 1.1 because "so"
  policy P-1
  accepts SR 2.3 until 2026-11-23 because "so"
  implements SR 2.3
}
zone scada "Control room" : control level 3 {
  safety no
  sl-t 2 { RDF 3 }
  network "10.0.1.0/24"
  implements SR 5.1, SR 1.6, H-1 by server evidence "e.md"
  asset server : scada-server { address "10.0.1.5" criticality high }
  asset archive : historian { implements CR 1.1, CR 2.1 }
  asset diode : data-diode
  asset link : house-link { address "10.0.1.9", "10.0.3.9" }
  asset tool : engineering-workstation
  zone line "Line" : cell level 1 {
    sl-t 3
    network "10.0.1.128/25"
    asset plc : house-plc { address "10.0.2.1" }
    asset modem : house-modem
    asset stick : house-stick { allow portable-in-zone because "so" }
    asset radio : house-radio
    asset tray : house-hub
    excludes SR 2.3, SR 3.3 RE(2) because "no use"
    allow wireless-in-zone until 2026-11-24 because "so"
    zone guard "Safety" : control level 2 {
      safety yes
      asset sis : safety-controller
    }
  }
}
zone lab {
  network "10.0.3.0/24"
  asset lonely : plc
  asset mail : house-erp
  asset gate : house-modem
  asset laptop : house-stick
  asset trip : house-trip
}
zone store : cell { implements basics implements wired asset stock : mes  asset tag : plc }
zone yard : cell {
  implements basics
  excludes wired because "so"
  asset tag : plc
  asset gauge : house-plc { implements EDR 2.4 }
}
zone core : control {
  asset hub : firewall { address "10.0.0.7", "10.0.1.7" implements CR 1.1 plans CR 1.1 }
  zone cage : cell { boundary physical "Cage" asset probe : wireless-sensor allow exclusion-contradicted because "so" }
  zone rack { asset sonde : wireless-sensor allow exclusion-contradicted until 2026-11-24 because "so" }
}
zone pair : control level 1, 2 {
  separated-from office, lab
  boundary logical none because "so"
  access-point door "Door" : physical { location "East"  closed yes }
  access-point socket : logical
  asset one : historian { address "10.0.7.1" redundant-with two }
  asset two : historian { address "10.0.7.1" shared-address "10.0.7.9" }
  asset guest : scada-server { runs-on one  address "10.0.7.1"  shared-address "10.0.7.9" }
}
zone trips : cell { asset stop : house-trip }
zone internet "Outside" : external { asset cloud : web-server }
`,
  ],
  [
    'c.zones',
    `conduit replication between scada and dmz {
  sl-t 2
  via diode
  flow archive -> copy : opc-ua-secure
  flow copy -> archive : https
}
conduit bus between scada and scada.line {
  via fw, radio
  implements SR 3.1
  flow server -> plc : house-bus
  flow server <-> plc : modbus-tcp over ipsec
  flow server -> erp : https
  allow zone-bypass because "so"
}
conduit ring between scada, dmz and scada.line {
  network "10.0.9.0/24"
  trust untrusted
  asset hop : managed-switch { address "10.0.9.2" }
  asset guard : house-fw { address "10.0.0.9" sl-c 1 }
  flow server -> hop : house-bus with integrity
  flow archive -> copy : opc-ua-secure with encryption
}
conduit report between office and scada { flow erp -> server : opc-ua }
conduit uplink between dmz and internet { via dmz.fw  flow cloud -> jump : https }
conduit tunnel between dmz and scada {
  via vpn
  flow vpn -> server : https
  flow archive -> copy
}
conduit radio between scada and dmz { trust untrusted  flow archive -> copy : house-clear }
conduit shop between scada and scada.line { flow server -> plc : house-clear }
conduit trunk between scada and dmz { sl-t 1  via hub }
conduit feed between pair and scada { flow one -> server : opc-ua }
conduit wires between store and core.rack { flow stock -> sonde : hart }
conduit fence between store and yard { flow stock -> tag : opc-ua  flow gauge -> stock : opc-ua }
conduit loop between lab and lab { }
conduit spare between lab and scada.line.guard { }
zone crossing : perimeter {
  network "10.0.5.0/24"
  flow server -> archive : opc-ua
  flow copy -> cloud : https
  flow tool -> jump : rdp
}
risk R-1 on scada.line, bus { likelihood often impact major source crime existing seal mitigated-by SR 5.2, basics, lock }
risk R-2 on office { likelihood seldom impact minor accepted until 2026-11-23 because "so" }
risk R-3 on yard { likelihood often impact minor residual likelihood seldom }
`,
  ],
  [
    'e.zones',
    'system annex { reference-model own }\nzone street : far { asset camera : web-server { support-ends 2026-11-23 } }\n',
  ],
]);

const VOCABULARY = vocabularyOf(WHOLE_MODEL.values());

const replaced = (text: string, { at, text: old }: Word, by: string) =>
  text.slice(0, at) + by + text.slice(at + old.length);

/** One word in the place of another, mostly of one that is for the same. */
const wordEdits: fc.Arbitrary<Edit> = fc
  .tuple(
    // Most of what decides is said in the zones.
    fc.constantFrom('a.zones', 'a.zones', 'b.zones', 'b.zones', 'b.zones', 'c.zones', 'd.zones', 'd.zones'),
    where,
    fc.nat(),
    fc.nat(9),
  )
  .map(([file, place, which, odd]) =>
    edit(`in ${file} at ${place} the word ${which} (${odd})`, (files) => {
      const text = files.get(file) ?? '';
      const words = wordsOf(text);
      const word = words[Math.floor(place * words.length)];
      if (!word) return files;
      const alike = odd > 0 ? VOCABULARY.alike(word) : VOCABULARY.all;
      return new Map(files).set(file, replaced(text, word, alike[which % alike.length] ?? 'nonsense'));
    }),
  );

/** Edits that change what is said of another file, where few other words would. */
const tellingEdits: fc.Arbitrary<Edit> = fc
  .constantFrom(
    // A profile comes to contain itself, or a control that another statement of a zone names.
    ['d.zones', 'SR 7.2', 'basics'] as const,
    ['a.zones', 'SR 5.2', 'SR 1.9'] as const,
    // An allowance has nothing to excuse any more.
    ['d.zones', 'maintenance-laptop { flags portable }', 'plc { }'] as const,
    // What joined networks filters, and lets nobody in; somebody who comes in shows a second factor.
    ['d.zones', 'extends vpn-concentrator', 'extends firewall'] as const,
    ['b.zones', '  implements SR 2.3\n', '  implements SR 2.3, SR 1.1 RE(2)\n'] as const,
    // What was there for safety is there for control; the network of a conduit comes to hold an address of its zone.
    ['d.zones', 'house-trip extends safety-controller { flags safety }', 'house-trip extends plc { }'] as const,
    ['c.zones', '"10.0.9.0/24"', '"10.0.2.0/24"'] as const,
    // A protocol comes to encrypt, and to know both ends; a zone to ask for less.
    ['d.zones', 'encryption none mutual-authentication none', 'encryption yes mutual-authentication yes'] as const,
    ['b.zones', 'sl-t 2\n  boundary', 'sl-t 1\n  boundary'] as const,
    // A component comes to be of another class, a zone to be in no risk, a residual risk to be lower than the initial one.
    ['d.zones', 'house-plc extends plc', 'house-plc extends erp'] as const,
    ['c.zones', 'risk R-2 on office', 'risk R-2 on yard'] as const,
    ['c.zones', 'risk R-1 on scada.line, bus', 'risk R-1 on bus'] as const,
    // A risk comes to count on what a zone speaks of to no purpose.
    ['c.zones', 'existing seal', 'existing SR 3.3 RE(2)'] as const,
    // What a law requires comes to be met.
    ['a.zones', 'implements SR 1.1, basics', 'implements SR 1.1, SR 1.1 RE(2), basics'] as const,
    ['d.zones', 'row often 1, 3', 'row often 2, 3'] as const,
    ['b.zones', '"10.0.0.0/24"', '"10.0.5.0/25"'] as const,
    // What an asset joins or where it is changes with what it is, and with whose network it is in.
    ['d.zones', 'house-link extends firewall', 'house-link extends historian'] as const,
    ['c.zones', '"10.0.5.0/24"', '"10.0.2.0/24"'] as const,
    // A chain between separated zones ends.
    ['c.zones', 'flow server -> erp', 'flow erp -> server'] as const,
    // What a component states is of another class than its type.
    ['d.zones', 'house-plc extends plc', 'house-plc extends historian'] as const,
  )
  .map(([file, old, by]) =>
    edit(`in ${file} ${old} → ${by}`, (files) => new Map(files).set(file, (files.get(file) ?? '').replace(old, by))),
  );

/** All as it was at first, so that a model does not only fall apart. */
const restoring: fc.Arbitrary<Edit> = fc.constant(edit('restore all', () => WHOLE_MODEL));

/** What may happen to such a model; no word is likelier than another. */
export const wholeModelEdits: fc.Arbitrary<Edit> = fc.noBias(
  fc.oneof(
    { weight: 12, arbitrary: wordEdits },
    { weight: 6, arbitrary: restoring },
    { weight: 7, arbitrary: tellingEdits },
    edits,
  ),
);
