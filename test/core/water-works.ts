import type { ElementSort } from '../../language-server/core/engine/element.ts';
import { elementNamed, systemNamed } from '../../language-server/core/plant/index.ts';
import type { PlantElements } from '../../language-server/core/plant/plant.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { filesOf, TODAY } from '../support/fixture.ts';

/**
 * A plant with all that is hard to read: values inherited over several zones, what lies outside, another system, names
 * that mean nothing, a broken text, things declared twice.
 */
const PLANT = `
  --- a.zones
  system plant "Water works" {
    owner "Operations"
    implements SR 1.3
    plans SR 6.2 until 2026-01-31
  }
  profile hardening "Hardening" { SR 3.2, SR 2.4 }

  zone control "Control" : control level 2 {
    owner "Control team"
    safety yes
    sl-t 1 { RDF 2 }
    implements SR 1.1 by scada evidence "FAT-1"
    implements hardening
    excludes SR 1.6, SR 2.2 because "no radio"
    compensates SR 2.1 with SR 1.1 because "locked room"
    plans SR 3.1 until 2027-03-31
    accepts SR 3.3 until 2027-03-31 because "soon replaced"
    asset scada "SCADA" : scada-server { address "10.0.0.2" }
    asset fw : house-firewall
    asset bare
    zone cell : cell {
      asset plc "PLC" : plc { sl-c 2 { DC 1 } }
      asset panel : hmi-panel { sl-c 1 }
      zone unit "Unit" {
        owner "Unit team"
        plans SR 1.1
        asset rtu : rtu
      }
      conduit inside between cell and unit { flow plc -> unit.rtu : modbus-tcp }
    }
    flow scada -> cell.plc : s7comm "set points"
  }
  --- b.zones
  system plant
  zone office "Office" : enterprise
  zone internet : external { sl-t 2  implements SR 1.1  zone cloud { asset vm : windows-server } }
  zone odd : no-such-kind

  conduit uplink "Uplink" between office and control {
    sl-t 1
    via control.fw
    implements SR 5.1
    flow control.scada -> office : https
    flow nobody <-> control : rdp
  }
  conduit nested between control and control.cell { flow control.fw -> plc : ssh  flow plc -> scada }
  conduit far between office and remote.pump { flow office -> remote.pump : https }
  conduit astray between office and nowhere { via control.fw, nothing }
  conduit round between office and office

  risk R-1 "Ransom" on control, uplink, nothing {
    likelihood likely  impact major
    residual likelihood unlikely
  }
  risk R-2 { likelihood sometimes  impact major }

  asset-type house-firewall extends industrial-firewall { vendor "Acme" }
  asset-type house-firewall "Second of its name" extends plc
  --- c.zones
  system remote
  zone pump "Pump" : cell level 1 { sl-t 1 }
  --- d.zones
  system plant
  zone office "Office again" : control { asset printer : plc }
  zone after { sl-t 1
  conduit loose between
`;

export const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
workspace.update(filesOf(PLANT));
export const query = workspace.store.query();
export const plant = systemNamed(query, 'plant');

/** The element of a sort at a path. */
export function at<S extends ElementSort>(sort: S, path: string, system = 'plant'): PlantElements[S] {
  const element = elementNamed(query, system, path, sort);
  if (!element) throw new Error(`There is no ${sort} ${path}.`);
  return element;
}
