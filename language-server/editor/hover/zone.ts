import { focusOf } from '../../core/analysis/focus.ts';
import { type Posture, postureOfZone } from '../../core/analysis/posture.ts';
import { systemOwner } from '../../core/analysis/settings.ts';
import { lowestSlC } from '../../core/analysis/sl-c.ts';
import { isMet, isPending, type Status, statusIn } from '../../core/analysis/status.ts';
import { isExternal, kindOf, levelOf } from '../../core/analysis/zone-facts.ts';
import { type ZoneRef, zoneOf } from '../../core/engine/entry.ts';
import { keys } from '../../core/engine/keys.ts';
import type { Query } from '../../core/engine/query.ts';
import { endsOf } from '../../core/engine/resolve.ts';
import { inherited } from '../../core/engine/zone-chain.ts';
import { FRS } from '../../core/model/levels.ts';
import { abridge, countOf } from '../../core/text/words.ts';
import { code, facts, heading, literal, midLine, postureTable, sections } from './markdown.ts';

/** A zone: kind, level, what it holds, the levels per FR, what is missing, its focus topics. */
export function zoneHover(query: Query, ref: ZoneRef): string {
  const zone = zoneOf(ref);
  const kind = kindOf(query, ref);
  const level = levelOf(ref);
  const external = isExternal(query, ref);
  const posture = postureOfZone(query, ref);
  const assets = zone.assets.map((index) => ({ entry: ref.entry, sort: 'asset', index }) as const);
  const slC = lowestSlC(query, assets);
  return sections(
    heading(
      zone.title?.value ?? zone.name.value,
      kind?.title ? midLine(kind.title) : 'zone',
      level !== undefined && `level ${level}`,
      code(zone.path),
    ),
    zone.doc,
    zone.description && literal(zone.description.value),
    contents(query, ref),
    external
      ? 'Outside the system under consideration: no requirements of its own.'
      : sections(
          postureTable(posture, missingByFr(posture), slC?.vector),
          summary(posture),
          slC && slC.count < assets.length && `SL-C of ${slC.count} of ${countOf(assets.length, 'asset')}.`,
          levelNote(posture),
          focusLine(query, ref),
        ),
  );
}

/** Who owns it, what it holds, what it is joined with. */
function contents(query: Query, ref: ZoneRef): string {
  const zone = zoneOf(ref);
  const own = inherited(ref, (candidate) => candidate.owner)?.value;
  const owner = own ?? (isExternal(query, ref) ? undefined : systemOwner(query, ref.entry.system)?.value);
  const conduits = query.all(keys.ends(ref.entry.system, zone.path)).flatMap(({ entry, index }) => {
    const ends = endsOf(query, { entry, sort: 'conduit', index });
    return ends.flatMap((end) => (end && zoneOf(end).path !== zone.path ? [zoneOf(end).path] : []));
  });
  const joined = [...new Set(conduits)].map(code);
  return facts(
    owner && `Owner: ${literal(owner)}`,
    zone.criticality && `criticality ${zone.criticality.value}`,
    zone.safety?.value && 'safety functions',
    zone.assets.length > 0 && countOf(zone.assets.length, 'asset'),
    zone.zones.length > 0 && `${countOf(zone.zones.length, 'zone')} inside`,
    joined.length > 0 && `joined with ${abridge(joined, 5)}`,
  );
}

/** `12 of 60 required controls met · 3 planned · 45 missing`, and the first of those. */
export function summary(posture: Posture): string {
  const { required, statuses } = posture;
  if (!required) return 'No SL-T: nothing is required of it. Add `sl-t 2`, or the level its risk assessment gives.';
  const count = (test: (status: Status) => boolean) =>
    required.filter(({ control }) => test(statusIn(statuses, control.id))).length;
  const missing = missingOf(posture);
  const planned = count((status) => status === 'planned');
  const accepted = count((status) => status === 'accepted');
  const line = facts(
    `${count(isMet)} of ${countOf(required.length, 'required control')} met`,
    planned > 0 && `${planned} planned`,
    accepted > 0 && `${accepted} accepted`,
    missing.length > 0 && `**${missing.length} missing**`,
  );
  return sections(line, missing.length > 0 && `Missing: ${abridge(missing, 10)}`);
}

/** The required controls that are neither met nor planned nor accepted, in order; of one FR if it is given. */
export function missingOf({ required, statuses }: Posture, fr?: number): string[] {
  return (required ?? []).flatMap(({ control, fr: of }) => {
    const status = statusIn(statuses, control.id);
    return isMet(status) || isPending(status) || (fr !== undefined && of !== fr) ? [] : [control.id];
  });
}

export const missingByFr = (posture: Posture): number[] => FRS.map((_, fr) => missingOf(posture, fr).length);

/** Where a level adds no control, an SL-A can jump: say so where it did. */
export function levelNote({ applicable, slA }: Posture): string | undefined {
  const jumped = FRS.filter((_, fr) => {
    const reached = slA[fr]!;
    return reached > 0 && !applicable.some((control) => control.fr === fr && control.level === reached);
  });
  if (jumped.length === 0) return undefined;
  return `_${jumped.join(', ')}: the level reached adds no control to the one below, so it comes with it._`;
}

function focusLine(query: Query, ref: ZoneRef): string | undefined {
  const topics = focusOf(query, ref);
  if (topics.length === 0) return undefined;
  return `Focus: ${topics.map(({ focus, met }) => `${met ? '✓' : '✗'} ${literal(focus.title ?? focus.name)}`).join(' · ')}`;
}
