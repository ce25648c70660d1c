/**
 * The text of a model to start from: the five zones of the default reference model, each with what is typical for it,
 * the conduits between neighbours, and the outside world. It states nothing of any requirement: that is the user's to
 * say.
 * @param system name of the system under consideration, a name of the language
 */
export function starterModel(system: string): string {
  return `/**
 * A model to start from: five zones with an asset or two each. Replace what is here by what your plant has.
 * Ctrl+Space completes, hovering explains, Ctrl+. offers to mend a finding.
 *
 * It claims nothing. What is met, planned, not applicable or accepted only you can say: where it holds for the whole
 * plant in the system below, else in the zone or conduit, in lines like these:
 *
 *   implements SR 1.1, SR 1.3 evidence "procedures/accounts.md"
 *   plans SR 6.2 until 2027-06-30 "network sensor"
 *   excludes SR 2.2 because "no wireless in the plant, surveyed every year"
 */
system ${system} "${titleFrom(system)}" {
  description "… (what the system is for, where it begins and where it ends)"
  owner "… (who is accountable for the plant)"
}

// Outside the system: nothing is required of it.
zone internet "Internet" : external {
  asset vendor "Machine vendor" : vendor-remote-support
}

zone enterprise "Enterprise network" : enterprise level 4 {
  criticality low
  boundary logical "Plant firewall, office side"
  sl-t 1 // the target comes from your risk assessment: 1 and 2 are to begin with

  asset erp "Business planning" : erp
}

zone perimeter "Industrial DMZ" : perimeter level 3.5 {
  criticality medium
  network "10.0.35.0/24"
  boundary logical "Plant firewall"
  sl-t 2

  asset fw "Plant firewall" : industrial-firewall { address "10.0.35.1" }
  asset transfer "Historian replica" : historian-replica { address "10.0.35.10" }

  // A zone in a zone inherits what it does not say itself: owner, criticality, SL-T, all statements but those about
  // its boundary. Who comes from outside reaches nothing else of the perimeter.
  zone remote "Remote access" {
    network "10.0.36.0/24"
    boundary logical "An interface of its own at the plant firewall"

    asset vpn "Remote access gateway" : remote-access-gateway { address "10.0.36.2" }
  }
}

zone control "Control room" : control level 2 {
  criticality high
  network "10.0.20.0/24"
  boundary logical "Plant firewall, plant side"
  sl-t 2 { RDF 3 } // all seven FRs at 2, restricted data flow at 3

  asset scada "SCADA server" : scada-server { address "10.0.20.10" }
  asset hist "Historian" : historian { address "10.0.20.20" }
  asset ews "Engineering workstation" : engineering-workstation { address "10.0.20.30" }

  flow scada -> hist : opc-ua-secure "process values"
}

zone cell "Production cell" : cell level 1 {
  criticality high
  network "10.0.10.0/24"
  boundary logical "Cell firewall"
  sl-t 2

  asset cell-fw "Cell firewall" : industrial-firewall { address "10.0.10.1" }
  asset plc "Cell controller" : plc { address "10.0.10.10" }
  asset hmi "Operator panel" : hmi-panel { address "10.0.10.20" }

  flow hmi -> plc : opc-ua-secure "operation"

  zone process "Field devices" : process level 0 {
    boundary logical "Wires of the cell controller"

    asset sensors "Transmitters" : transmitter { count 12 }
    asset drive "Conveyor drive" : variable-frequency-drive
  }
}

conduit remote-access "Remote access of vendors" between internet and perimeter.remote {
  sl-t 2 // of a conduit it comes from the risk assessment, too
  via fw
  flow vendor -> vpn : https "support session" { when "agreed session, watched by an operator" }
}

conduit reports "Production figures" between enterprise and perimeter {
  sl-t 1
  via fw
  flow erp -> transfer : https "production figures"
}

conduit replication "Historian replication" between perimeter and control {
  sl-t 2
  via fw
  flow hist -> transfer : opc-ua-secure "process values"
}

conduit supervision "Supervision and engineering" between control and cell {
  sl-t 2
  via cell-fw
  flow scada -> plc : opc-ua-secure "process values and commands"
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
