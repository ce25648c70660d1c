import { mitigationUnmet } from '../../language-server/core/rules/mitigation-unmet.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(mitigationUnmet, {
  fires: {
    'a control that a zone of the risk does not have': `
      zone scada : control { implements SR 5.2 }
      zone line : cell
      risk R-1 on scada, line { mitigated-by SR 5.2, SR 3.2 }
                                             ^^^^^^ warning mitigation-unmet: Risk 'R-1' counts on SR 5.2, which is not in place in zone 'line' and lowers nothing there: implement it, or rate the risk without it.
                                                     ^^^^^^ warning mitigation-unmet: Risk 'R-1' counts on SR 3.2, which is not in place in zone 'scada' and zone 'line' and lowers nothing there
      `,
    'one that is planned, accepted or excluded': `
      zone a : cell { plans SR 5.2 until 2027-01-01 }
      zone b : cell { accepts SR 5.2 until 2027-01-01 because "old switch" }
      zone c : cell { excludes SR 5.2 because "stands alone" }
      risk R-1 on a, b, c { mitigated-by SR 5.2 }
                                         ^^^^^^ warning mitigation-unmet: Risk 'R-1' counts on SR 5.2, which is not in place in zone 'a', zone 'b' and zone 'c' and lowers
      `,
    'a compensation that does not hold': `
      zone line : cell { compensates SR 1.1 with SR 5.2 because "locked room" }
      risk R-1 on line { mitigated-by SR 1.1 }
                                      ^^^^^^ warning mitigation-unmet
      `,
    'the part of a profile that is missing': `
      profile hardening { SR 2.4, SR 3.2, SR 7.7 }
      zone line : cell { implements SR 2.4 }
      risk R-1 on line { mitigated-by hardening }
                                      ^^^^^^^^^ warning mitigation-unmet: Risk 'R-1' counts on 'hardening', of which SR 3.2 and SR 7.7 are not in place in zone 'line' and lower nothing there: implement what is missing, or rate the risk without it.
      `,
    'the one control of a profile that is missing': `
      profile hardening { SR 2.4, SR 3.2 }
      zone line : cell { implements SR 2.4 }
      risk R-1 on line { mitigated-by hardening }
                                      ^^^^^^^^^ warning mitigation-unmet: Risk 'R-1' counts on 'hardening', of which SR 3.2 is not in place in zone 'line' and lowers nothing there: implement what is missing, or rate the risk without it.
      `,
    'a conduit, for controls that can be asked of one': `
      zone dmz : perimeter
      zone scada : control
      conduit link between scada and dmz { implements SR 3.1 }
      risk R-1 on link { mitigated-by SR 3.1, SR 5.2, SR 2.1 }
                                              ^^^^^^ warning mitigation-unmet: Risk 'R-1' counts on SR 5.2, which is not in place in conduit 'link' and lowers
      `,
    'a countermeasure whose day has passed, wherever the risk is': `
      countermeasure lock-3 "Locked cabinet" { until 2026-11-23 }
      zone line : cell { implements SR 5.2 }
      risk R-1 on line { mitigated-by SR 5.2, lock-3 }
                                              ^^^^^^ warning mitigation-unmet: Risk 'R-1' counts on countermeasure 'lock-3', whose last day was 2026-11-23, so it lowers nothing any more: give it a new day if it is still in place, or rate the risk without it.
      `,
    'another file, where something is planned': `
      --- risks.zones
      risk R-1 on line { mitigated-by SR 5.2 }
                                      ^^^^^^ warning mitigation-unmet
      --- zones.zones
      zone line : cell { plans SR 5.2, SR 5.1 }
      `,
  },
  silent: {
    'a countermeasure on its last day, or without one': `
      countermeasure lock-3 "Locked cabinet" { until 2026-11-24 }
      countermeasure seal "Weekly seal"
      zone line : cell
      risk R-1 on line { mitigated-by lock-3, seal }
      `,
    'a control of the zone': `
      zone line : cell { implements SR 5.2 }
      risk R-1 on line { mitigated-by SR 5.2 }
      `,
    'one of the zone around, of the system, through a profile': `
      system plant { implements SR 3.2 }
      profile hardening { SR 2.4, SR 7.7 }
      zone scada : control {
        implements hardening
        zone line : cell { implements SR 5.2 }
      }
      risk R-1 on scada.line { mitigated-by SR 3.2, SR 2.4, SR 5.2, hardening }
      `,
    'a compensation that holds': `
      zone line : cell { compensates SR 1.1 with SR 5.2 because "locked room"  implements SR 5.2 }
      risk R-1 on line { mitigated-by SR 1.1 }
      `,
    'a zone outside the system': `
      zone internet : external
      zone line : cell { implements SR 5.2 }
      risk R-1 on line, internet { mitigated-by SR 5.2 }
      `,
    'a control of another kind of zone': `
      catalog acme-policy { control ACME-1 "USB kiosk" for control }
      zone line : cell
      zone scada : control { implements ACME-1 }
      risk R-1 on line, scada { mitigated-by ACME-1 }
      `,
    'names that mean nothing': `
      zone line : cell
      risk R-1 on lien { mitigated-by SR 5.2 }
                  ^^^^ error unresolved-reference
      risk R-2 on line { mitigated-by SR 9.9 }
                                      ^^^^^^ error unresolved-reference
      `,
  },
  mends: [
    {
      model: `
        zone scada : control { implements SR 5.2 }
        zone line : cell {
          implements SR 5.1
          asset plc-1 : plc
        }
        risk R-1 on scada, line { mitigated-by SR 5.2 }
        `,
      fix: "Implement SR 5.2 in zone 'line'",
      result: `
        zone scada : control { implements SR 5.2 }
        zone line : cell {
          implements SR 5.1, SR 5.2
          asset plc-1 : plc
        }
        risk R-1 on scada, line { mitigated-by SR 5.2 }
        `,
    },
    {
      model: `
        --- zones.zones
        zone line : cell { plans SR 5.2 until 2027-03-31 "cell firewall" }
        --- risks.zones
        risk R-1 on line { likelihood likely  impact major
          mitigated-by SR 5.2
        }
        `,
      fix: 'Remove SR 5.2 from what mitigates the risk',
      result: `
        --- zones.zones
        zone line : cell { plans SR 5.2 until 2027-03-31 "cell firewall" }
        --- risks.zones
        risk R-1 on line { likelihood likely  impact major
        }
        `,
    },
    {
      model: `
        zone line : cell { plans SR 5.2 until 2027-03-31 "cell firewall"  implements SR 3.2 }
        risk R-1 on line { mitigated-by SR 5.2, SR 3.2 }
        `,
      fix: 'Remove SR 5.2 from what mitigates the risk',
      result: `
        zone line : cell { plans SR 5.2 until 2027-03-31 "cell firewall"  implements SR 3.2 }
        risk R-1 on line { mitigated-by SR 3.2 }
        `,
    },
  ],
});
