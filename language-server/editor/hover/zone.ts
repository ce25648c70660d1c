import { FRS, type Levels } from '../../core/model/levels.ts';
import type { PlantConduit, PlantPosture, PlantZone } from '../../core/plant/plant.ts';
import { levelSpan } from '../../core/text/purdue.ts';
import { abridge, countOf } from '../../core/text/words.ts';
import type { LocatedFinding } from '../../language/workspace.ts';
import { borders } from './borders.ts';
import { findingCount } from './findings.ts';
import { code, documentation, facts, heading, literal, midLine, postureTable, sections } from './markdown.ts';

/**
 * A zone: kind and level, the levels per FR and what is missing, its focus topics; then what it holds, what it is for,
 * and how much is found in it.
 */
export function zoneHover(zone: PlantZone, findings: readonly LocatedFinding[] = []): string {
  const { title, kind, levels, path, declared, entry, external, posture, slC } = zone;
  return sections(
    heading(
      title,
      kind?.title ? midLine(kind.title) : 'zone',
      levels.length > 0 && `level ${levelSpan(levels)}`,
      code(path),
    ),
    external
      ? 'Outside the system under consideration: no requirements of its own.'
      : sections(
          postureTable(posture, slC?.vector),
          summary(posture),
          CLAIM,
          capabilityNote(zone),
          levelNote(posture),
          targetNote(declared.slT),
          focusLine(zone),
        ),
    contents(zone),
    borders(declared),
    documentation(declared.doc, entry),
    declared.description && literal(declared.description.value),
    findingCount(findings),
  );
}

/** How many assets the SL-C of a zone or conduit rests on. */
export function capabilityNote({ slC, assetCount }: PlantZone | PlantConduit): string | undefined {
  return slC && `SL-C of ${slC.count} of ${countOf(assetCount, 'asset')}.`;
}

/** What an SL-T comes from, where it says so. */
export function targetNote(slT: Levels | undefined): string | undefined {
  const { from = [], because } = slT ?? {};
  if (from.length === 0 && !because) return undefined;
  const risks = from.length > 0 ? `SL-T from ${from.map(({ text }) => code(text)).join(', ')}` : 'SL-T';
  return because ? `${risks}: “${literal(because.value)}”` : `${risks}.`;
}

/** Who owns it, what it holds, what it is joined with. */
function contents({ owner, criticality, designation, assets, zones, joinedBy, path }: PlantZone): string {
  const others = joinedBy.flatMap(({ ends }) =>
    ends.flatMap(({ zone }) => (zone && zone.path !== path ? [zone.path] : [])),
  );
  const joined = [...new Set(others)].map(code);
  return facts(
    owner && `Owner: ${literal(owner.value)}`,
    criticality && `criticality ${criticality.value}`,
    designation?.value && 'safety functions',
    assets.length > 0 && countOf(assets.length, 'asset'),
    zones.length > 0 && `${countOf(zones.length, 'zone')} inside`,
    joined.length > 0 && `joined with ${abridge(joined, 5)}`,
  );
}

/** `12 of 60 required controls met · 3 planned · 45 missing`, and the first of those. */
export function summary({ required }: PlantPosture): string {
  if (!required) return 'No SL-T: nothing is required of it. Add `sl-t 2`, or the level its risk assessment gives.';
  const { all, met, inherited, notApplicable, planned, accepted, open } = required;
  const line = facts(
    `${met.length} of ${countOf(all.length, 'required control')} met`,
    inherited.length > 0 && `${inherited.length} of them inherited`,
    notApplicable.length > 0 && `${notApplicable.length} not applicable`,
    planned.length > 0 && `${planned.length} planned`,
    accepted.length > 0 && `${accepted.length} accepted`,
    open.length > 0 && `**${open.length} missing**`,
  );
  return sections(
    line,
    open.length > 0 &&
      `Missing: ${abridge(
        open.map(({ control }) => control.id),
        10,
      )}`,
  );
}

/** Said of every table that shows an SL-A. */
export const CLAIM = '_SL-A is what the model claims; with evidence, what the statements name evidence for._';

/** Where a level adds no control, an SL-A can jump: say so where it did. */
export function levelNote({ applicable, slA }: PlantPosture): string | undefined {
  const jumped = FRS.filter((_, fr) => {
    const reached = slA[fr] ?? 0;
    return reached > 0 && !applicable.some((control) => control.fr === fr && control.level === reached);
  });
  if (jumped.length === 0) return undefined;
  return `_${jumped.join(', ')}: the level reached adds no control to the one below, so it comes with it._`;
}

function focusLine({ focus: topics }: PlantZone): string | undefined {
  if (topics.length === 0) return undefined;
  return `Focus: ${topics.map(({ focus, met }) => `${met ? '✓' : '✗'} ${literal(focus.title ?? focus.name)}`).join(' · ')}`;
}
