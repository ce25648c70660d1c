import { controlOf } from '../../core/analysis/settings.ts';
import { type Block, blocksOfConduit, blocksOfZone, type Origin, systemBlock } from '../../core/analysis/statements.ts';
import { type Status, statusesOf } from '../../core/analysis/status.ts';
import { postureOfConduit, postureOfZone } from '../../core/analysis/zone-facts.ts';
import type { Control } from '../../core/catalogue/control.ts';
import { keys } from '../../core/engine/contributions.ts';
import type { View } from '../../core/engine/view.ts';
import { FR_TITLES, type Fr } from '../../core/model/levels.ts';
import type { NameAt } from '../cursor.ts';
import { heading, literal, sections } from './markdown.ts';

/** A control: what it is, how it stands where the cursor is and why, guidance, enhancements, what it maps to. */
export function controlHover(view: View, id: string, { entry, reference }: NameAt): string | undefined {
  return controlText(view, id, reference && stateLine(view, id, reference, entry));
}

/** A control as the catalogue has it, with a line on how it stands somewhere. */
export function controlText(view: View, id: string, state?: string): string | undefined {
  const control = controlOf(view, id);
  if (!control) return undefined;
  return sections(
    heading(
      `${id} ${control.title ?? ''}`.trim(),
      groupOf(control),
      control.level !== undefined && `from SL ${control.level}`,
    ),
    state,
    control.doc,
    control.guidance,
    enhancements(view, control),
    attackLine(view, control),
    mapLine(view, control, 'csf', 'NIST CSF 1.1'),
    mapLine(view, control, 'csf2', 'NIST CSF 2.0 (derived by crosswalk)'),
    mapLine(view, control, 'iec62443-3-3', 'System requirement'),
  );
}

function groupOf({ group }: Control): string | undefined {
  return group in FR_TITLES ? `${FR_TITLES[group as Fr]} (${group})` : group;
}

const STATES: Record<Status, string> = {
  implemented: 'implemented',
  compensated: 'compensated by other controls',
  excluded: 'excluded as not applicable',
  uncompensated: '**not met**: its compensating controls are not met themselves',
  planned: 'planned, not met yet',
  overdue: '**not met**: the plan is overdue',
  accepted: 'not met; the risk is accepted',
  expired: '**not met**: the acceptance has expired',
  none: '**not stated**',
};

/** How the control stands in the zone or conduit around the cursor, and what says so. */
function stateLine(
  view: View,
  id: string,
  reference: NonNullable<NameAt['reference']>,
  entry: NameAt['entry'],
): string | undefined {
  const zone = { entry, sort: 'zone', index: reference.zone } as const;
  const conduit = { entry, sort: 'conduit', index: reference.conduit } as const;
  const inConduit = reference.conduit >= 0;
  if (!inConduit && reference.zone < 0) {
    const block = systemBlock(view, entry.system);
    return block?.entry === entry ? `In the whole system: ${STATES[statusesOf(view, [block]).of(id)]}` : undefined;
  }
  const element = inConduit ? entry.unit.conduits[conduit.index]! : entry.unit.zones[zone.index]!;
  const blocks = inConduit ? blocksOfConduit(view, conduit) : blocksOfZone(view, zone);
  const { statuses, required } = inConduit ? postureOfConduit(view, conduit) : postureOfZone(view, zone);
  const isRequired = required?.some(({ control }) => control.id === id);
  const asked = required && (isRequired ? ', required by its SL-T' : ', not required by its SL-T');
  const origin = statuses.originOf(id);
  return `In ${literal(element.title?.value ?? element.name.value)}: ${STATES[statuses.of(id)]}${asked ?? ''}${origin ? ` — ${why(origin, blocks)}` : ''}`;
}

function why({ statement, block, direct, through }: Origin, blocks: readonly Block[]): string {
  const where = block.statements === blocks[0]?.statements ? 'stated here' : placeOf(block);
  const details = [
    !direct && 'through a profile',
    through && `through the exclusion of ${through}`,
    statement.by.length > 0 && `by ${statement.by.map(({ text }) => text).join(', ')}`,
    statement.compensatedBy.length > 0 && `with ${statement.compensatedBy.map(({ text }) => text).join(', ')}`,
    statement.until && `until ${statement.until.value}`,
    statement.because && `“${literal(statement.because.value)}”`,
    statement.note && `“${literal(statement.note.value)}”`,
  ].filter(Boolean);
  return [where, ...details].join(', ');
}

/** A block that statements are inherited from: another zone of the unit, or the system's settings. */
function placeOf({ entry, statements }: Block): string {
  const zone = entry.unit.zones.find((candidate) => candidate.statements === statements);
  return zone ? `stated in ${literal(zone.title?.value ?? zone.name.value)}` : 'stated for the whole system';
}

/** The enhancements of a requirement, with the levels they come in at. */
function enhancements(view: View, control: Control): string | undefined {
  const offer = view.first(keys.shared('catalog', control.catalog));
  const found = offer?.entry.unit.catalogs[offer.index]?.controls.filter(({ parent }) => parent === control.id) ?? [];
  if (found.length === 0) return undefined;
  return found
    .map(({ id, title, level }) => `- ${id} ${literal(title ?? '')}${level ? ` (from SL ${level})` : ''}`)
    .join('\n');
}

function idsOf({ maps }: Control, framework: string): string[] {
  return maps
    .filter((mapping) => mapping.framework.text === framework)
    .flatMap(({ ids }) => ids.map(({ value }) => value));
}

/** More techniques than this are a list nobody reads in a hover. */
const MOST_TECHNIQUES = 12;

/** The ATT&CK for ICS techniques that the mapped mitigations counter. */
function attackLine(view: View, control: Control): string | undefined {
  const mitigations = idsOf(control, 'attack');
  if (mitigations.length === 0) return undefined;
  const offer = view.first(keys.shared('framework', 'attack'));
  const items = new Map(offer?.entry.unit.frameworks[offer.index]?.items.map((item) => [item.id, item]));
  const techniques = [...new Set(mitigations.flatMap((id) => items.get(id)?.facts.counters ?? []))];
  const named = techniques.slice(0, MOST_TECHNIQUES).map((id) => `${id} ${literal(items.get(id)?.title ?? '')}`.trim());
  const more = techniques.length > MOST_TECHNIQUES ? ` and ${techniques.length - MOST_TECHNIQUES} more` : '';
  const by = mitigations.map((id) => `${id} ${literal(items.get(id)?.title ?? '')}`.trim()).join(', ');
  return `ATT&CK for ICS: ${by}${named.length > 0 ? ` — counters ${named.join(', ')}${more}` : ''}`;
}

function mapLine(view: View, control: Control, framework: string, title: string): string | undefined {
  const ids = idsOf(control, framework);
  if (ids.length === 0) return undefined;
  const offer = view.first(keys.shared('framework', framework));
  const items = new Map(offer?.entry.unit.frameworks[offer.index]?.items.map((item) => [item.id, item.title]));
  const named = ids.map((id) => (items.get(id) ? `${id} ${literal(items.get(id)!)}` : id));
  return `${title}: ${named.join(', ')}`;
}
