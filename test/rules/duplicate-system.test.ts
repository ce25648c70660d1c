import { duplicateSystem } from '../../language-server/core/rules/duplicate-system.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(duplicateSystem, {
  fires: {
    'settings in two files': `
      --- one.zones
      system plant { owner "Operations" }
      --- two.zones
      system plant { owner "IT" }
             ^^^^^ warning duplicate-system: The settings of system 'plant' stand in another file already, and only that block counts: move these there.
      `,
    'titles in two files': `
      --- one.zones
      system plant "A plant"
      --- two.zones
      system plant "The plant"
             ^^^^^ warning duplicate-system: The title of system 'plant' is given in another file already: leave one, so that reports name the system alike.
      `,
  },
  silent: {
    'the title in one file and the settings in another': `
      --- one.zones
      system plant "A plant"
      --- two.zones
      system plant { owner "IT" }
      --- three.zones
      system plant
      `,
    'two systems': `
      --- one.zones
      system one "One" { owner "IT" }
      --- two.zones
      system two "Two" { owner "IT" }
      `,
  },
});
