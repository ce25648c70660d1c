import { type Approval, type Assessment, ENVIRONMENT_SIDES, type Revision } from '../../core/model/record.ts';
import type { SystemHeader } from '../../core/model/system.ts';
import type { Revision as RevisionNode, System as SystemNode } from '../generated/ast.ts';
import { readClauses, type Sayer } from './clauses.ts';
import { type MemberNode, nameOfBlock } from './properties.ts';
import { placedWord, placeOfNode, type Reader, report } from './reader.ts';
import { readSides } from './sides.ts';
import { numberOrText } from './values.ts';

type SystemRecord = Pick<SystemHeader, 'environment' | 'assessment' | 'tolerableRisk' | 'revisions' | 'approvals'>;

type Line = Extract<MemberNode, { $type: 'Assessment' | 'TolerableRisk' | 'Revision' | 'Approval' }>;

/** What a system says of its record: surroundings, initial assessment, tolerable risk, revisions and approvals. */
export function readRecord(reader: Reader, node: SystemNode): SystemRecord {
  const membersOf = <T extends MemberNode['$type']>(type: T) =>
    node.members.filter((member): member is Extract<typeof member, { $type: T }> => member.$type === type);
  const clausesOf = (line: Line, word: Sayer) => readClauses(reader, { node: line, clauses: line.clauses }, word);
  /** The first of a line that stands once; another is reported. */
  const only = <T extends Line>([line, ...others]: readonly T[], word: Sayer): T | undefined => {
    for (const again of others) {
      const message = `${nameOfBlock(node, 'A system')} gives '${word}' twice; the first counts, so remove this one or merge the two.`;
      report(reader, 'duplicate-property', placeOfNode(reader, again), message, {
        text: '',
        title: `Remove this '${word}'`,
      });
    }
    return line;
  };
  const assessed = only(membersOf('Assessment'), 'assessment');
  const tolerated = only(membersOf('TolerableRisk'), 'tolerable-risk');
  const assessment = assessed && clausesOf(assessed, 'assessment');
  const tolerable = tolerated && clausesOf(tolerated, 'tolerable-risk');
  return {
    environment: membersOf('Environment').flatMap((member) =>
      readSides(reader, member.items, {
        word: 'environment',
        what: 'An environment',
        sides: ENVIRONMENT_SIDES,
        unsaid: "Say which environment this is: write 'physical', 'logical' or 'organizational' before the text.",
      }),
    ),
    assessment:
      assessment &&
      ({ on: assessment.on, by: assessment.approver, evidence: assessment.evidence } satisfies Assessment),
    tolerableRisk: tolerable && { text: tolerable.note, by: tolerable.approver, on: tolerable.on },
    revisions: readRevisions(reader, membersOf('Revision'), (line) => clausesOf(line, 'revision')),
    approvals: membersOf('Approval').map((line): Approval => {
      const { on, approver, revision, hash, review } = clausesOf(line, 'approval');
      return { at: placeOfNode(reader, line), on, by: approver, revision, hash, review };
    }),
  };
}

function readRevisions(
  reader: Reader,
  lines: readonly RevisionNode[],
  clausesOf: (line: RevisionNode) => ReturnType<typeof readClauses>,
): Revision[] {
  const known = new Set<string>();
  return lines.flatMap((line) => {
    const word = placedWord(reader, line, 'number');
    const number = word && numberOrText(reader, word, 'A revision');
    const { on, approver, note } = clausesOf(line);
    if (!number) return [];
    if (known.has(number.value)) {
      const message = `There is a revision ${number.value} already: give this one a number of its own.`;
      report(reader, 'duplicate-property', number.at, message);
    }
    known.add(number.value);
    return [{ number, on, by: approver, what: note }];
  });
}
