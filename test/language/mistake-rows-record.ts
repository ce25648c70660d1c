import { inZone, type Row } from './mistake-rows.ts';

/** What people write in the lines of a record. */
export const RECORD_ROWS: Record<string, readonly Row[]> = {
  'who verified, approved or revised': [
    ...inZone([
      [
        'implements SR 5.2 verified on 2026-11-02 by OT security',
        'OT security',
        'Who verified it is a text: put OT security in quotes.',
        'implements SR 5.2 verified on 2026-11-02 by "OT security"',
      ],
      [
        'implements SR 5.2 verified on 2026-11-02 by fw  asset fw : firewall',
        'fw',
        'Who verified it is a text: put fw in quotes.',
        'implements SR 5.2 verified on 2026-11-02 by "fw"  asset fw : firewall',
      ],
    ]),
    [
      'countermeasure c "C" { verified on 2026-11-02 by OT security }',
      'OT security',
      'Who verified it is a text: put OT security in quotes.',
      'countermeasure c "C" { verified on 2026-11-02 by "OT security" }',
    ],
    [
      'system s { approval on 2026-01-31 by Plant manager }',
      'Plant manager',
      'Who it was is a text: put Plant manager in quotes.',
      'system s { approval on 2026-01-31 by "Plant manager" }',
    ],
  ],
  'a policy, by its name or as a text': [
    [
      'policy P-1\nzone z { policy P-1 "House rules" }',
      '"House rules"',
      'Commas stand between the entries of a list: put one between \'P-1\' and "House rules".',
      'policy P-1\nzone z { policy P-1, "House rules" }',
    ],
    [
      'policy P-1\nzone z { policy P-1, House rules }',
      'House rules',
      "'policy' is a text: put House rules in quotes.",
      'policy P-1\nzone z { policy P-1, "House rules" }',
    ],
  ],
  'sides without their comma': [
    ...inZone([
      [
        'boundary logical "Firewall" physical "Fence"',
        'physical',
        "'physical' is a side of 'boundary', and begins nothing itself: write 'boundary physical', or a comma before it.",
        'boundary logical "Firewall" boundary physical "Fence"',
      ],
    ]),
    [
      'system s { environment physical "Fence" organizational "Two shifts" }',
      'organizational',
      "'organizational' is a side of 'environment', and begins nothing itself: write 'environment organizational', or a comma before it.",
      'system s { environment physical "Fence" environment organizational "Two shifts" }',
    ],
  ],
  'requirements of a regulation or risk': [
    [
      'risk r "R" { mitigated-by SR 1.1 SR 1.2 }',
      'SR 1.2',
      "Commas stand between the entries of a list: put one between 'SR 1.1' and 'SR 1.2'.",
      'risk r "R" { mitigated-by SR 1.1, SR 1.2 }',
    ],
    [
      'regulation r "R" { requires SR 1.1 SR 1.2 }',
      'SR 1.2',
      "Commas stand between the entries of a list: put one between 'SR 1.1' and 'SR 1.2'.",
      'regulation r "R" { requires SR 1.1, SR 1.2 }',
    ],
    [
      'zone z { sl-t 1 }\nregulation r "R" { requires SR 1.1 in z }',
      'in',
      "The zones of 'requires' stand behind 'on': write 'on z'.",
      'zone z { sl-t 1 }\nregulation r "R" { requires SR 1.1 on z }',
    ],
  ],
};
