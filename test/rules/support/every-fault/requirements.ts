/** The settings of the works, and what is claimed, excluded and asked for there to no avail. */
export const REQUIREMENTS = `
--- works.zones
system works "A works with every fault" {
  owner "Operations"
  document "W-1"
           ^^^^^ info approval-outdated
  rule missing-control off "what is missing is asked for elsewhere"
  rule missing-focus off "what is missing is asked for elsewhere"
  rule zone-boundary off "the record is asked for elsewhere"
  rule asset-criticality off "the record is asked for elsewhere"
  rule zone-record off "the record is asked for elsewhere"
}

zone room "Control room" : control {
  sl-t 1
  asset station : operator-workstation
  asset server : scada-server
}

risk R-0 "Ransomware" on room, lines, claims, exclusions, parts, borders, dmz, access, old {
  threat "crime"  consequence "loss of view"
  likelihood possible  impact minor
}
--- requirements.zones
system works

zone lines : cell {
  sl-t 1
  asset plc-1 : plc
}

conduit unrated between room and lines { flow server -> plc-1 : opc-ua-secure }
        ^^^^^^^ warning missing-sl-t

conduit low between room and lines {
  sl-t { IAC 1 }
  ^^^^ info conduit-sl-t-low
  flow server -> plc-1 : https
}

/** No risk is on it. */
zone store : control {
     ^^^^^ info zone-without-risk
  sl-t 1
  zone shelf {
    sl-t { IAC 1 }
    ^^^^ info sl-t-unjustified
    asset reader : badge-reader
  }
}

conduit to-store between store.shelf and store {
  sl-t 1
       ^ info sl-t-unjustified
  flow reader -> store : osdp
}

zone claims : control {
  sl-t 1

  zone words {
    implements SR 2.11 RE(1), SR 6.2, SR 7.8
               ^^^^^^^^^^^^^ warning implementation-contradicted
                              ^^^^^^ warning implementation-contradicted
                                      ^^^^^^ warning implementation-contradicted
    asset relay-1 : annunciator
  }
  zone networks {
    network "10.1.1.0/24"
    implements SR 5.1
               ^^^^^^ warning implementation-contradicted
  }
  zone others { network "10.1.0.0/16" }
                        ^^^^^^^^^^^^^ warning overlapping-networks
  zone open { implements SR 5.2 }
                         ^^^^^^ warning implementation-contradicted
  zone unnamed { implements SR 5.2 RE(1) }
                            ^^^^^^^^^^^^ warning implementation-contradicted
  zone mail { implements SR 5.3 }
                         ^^^^^^ warning implementation-contradicted
  zone bare {
    implements SR 1.2, SR 3.1 RE(1)
               ^^^^^^ warning implementation-contradicted
                       ^^^^^^^^^^^^ warning implementation-contradicted
    asset plc-2 : plc
    asset io-2 : variable-frequency-drive
    flow plc-2 -> io-2 : modbus-tcp
  }
  zone afar { implements SR 4.1 RE(1) }
                         ^^^^^^^^^^^^ warning implementation-contradicted
  zone near { implements SR 4.1 RE(2) }
                         ^^^^^^^^^^^^ warning implementation-contradicted
  zone switched {
    implements SR 5.1 RE(1)
               ^^^^^^^^^^^^ warning implementation-contradicted
    asset core : managed-switch
  }
  zone strong { sl-t { IAC 2 } }

  conduit to-open between claims and open { sl-t 1  flow station -> open : opc-ua-secure }
  conduit to-unnamed between claims and unnamed {
    sl-t 1
    flow station -> unnamed
         ^^^^^^^ info unspecified-flow
  }
  conduit to-mail between claims and mail { sl-t 1  flow station -> mail : smtp }
  conduit to-afar between claims and afar {
    sl-t 1
    trust untrusted
    flow station -> afar : modbus-tcp
  }
  conduit to-near between claims and near { sl-t 1  flow station -> near : modbus-tcp }
  conduit to-strong between switched and strong { sl-t 1  via core  flow core -> strong : hardwired }
  conduit to-weak between switched and claims { sl-t 1  via core  flow core -> claims : hardwired }
  asset station : operator-workstation
}

conduit to-claims between room and claims { sl-t 1  flow server -> claims.station : https }

zone exclusions : control {
  sl-t 1

  zone wireless { excludes SR 1.6 because "so"  asset ap-1 : rtls-anchor }
                           ^^^^^^ warning exclusion-contradicted
  zone portable { excludes SR 2.3 because "so"  asset laptop : maintenance-laptop }
                           ^^^^^^ warning exclusion-contradicted
  zone remote { excludes SR 1.13 because "so"  asset kvm : kvm-switch }
                         ^^^^^^^ warning exclusion-contradicted
  zone crossed { excludes SR 5.1, SR 5.2 because "so" }
                          ^^^^^^ warning exclusion-contradicted
  zone host { excludes SR 1.1, SR 2.8 because "so"  asset server : scada-server }
                       ^^^^^^ warning exclusion-contradicted
  zone component { excludes SR 7.3 because "so"  asset ups-1 : ups }
                            ^^^^^^ warning exclusion-contradicted
  zone control { excludes SR 3.6 because "so"  asset plc-3 : plc }
                          ^^^^^^ warning exclusion-contradicted
  zone talking {
    sl-t { IAC 2 }
    excludes SR 1.2 because "so"
             ^^^^^^ warning exclusion-contradicted
    asset plc-4 : plc
    asset plc-5 : plc
    flow plc-4 -> plc-5 : s7comm-plus-tls
  }
  zone session {
    sl-t { UC 2 }
    excludes SR 2.6 because "so"
             ^^^^^^ warning exclusion-contradicted
    asset a : scada-server
    asset b : scada-server
    flow a -> b : rdp
  }
  zone encrypted {
    excludes SR 4.3 because "so"
             ^^^^^^ warning exclusion-contradicted
    asset c : scada-server
    asset d : scada-server
    flow c -> d : https
  }
  zone bulk {
       ^^^^ info many-exclusions
    excludes SR 2.2, SR 2.3, SR 2.4 because "so"
    asset plc-6 : plc
  }
  conduit to-crossed between exclusions and crossed { sl-t 1  flow exclusions -> crossed : hardwired }
}

conduit to-exclusions between room and exclusions { sl-t 1  flow server -> exclusions : https }

profile patching { SR 3.2, SR 7.6 }

regulation one "A law" { requires SR 1.5 on claims.words }
                                  ^^^^^^ warning regulation-unmet
regulation several "A contract" { requires patching on claims.words, claims.bare }
                                           ^^^^^^^^ warning regulation-unmet
regulation single "A code" {
  requires hardening on claims.mail
           ^^^^^^^^^ warning regulation-unmet
}
profile hardening { SR 5.3, SR 7.7 }
`;
