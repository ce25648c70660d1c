import { remoteSessionPath } from '../../language-server/core/rules/remote-session-path.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(remoteSessionPath, {
  fires: {
    'a tunnel from an asset for remote access, and one to a server': `
      zone dmz : perimeter { asset fw-1 : firewall  asset vpn : vpn-concentrator }
      zone room : control { asset fw-2 : industrial-firewall  asset server : scada-server }
      conduit tunnel between dmz and room {
        flow vpn -> fw-2 : ipsec
             ^^^ warning remote-session-path
        flow fw-1 -> server : ssh
             ^^^^ warning remote-session-path
      }
      `,
    'what reads, from outside or by a session': `
      zone vendor : external { asset support : vendor-remote-support }
      zone room : control { asset server : scada-server  asset edge : edge-gateway }
      zone line : cell { asset plc-1 : plc }
      conduit far between vendor and room { flow support -> server : https { access read } }
                                                 ^^^^^^^ warning remote-session-path
      conduit near between room and line { flow edge -> plc-1 : ssh { access read } }
                                                ^^^^ warning remote-session-path
      `,
    'a session from the office, and from a server of the perimeter': `
      zone office : enterprise { asset desk : business-workstation }
      zone dmz : perimeter { asset web : web-server }
      zone room : control { asset server : scada-server }
      conduit support between office and room { flow desk -> server : rdp }
                                                     ^^^^ warning remote-session-path: 'desk' opens a session by 'rdp' straight into zone 'room', and nothing in between can end it or tell who is working: end it at a jump host or remote access gateway in the perimeter, and go on from there.
      conduit admin between dmz and room { flow web -> server : ssh }
                                                ^^^ warning remote-session-path: 'web' opens a session by 'ssh'
      `,
    'from outside, whatever it speaks': `
      zone vendor : external { asset support : vendor-portal }
      asset-type vendor-portal { }
      zone room : control { asset server : scada-server }
      conduit line between vendor and room { flow support -> server : https }
                                                  ^^^^^^^ warning remote-session-path: 'support' comes from outside straight to 'server' in zone 'room', and nothing in between can end that access or tell whose it is: end it at a jump host or remote access gateway in the perimeter, and go on from there.
      `,
    'an asset that lets people in and ends nothing, in a zone of another file': `
      --- cells.zones
      zone line : cell { asset plc-1 : plc }
      --- room.zones
      zone room : control { asset modem : cellular-modem }
      conduit service between room and line { flow modem -> plc-1 : https }
                                                   ^^^^^ warning remote-session-path: 'modem' lets people in from elsewhere and leads on to 'plc-1' in zone 'line' without ending their session: end it at a jump host or remote access gateway in the perimeter, and go on from there.
      `,
    'the other way of a flow both ways': `
      zone dmz : perimeter { asset web : web-server }
      zone room : control { asset server : scada-server }
      conduit admin between dmz and room { flow server <-> web : ssh }
                                                           ^^^ warning remote-session-path: 'web' opens a session by 'ssh' straight into zone 'room'
      `,
    'any asset of a zone': `
      zone office : enterprise
      zone room : control { asset server : scada-server }
      conduit support between office and room { flow office -> server : vnc }
                                                     ^^^^^^ warning remote-session-path: 'office' opens a session by 'vnc'
      `,
  },
  silent: {
    'a tunnel between two firewalls': `
      zone dmz : perimeter { asset fw-1 : firewall }
      zone room : control { asset fw-2 : industrial-firewall }
      conduit tunnel between dmz and room { flow fw-1 -> fw-2 : ipsec }
      `,
    'a gateway to a cloud that only reads': `
      zone room : control { asset edge : edge-gateway }
      zone line : cell { asset plc-1 : plc }
      conduit values between room and line { flow edge -> plc-1 : opc-ua { access read } }
      `,
    'sessions that a jump host or gateway ends': `
      zone vendor : external { asset support : vendor-remote-support }
      zone dmz : perimeter { asset jump : jump-host  asset gate : remote-access-gateway }
      zone room : control { asset server : scada-server }
      conduit outer between vendor and dmz { flow support -> jump : rdp }
      conduit inner between dmz and room { flow jump -> server : rdp  flow gate -> server : vnc }
      `,
    'an engineering station that opens a session to its cells': `
      zone room : control { asset eng : engineering-workstation }
      zone line : cell { asset plc-1 : plc }
      conduit service between room and line { flow eng -> plc-1 : ssh }
      `,
    'no session, from the office or the perimeter': `
      zone office : enterprise { asset erp : erp }
      zone dmz : perimeter { asset web : web-server }
      zone room : control { asset server : scada-server }
      conduit orders between office and room { flow erp -> server : https }
      conduit patches between dmz and room { flow web -> server : https over ipsec }
      `,
    'zones in which sessions may end, and of no kind': `
      zone vendor : external { asset support : vendor-remote-support }
      zone office : enterprise { asset desk : business-workstation }
      zone lab { asset bench : scada-server }
      conduit support-line between vendor and office { flow support -> desk : rdp }
      conduit lab-line between vendor and lab { flow support -> bench : rdp }
      `,
    'wires from outside, and an asset that nobody knows': `
      zone grid : external { asset breaker : protection-relay  asset odd : no-such-type }
                                                                           ^^^^^^^^^^^^ error unresolved-reference
      zone room : control { asset rtu-1 : rtu }
      conduit trips between grid and room { flow breaker -> rtu-1 : hardwired  flow odd -> rtu-1 : rdp }
      `,
    'what goes out, and what passes nothing': `
      zone vendor : external { asset support : vendor-remote-support }
      zone room : control { asset server : scada-server  asset modem : cellular-modem }
      conduit line between room and vendor { flow server -> support : ssh  flow modem -> server : ssh }
      `,
  },
});
