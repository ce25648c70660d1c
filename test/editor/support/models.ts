/** The model of the editor tests: two files of one system, with known gaps. */
export const waterWorks = {
  'water.zones': `system water "Water works"

zone control "Control zone" : control level 2 {
  sl-t { IAC 1 }
  asset scada-1 "SCADA server" : scada-server
  asset fw-1 "Cell firewall" : firewall

  zone cell-1 "Filter train" : cell level 1 {
    asset plc-101 "Filter PLC" : plc
  }
}
`,
  'dmz.zones': `system water

zone dmz "Industrial DMZ" : perimeter {
  sl-t { RDF 1 }
  implements SR 5.1
  asset historian-1 "Historian mirror" : historian
}

conduit control-to-dmz "Replication" between control and dmz {
  via fw-1
  flow scada-1 -> historian-1 : opc-ua "tag replication"
}
`,
} as const;

/** The number, from 1, of the first line of a text that contains something. */
export function lineOf(text: string, part: string): number {
  const index = text.split('\n').findIndex((line) => line.includes(part));
  if (index < 0) throw new Error(`No line with ${part}.`);
  return index + 1;
}

/** The column, from 1, at which something starts in its line. */
export function columnOf(text: string, part: string): number {
  return (text.split('\n')[lineOf(text, part) - 1] ?? '').indexOf(part) + 1;
}
