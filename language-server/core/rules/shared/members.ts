import type { Member } from '../../analysis/zone-members.ts';
import type { ReportDetails } from '../frame/rule.ts';

/** `'plc-1'`, `'plc-1' and 3 more`. */
export const nameSome = (members: readonly Member[]): string => nameFirst(members.map(({ asset }) => asset.name.value));

/** The same of names. */
export function nameFirst([first, ...others]: readonly string[]): string {
  return others.length === 0 ? `'${first}'` : `'${first}' and ${others.length} more`;
}

/** Where a finding about an asset stands. */
export const atAsset = ({ asset, ref }: Member): Pick<ReportDetails, 'at' | 'subject'> => ({
  at: asset.name.at,
  subject: { sort: 'asset', index: ref.index },
});
