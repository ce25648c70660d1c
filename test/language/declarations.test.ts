import { describe, expect, it } from 'vitest';
import { meaning, read } from '../support/reading.ts';

/** What a text says, without the places and the empty lists. */
const said = (text: string) => {
  const { problems, references: _, suspected: __, ...rest } = read(text);
  expect(problems).toEqual([]);
  return meaning(rest);
};

describe('every declaration is read in full:', () => {
  it('system', () => {
    const { system } = said(`
      /** The plant. */
      system riverside "Riverside" {
        description """
          Two trains.
          """
        owner "Water Authority"
        document "R-1"  classification "secret"  function "Water"  intended-use "Always"
        equipment "Train 1", "Train 2"
        reference-model purdue
        baseline iec62443-3-3, acme
        baseline more
        implements SR 1.3, SR 1.4
        rule zone-owner off "elsewhere"
        rule insecure-protocol error
      }`);
    expect(system).toMatchObject({
      name: 'riverside',
      title: 'Riverside',
      doc: 'The plant.',
      settings: true,
      description: 'Two trains.\n',
      owner: 'Water Authority',
      document: 'R-1',
      classification: 'secret',
      function: 'Water',
      intendedUse: 'Always',
      equipment: ['Train 1', 'Train 2'],
      model: 'purdue',
      baseline: ['iec62443-3-3', 'acme', 'more'],
      statements: [{ verb: 'implements', controls: ['SR 1.3', 'SR 1.4'] }],
      rules: [
        { rule: 'zone-owner', severity: 'off', reason: 'elsewhere' },
        { rule: 'insecure-protocol', severity: 'error' },
      ],
    });
    expect(said('system s { }').system).toMatchObject({ settings: true, baseline: [], rules: [] });
    expect(said('system s "T"').system).toMatchObject({ settings: false, title: 'T' });
  });

  it('zone', () => {
    const { zones } = said(`
      zone control "Control zone" : control level 2 {
        description "BPCS"  owner "OT"  network "10.10.20.0/24", "VLAN 20"  network "10.1.0.0/16"
        boundary logical "Firewall", physical "Room"
        boundary physical "Fence"
        safety no  criticality high  policy "P1", "P2"  assumption "A"
        sl-t 2 { RDF 3 } because "no view" from R-01, R-02
        zone inner { level 1 }
      }`);
    expect(zones).toMatchObject([
      {
        name: 'control',
        title: 'Control zone',
        path: 'control',
        parent: -1,
        kind: 'control',
        level: 2,
        slT: { vector: [2, 2, 2, 2, 3, 2, 2], from: ['R-01', 'R-02'], because: 'no view' },
        description: 'BPCS',
        owner: 'OT',
        criticality: 'high',
        safety: false,
        networks: ['10.10.20.0/24', 'VLAN 20', '10.1.0.0/16'],
        boundaries: [
          { side: 'logical', text: 'Firewall' },
          { side: 'physical', text: 'Room' },
          { side: 'physical', text: 'Fence' },
        ],
        policies: ['P1', 'P2'],
        assumptions: ['A'],
        zones: [1],
      },
      { path: 'control.inner', parent: 0, level: 1 },
    ]);
  });

  it('the five statements and allow', () => {
    const { zones } = said(`
      zone z {
        implements SR 1.1, hardening by a, b.c evidence "e1", "e2"
        plans SR 6.2 until 2027-03-31 "sensor project"
        excludes SR 1.6, SR 2.2 because "no wireless"
        compensates SR 1.1 RE(1) with SR 5.2, rest because "locked"
        accepts SR 2.4 until 2027-06-30 because "cannot" by "Manager"
        implements SR 2.1 by a verified on 2026-11-02 by "OT security" evidence "e3"
        compensates SR 2.2 with rest because "locked" verified on 2026-11-03 by "Manager" by "Owner"
        implements SR 2.3 verified on 2026-11-04 by a
        allow zone-bypass until 2027-01-01 because "migration"
      }`);
    expect(zones[0]!.statements).toMatchObject([
      { verb: 'implements', controls: ['SR 1.1', 'hardening'], by: ['a', 'b.c'], evidence: ['e1', 'e2'] },
      { verb: 'plans', controls: ['SR 6.2'], until: '2027-03-31', note: 'sensor project' },
      { verb: 'excludes', controls: ['SR 1.6', 'SR 2.2'], because: 'no wireless' },
      { verb: 'compensates', controls: ['SR 1.1 RE(1)'], compensatedBy: ['SR 5.2', 'rest'], because: 'locked' },
      { verb: 'accepts', controls: ['SR 2.4'], until: '2027-06-30', because: 'cannot', approver: 'Manager' },
      { by: ['a'], verified: { on: '2026-11-02', by: 'OT security' }, evidence: ['e3'] },
      { verified: { on: '2026-11-03', by: 'Manager' }, approver: 'Owner' },
      { by: ['a'], verified: { on: '2026-11-04' } },
    ]);
    expect(zones[0]!.allows).toMatchObject([{ rule: 'zone-bypass', until: '2027-01-01', because: 'migration' }]);
  });

  it('asset', () => {
    const { assets } = said(`
      zone z {
        /** Runs the filters. */
        asset plc-101 "Filter PLC" : plc {
          description "D"  vendor "Acme"  product "WinView"  version "9.2"  owner "OT"
          address "10.10.20.11", "10.10.20.12"  count 2  criticality critical
          serial "A-1"  location "K3"  supplier "S"  support-ends 2029-12-31  certificate "CSA"
          classification "internal"  value "high"  sil 2  software "OpenSSL", "runtime"
          runs-on host-1  redundant-with plc-102, plc-103  shared-address "10.10.20.9"
          sl-c { 2 2 2 1 2 2 2 }
          implements CR 1.1, EDR 2.4
          allow asset-capability because "old"
        }
      }`);
    expect(assets).toMatchObject([
      {
        name: 'plc-101',
        title: 'Filter PLC',
        doc: 'Runs the filters.',
        path: 'z.plc-101',
        type: 'plc',
        description: 'D',
        vendor: 'Acme',
        product: 'WinView',
        version: '9.2',
        owner: 'OT',
        addresses: ['10.10.20.11', '10.10.20.12'],
        count: 2,
        criticality: 'critical',
        serial: 'A-1',
        location: 'K3',
        supplier: 'S',
        supportEnds: '2029-12-31',
        certificate: 'CSA',
        classification: 'internal',
        worth: 'high',
        sil: 2,
        software: ['OpenSSL', 'runtime'],
        runsOn: 'host-1',
        redundantWith: ['plc-102', 'plc-103'],
        sharedAddresses: ['10.10.20.9'],
        slC: { vector: [2, 2, 2, 1, 2, 2, 2] },
        statements: [{ verb: 'implements', controls: ['CR 1.1', 'EDR 2.4'] }],
        allows: [{ rule: 'asset-capability', because: 'old' }],
      },
    ]);
  });

  it('conduit and flow', () => {
    const { conduits, flows } = said(`
      zone outer {
        conduit link "Link" between a and b.c {
          description "D"  owner "IT"  via fw-1, fw-2  via diode  policy "P"  assumption "A"
          sl-t 2
          implements SR 5.2
          allow unused-conduit because "spare"
          flow x -> y : opc-ua "tags"
          flow z.x -> y : rdp port 3389 port udp 5000 over ipsec { when "ticket"  allow insecure-protocol because "so" }
          flow x <-> y : modbus-tcp port 1502 "writes" { data "set points"  access write }
        }
        flow x -> y
      }`);
    expect(conduits).toMatchObject([
      {
        path: 'outer.link',
        title: 'Link',
        zone: 0,
        ends: ['a', 'b.c'],
        slT: { vector: [2, 2, 2, 2, 2, 2, 2] },
        via: ['fw-1', 'fw-2', 'diode'],
        description: 'D',
        owner: 'IT',
        policies: ['P'],
        assumptions: ['A'],
        statements: [{ verb: 'implements' }],
        allows: [{ rule: 'unused-conduit' }],
        flows: [0, 1, 2],
      },
    ]);
    expect(flows).toMatchObject([
      { zone: 0, conduit: 0, source: 'x', target: 'y', both: false, protocol: 'opc-ua', title: 'tags' },
      {
        source: 'z.x',
        protocol: 'rdp',
        carrier: 'ipsec',
        ports: [{ port: 3389 }, { transport: 'udp', port: 5000 }],
        when: 'ticket',
        allows: [{ rule: 'insecure-protocol' }],
      },
      { both: true, ports: [{ port: 1502 }], title: 'writes' },
      { zone: 0, conduit: -1, source: 'x', target: 'y' },
    ]);
    expect(flows[3]!.protocol).toBeUndefined();
  });

  it('risk and risk-matrix', () => {
    const { risks, matrices } = said(`
      risk-matrix plant "Scales" { likelihood rare, often  impact small, big  tolerable 2 }
      risk R-01 "Ransomware" on control, link {
        threat "T"  vulnerability "V"  consequence "C"
        likelihood often  impact big
        category safety, supply
        existing SR 5.1
        mitigated-by SR 5.2, hardening
        treatment mitigate  owner "Security"
        residual likelihood rare impact big
        accepted until 2027-01-01 because "budget"
        allow intolerable-risk because "x"
      }
      risk R-02`);
    expect(matrices).toMatchObject([
      { name: 'plant', title: 'Scales', likelihood: ['rare', 'often'], impact: ['small', 'big'], tolerable: 2 },
    ]);
    expect(risks).toMatchObject([
      {
        name: 'R-01',
        title: 'Ransomware',
        on: ['control', 'link'],
        threat: 'T',
        vulnerability: 'V',
        consequence: 'C',
        initial: { likelihood: 'often', impact: 'big' },
        residual: { likelihood: 'rare', impact: 'big' },
        categories: ['safety', 'supply'],
        existing: ['SR 5.1'],
        mitigatedBy: ['SR 5.2', 'hardening'],
        treatment: 'mitigate',
        owner: 'Security',
        acceptedUntil: '2027-01-01',
        allows: [{ rule: 'intolerable-risk' }],
      },
      { name: 'R-02', on: [], mitigatedBy: [] },
    ]);
  });

  it('profile and catalog', () => {
    const { profiles, catalogs } = said(`
      profile hardening "Hardening" { SR 2.4, SR3.2 other
        ACME-1 }
      catalog acme "Acme OT policy" edition "2" {
        group IAC "Access" {
          control ACME-1 "USB kiosk" sl 2 for control, cell { applies zone, conduit  guidance "Scan."  maps iec62443-3-3 "SR 3.2", "SR 2.3" }
        }
        /** On paper. */
        control ACME-2 "Paper"
      }`);
    expect(profiles).toMatchObject([
      { name: 'hardening', title: 'Hardening', controls: ['SR 2.4', 'SR 3.2', 'other', 'ACME-1'] },
    ]);
    expect(catalogs).toMatchObject([
      {
        name: 'acme',
        title: 'Acme OT policy',
        edition: '2',
        groups: [{ name: 'IAC', title: 'Access' }],
        controls: [
          {
            id: 'ACME-1',
            title: 'USB kiosk',
            group: 'IAC',
            level: 2,
            kinds: ['control', 'cell'],
            applies: ['zone', 'conduit'],
            guidance: 'Scan.',
            maps: [{ framework: 'iec62443-3-3', ids: ['SR 3.2', 'SR 2.3'] }],
          },
          { id: 'ACME-2', title: 'Paper', doc: 'On paper.', group: '', kinds: [] },
        ],
      },
    ]);
  });

  it('asset-type, protocol and reference-model', () => {
    const { assetTypes, protocols, models } = said(`
      asset-type my-plc "House PLC" extends plc { class embedded-device  level 0, 1  kind control, cell  doc "D"  vendor "Acme"  flags boundary, remote-access  sl-c 2  maps attack "A0003" }
      protocol my-bus "Bus" { port tcp 502  port udp 503  authentication none  encryption optional  integrity yes  secured-by other  network no }
      reference-model house "House" {
        kind office "Office" rank 2 { level 4, 5  flags business  focus remote "Remote" { SR 1.13, SR 2.6 asset jump-host, vpn-gateway } }
        kind shop rank 1
        adjacent office shop
      }`);
    expect(assetTypes).toMatchObject([
      {
        name: 'my-plc',
        title: 'House PLC',
        base: 'plc',
        class: 'embedded-device',
        levels: [0, 1],
        kinds: ['control', 'cell'],
        flags: ['boundary', 'remote-access'],
        slC: { vector: [2, 2, 2, 2, 2, 2, 2] },
      },
    ]);
    expect(protocols).toMatchObject([
      {
        name: 'my-bus',
        ports: [
          { transport: 'tcp', port: 502 },
          { transport: 'udp', port: 503 },
        ],
        authentication: 'none',
        encryption: 'optional',
        integrity: 'yes',
        securedBy: 'other',
        network: false,
      },
    ]);
    expect(models).toMatchObject([
      {
        name: 'house',
        kinds: [
          {
            name: 'office',
            title: 'Office',
            rank: 2,
            levels: [4, 5],
            flags: ['business'],
            focus: [{ name: 'remote', controls: ['SR 1.13', 'SR 2.6'], assetTypes: ['jump-host', 'vpn-gateway'] }],
          },
          { name: 'shop', rank: 1 },
        ],
      },
    ]);
  });
});

describe('a documentation comment', () => {
  it('belongs to the declaration right after it, and loses its stars', () => {
    const { zones, assets, flows, conduits, risks } = read(`
      // A note.
      /**
       * The **first** zone.
       *
       * - one
       */
      zone a {
        /** An asset. */ asset x : plc
        /* No documentation. */
        asset y : plc
        /** A flow. */
        flow x -> y : https
        /** Left over. */
      }
      /** Another. */
      // With a note between.
      conduit c between a and a
      /** See models/*.zones. */ risk r
      /**/ risk s
      /** */
      /* Not this. */
      risk t`);
    expect(zones[0]!.doc).toBe('The **first** zone.\n\n- one');
    expect(assets.map(({ doc }) => doc)).toEqual(['An asset.', undefined]);
    expect(flows[0]!.doc).toBe('A flow.');
    expect(conduits[0]!.doc).toBe('Another.');
    expect(risks.map(({ doc }) => doc)).toEqual(['See models/*.zones.', undefined, undefined]);
  });
});
