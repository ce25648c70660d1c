/** A text as it is written, and as it is to be. */
interface Case {
  readonly from: string;
  readonly to: string;
}

/** What the formatter does, by example. */
export const FORMAT_CASES: Readonly<Record<string, Case>> = {
  'one space between words, two a level': {
    from: `
      zone   a"A":control{
      sl-t 2
            asset   plc-1:plc
      }
      `,
    to: `
      zone a "A" : control {
        sl-t 2
        asset plc-1 : plc
      }
      `,
  },
  'the zones of a conduit, and what a flow uses of its protocol': {
    from: `
      conduit ring "Ring" between a ,b
        and   c { flow x->y:opc-ua  with authentication ,integrity{data "d"  access write} }
      conduit backbone between line-number-one, line-number-two, line-number-three, line-number-four, line-5 and line-6
      `,
    to: `
      conduit ring "Ring" between a, b and c {
        flow x -> y : opc-ua with authentication, integrity { data "d"  access write }
      }
      conduit backbone between line-number-one, line-number-two, line-number-three, line-number-four,
          line-5 and line-6
      `,
  },
  'a block on one line stays there, its properties apart': {
    from: `
      zone a : control {
        asset plc-1 : plc {vendor "Acme" product "C-30"}
      }
      `,
    to: `
      zone a : control {
        asset plc-1 : plc { vendor "Acme"  product "C-30" }
      }
      `,
  },
  'a block that is too long for its line is opened, its properties stay together': {
    from: `
      zone a : control {
        asset plc-1 "A long title that takes a lot" : plc { vendor "Acme" product "C-30" version "9.2" address "10.20.11.11" }
      }
      `,
    to: `
      zone a : control {
        asset plc-1 "A long title that takes a lot" : plc {
          vendor "Acme"  product "C-30"  version "9.2"  address "10.20.11.11"
        }
      }
      `,
  },
  'properties on a line that is too long go on in the next': {
    from: `
      zone a : control {
        policy "a policy of some length" assumption "something that is taken for granted here" owner "OT engineering"
      }
      `,
    to: `
      zone a : control {
        policy "a policy of some length"  assumption "something that is taken for granted here"
        owner "OT engineering"
      }
      `,
  },
  'statements, assets, flows, zones and conduits stand on lines of their own': {
    from: `
      zone a : control { sl-t 2 implements SR 1.1 asset x : plc
        flow x -> y : s7comm zone b : cell {} conduit c between a and b }
      `,
    to: `
      zone a : control {
        sl-t 2
        implements SR 1.1
        asset x : plc
        flow x -> y : s7comm
        zone b : cell {}
        conduit c between a and b
      }
      `,
  },
  'at most one empty line, none at the edges of a block': {
    from: `
      system s


      zone a {

        sl-t 2



        asset x : plc

      }
      zone b
      `,
    to: `
      system s

      zone a {
        sl-t 2

        asset x : plc
      }
      zone b
      `,
  },
  'a list that is too long goes on after a comma': {
    from: `
      zone a {
        implements SR 1.1, SR 1.2, SR 1.3, SR 1.4, SR 1.5, SR 1.6, SR 1.7, SR 1.8, SR 1.9, SR 1.10, SR 1.11, SR 1.12 by x
      }
      `,
    to: `
      zone a {
        implements SR 1.1, SR 1.2, SR 1.3, SR 1.4, SR 1.5, SR 1.6, SR 1.7, SR 1.8, SR 1.9, SR 1.10,
            SR 1.11, SR 1.12 by x
      }
      `,
  },
  'a list on several lines comes back to one': {
    from: `
      zone a {
        implements SR 1.1,
          SR 1.2
          , SR 1.3
      }
      `,
    to: `
      zone a {
        implements SR 1.1, SR 1.2, SR 1.3
      }
      `,
  },
  'a list in braces keeps its lines, and gets its commas': {
    from: `
      profile p "P" {
        SR 1.1 SR 1.2
        SR 2.1,SR 2.2,
      }
      `,
    to: `
      profile p "P" {
        SR 1.1, SR 1.2,
        SR 2.1, SR 2.2
      }
      `,
  },
  'requirements are written as in the standard, level vectors without commas': {
    from: `
      zone a {
        sl-t {2,2,0,1,3,1,3}
        implements SR1.1, SR 1.1 RE 1, SR 1.1 (2), CR1.2(1)
        zone b { sl-t 2{RDF 3 DC 1} }
        zone c { sl-t { IAC 2 UC 2, } }
      }
      `,
    to: `
      zone a {
        sl-t { 2 2 0 1 3 1 3 }
        implements SR 1.1, SR 1.1 RE(1), SR 1.1 RE(2), CR 1.2 RE(1)
        zone b { sl-t 2 { RDF 3, DC 1 } }
        zone c { sl-t { IAC 2, UC 2 } }
      }
      `,
  },
  'clauses in the order of the examples': {
    from: `
      zone a {
        implements SR 1.1 evidence "iam.md" by scada-1
        plans SR 6.2 "sensor" until 2027-03-31
        accepts SR 2.4 by "Plant manager" because "runtime" until 2027-06-30
        compensates SR 1.1 because "locked" with SR 5.2
        allow zone-bypass because "so" until 2027-06-30
      }
      `,
    to: `
      zone a {
        implements SR 1.1 by scada-1 evidence "iam.md"
        plans SR 6.2 until 2027-03-31 "sensor"
        accepts SR 2.4 until 2027-06-30 because "runtime" by "Plant manager"
        compensates SR 1.1 with SR 5.2 because "locked"
        allow zone-bypass until 2027-06-30 because "so"
      }
      `,
  },
  'a comment stays beside or above what it speaks of': {
    from: `
      // the plant
      zone a { // DMZ
          // its level
        sl-t 2// as assessed
        implements SR 1.1, // people
          SR 1.2 // devices
           /* last */ asset x : plc

        // nothing more
      } // of a
      `,
    to: `
      // the plant
      zone a { // DMZ
        // its level
        sl-t 2 // as assessed
        implements SR 1.1, // people
            SR 1.2 // devices
        /* last */ asset x : plc

        // nothing more
      } // of a
      `,
  },
  'documentation moves with its declaration, its stars below each other': {
    from: `
      zone a {
      /**
       * Two trains.
          * One panel.
       */
      zone b
      }
      `,
    to: `
      zone a {
        /**
         * Two trains.
            * One panel.
         */
        zone b
      }
      `,
  },
  'other comments of several lines move as one: they may be a drawing': {
    from: `
      zone a {
      /* Steps:
           - one
         two */
      zone b
      }
      `,
    to: `
      zone a {
        /* Steps:
             - one
           two */
        zone b
      }
      `,
  },
  'what leads a declaration on its line stays with it': {
    from: `
      zone a {} /** The cell. */ zone b
      zone c { sl-t 2 /** The PLC. */ asset plc : plc
      }
      `,
    to: `
      zone a {}
      /** The cell. */ zone b
      zone c {
        sl-t 2
        /** The PLC. */ asset plc : plc
      }
      `,
  },
  'clauses stay where a comment stands among them, a remark goes with the sentence': {
    from: `
      zone a {
        accepts SR 2.4
          because "runtime"
          until 2027-06-30 // agreed with operations
        accepts SR 2.4 because "runtime" /* see R-1 */ until 2027-06-30
      }
      `,
    to: `
      zone a {
        accepts SR 2.4 until 2027-06-30 because "runtime" // agreed with operations
        accepts SR 2.4 because "runtime" /* see R-1 */ until 2027-06-30
      }
      `,
  },
  'a focus topic with its types': {
    from: `
      reference-model m {
        kind k { focus f "A topic" { SR 5.1,SR 5.2
          asset firewall ,data-diode } }
      }
      `,
    to: `
      reference-model m {
        kind k {
          focus f "A topic" {
            SR 5.1, SR 5.2
            asset firewall, data-diode
          }
        }
      }
      `,
  },
  'a list is not wrapped before a name that would begin a member': {
    from: `
      risk r-1 "A risk whose title is so long that there is hardly any room left on its line, isn't it" on a, sl-t { threat "x" }
      `,
    to: `
      risk r-1 "A risk whose title is so long that there is hardly any room left on its line, isn't it" on a, sl-t {
        threat "x"
      }
      `,
  },
  'a text that begins on the line of its quotes keeps its lines': {
    from: `
      system s {
      description """One
          two
            """
      }
      `,
    to: `
      system s {
        description """One
          two
            """
      }
      `,
  },
  'a text block moves with its property and keeps its own indentation': {
    from: `
      system s {
      description """
          Two trains:
            - one panel

          One room.
          """
      }
      `,
    to: `
      system s {
        description """
          Two trains:
            - one panel

          One room.
          """
      }
      `,
  },
  'an empty block stays as it is opened': {
    from: `
      zone a {   }
      zone b {

      }
      `,
    to: `
      zone a {}
      zone b {
      }
      `,
  },
  'declarations on one line are parted': {
    from: 'zone a {} zone b {}\n',
    to: 'zone a {}\nzone b {}\n',
  },
};
