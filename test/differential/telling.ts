/** A model of several files, and a word of one of them with another in its place. */
export interface Telling {
  /** Texts by file. */
  readonly files: Readonly<Record<string, string>>;
  readonly edit: readonly [file: string, old: string, by: string];
}

/** What another file says of the kind of a zone decides whether the zone is judged at all. */
const KIND_BECOMES_EXTERNAL: Telling = {
  files: {
    'model.zones': 'reference-model own { kind near rank 1  kind far rank 2 { flags external } }',
    'system.zones': 'system plant { reference-model own }',
    'zones.zones': 'system plant\nzone site : near { sl-t 2  asset plc-1 : plc { support-ends 2025-01-01 } }',
  },
  edit: ['model.zones', 'rank 1', 'rank 1 { flags external }'],
};

/**
 * By rule, an edit after which it says something else of a file that nobody has touched: what random edits come to only
 * by luck. A rule that the random plants do not reach gets a row here.
 */
export const TELLING: Readonly<Record<string, Telling>> = {
  'approval-outdated': {
    files: {
      'system.zones': `system plant { approval on 2026-01-01 by "Manager" hash "sha256:1:${'0'.repeat(64)}" }`,
      'line.zones': 'system plant\nzone line : cell { asset }',
    },
    edit: ['line.zones', 'asset', 'asset plc-1 : plc'],
  },
  'unmanaged-switch': {
    files: {
      'types.zones': 'asset-type hub "Hub" extends managed-switch { flags unmanaged }',
      'line.zones': 'zone line : cell { sl-t 2  asset sw : hub }',
    },
    edit: ['types.zones', ' flags unmanaged ', ' '],
  },
  'implementation-contradicted': {
    files: {
      'line.zones': 'zone line : cell { implements SR 1.2  asset plc-1 : plc }',
      'conduits.zones':
        'zone control : control { asset scada-1 : scada-server }\nconduit c between control and line { flow scada-1 -> plc-1 : modbus-tcp }',
    },
    edit: ['conduits.zones', 'modbus-tcp', 'modbus-tcp over ipsec'],
  },
  'exclusion-contradicted': {
    files: {
      'line.zones': 'zone line : cell { excludes SR 2.6 because "nobody works from afar"  asset plc-1 : plc }',
      'conduits.zones':
        'zone control : control { asset scada-1 : scada-server }\nconduit c between control and line { flow scada-1 -> plc-1 : modbus-tcp }',
    },
    edit: ['conduits.zones', 'modbus-tcp', 'rdp'],
  },
  'many-exclusions': {
    files: {
      'system.zones': 'system plant { excludes SR 3.1, SR 3.2 because "none" }',
      'line.zones': 'system plant\nzone line : cell { sl-t 1 }',
    },
    edit: ['system.zones', 'SR 3.2', 'SR 3.2, SR 3.5'],
  },
  'safety-access': {
    files: {
      'types.zones': 'asset-type box extends firewall',
      'zones.zones': `zone line : cell { asset plc-1 : plc  asset fw-1 : box }
zone trip : cell { safety yes  asset trip-1 : safety-controller }
conduit c between line and trip { via fw-1  flow plc-1 -> trip-1 : modbus-tcp }`,
    },
    edit: ['types.zones', 'firewall', 'protocol-gateway'],
  },
  'zone-boundary': KIND_BECOMES_EXTERNAL,
  'asset-criticality': KIND_BECOMES_EXTERNAL,
  'support-ended': KIND_BECOMES_EXTERNAL,
};
