import type { ComponentDemand } from '../../core/analysis/sl-c.ts';
import { isMet, type Status } from '../../core/analysis/status.ts';
import type { Entry } from '../../core/engine/entry.ts';
import type { Query } from '../../core/engine/query.ts';
import type { Control } from '../../core/model/control.ts';
import { FR_TITLES, type Fr } from '../../core/model/levels.ts';
import type { Reference } from '../../core/model/reference.ts';
import type { Statement } from '../../core/model/statement.ts';
import { elementAt, systemNamed, unitAt } from '../../core/plant/index.ts';
import { catalogNamed, controlNamed, frameworkNamed } from '../../core/plant/library.ts';
import type { PlantAsset, PlantOrigin, Stated } from '../../core/plant/plant.ts';
import { abridge } from '../../core/text/words.ts';
import type { NameAt } from '../cursor.ts';
import { documentation, facts, heading, literal, sections } from './markdown.ts';

/** A control: what it is, how it stands where the cursor is and why, guidance, enhancements, what it maps to. */
export function controlHover(query: Query, id: string, { entry, reference }: NameAt): string | undefined {
  return controlText(query, id, reference && spotOf(query, entry, reference));
}

/** A control as the catalogue has it, with a word on how it and its enhancements stand somewhere. */
export function controlText(query: Query, id: string, where?: Spot): string | undefined {
  const control = controlNamed(query, id);
  if (!control) return undefined;
  const source = query.shared('control', id)?.entry;
  return sections(
    heading(
      `${id} ${control.title ?? ''}`.trim(),
      groupOf(control),
      control.level !== undefined && `from SL ${control.level}`,
    ),
    where && stateLine(control, where),
    documentation(control.guidance, source),
    enhancements(query, control, where),
    [
      mapLine(query, control, 'iec62443-3-3', 'System requirement'),
      attackLine(query, control),
      mapLine(query, control, 'csf', 'NIST CSF 1.1'),
      mapLine(query, control, 'csf2', 'NIST CSF 2.0'),
    ]
      .filter(Boolean)
      .join('  \n'),
    documentation(control.doc, source),
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
  lapsed: '**not met**: the compensation has ended',
  planned: 'planned, not met yet',
  overdue: '**not met**: the plan is overdue',
  accepted: 'not met; the risk is accepted',
  expired: '**not met**: the acceptance has expired',
  none: '**not stated**',
};

/** A place where controls stand: a zone, conduit or asset, or the system's settings. */
interface Spot {
  readonly title: string;
  readonly stated: Stated;
  /** True for the requirements that stand there: an asset has those of components, the others those of systems. */
  readonly takes: (control: Control) => boolean;
  /** What an SL-T there says of a control, and whether it asks for it; undefined where there is no SL-T. */
  readonly demandOf?: (id: string) => Demand | undefined;
}

interface Demand {
  readonly isRequired: boolean;
  readonly text: string;
}

/** The asset, zone, conduit or settings that a reference is written in. */
function spotOf(query: Query, entry: Entry, reference: Reference): Spot | undefined {
  const { zone, conduit } = reference;
  const asset = unitAt(query, entry).assets.find(({ declared }) =>
    declared.statements.some((each) => names(each, reference)),
  );
  if (asset) return atAsset(asset);
  const takes = ({ applies }: Control) => !applies.includes('asset');
  if (conduit < 0 && zone < 0) {
    const { settings, stated } = systemNamed(query, entry.system);
    return settings?.entry === entry ? { title: 'the whole system', stated, takes } : undefined;
  }
  const { title, stated, posture } =
    conduit >= 0
      ? elementAt(query, { entry, sort: 'conduit', index: conduit })
      : elementAt(query, { entry, sort: 'zone', index: zone });
  const demandOf = (id: string): Demand => {
    const isRequired = posture.requires(id);
    return { isRequired, text: isRequired ? 'required by its SL-T' : 'not required by its SL-T' };
  };
  return { title, stated, takes, demandOf: posture.slT && demandOf };
}

const names = ({ controls, compensatedBy }: Statement, reference: Reference): boolean =>
  controls.includes(reference) || compensatedBy.includes(reference);

/** An asset, which what it stands in asks for the requirements of its class. */
function atAsset(asset: PlantAsset): Spot {
  const { title, stated, home } = asset;
  const where = literal(home.title);
  const texts: Readonly<Record<ComponentDemand, string>> = {
    required: `required by the SL-T of ${where}`,
    above: `not required by the SL-T of ${where}`,
    'other-class': `not for ${asset.class?.replace('-', ' ')}s, as this is one: it counts for nothing here`,
  };
  const demandOf = (id: string): Demand | undefined => {
    const demand = asset.demandOf(id);
    return demand && { isRequired: demand === 'required', text: texts[demand] };
  };
  return { title, stated, takes: ({ applies }) => applies.includes('asset'), demandOf };
}

/** How the control stands there, whether it is required, and what says so. */
function stateLine(control: Control, { title, stated, takes, demandOf }: Spot): string | undefined {
  if (!takes(control)) return undefined;
  const { id } = control;
  const origin = stated.originOf(id);
  const state = facts(STATES[stated.statusOf(id)], demandOf?.(id)?.text);
  return `In ${literal(title)}: ${state}${origin ? `  \n${capitalised(why(origin))}.` : ''}`;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Where the statement stands, and what it says besides. */
function why(origin: PlantOrigin): string {
  const { statement, direct, through } = origin;
  const details = [
    !direct && 'through a profile',
    through && `through the exclusion of ${through}`,
    statement.by.length > 0 && `by ${statement.by.map(({ text }) => text).join(', ')}`,
    statement.compensatedBy.length > 0 && `with ${statement.compensatedBy.map(({ text }) => text).join(', ')}`,
    statement.until && `until ${statement.until.value}`,
    statement.evidence.length > 0 && `evidence ${statement.evidence.map(({ value }) => literal(value)).join(', ')}`,
    statement.verified?.on &&
      `verified on ${statement.verified.on.value}${statement.verified.by ? ` by ${literal(statement.verified.by.value)}` : ''}`,
    statement.because && `“${literal(statement.because.value)}”`,
    statement.note && `“${literal(statement.note.value)}”`,
  ].filter(Boolean);
  return [placeOf(origin), ...details].join(', ');
}

function placeOf({ where, zone }: PlantOrigin): string {
  if (where === 'here') return 'stated here';
  return zone ? `stated in ${literal(zone.title)}` : 'stated for the whole system';
}

/** The enhancements of a requirement, with the levels they come in at and how they stand here. */
function enhancements(query: Query, control: Control, where?: Spot): string | undefined {
  const found = catalogNamed(query, control.catalog)?.controls.filter(({ parent }) => parent === control.id) ?? [];
  if (found.length === 0) return undefined;
  const stateOf = (id: string) => {
    if (!where?.demandOf) return undefined;
    const status = where.stated.statusOf(id);
    if (isMet(status)) return 'met here';
    if (status === 'excluded') return 'not applicable here';
    return where.demandOf(id)?.isRequired ? '**not met here**' : undefined;
  };
  const lines = found.map(
    ({ id, title, level }) =>
      `- ${facts(`${literal(id)} ${literal(title ?? '')}`, level !== undefined && `from SL ${level}`, stateOf(id))}`,
  );
  return `Enhancements:\n${lines.join('\n')}`;
}

function idsOf({ maps }: Control, framework: string): string[] {
  return maps
    .filter((mapping) => mapping.framework.text === framework)
    .flatMap(({ ids }) => ids.map(({ value }) => value));
}

/** More techniques than this are a list nobody reads in a hover. */
const MOST_TECHNIQUES = 8;

/** The ATT&CK for ICS techniques that the mapped mitigations counter. */
function attackLine(query: Query, control: Control): string | undefined {
  const mitigations = idsOf(control, 'attack');
  if (mitigations.length === 0) return undefined;
  const items = new Map(frameworkNamed(query, 'attack')?.items.map((item) => [item.id, item]));
  const techniques = [...new Set(mitigations.flatMap((id) => items.get(id)?.facts.counters ?? []))];
  const named = (id: string) => `${literal(items.get(id)?.title ?? '')} (${id})`.trim();
  const counters = techniques.length > 0 && `counters ${abridge(techniques.map(named), MOST_TECHNIQUES)}`;
  return `**ATT&CK for ICS:** ${[mitigations.map(named).join(', '), counters].filter(Boolean).join('; ')}`;
}

function mapLine(query: Query, control: Control, framework: string, title: string): string | undefined {
  const ids = idsOf(control, framework);
  if (ids.length === 0) return undefined;
  const items = new Map(frameworkNamed(query, framework)?.items.map((item) => [item.id, item.title]));
  const named = ids.map((id) => (items.get(id) ? `${id} ${literal(items.get(id)!)}` : id));
  return `**${title}:** ${named.join(', ')}`;
}
