import { expect, test } from 'vitest';
import { remoteAccessMfa } from '../../language-server/core/rules/remote-access-mfa.ts';
import { expectFindings } from '../support/fixture.ts';
import { describeRule } from './support/describe-rule.ts';

/** A vendor who comes to a jump host, with what is stated where that stands. */
const plant = (said: string, conduit: string) => `
      zone vendor : external { asset support : vendor-remote-support  asset robots : vendor-remote-support }
      zone dmz : perimeter { asset jump : jump-host  asset web : web-server ${said} }
      conduit line between vendor and dmz {
${conduit}
      }
      `;

const stated = (statement: string) => `
      zone vendor : external { asset support : vendor-remote-support  asset robots : vendor-remote-support }
      zone dmz : perimeter {
        ${statement}
        asset jump : jump-host  asset web : web-server  }
      conduit line between vendor and dmz {
        flow support -> jump : https
      }
      `;

describeRule(remoteAccessMfa, {
  fires: {
    'a jump host without a second factor': plant(
      '',
      `        flow support -> jump : https
                        ^^^^ info remote-access-mfa: 'support' comes from outside to 'jump' in 'dmz', where SR 1.1 RE(2) is neither met nor planned, so one stolen password lets anybody in; laws such as NIS2 ask for a second factor whatever the SL-T: implement it there, or plan it.`,
    ),
    'several who come there, at the first': plant(
      'excludes SR 1.1 RE(2) because "nobody comes"',
      `        flow support -> jump : https
                        ^^^^ info remote-access-mfa: 2 flows come from outside to remote access in 'dmz', where SR 1.1 RE(2) is neither met nor planned, so one stolen password lets anybody in; laws such as NIS2 ask for a second factor whatever the SL-T: implement it there, or plan it.
        flow jump <-> robots : rdp`,
    ),
    'what an enclosing zone in another file says not': `
      --- outside.zones
      zone vendor : external { asset support : vendor-remote-support }
      --- site.zones
      zone site { zone remote : perimeter { asset jump : jump-host } }
      --- between.zones
      conduit line between vendor and site.remote { flow support -> jump : https }
                                                                    ^^^^ info remote-access-mfa
      `,
  },
  silent: {
    'a second factor that is met, or planned': `
      zone vendor : external { asset support : vendor-remote-support }
      zone dmz : perimeter { asset jump : jump-host  implements SR 1.1 RE(2) }
      zone spare : perimeter { asset gate : remote-access-gateway  plans SR 1.1 RE(2) until 2099-01-01 }
      conduit line between vendor and dmz { flow support -> jump : https }
      conduit spare-line between vendor and spare { flow support -> gate : https }
      `,
    'what the system says': `
      system plant { implements SR 1.1 RE(2) }
      ${plant('', '        flow support -> jump : https')}`,
    'what lets nobody in, and who goes out': plant(
      '',
      '        flow support -> web : https\n        flow jump -> support : https',
    ),
    'what comes from within, and what stays outside': `
      zone vendor : external { asset support : vendor-remote-support }
      zone cloud : external { asset portal : vendor-remote-support }
      zone office : enterprise { asset desk : business-workstation }
      zone dmz : perimeter { asset jump : jump-host }
      conduit line between office and dmz { flow desk -> jump : rdp }
      conduit cloud-line between vendor and cloud { flow support -> portal : https }
      `,
  },
  mends: [
    {
      model: plant('', '        flow support -> jump : https'),
      fix: "Plan SR 1.1 RE(2) in zone 'dmz'",
      result: stated('plans SR 1.1 RE(2) until YYYY-MM-DD'),
    },
    {
      model: plant('', '        flow support -> jump : https'),
      fix: "Implement SR 1.1 RE(2) in zone 'dmz'",
      result: stated('implements SR 1.1 RE(2)'),
    },
  ],
});

test('the flows and the control are listed for programs', () => {
  const { findings } = expectFindings(
    plant(
      '',
      `        flow support -> jump : https
                        ^^^^ info remote-access-mfa`,
    ),
    { rules: ['remote-access-mfa'] },
  );
  expect(findings[0]!.data).toEqual({ controls: ['SR 1.1 RE(2)'], flows: ['vendor.support -> dmz.jump'] });
});
