import type { ScheduleRow } from '../../report/firewall-schedule.ts';
import { wideRemark } from '../tables/rows.ts';

/** What a row is for, as a comment says it. */
export function describeRow({ conduit, flow, from, to, protocol }: ScheduleRow): string {
  const { title, when } = flow.declared;
  const told = [`${from.name} -> ${to.name}`, protocol, title?.value, when && `when: ${when.value}`];
  return [...told, `conduit ${conduit.path}`, wideRemark([from, to])].filter(Boolean).join(', ');
}
