/** What crosses the boundaries of the works. */
export const BOUNDARIES = `
--- boundaries.zones
system works

zone internet : external {
  asset vendor : vendor-remote-support
  asset partner : external-control-center
}

zone borders : control {
  sl-t 1
  asset desk : operator-workstation
  asset laptop-dock : engineering-workstation

  zone sis : cell {
    sl-t 1
    safety yes
    asset logic : safety-controller
    asset logic-2 : safety-controller
  }

  conduit open between borders and sis { sl-t 1  flow logic -> desk : https }
          ^^^^ warning safety-access
  conduit access between borders and sis {
          ^^^^^^ warning safety-access
    sl-t 1
    via fw
    flow laptop-dock -> logic : s7comm-plus-tls
    flow desk -> logic : s7comm-plus-tls
  }
  conduit both-ways between borders and sis { sl-t 1  via fw  flow desk <-> logic : s7comm-plus-tls }
          ^^^^^^^^^ warning safety-access
  conduit open-access between borders and sis { sl-t 1  flow laptop-dock -> logic : s7comm-plus-tls }
          ^^^^^^^^^^^ warning safety-access
  conduit open-both between borders and sis { sl-t 1  flow desk <-> logic : s7comm-plus-tls }
          ^^^^^^^^^ warning safety-access
  conduit access-both between borders and sis { sl-t 1  via fw  flow laptop-dock <-> logic : s7comm-plus-tls }
          ^^^^^^^^^^^ warning safety-access
  conduit everything between borders and sis { sl-t 1  flow laptop-dock <-> logic : s7comm-plus-tls }
          ^^^^^^^^^^ warning safety-access
  asset fw : industrial-firewall
  asset gateway : protocol-gateway

  zone low-a : cell { sl-t { IAC 1 }  asset plc-low : plc }
  conduit weak-levels between borders and low-a { sl-t 1  via gateway  flow desk -> plc-low : https }
          ^^^^^^^^^^^ warning weak-boundary
  conduit bare-levels between borders and low-a { sl-t 1  flow desk -> plc-low : https }
          ^^^^^^^^^^^ warning unprotected-boundary

  zone rdf-a : cell { sl-t { RDF 2 }  asset plc-a : plc  asset gateway-a : protocol-gateway }
  zone rdf-b : cell { sl-t { RDF 2 }  asset plc-b : plc }
  conduit equal between rdf-a and rdf-b { sl-t { RDF 2 }  flow plc-a -> plc-b : https }
          ^^^^^ info unprotected-boundary
  conduit equal-joined between rdf-a and rdf-b {
          ^^^^^^^^^^^^ info unprotected-boundary
    sl-t { RDF 2 }
    via gateway-a
    flow plc-a -> plc-b : https
  }
  conduit unnamed between rdf-a and rdf-b {
    sl-t { RDF 2 }
    asset fw-unnamed : industrial-firewall
    flow plc-a -> plc-b
         ^^^^^ warning unspecified-flow
  }
  conduit unnamed-low between borders and sis { sl-t 1  via fw  flow logic -> desk }
                                                                     ^^^^^ info unspecified-flow

  zone dc-a : cell { sl-t { DC 2 }  asset plc-c : plc  asset plc-d : plc }
  zone dc-b : cell { sl-t { DC 2 }  asset plc-e : plc }
  conduit clear between dc-a and dc-b { sl-t { DC 2 }  trust untrusted  flow plc-e -> plc-c : modbus-tcp }
                                                                                              ^^^^^^^^^^ warning cleartext-untrusted
  conduit clear-several between dc-a and dc-b {
    sl-t { DC 2 }
    trust untrusted
    flow plc-e -> plc-c : modbus-tcp
                          ^^^^^^^^^^ warning cleartext-untrusted
    flow plc-e -> plc-d : modbus-tcp
  }
  zone dc-c : cell { sl-t { DC 4 }  asset plc-f : plc  asset plc-g : plc }
  zone dc-d : cell { sl-t { DC 4 }  asset plc-h : plc }
  conduit clear-any between dc-c and dc-d { sl-t { DC 4 }  flow plc-h -> plc-f : modbus-tcp }
                                                                                 ^^^^^^^^^^ warning cleartext-untrusted
  conduit clear-any-several between dc-c and dc-d {
    sl-t { DC 4 }
    flow plc-h -> plc-f : modbus-tcp
                          ^^^^^^^^^^ warning cleartext-untrusted
    flow plc-h -> plc-g : modbus-tcp
  }

  zone iac-a : cell { sl-t { IAC 2, SI 2 }  asset plc-i : plc  asset plc-j : plc }
  zone iac-b : cell { sl-t { IAC 2, SI 2 }  asset plc-k : plc }
  conduit unsaid between iac-a and iac-b { sl-t { IAC 2, SI 2 }  flow plc-k -> plc-i : opc-ua }
                                                                                       ^^^^^^ info unspecified-protection
  conduit unsaid-several between iac-a and iac-b {
    sl-t { IAC 2, SI 2 }
    flow plc-k -> plc-i : opc-ua
                          ^^^^^^ info unspecified-protection
    flow plc-k -> plc-j : opc-ua
  }
  conduit unsaid-over between iac-a and iac-b {
    sl-t { IAC 2, SI 2 }
    flow plc-k -> plc-i : opc-ua over half-tunnel
                          ^^^^^^ info unspecified-protection
  }
  conduit unsaid-several-over between iac-a and iac-b {
    sl-t { IAC 2, SI 2 }
    flow plc-k -> plc-i : opc-ua over half-tunnel
                          ^^^^^^ info unspecified-protection
    flow plc-k -> plc-j : opc-ua over half-tunnel
  }
  zone iac-c : cell { sl-t { IAC 3 }  asset plc-l : plc  asset plc-m : plc }
  zone iac-d : cell { sl-t { IAC 3 }  asset plc-n : plc }
  conduit unsaid-grave between iac-c and iac-d { sl-t { IAC 3 }  flow plc-n -> plc-l : hart-ip }
                                                                                       ^^^^^^^ warning unspecified-protection
  conduit one-way between iac-c and iac-d { sl-t { IAC 3 }  flow plc-n -> plc-l : https }
                                                                                  ^^^^^ info one-way-authentication
  conduit one-way-several between iac-c and iac-d {
    sl-t { IAC 3 }
    flow plc-n -> plc-l : https
                          ^^^^^ info one-way-authentication
    flow plc-n -> plc-m : https
  }
  conduit one-way-ever between iac-c and iac-d { sl-t { IAC 3 }  flow plc-n -> plc-l : nts }
                                                                                       ^^^ info one-way-authentication
  conduit one-way-ever-several between iac-c and iac-d {
    sl-t { IAC 3 }
    flow plc-n -> plc-l : nts
                          ^^^ info one-way-authentication
    flow plc-n -> plc-m : nts
  }
}

zone dmz : perimeter {
  sl-t 1
  asset fw-1 : firewall
  asset forwarder : router
  asset jump : jump-host
        ^^^^ info remote-access-mixed
  asset web : web-server
}

conduit filtered between borders and dmz {
  sl-t 1
  via fw-1
  flow desk -> web : https
  flow web -> desk : rdp
       ^^^ warning remote-session-path
}
conduit unfiltered between borders and dmz { sl-t 1  flow desk -> web : https }
        ^^^^^^^^^^ warning unprotected-boundary
conduit forwarded between borders and dmz { sl-t 1  via forwarder  flow desk -> web : https }
        ^^^^^^^^^ warning weak-boundary

conduit vendors between internet and dmz {
  sl-t 1
  via fw-1
  flow vendor -> jump : https
                 ^^^^ info remote-access-mfa
}
conduit partners between internet and dmz {
  sl-t 1
  via fw-1
  flow vendor -> jump : https
                 ^^^^ info remote-access-mfa
  flow partner -> jump : https
}
zone access : perimeter {
  sl-t 1
  asset vpn : vpn-concentrator
}
conduit inwards between access and borders {
  sl-t 1
  asset fw-in : firewall
  flow vpn -> desk : https
       ^^^ warning remote-session-path
}

/** That the zones are joined at all is one fault, that nothing ends the access another: either may be allowed alone. */
conduit line between internet and borders {
        ^^^^ error zone-bypass
  sl-t 1
  asset fw-line : firewall
  flow internet -> desk : https
       ^^^^^^^^ warning remote-session-path
}
`;
