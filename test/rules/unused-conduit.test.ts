import { unusedConduit } from '../../language-server/core/rules/unused-conduit.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(unusedConduit, {
  fires: {
    'a conduit without a flow': `
      zone dmz : perimeter { asset fw-1 : firewall }
      zone scada : control
      conduit spare between scada and dmz { via fw-1 }
              ^^^^^ info unused-conduit: Conduit 'spare' carries no flow, so nobody can tell what its boundary should let through: write its flows, or remove it and close the connection.
      `,
    'a conduit whose end is not known': `
      zone scada : control
      conduit spare between scada and nowhere
              ^^^^^ info unused-conduit
                                      ^^^^^^^ error unresolved-reference
      `,
  },
  silent: {
    'a conduit with a flow': `
      zone dmz : perimeter
      zone scada : control
      conduit link between scada and dmz { flow scada -> dmz }
      `,
    'a conduit that joins a zone to itself, which is the fault': `
      zone scada : control
      conduit link between scada and scada
      `,
  },
});
