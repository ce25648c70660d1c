import { unknownType } from '../../language-server/core/rules/unknown-type.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(unknownType, {
  fires: {
    'an asset of which nobody knows what it is': `
      zone line : cell {
        asset box : unknown-device
                    ^^^^^^^^^^^^^^ info unknown-type: What asset 'box' is, nobody has said: its type is 'unknown-device', so no rule can tell whether it is in the right zone, guards a boundary or can do what its zone asks. Give it the type of device that it is.
      }
      `,
    'one of a type that extends it': `
      zone line : cell {
        asset box : grey-box
                    ^^^^^^^^ info unknown-type: What asset 'box' is, nobody has said: its type is 'grey-box'…
      }
      asset-type grey-box "Grey box" extends unknown-device
      `,
    'equipment of a conduit': `
      zone line : cell
      zone office : enterprise
      conduit orders between line and office {
        asset box : unknown-device
                    ^^^^^^^^^^^^^^ info unknown-type: What asset 'box' is, nobody has said…
      }
      `,
  },
  silent: {
    'a type that is known': 'zone line : cell { asset box : plc }',
    'a type of one’s own':
      'zone line : cell { asset box : grey-box }\nasset-type grey-box "Grey box" { class embedded-device }',
    'a type that is not known, which is another fault': `
      zone line : cell {
        asset box : unknown-devise
                    ^^^^^^^^^^^^^^ error unresolved-reference: There is no asset type 'unknown-devise'…
      }
      `,
  },
});
