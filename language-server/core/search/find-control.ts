import { isMet, isPending, type Status } from '../analysis/status.ts';
import type { Said } from '../engine/said.ts';
import { type Control, normaliseRequirement } from '../model/control.ts';
import type { PlantAsset, PlantConduit, PlantSystem, PlantZone, Stated } from '../plant/plant.ts';
import type { Hit } from './find.ts';

/** Where a control is required or spoken of. */
export interface ControlSearch {
  /** What the control is, and how many zones and conduits miss and meet it. */
  readonly note: string;
  /** Those that miss it first, then plans and acceptances, those that meet it, and the others. */
  readonly hits: readonly Hit[];
}

/** How something answers the search for a control: where it is in the list, and in words. */
interface Match {
  readonly rank: 'missing' | 'pending' | 'met' | 'excluded' | 'other';
  readonly words: string;
}

const RANKS = ['missing', 'pending', 'met', 'excluded', 'other'] as const;

/**
 * Answers a text that is the name of a control, however it is written (`SR 1.1`, `sr-1.1 re 2`, `acme-1`): the zones
 * and conduits that it is required of, and all whose statements name it, assets among them. After `missing` only those
 * that miss it.
 * @returns undefined for any other text
 */
export function findControl(system: PlantSystem, text: string): ControlSearch | undefined {
  const [, only, written] = /^\s*(miss(?:es|ing)\s+)?(.*?)\s*$/i.exec(text)!;
  const control = controlWritten(system, written!);
  if (!control) return undefined;
  const found: { readonly hit: Hit; readonly match: Match }[] = [];
  const add = ({ sort, path, title }: PlantZone | PlantAsset | PlantConduit, match: Match | undefined): void => {
    if (!match || (only && match.rank !== 'missing')) return;
    found.push({ match, hit: { element: path, sort, title, detail: match.words } });
  };
  for (const { zones, assets, conduits } of system.units) {
    for (const zone of zones) if (!zone.external) add(zone, matchIn(control.id, zone));
    for (const asset of assets) {
      if (asset.declared.statements.length === 0) continue;
      const match = statedIn(control.id, asset.stated);
      add(asset, match && { ...match, words: `${match.words} · in ${asset.home.title}` });
    }
    for (const conduit of conduits) add(conduit, matchIn(control.id, conduit));
  }
  const ranked = RANKS.map((rank) => found.filter(({ match }) => match.rank === rank));
  const [missing, pending, met, excluded] = ranked.map((list) => list.length) as [number, number, number, number];
  const counts = [
    `missed by ${missing}`,
    !only && pending > 0 && `planned or accepted in ${pending}`,
    !only && `met by ${met}`,
    !only && excluded > 0 && `not applicable in ${excluded}`,
  ];
  return {
    note: `${[control.id, control.title].filter(Boolean).join(' ')}: ${counts.filter(Boolean).join(', ')}`,
    hits: ranked.flat().map(({ hit }) => hit),
  };
}

/** The control that a person means by what they have typed. */
function controlWritten(system: PlantSystem, written: string): Said<Control> | undefined {
  const requirement = normaliseRequirement(written.toUpperCase().replace(/[\s_-]+/g, ' '));
  const known = system.controlNamed(requirement) ?? system.controlNamed(written);
  if (known) return known;
  const own = system.units.flatMap(({ shared }) => shared.catalogs.flatMap(({ controls }) => controls));
  const all = [...system.baseline.map(({ control }) => control), ...own];
  return all.find(({ id }) => id.toLowerCase() === written.toLowerCase());
}

const MET: Readonly<Partial<Record<Status, string>>> = {
  implemented: 'implemented',
  compensated: 'compensated',
  excluded: 'excluded as not applicable',
};

/** How a zone or conduit stands to a control that is required of it, or that it speaks of all the same. */
function matchIn(control: string, { posture, stated }: PlantZone | PlantConduit): Match | undefined {
  if (!posture.requires(control)) {
    const spoken = statedIn(control, stated);
    return spoken && { ...spoken, words: `${spoken.words}, not required by an SL-T` };
  }
  const status = stated.statusOf(control);
  const why = wordsFor(status, untilIn(stated, control));
  if (isMet(status)) return { rank: 'met', words: `meets ${control}: ${MET[status]}` };
  if (status === 'excluded') return { rank: 'excluded', words: `${control} ${MET[status]}` };
  if (isPending(status)) return { rank: 'pending', words: `${control} ${why}` };
  return { rank: 'missing', words: `misses ${control}${why && `: ${why}`}` };
}

const untilIn = (stated: Stated, control: string): string | undefined =>
  stated.originOf(control)?.statement.until?.value;

function wordsFor(status: Status, until: string | undefined): string {
  switch (status) {
    case 'planned':
      return until ? `planned until ${until}` : 'planned';
    case 'accepted':
      return until ? `accepted until ${until}` : 'accepted';
    case 'overdue':
      return `planned until ${until}, overdue`;
    case 'expired':
      return `accepted until ${until}, expired`;
    case 'lapsed':
      return `compensated until ${until}, ended`;
    case 'uncompensated':
      return 'what compensates it is not met';
    default:
      return MET[status] ?? '';
  }
}

/** What the statements written in an element say of a control that is not required of it. */
function statedIn(control: string, stated: Stated): Match | undefined {
  const mention = stated.mentionOf(control);
  if (mention?.as === 'subject') {
    return { rank: 'other', words: `${control} ${wordsFor(stated.statusOf(control), untilIn(stated, control))}` };
  }
  const others = mention?.statement.controls.map(({ text }) => text).join(', ');
  return mention && { rank: 'other', words: `compensates ${others} with ${control}` };
}
