import type { Member } from '../../analysis/zone-members.ts';
import type { ReportDetails } from '../frame/rule.ts';

/** `'plc-1'`, `'plc-1' and 3 more`. */
export function nameSome(members: readonly Member[]): string {
  const first = `'${members[0]!.asset.name.value}'`;
  return members.length === 1 ? first : `${first} and ${members.length - 1} more`;
}

/** Where a finding about an asset stands. */
export const atAsset = ({ asset, ref }: Member): Pick<ReportDetails, 'at' | 'subject'> => ({
  at: asset.name.at,
  subject: { sort: 'asset', index: ref.index },
});
