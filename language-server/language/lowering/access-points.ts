import type { AccessPoint } from '../../core/model/access-point.ts';
import { BOUNDARY_SIDES } from '../../core/model/boundary.ts';
import type { AccessPoint as AccessPointNode } from '../generated/ast.ts';
import { SCHEMAS } from '../syntax/schemas.ts';
import { type MemberNode, readProperties } from './properties.ts';
import {
  docOf,
  isTitleOpen,
  nameOf,
  placedWord,
  placeOfNode,
  type Reader,
  readingOf,
  report,
  titleOf,
  wordOf,
} from './reader.ts';
import { oneText, texts, yesOrNo } from './values.ts';

/** The access points among the members of a zone or conduit, in the order of the text. */
export const readAccessPoints = (reader: Reader, members: readonly MemberNode[]): AccessPoint[] =>
  members.flatMap((member) => (member.$type === 'AccessPoint' ? [readAccessPoint(reader, member)] : []));

function readAccessPoint(reader: Reader, node: AccessPointNode): AccessPoint {
  const name = nameOf(reader, node);
  const side = placedWord(reader, node, 'side');
  if (!side && name.value && !isTitleOpen(reader, node)) {
    const message = `The access point '${name.value}' does not say which side it is on: write ': physical' for a socket or a door, ': logical' for a way in through the network.`;
    report(reader, 'syntax-error', name.at, message);
  }
  const properties = readProperties(reader, node, SCHEMAS['access-point'], 'An access point');
  return {
    name,
    title: titleOf(reader, node),
    doc: docOf(reader, node),
    at: placeOfNode(reader, node),
    side: side && readingOf(reader, 'access-point', () => wordOf(reader, side, 'An access point', BOUNDARY_SIDES)),
    location: oneText(reader, properties, 'location'),
    protection: oneText(reader, properties, 'protection'),
    usedBy: texts(reader, properties, 'used-by'),
    closed: yesOrNo(reader, properties, 'closed'),
  };
}
