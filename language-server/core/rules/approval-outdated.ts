import { currentRevision, latestApproval, outdatedBy } from '../analysis/approval.ts';
import { modelHash } from '../analysis/model-hash.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import type { Fix } from '../fixes/fix.ts';
import { numberOrQuoted, placeholder } from '../fixes/placeholder.ts';
import type { SystemHeader } from '../model/system.ts';
import { defineRule } from './frame/rule.ts';

export const approvalOutdated = defineRule({
  code: 'approval-outdated',
  title: 'Record without an approval that holds',
  group: 'lifecycle',
  // It reads all that a system says, where an approval names its hash.
  apart: true,
  severity: 'info',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 7.1'],
  messages: {
    none: "The record '{document}' has no approval, and what the risk assessment comes to shall be approved by those who answer for the plant: when they have done so, write 'approval on … by …'.",
    revision:
      "The approval of {date} is for what stood before revision {revision}, so nobody has approved what stands now: have that revision approved, and write 'approval on … by …'.",
    hash: "The model says something else than what was approved on {date}: its hash is another one. Have the change approved, and write 'approval on … by …'; or take the change back.",
    review:
      "The approval of {date} was to be reviewed by {day}, and no later one stands here: review the record, have it approved anew, and write 'approval on … by …'.",
  },
  checks: {
    unit({ entry, query }, report) {
      const header = entry.unit.system;
      // Of several blocks of settings one counts; `duplicate-system` tells of the others.
      if (!header?.settings || query.first(keys.systemHeader(entry.system))?.entry !== entry) return;
      const details = {
        subject: { sort: 'system', index: -1 },
        fixes: () => approveAnew(query, entry.system, header),
      } as const;
      if (header.approvals.length === 0) {
        const { document } = header;
        if (document) report('none', { document: document.value }, { ...details, at: document.at });
        return;
      }
      const approval = latestApproval(header);
      const outdated = approval && outdatedBy(query, entry.system, header, approval);
      if (!outdated) return;
      const date = approval.on.value;
      const found = { ...details, at: approval.at, severity: 'warning' } as const;
      switch (outdated.by) {
        case 'revision': {
          const { number } = outdated.revision;
          const related = [{ entry, at: number.at, message: 'The revision after it' }];
          report('revision', { date, revision: number.value }, { ...found, related });
          break;
        }
        case 'hash':
          report('hash', { date }, found);
          break;
        case 'review':
          report('review', { date, day: outdated.day }, found);
      }
    },
  },
});

/** Writes an approval of what stands now; who gives it is for the user to say. */
function approveAnew(query: Query, system: string, header: SystemHeader): Fix[] {
  const hash = modelHash(query, system);
  if (hash === undefined) return [];
  const revision = currentRevision(header);
  const review = latestApproval(header)?.review;
  const text = [
    `approval on ${query.today} by ${placeholder('who answers for the plant')}`,
    ...(revision ? [`of revision ${numberOrQuoted(revision.number.value)}`] : []),
    `hash "${hash}"`,
    ...(review ? [`review ${review.value}`] : []),
  ].join(' ');
  return [
    { title: "Write an approval of today with the model's hash", edits: [{ kind: 'add-at', at: header.at, text }] },
  ];
}
