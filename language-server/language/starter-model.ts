/**
 * The text of a model to start from: the five zones of the default reference model, each with what is typical for it,
 * the conduits between neighbours, and the outside world.
 * @param system name of the system under consideration, a name of the language
 */
export function starterModel(system: string): string {
  return `/**
 * A model to start from: replace what is here by what your plant has.
 * Ctrl+Space completes, hovering explains, Ctrl+. offers to mend a finding.
 */
system ${system} "${titleFrom(system)}" {
  description "What the system is for, where it begins and where it ends"
  owner "Who is accountable for the plant"

  // Common controls: what holds in every zone and conduit.
  implements site-baseline
  excludes SR 1.6, SR 2.2 because "no wireless in the plant"
}

profile site-baseline "What the site does everywhere" {
  SR 1.1, SR 1.1 RE(1), SR 1.3, SR 1.4, SR 1.5, SR 1.7, SR 1.10, SR 1.11, SR 1.12,
  SR 2.1, SR 2.1 RE(1), SR 2.4, SR 2.5, SR 2.8, SR 2.9, SR 2.10,
  SR 3.1, SR 3.2, SR 3.3, SR 3.4, SR 3.5, SR 3.6, SR 4.1, SR 4.3,
  SR 5.1, SR 5.2, SR 5.3, SR 5.4, SR 6.1,
  SR 7.1, SR 7.2, SR 7.3, SR 7.4, SR 7.5, SR 7.6, SR 7.7
}

// Outside the system: nothing is required of it.
zone internet "Internet" : external {
  asset vendor "Machine vendor" : vendor-remote-support
}

zone enterprise "Enterprise network" : enterprise level 4 {
  criticality low
  boundary logical "Plant firewall"
  sl-t 1
  implements SR 1.13, SR 2.6

  asset erp "Business planning" : erp
}

zone perimeter "Industrial DMZ" : perimeter level 3.5 {
  criticality medium
  network "10.0.35.0/24"
  boundary logical "Plant firewall"
  sl-t 2
  implements SR 1.13, SR 1.13 RE(1) by vpn
  implements SR 5.1 RE(1), SR 5.2 RE(1) by fw evidence "firewall rule set"
  plans SR 6.2 "network sensor"

  asset fw "Plant firewall" : industrial-firewall { address "10.0.35.1" }
  asset vpn "Remote access gateway" : remote-access-gateway { address "10.0.35.2" }
  asset transfer "Historian replica" : historian-replica { address "10.0.35.10" }
}

zone control "Control room" : control level 2 {
  criticality high
  network "10.0.20.0/24"
  boundary logical "Plant firewall"
  sl-t 2 { RDF 3 } // all seven FRs at 2, restricted data flow at 3
  compensates SR 2.3 with SR 3.2 because "USB ports are locked; files come through the DMZ"

  asset scada "SCADA server" : scada-server { address "10.0.20.10" }
  asset hist "Historian" : historian { address "10.0.20.20" }
  asset ews "Engineering workstation" : engineering-workstation { address "10.0.20.30" }
}

zone cell "Production cell" : cell level 1 {
  criticality high
  network "10.0.10.0/24"
  boundary logical "Cell firewall"
  boundary physical "Locked electrical room"
  sl-t 2
  implements PHYS-1, PHYS-2
  plans SR 7.8 "inventory with the next shutdown"

  asset cell-fw "Cell firewall" : industrial-firewall { address "10.0.10.1" }
  asset plc "Cell controller" : plc { address "10.0.10.10" }
  asset hmi "Operator panel" : hmi-panel { address "10.0.10.20" }

  flow hmi -> plc : opc-ua "operation"

  // A zone in a zone inherits what it does not say itself: owner, criticality, SL-T, all statements.
  zone process "Field devices" : process level 0 {
    boundary logical "Wires of the cell controller"

    asset sensors "Transmitters" : transmitter { count 12 }
    asset drive "Conveyor drive" : variable-frequency-drive
  }
}

conduit remote-access "Remote access of vendors" between internet and perimeter {
  via fw
  flow vendor -> vpn : ipsec { when "agreed session, watched by an operator" }
}

conduit reports "Production figures" between enterprise and perimeter {
  via fw
  flow erp -> transfer : https "production figures"
}

conduit replication "Historian replication" between perimeter and control {
  via fw
  flow hist -> transfer : opc-ua "process values"
}

conduit supervision "Supervision and engineering" between control and cell {
  sl-t 1
  via cell-fw
  flow scada -> plc : opc-ua "process values and commands"
  flow ews -> plc : https "programs" { when "in a maintenance window" }
}

conduit field-wiring "Field wiring" between cell and cell.process {
  flow plc -> sensors : hardwired
  flow plc -> drive : hardwired "speed"
}
`;
}

/** `north-site` as `North site`. */
function titleFrom(system: string): string {
  const words = system.replaceAll(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
