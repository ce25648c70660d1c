import { cyclicReference } from '../../language-server/core/rules/cyclic-reference.ts';
import { describeRule } from './support/describe-rule.ts';

/** Profiles each of which contains the next. */
const chain = (length: number): string =>
  Array.from({ length }, (_, i) => `profile p${i + 2} { ${i + 1 < length ? `p${i + 3}` : 'SR 1.1'} }`).join('\n');

describeRule(cyclicReference, {
  fires: {
    'a chain too long to follow': `
      profile p1 { p2 }
              ^^ error cyclic-reference: 'p1' leads through 100 others in a row and on, more than are followed to see whether it comes back to itself: build it from fewer.
${chain(101).replace(/^/gm, '      ')}
      `,
    'profiles in a ring, once, at the first by name, whatever their order': `
      --- one.zones
      profile c { a }
      --- two.zones
      profile a { SR 1.1, b }
              ^ error cyclic-reference: Profile 'a' contains itself (a → b → c → a), so nobody can tell where it ends: take one of them out of the one before it.
      profile b { c }
      `,
    'a ring that another profile leads to, which is not in it': `
      --- one.zones
      profile a { SR 1.1, b }
      --- two.zones
      profile b { c }
              ^ error cyclic-reference: Profile 'b' contains itself (b → c → b), so nobody can tell where it ends: take one of them out of the one before it.
      profile c { b }
      `,
    'a profile that contains itself': `
      profile a { SR 1.1, a }
              ^ error cyclic-reference: Profile 'a' contains itself (a → a), so nobody can tell where it ends: take one of them out of the one before it.
      `,
    'asset types': `
      asset-type skid extends pump
      asset-type pump extends skid
                 ^^^^ error cyclic-reference: Asset type 'pump' extends itself (pump → skid → pump), so nothing gives its class and flags: let one of them extend something else, or nothing.
      `,
    protocols: `
      protocol one extends two
               ^^^ error cyclic-reference: Protocol 'one' extends itself (one → two → one), so nothing tells what it protects: let one of them extend something else, or nothing.
      protocol two extends one
      `,
    'machines that host each other': `
      --- a.zones
      zone a : control {
        asset one : virtual-machine { runs-on two }
                                              ^^^ error cyclic-reference: Asset 'one' runs on itself (a.one → b.two → b.three → a.one), so no machine is the one that hosts the others: take 'runs-on' out of the one that is.
        asset guest : historian { runs-on one }
      }
      --- b.zones
      zone b : control {
        asset two : virtual-machine { runs-on three }
        asset three : virtual-machine { runs-on one }
      }
      `,
    'a machine that hosts itself, and an asset that stands in for itself': `
      zone a : control {
        asset one : historian { runs-on one  redundant-with two, one }
                                        ^^^ error cyclic-reference: Asset 'one' runs on itself (a.one → a.one)
                                                                 ^^^ error cyclic-reference: Asset 'one' is to stand in for itself, so nothing does when it fails: name the asset that takes over.
        asset two : historian
      }
      `,
  },
  silent: {
    'machines in a row, and assets that stand in for each other': `
      zone a : control {
        asset one : virtual-machine { runs-on two }
        asset two : virtual-machine { runs-on three }
        asset three : historian { redundant-with four }
        asset four : historian { redundant-with three, nobody }
                                                       ^^^^^^ error unresolved-reference
      }
      zone b : control { asset one : historian { redundant-with a.one } }
      `,
    'a chain that can be followed': chain(101),
    'a profile by two ways': `
      profile a { b, c }
      profile b { d }
      profile c { d }
      profile d { SR 1.1 }
      `,
    'a chain of types': 'asset-type skid extends pump\nasset-type pump extends plc',
  },
});
