import type { Query } from '../engine/query.ts';
import { HASH_PREFIX } from '../model/canonical.ts';
import type { Approval, Revision } from '../model/record.ts';
import type { SystemHeader } from '../model/system.ts';
import { monthsAfter } from './in-force.ts';
import { modelHash } from './model-hash.ts';

/** An approval whose day is given, so that it can be compared. */
type DatedApproval = Approval & { readonly on: NonNullable<Approval['on']> };

/** Why an approval holds no more. */
export type Outdated =
  /** A revision came after it. */
  | { readonly by: 'revision'; readonly revision: Revision }
  /** The model says something else than what was approved. */
  | { readonly by: 'hash' }
  /** It was to be reviewed until a day that has passed. */
  | { readonly by: 'review'; readonly day: string };

/** The approval that counts: the one with the latest day, of equals the last; undefined where no day is given. */
export const latestApproval = ({ approvals }: Pick<SystemHeader, 'approvals'>): DatedApproval | undefined =>
  approvals
    .filter((approval): approval is DatedApproval => approval.on !== undefined)
    .reduce<DatedApproval | undefined>((a, b) => (a && a.on.value > b.on.value ? a : b), undefined);

/** Why an approval of a system holds no more, the weightiest reason first; undefined where it does. */
export function outdatedBy(
  query: Query,
  system: string,
  { revisions }: Pick<SystemHeader, 'revisions'>,
  approval: DatedApproval,
): Outdated | undefined {
  const revision = latest(revisions.filter((each) => isNewer(each, approval, revisions)));
  if (revision) return { by: 'revision', revision };
  if (approval.hash && isOfThisForm(approval.hash.value)) {
    const hash = modelHash(query, system);
    if (hash !== undefined && hash !== approval.hash.value) return { by: 'hash' };
  }
  const day = approval.review && monthsAfter(approval.on.value, approval.review.value);
  return day !== undefined && day < query.today ? { by: 'review', day } : undefined;
}

/** A hash in another version of the form tells nothing of this one. */
const isOfThisForm = (hash: string): boolean => hash.startsWith(HASH_PREFIX) || !/^sha256:\d+:/.test(hash);

/** True for a revision after the one that was approved, by their numbers; by their days where one of them has none. */
function isNewer(
  revision: Revision,
  { on, revision: approved }: DatedApproval,
  revisions: readonly Revision[],
): boolean {
  if (approved?.text === revision.number.value) return false;
  const [number, approvedNumber] = [revision.number.value, approved?.text ?? ''].map(numberIn);
  if (number !== undefined && approvedNumber !== undefined) return number > approvedNumber;
  const since = revisions.find((each) => each.number.value === approved?.text)?.on ?? on;
  return revision.on !== undefined && revision.on.value > since.value;
}

const numberIn = (text: string): number | undefined => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined);

/** Of some revisions the one with the latest day, of equals the last. */
const latest = (revisions: readonly Revision[]): Revision | undefined =>
  revisions.reduce<Revision | undefined>((a, b) => (a?.on && b.on && a.on.value > b.on.value ? a : b), undefined);

/** The revision that stands now: the one with the latest day, of equals the last. */
export const currentRevision = ({ revisions }: Pick<SystemHeader, 'revisions'>): Revision | undefined =>
  latest(revisions);
