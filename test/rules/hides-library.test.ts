import { hidesLibrary } from '../../language-server/core/rules/hides-library.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(hidesLibrary, {
  fires: {
    'one of each sort': `
      asset-type plc
                 ^^^ hint hides-library: Asset type 'plc' hides the library's of that name: assets of this folder that name it are of yours. Rename it if the library's is meant.
      protocol https
               ^^^^^ hint hides-library: Protocol 'https' hides the library's of that name: flows of this folder that name it go by yours. Rename it if the library's is meant.
      catalog safety { control S-1 }
              ^^^^^^ hint hides-library: Catalogue 'safety' hides the library's of that name: what names it in this folder means yours. Rename it if the library's is meant.
      reference-model purdue { kind inner rank 1 }
                      ^^^^^^ hint hides-library: Reference model 'purdue' hides the library's of that name: systems of this folder that name it go by yours. Rename it if the library's is meant.
      `,
    'the first of two of one name': `
      --- one.zones
      asset-type plc
                 ^^^ hint hides-library: Asset type 'plc' hides …
      --- two.zones
      asset-type plc
      `,
  },
  silent: {
    'a name that the library does not have': 'asset-type our-plc',
    'a name that the library has for something else': 'asset-type https\nprotocol plc',
    'a name that the library has as an alias': 'asset-type sps',
    'a number of a standard, which is nobody else’s': 'catalog site { control SR 1.1 "Ours" }',
  },
});
