import { defineTable } from './define.ts';

const SYSTEM = { id: 'system', header: 'System', aliases: [], sort: 'name' } as const;

/** One row a zone. */
export const zoneTable = defineTable(
  'zones',
  ['Zones', 'Segments', 'Networks', 'Subnets', 'VLANs', 'Zonen', 'Segmente', 'Netze'],
  [
    SYSTEM,
    {
      id: 'zone',
      header: 'Zone',
      aliases: ['Name', 'ID', 'Zone Name', 'Zone ID', 'Trust Zone', 'Zonenname', 'Segment', 'VLAN', 'Path', 'Pfad'],
      sort: 'name',
    },
    { id: 'title', header: 'Title', aliases: ['Titel', 'Label', 'Bezeichnung', 'Benennung'], sort: 'text' },
    {
      id: 'parent',
      header: 'Inside',
      aliases: ['Parent', 'Parent Zone', 'In Zone', 'Übergeordnete Zone'],
      sort: 'name',
    },
    {
      id: 'kind',
      header: 'Kind',
      aliases: ['Zone Kind', 'Type', 'Zone Type', 'Zonentyp', 'Zonenart', 'Art'],
      sort: 'word',
    },
    { id: 'level', header: 'Level', aliases: ['Purdue Level', 'Purdue', 'Ebene', 'Levels'], sort: 'texts' },
    {
      id: 'network',
      header: 'Networks',
      aliases: ['Network', 'Subnet', 'CIDR', 'Netz', 'Netze', 'Subnetz'],
      sort: 'texts',
    },
    {
      id: 'sl-t',
      header: 'SL-T',
      aliases: ['SL T', 'Target SL', 'Target Security Level', 'Security Level'],
      sort: 'vector',
    },
    { id: 'sl-a', header: 'SL-A', aliases: [], sort: 'vector', derived: true },
    { id: 'gap', header: 'Gap', aliases: [], sort: 'vector', derived: true },
    { id: 'owner', header: 'Owner', aliases: ['Responsible', 'Verantwortlich', 'Eigentümer'], sort: 'text' },
    { id: 'criticality', header: 'Criticality', aliases: ['Kritikalität', 'Schutzbedarf'], sort: 'word' },
    { id: 'safety', header: 'Safety', aliases: ['Safety Related', 'Sicherheitsgerichtet'], sort: 'yes' },
    { id: 'description', header: 'Description', aliases: ['Beschreibung', 'Bemerkung', 'Comment'], sort: 'text' },
  ],
);

/** One row a conduit. */
export const conduitTable = defineTable(
  'conduits',
  ['Conduits', 'Zonenübergänge'],
  [
    SYSTEM,
    {
      id: 'conduit',
      header: 'Conduit',
      aliases: ['Name', 'ID', 'Conduit Name', 'Zonenübergang', 'Path'],
      sort: 'name',
    },
    { id: 'title', header: 'Title', aliases: ['Titel', 'Label', 'Bezeichnung'], sort: 'text' },
    { id: 'between', header: 'Between', aliases: ['Zones', 'Ends', 'Zonen', 'Zwischen', 'Connects'], sort: 'texts' },
    { id: 'via', header: 'Via', aliases: ['Boundary Devices', 'Über'], sort: 'texts' },
    { id: 'sl-t', header: 'SL-T', aliases: ['SL T', 'Target SL', 'Target Security Level'], sort: 'vector' },
    { id: 'sl-a', header: 'SL-A', aliases: [], sort: 'vector', derived: true },
    { id: 'gap', header: 'Gap', aliases: [], sort: 'vector', derived: true },
    { id: 'trust', header: 'Trust', aliases: ['Vertrauen'], sort: 'word' },
    { id: 'provider', header: 'Provider', aliases: ['Carrier', 'Betreiber', 'Anbieter'], sort: 'text' },
    { id: 'network', header: 'Networks', aliases: ['Network', 'Subnet', 'Netz'], sort: 'texts' },
    { id: 'owner', header: 'Owner', aliases: ['Verantwortlich', 'Eigentümer'], sort: 'text' },
    { id: 'description', header: 'Description', aliases: ['Beschreibung', 'Bemerkung', 'Comment'], sort: 'text' },
  ],
);

