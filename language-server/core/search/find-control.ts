import { type Posture, postureOfConduit, postureOfZone } from '../analysis/posture.ts';
import { controlOf, systemBaseline } from '../analysis/settings.ts';
import { controlsNamed } from '../analysis/statements.ts';
import { isMet, originIn, type Status, type Statuses, statusesOf, statusIn } from '../analysis/status.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { compareSources, type Entry, zoneOf } from '../engine/entry.ts';
import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import { type Control, normaliseRequirement } from '../model/control.ts';
import type { Statement } from '../model/statement.ts';
import type { Hit } from './find.ts';

/** Where a control is asked for or spoken of. */
export interface ControlSearch {
  /** What the control is, and how many zones and conduits miss and meet it. */
  readonly note: string;
  /** Those that miss it first, then plans and acceptances, those that meet it, and the others. */
  readonly hits: readonly Hit[];
}

/** How something stands to a control: where in the list, and in words. */
interface Standing {
  readonly rank: 'missing' | 'pending' | 'met' | 'other';
  readonly words: string;
}

const RANKS = ['missing', 'pending', 'met', 'other'] as const;

/**
 * Answers a text that is the name of a control, however it is written (`SR 1.1`, `sr-1.1 re 2`, `acme-1`): the zones
 * and conduits that are asked for it, and all whose statements name it, assets among them. After `missing` only those
 * that miss it.
 * @param entries those of the system
 * @returns undefined for any other text
 */
export function findControl(
  query: Query,
  system: string,
  entries: Iterable<Entry>,
  text: string,
): ControlSearch | undefined {
  const [, only, written] = /^\s*(miss(?:es|ing)\s+)?(.*?)\s*$/i.exec(text)!;
  const units = [...entries].sort(compareSources);
  const control = controlWritten(query, system, units, written!);
  if (!control) return undefined;
  const found: { readonly hit: Hit; readonly standing: Standing }[] = [];
  const add = (sort: Hit['sort'], element: string, title: string, standing: Standing | undefined): void => {
    if (!standing || (only && standing.rank !== 'missing')) return;
    found.push({ standing, hit: { element, sort, title, detail: standing.words } });
  };
  for (const entry of units) {
    const { zones, conduits, assets } = entry.unit;
    zones.forEach((zone, index) => {
      const ref = { entry, sort: 'zone', index } as const;
      if (isExternal(query, ref)) return;
      const standing = standingIn(query, control.id, postureOfZone(query, ref), zone.statements);
      add('zone', zone.path, zone.title?.value ?? zone.name.value, standing);
    });
    assets.forEach(({ path, title, name, statements, zone }) => {
      if (statements.length === 0) return;
      const standing = statedIn(query, control.id, statusesOf(query, [{ entry, statements }]), statements);
      const home = zoneOf({ entry, sort: 'zone', index: zone });
      const words = standing && `${standing.words} · in ${home.title?.value ?? home.name.value}`;
      add('asset', path, title?.value ?? name.value, words ? { rank: 'other', words } : undefined);
    });
    conduits.forEach((conduit, index) => {
      const posture = postureOfConduit(query, { entry, sort: 'conduit', index });
      const standing = standingIn(query, control.id, posture, conduit.statements);
      add('conduit', conduit.path, conduit.title?.value ?? conduit.name.value, standing);
    });
  }
  const ranked = RANKS.map((rank) => found.filter(({ standing }) => standing.rank === rank));
  const [missing, pending, met] = ranked.map((list) => list.length) as [number, number, number, number];
  const counts = [
    `missed by ${missing}`,
    !only && pending > 0 && `planned or accepted in ${pending}`,
    !only && `met by ${met}`,
  ];
  return {
    note: `${[control.id, control.title].filter(Boolean).join(' ')}: ${counts.filter(Boolean).join(', ')}`,
    hits: ranked.flat().map(({ hit }) => hit),
  };
}

/** The control that a person means by what they have typed. */
function controlWritten(
  query: Query,
  system: string,
  units: readonly Entry[],
  written: string,
): Said<Control> | undefined {
  const requirement = normaliseRequirement(written.toUpperCase().replace(/[\s_-]+/g, ' '));
  const known = controlOf(query, requirement) ?? controlOf(query, written);
  if (known) return known;
  const own = units.flatMap(({ unit }) => unit.catalogs.flatMap(({ controls }) => controls));
  const all = [...systemBaseline(query, system).map(({ control }) => control), ...own];
  return all.find(({ id }) => id.toLowerCase() === written.toLowerCase());
}

const MET: Readonly<Partial<Record<Status, string>>> = {
  implemented: 'implemented',
  compensated: 'compensated',
  excluded: 'excluded as not applicable',
};

/** How a zone or conduit stands to a control that is asked of it, or that it speaks of all the same. */
function standingIn(
  query: Query,
  control: string,
  { required, statuses }: Posture,
  own: readonly Statement[],
): Standing | undefined {
  if (!required?.some((asked) => asked.control.id === control)) {
    const stated = statedIn(query, control, statuses, own);
    return stated && { ...stated, words: `${stated.words}, not required by an SL-T` };
  }
  const status = statusIn(statuses, control);
  const until = originIn(statuses, control)?.statement.until?.value;
  const isPending = status === 'planned' || status === 'accepted';
  const why = wordsFor(status, until);
  if (isMet(status)) return { rank: 'met', words: `meets ${control}: ${MET[status]}` };
  if (isPending) return { rank: 'pending', words: `${control} ${why}` };
  return { rank: 'missing', words: `misses ${control}${why && `: ${why}`}` };
}

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
    case 'uncompensated':
      return 'what compensates it is not met';
    default:
      return MET[status] ?? '';
  }
}

/** What the statements written in an element say of a control that nobody asks of it. */
function statedIn(query: Query, control: string, statuses: Statuses, own: readonly Statement[]): Standing | undefined {
  const names = (references: Statement['controls']) =>
    references.some(({ text }) => controlsNamed(query, text).includes(control));
  if (own.some(({ controls }) => names(controls))) {
    const until = originIn(statuses, control)?.statement.until?.value;
    return { rank: 'other', words: `${control} ${wordsFor(statusIn(statuses, control), until)}` };
  }
  const means = own.find(({ compensatedBy }) => names(compensatedBy));
  const others = means?.controls.map(({ text }) => text).join(', ');
  return means && { rank: 'other', words: `compensates ${others} with ${control}` };
}
