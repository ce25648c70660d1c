import { describeRule } from '../../rules/support/describe-rule.ts';
import { foreignOwner } from './foreign-owner.ts';

describeRule(foreignOwner, {
  fires: {
    'zones of two owners': `
      zone scada : control { owner "Operations" }
      zone office : enterprise { owner "IT" }
      conduit reports between scada and office
              ^^^^^^^ info foreign-owner: Conduit 'reports' joins zones of Operations and IT, and nobody is accountable for it: add 'owner'.
      `,
  },
  silent: {
    'zones of one owner': `
      zone scada : control { owner "Operations" }
      zone office : enterprise { owner "Operations" }
      conduit reports between scada and office
      `,
    'a conduit with an owner': `
      zone scada : control { owner "Operations" }
      zone office : enterprise { owner "IT" }
      conduit reports between scada and office { owner "Operations" }
      `,
  },
});