/** One row a flow. */
export const flowTable = defineTable(
  'flows',
  ['Flows', 'Connections', 'Communication', 'Kommunikation', 'Verbindungen', 'Kommunikationsmatrix'],
  [
    SYSTEM,
    { id: 'conduit', header: 'Conduit', aliases: ['Zonenübergang'], sort: 'name' },
    {
      id: 'source',
      header: 'Source',
      aliases: ['From', 'Source Asset', 'Client', 'Src', 'Quelle', 'Von', 'Source Host', 'Initiator', 'Sender'],
      sort: 'name',
    },
    { id: 'source-zone', header: 'Source zone', aliases: ['From Zone', 'Quellzone'], sort: 'name', derived: true },
    {
      id: 'source-address',
      header: 'Source address',
      aliases: ['Source IP', 'Src IP', 'Quell-IP', 'Quelladresse'],
      sort: 'texts',
    },
    { id: 'direction', header: 'Direction', aliases: ['Richtung'], sort: 'word' },
    {
      id: 'target',
      header: 'Target',
      aliases: [
        'To',
        'Destination',
        'Target Asset',
        'Server',
        'Dst',
        'Dest',
        'Ziel',
        'Nach',
        'Destination Host',
        'Empfänger',
      ],
      sort: 'name',
    },
    { id: 'target-zone', header: 'Target zone', aliases: ['To Zone', 'Zielzone'], sort: 'name', derived: true },
    {
      id: 'target-address',
      header: 'Target address',
      aliases: ['Destination IP', 'Dst IP', 'Dest IP', 'Target IP', 'Ziel-IP', 'Zieladresse'],
      sort: 'texts',
    },
    { id: 'protocol', header: 'Protocol', aliases: ['Service', 'Application', 'Protokoll', 'Dienst'], sort: 'text' },
    { id: 'carrier', header: 'Over', aliases: ['Carrier', 'Tunnel', 'Carried By'], sort: 'name' },
    {
      id: 'ports',
      header: 'Ports',
      aliases: ['Port', 'Destination Port', 'Dst Port', 'Target Port', 'Zielport'],
      sort: 'texts',
    },
    { id: 'opened', header: 'Opened ports', aliases: [], sort: 'texts', derived: true },
    {
      id: 'transport',
      header: 'Transport',
      aliases: ['IP Protocol', 'Proto', 'L4', 'Transport Protocol'],
      sort: 'word',
    },
    { id: 'title', header: 'Title', aliases: ['Label', 'Titel', 'Bezeichnung', 'Purpose', 'Zweck'], sort: 'text' },
    { id: 'when', header: 'When', aliases: ['Condition', 'Wann', 'Bedingung'], sort: 'text' },
    { id: 'data', header: 'Data', aliases: ['Content', 'Daten', 'Inhalt'], sort: 'text' },
    { id: 'access', header: 'Access', aliases: ['Zugriff'], sort: 'word' },
    { id: 'protection', header: 'Protection', aliases: ['Schutz', 'With'], sort: 'texts' },
    { id: 'protected', header: 'Protected by', aliases: [], sort: 'texts', derived: true },
  ],
);

/** One row a zone, or conduit, and a requirement that it states something of. */
export const statementTable = defineTable(
  'statements',
  ['Statements'],
  [
    SYSTEM,
    { id: 'element', header: 'Element', aliases: ['Zone', 'Conduit', 'Where'], sort: 'name' },
    { id: 'requirement', header: 'Requirement', aliases: ['Control', 'SR', 'Anforderung'], sort: 'text' },
    { id: 'requirement-title', header: 'Requirement title', aliases: [], sort: 'text', derived: true },
    { id: 'state', header: 'State', aliases: ['Status', 'Stand'], sort: 'word' },
    { id: 'required', header: 'Required', aliases: [], sort: 'yes', derived: true },
    { id: 'by', header: 'By', aliases: ['Implemented By', 'Durch'], sort: 'texts' },
    { id: 'means', header: 'Compensated by', aliases: [], sort: 'texts' },
    { id: 'until', header: 'Until', aliases: ['Due', 'Bis', 'Frist'], sort: 'day' },
    { id: 'because', header: 'Because', aliases: ['Reason', 'Begründung'], sort: 'text' },
    { id: 'evidence', header: 'Evidence', aliases: ['Nachweis'], sort: 'texts' },
    { id: 'note', header: 'Note', aliases: ['Bemerkung'], sort: 'text' },
  ],
);
