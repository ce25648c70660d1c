import { homesOf } from '../analysis/asset-traits.ts';
import { isExternal, kindOf } from '../analysis/zone-facts.ts';
import { isAside, type Member, membersOf } from '../analysis/zone-members.ts';
import { type ZoneRef, zoneOf } from '../engine/element.ts';
import type { Query } from '../engine/query.ts';
import { moveHome } from '../fixes/asset-homes.ts';
import type { Fix } from '../fixes/fix.ts';
import { isOfProcess } from '../model/reference-model.ts';
import { defineRule } from './frame/rule.ts';
import { atAsset, nameSome } from './shared/members.ts';
import { moveToNestedZone } from './shared/mixtures.ts';

const CODE = 'mixed-business-control';

export const mixedBusinessControl = defineRule({
  code: CODE,
  title: 'Business and control in one zone',
  group: 'partitioning',
  severity: 'warning',
  basis: 'requirement',
  clauses: ['IEC 62443-3-2 ZCR 3.2'],
  messages: {
    asset:
      "Business asset '{name}' shares zone '{zone}' with {others}, so trouble in office IT reaches the control system without crossing a boundary: move it to a business zone, or to a zone of its own.",
    inBusiness:
      "Business asset '{name}' shares business zone '{zone}' with {others}, so trouble in office IT reaches the control system without crossing a boundary: move the control equipment to a zone of its own.",
  },
  checks: {
    zone(ref, { query }, report) {
      const mixture = businessAmongControl(query, ref);
      if (!mixture) return;
      const { business, control } = mixture;
      const zone = zoneOf(ref).name.value;
      const isBusinessZone = kindOf(query, ref)?.flags.includes('business') ?? false;
      const fixes = fixesFor(query, ref, business, control);
      for (const member of business) {
        report(
          isBusinessZone ? 'inBusiness' : 'asset',
          { name: member.asset.name.value, zone, others: nameSome(control) },
          { ...atAsset(member), fixes: () => fixes(member) },
        );
      }
    },
  },
});

/** The business assets directly in a zone, and the control assets that they should not share it with; undefined without either. */
function businessAmongControl(
  query: Query,
  ref: ZoneRef,
): { business: readonly Member[]; control: readonly Member[] } | undefined {
  const members = membersOf(query, ref);
  const business = members.filter((member) => member.traits.flags.has('business') && !isAside(member));
  if (business.length === 0 || isExternal(query, ref)) return undefined;
  const control = members.filter((member) => isControl(query, member));
  return control.length > 0 ? { business, control } : undefined;
}

/** At home nowhere but where the process is controlled. */
function isControl(query: Query, member: Member): boolean {
  if (isAside(member) || member.traits.flags.has('business')) return false;
  const homes = homesOf(query, member.ref.entry.system, member.traits);
  return homes.length > 0 && homes.every(isOfProcess);
}

/** In a business zone the control assets are to go; elsewhere the business asset is, out of the zone where it can. */
function fixesFor(
  query: Query,
  ref: ZoneRef,
  business: readonly Member[],
  control: readonly Member[],
): (member: Member) => readonly Fix[] {
  const { system } = ref.entry;
  if (kindOf(query, ref)?.flags.includes('business')) {
    const kind = homesOf(query, system, control[0]!.traits)[0]!.name;
    return moveToNestedZone(query, ref, CODE, control, 'control assets', { stem: kind, kind });
  }
  const businessKinds = (member: Member) =>
    homesOf(query, system, member.traits).filter(({ flags }) => flags.includes('business'));
  const inside = moveToNestedZone(query, ref, CODE, business, 'business assets', {
    stem: 'business',
    kind: business.flatMap(businessKinds)[0]?.name,
  });
  return (member) => {
    const kinds = businessKinds(member);
    const away = kinds.length > 0 ? moveHome(query, member, kinds) : [];
    return away.length > 0 ? away : inside();
  };
}
