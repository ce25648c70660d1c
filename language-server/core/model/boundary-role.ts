/** What a boundary asset does to the traffic of a conduit, and whether that protects the conduit by itself. */
export const BOUNDARY_ROLES = {
  filter: {
    guards: true,
    meaning:
      'Passes only what its rules allow and blocks the rest, at network or application level: firewall, IPS, proxy, file release. Meets SR 5.2 (boundary protection) by itself once it is set to deny by default.',
  },
  'one-way': {
    guards: true,
    meaning:
      'Lets data pass in one direction only, by construction: data diode. Nothing can come back, so no rule can be set wrong.',
  },
  session: {
    guards: true,
    meaning:
      'Ends the session of an authenticated user and opens another inwards, so that no packet of the outer network reaches the inner one: jump host, remote access gateway, access broker.',
  },
  gateway: {
    guards: false,
    meaning:
      'Joins networks, ends tunnels or translates protocols, and hands on whatever the other side asks: VPN end point, protocol converter, broker, radio, load balancer. Encryption and authentication of a tunnel say who comes in, not what may pass: a gateway does not protect a conduit by itself, a filter beside it does.',
  },
  forward: {
    guards: false,
    meaning:
      'Forwards or routes packets between networks and lets all pass unless someone adds rules: router, layer 3 switch, NAT router, WAN node. Address translation and VLANs are no filter. Does not protect a conduit by itself.',
  },
} as const satisfies Readonly<Record<string, { readonly guards: boolean; readonly meaning: string }>>;

export type BoundaryRole = keyof typeof BOUNDARY_ROLES;

export const BOUNDARY_ROLE_NAMES = Object.keys(BOUNDARY_ROLES) as readonly BoundaryRole[];
