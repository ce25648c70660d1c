/** How the works are divided, and what is old or risky in them. */
export const PARTITIONING = `
--- partitioning.zones
system works

zone parts : control {
  sl-t 1

  zone trips : process { asset shutdown : shutdown-valve }
       ^^^^^ warning safety-designation
  zone denied : process { safety no  asset detector : gas-detector }
                                 ^^ error safety-designation

  zone left {
    network "10.2.1.0/24"
    asset both : scada-server { address "10.2.1.5"  address "10.2.2.5" }
                                                            ^^^^^^^^^^ warning dual-homed
  }
  zone right { network "10.2.2.0/24" }
  zone around {
    network "10.3.0.0/16"
    asset strayed : scada-server { address "10.3.4.5" }
                                           ^^^^^^^^^^ warning misplaced-address
    zone within { network "10.3.4.0/24" }
  }
  zone beside {
    network "10.4.1.0/24"
    asset misread : scada-server { address "10.2.2.6" }
                                           ^^^^^^^^^^ warning misplaced-address
  }

  zone mixed {
    sl-t { RDF 2 }
    asset core : managed-switch
          ^^^^ warning shared-segment
  }
  zone higher { sl-t { RDF 2, IAC 2 } }
  conduit core-line between mixed and higher { sl-t { RDF 2 }  via core  flow core -> higher : hardwired }
  conduit core-spur between mixed and parts { sl-t 1  via core  flow core -> parts : hardwired }

  zone levels-a { sl-t { TRE 2 }  asset box : unmanaged-switch }
                                        ^^^ info unmanaged-switch
  zone levels-b { sl-t { TRE 2 } }
  conduit plain between levels-a and levels-b {
    sl-t { TRE 2 }
    asset small : unmanaged-switch
          ^^^^^ info unmanaged-switch
    flow box -> small : hardwired
  }

  zone guarded { safety yes }
  zone free { sl-t { RDF 2 } }
  conduit ring between guarded, free and parts {
    sl-t { RDF 2 }
    asset ring-switch : managed-switch
          ^^^^^^^^^^^ warning shared-segment
    flow guarded -> ring-switch : hardwired
  }

  zone apart-a {
    separated-from apart-b, apart-c, apart-a, inner
                   ^^^^^^^ error separation-broken
                            ^^^^^^^ error separation-broken
                                     ^^^^^^^ error separation-broken
                                              ^^^^^ error separation-broken
    asset pump : plc
    zone inner
  }
  zone apart-b { asset panel : hmi-panel }
  zone apart-c { asset board : hmi-panel }
  conduit to-a between apart-b and apart-a { sl-t 1  flow panel -> pump : https }
  conduit from-a between apart-a and apart-c { sl-t 1  flow pump -> board : https }
}

conduit to-parts between room and parts { sl-t 1  flow server -> parts : hardwired }
--- lifecycle.zones
system works

asset-type andon-board "House board" extends annunciator { }
           ^^^^^^^^^^^ hint hides-library
protocol df1 "House bus" { authentication none }
         ^^^ hint hides-library
protocol half-tunnel "House tunnel" { authentication optional  integrity optional }
catalog iec62443-4-2-ccsc "House rules" { control HOUSE-1 "Doors are locked" }
        ^^^^^^^^^^^^^^^^^ hint hides-library
reference-model purdue "House model" { kind plant rank 1 }
                ^^^^^^ hint hides-library

risk R-1 "Half a risk"
     ^^^ info risk-incomplete
risk R-2 "Falls by nothing" on room {
  threat "crime"  consequence "loss of view"  likelihood possible  impact minor
  residual likelihood remote  impact minor
                      ^^^^^^ warning residual-unfounded
}
risk R-3 "Rises" on room {
  threat "crime"  consequence "loss of view"  likelihood unlikely  impact minor
  residual likelihood possible  impact minor
                      ^^^^^^^^ error residual-unfounded
}

zone old : control {
  sl-t 1
  asset server-98 : dcs-server { support-ends 2020-01-01 }
                                              ^^^^^^^^^^ warning support-ended
  asset server-22 : dcs-server { support-ends 2027-01-31 }
                                              ^^^^^^^^^^ info support-ended
}
conduit to-old between room and old { sl-t 1  flow server -> server-98 : hardwired }
`;
