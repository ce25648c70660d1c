import { focusOf } from '../../core/analysis/focus.ts';
import { settingsOf } from '../../core/analysis/settings.ts';
import { isMet, isPending } from '../../core/analysis/status.ts';
import { inherited, isExternal, kindOf, levelOf, type Posture, postureOfZone } from '../../core/analysis/zone-facts.ts';
import { type ZoneRef, zoneOf } from '../../core/engine/entry.ts';
import type { View } from '../../core/engine/view.ts';
import { FRS } from '../../core/model/levels.ts';
import { abridge, countOf } from '../../core/text/words.ts';
import { heading, literal, postureTable, sections } from './markdown.ts';

/** A zone: kind, level, the levels per FR, what is missing, its focus topics. */
export function zoneHover(view: View, ref: ZoneRef): string {
  const zone = zoneOf(ref);
  const kind = kindOf(view, ref);
  const level = levelOf(ref);
  const external = isExternal(view, ref);
  const posture = postureOfZone(view, ref);
  const owner =
    inherited(ref, (candidate) => candidate.owner)?.value ?? settingsOf(view, ref.entry.system).owner?.value;
  return sections(
    heading(
      zone.title?.value ?? zone.name.value,
      kind?.title?.toLowerCase() ?? 'zone',
      level !== undefined && `level ${level}`,
      `\`${zone.path}\``,
    ),
    zone.doc,
    zone.description && literal(zone.description.value),
    owner && `Owner: ${literal(owner)}`,
    external
      ? 'Outside the system under consideration: no requirements of its own.'
      : postureTable(posture.slT, posture.slA, posture.gap),
    !external && summary(posture),
    !external && levelNote(posture),
    focusLine(view, ref),
  );
}

/** `12 of 60 required controls met · 3 planned · missing: SR 1.1, …` */
export function summary({ required, statuses }: Posture): string {
  if (!required) return 'No SL-T: nothing is required of it. Add `sl-t 2`, or the level its risk assessment gives.';
  const states = required.map(({ control }) => ({ id: control.id, status: statuses.of(control.id) }));
  const count = (test: (status: (typeof states)[number]['status']) => boolean) =>
    states.filter(({ status }) => test(status)).length;
  const missing = states.filter(({ status }) => !isMet(status) && !isPending(status)).map(({ id }) => id);
  const planned = count((status) => status === 'planned');
  const accepted = count((status) => status === 'accepted');
  return [
    `${count(isMet)} of ${countOf(required.length, 'required control')} met`,
    planned > 0 && `${planned} planned`,
    accepted > 0 && `${accepted} accepted`,
    missing.length > 0 && `**${missing.length} missing**: ${abridge(missing, 12)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Where a level adds no control, an SL-A can jump: say so where it did. */
export function levelNote({ applicable, slA }: Posture): string | undefined {
  const jumped = FRS.filter((_, fr) => {
    const reached = slA[fr]!;
    return reached > 0 && !applicable.some((control) => control.fr === fr && control.level === reached);
  });
  if (jumped.length === 0) return undefined;
  return `_${jumped.join(', ')}: the level reached adds no control to the one below, so it comes with it._`;
}

function focusLine(view: View, ref: ZoneRef): string | undefined {
  const topics = focusOf(view, ref);
  if (topics.length === 0) return undefined;
  return `Focus: ${topics.map(({ focus, met }) => `${met ? '✓' : '✗'} ${focus.title ?? focus.name}`).join(' · ')}`;
}
