import type { Zone as ZoneNode } from '../generated/ast.ts';
import { LINE_BREAK, membersInBraces } from '../parser/mistakes/words.ts';
import { syntaxOf } from '../parser/syntax-node.ts';
import { propertyWordsOf } from '../syntax/members.ts';
import { FIRST_WORDS } from '../syntax/words.generated.ts';
import { placedWord, placeOf, type Reader, report } from './reader.ts';

type ZoneMember = ZoneNode['members'][number];

/** What has members of its own, and none as long as it has no braces. */
type Open = Extract<ZoneMember, { $type: 'Asset' | 'Zone' | 'Conduit' | 'AccessPoint' }>;

/**
 * The members of a zone without those that stand on the line of an asset, zone or conduit without braces and could be
 * its own. They are reported and count for nothing: nobody can tell whose they were meant to be.
 */
export function withoutOutsideBraces(reader: Reader, { members }: ZoneNode): ZoneMember[] {
  let open: { readonly node: Open; isTold: boolean } | undefined;
  return members.filter((member, i) => {
    const before = members[i - 1];
    if (before && LINE_BREAK.test(reader.text.slice(syntaxOf(before).$end, syntaxOf(member).$start))) open = undefined;
    const word = open && wordOf(member);
    if (open && word && propertyWordsOf(headOf(open.node)).includes(word)) {
      const { $start } = syntaxOf(member);
      const name = placedWord(reader, open.node, 'name')?.raw ?? '';
      const at = placeOf(reader, $start, $start + word.length);
      if (!open.isTold) report(reader, 'syntax-error', at, membersInBraces(headOf(open.node), name, word));
      open.isTold = true;
      return false;
    }
    open = isOpen(reader, member) ? { node: member, isTold: false } : undefined;
    return true;
  });
}

const OPEN: ReadonlySet<ZoneMember['$type']> = new Set<Open['$type']>(['Asset', 'Zone', 'Conduit', 'AccessPoint']);

const headOf = ({ $type }: Open): string => FIRST_WORDS[$type][0];

function isOpen({ text }: Reader, member: ZoneMember): member is Open {
  const isBlock = OPEN.has(member.$type);
  return isBlock && !text.endsWith('}', syntaxOf(member).$end);
}

/** The word that a property of a zone begins with, or what is written like one. */
function wordOf(member: ZoneMember): string | undefined {
  switch (member.$type) {
    case 'Property':
    case 'Levels':
    case 'LevelProperty':
    case 'PolicyProperty':
      return member.name;
    case 'Boundary':
      return FIRST_WORDS.Boundary[0];
    default:
      return undefined;
  }
}
