/** Other systems of the workspace: what a system can have but once is wrong in another way in each. */
export const SISTERS = `
--- sisters.zones
system east {
  owner "Operations"
  document "E-1"
  excludes SR 3.6 because "so"
           ^^^^^^ warning exclusion-contradicted
  excludes SR 4.3 because "so"
           ^^^^^^ warning exclusion-contradicted
  rule missing-control off "asked elsewhere"
  rule missing-focus off "asked elsewhere"
  rule zone-boundary off "asked elsewhere"
  rule asset-criticality off "asked elsewhere"
  rule zone-record off "asked elsewhere"
  approval on 2026-03-01 by "Board" review 6
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning approval-outdated
}

zone east-cell : cell {
  sl-t 1
  asset east-plc : plc
  asset east-panel : hmi-panel
  flow east-panel -> east-plc : https
}

zone east-room : control {
  sl-t 1
  asset east-server : scada-server
  asset east-client : scada-client
  flow east-client -> east-server : https
}

conduit east-line between east-room and east-cell { sl-t 1  flow east-server -> east-plc : hardwired }
--- north.zones
system north {
  document "N-1"
  revision 1 on 2026-01-10 by "Engineering" "First issue"
  revision 2 on 2026-05-10 by "Engineering" "Second issue"
  approval on 2026-02-01 by "Board" of revision 1
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning approval-outdated
}
--- south.zones
system south {
  document "S-1"
  approval on 2026-02-01 by "Board" hash "sha256:1:00"
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning approval-outdated
}
`;
