import { hasPassed } from '../analysis/in-force.ts';
import type { Entry } from '../engine/entry.ts';
import type { Query } from '../engine/query.ts';
import type { Achievement, SlVector } from '../model/levels.ts';
import type { Countermeasure } from '../model/record.ts';
import type { Allow, Statement } from '../model/statement.ts';
import { systems as systemsOf, unitAt } from '../plant/index.ts';
import { controlsMeant } from '../plant/library.ts';
import type { PlantConduit, PlantSystem, PlantUnit, PlantZone } from '../plant/plant.ts';
import { conduitPosture, zonePosture } from './posture.ts';

/** What a plan makes due on a day. */
export interface Due {
  /** Path of the zone or conduit in which the plan stands; empty for the system. */
  readonly zone: string;
  readonly controls: readonly string[];
  readonly text: string;
}

/** What has ended by a day: an acceptance or compensation of controls, a countermeasure, or the allowance of a rule. */
export type Ending = { readonly zone: string } & (
  | { readonly controls: readonly string[] }
  | { readonly countermeasure: string }
  | { readonly rule: string }
);

/** How a zone or conduit stands from a day on. */
export interface Stand {
  readonly path: string;
  readonly slA: Achievement | null;
  readonly gap: SlVector | null;
  readonly missing: readonly string[];
}

/** A day on which something becomes due or has ended, and what stands otherwise from then on. */
export interface Step {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly due: readonly Due[];
  readonly ending: readonly Ending[];
  /** Those that stand otherwise than before; all of them in the first step. */
  readonly zones: readonly Stand[];
  readonly conduits: readonly Stand[];
}

export interface SystemRoadmap {
  readonly name: string;
  readonly title: string | null;
  readonly steps: readonly Step[];
}

/**
 * The days from today on at which the posture of each system changes if every plan is kept: a plan with a day counts as
 * implemented from that day on, an acceptance or allowance ends the day after its last. Plans that are overdue, or have
 * no day, never count.
 * @param today `YYYY-MM-DD`
 * @param queryOn asks about a day, with the plans kept that fall due from today to then
 */
export function roadmap(
  today: string,
  queryOn: (day: string, plansKeptSince: string) => Query,
  entries: readonly Entry[],
): SystemRoadmap[] {
  const first = queryOn(today, today);
  const wanted = new Set(entries);
  const courses = systemsOf(first)
    .map((system) => courseOf(first, system, wanted, today))
    .filter(({ units }) => units.some(({ zones, conduits }) => zones.length + conduits.length > 0));
  const dates = new Set([today, ...courses.flatMap(({ events }) => [...events.keys()])]);
  // Day by day: what was worked out for one goes before the next.
  for (const date of [...dates].sort()) {
    const query = date === today ? first : queryOn(date, today);
    for (const course of courses) {
      const happening = course.events.get(date) ?? [];
      if (date === today || happening.length > 0) course.steps.push(stepOn(query, course, date, happening));
    }
  }
  return courses.map(({ system: { name, title, isTitled }, steps }) => ({
    name,
    title: isTitled ? title : null,
    steps,
  }));
}

/** How a system goes on. */
interface Course {
  readonly system: PlantSystem;
  /** Its declarations that are wanted, as they are read today. */
  readonly units: readonly Pick<PlantUnit, 'entry' | 'zones' | 'conduits'>[];
  /** By date. */
  readonly events: ReadonlyMap<string, readonly Event[]>;
  /** How each zone and conduit stood at last. */
  readonly last: Map<Judged, string>;
  readonly steps: Step[];
}

type Judged = PlantZone | PlantConduit;

/** Something that happens on a day. */
interface Event {
  readonly date: string;
  readonly due?: Due;
  readonly ending?: Ending;
  /** Where it can change how something stands: in a zone with those inside it, in a conduit, in all of the system. */
  readonly touches?: Judged | 'all';
}

function courseOf(query: Query, system: PlantSystem, wanted: ReadonlySet<Entry>, today: string): Course {
  const units = system.units.filter(({ entry }) => wanted.has(entry));
  const events = new Map<string, Event[]>();
  for (const event of eventsOf(query, system, units, wanted, today)) {
    const those = events.get(event.date);
    if (those) those.push(event);
    else events.set(event.date, [event]);
  }
  const lists = units.map(({ entry, zones, conduits }) => ({ entry, zones, conduits }));
  return { system, units: lists, events, last: new Map(), steps: [] };
}

/** What stands otherwise on a day than before; only what the day's events touch is judged. */
function stepOn(query: Query, { units, last }: Course, date: string, events: readonly Event[]): Step {
  const isTouched = last.size === 0 ? () => true : touchedBy(events);
  const changed = <Element extends Judged>(
    elements: readonly Element[],
    onDay: () => readonly Element[],
    postureOf: (element: Element) => Stand,
  ): Stand[] => {
    const touched = elements.map(isTouched);
    if (!touched.includes(true)) return [];
    return onDay().flatMap((element, i) => {
      if (!touched[i]) return [];
      const { path, slA, gap, missing } = postureOf(element);
      const stand = { path, slA, gap, missing };
      const text = JSON.stringify(stand);
      if (last.get(elements[i]!) === text) return [];
      last.set(elements[i]!, text);
      return [stand];
    });
  };
  return {
    date,
    due: events.flatMap(({ due }) => due ?? []),
    ending: events.flatMap(({ ending }) => ending ?? []),
    zones: units.flatMap(({ entry, zones }) => changed(zones, () => unitAt(query, entry).zones, zonePosture)),
    conduits: units.flatMap(({ entry, conduits }) =>
      changed(conduits, () => unitAt(query, entry).conduits, conduitPosture),
    ),
  };
}

/** Tells what some events touch, of zones an outer one asked before those in it. */
function touchedBy(events: readonly Event[]): (element: Judged) => boolean {
  const touched = new Set<Event['touches']>(events.map(({ touches }) => touches));
  if (touched.has('all')) return () => true;
  return (element) => {
    if (element.sort === 'zone' && element.parent && touched.has(element.parent)) touched.add(element);
    return touched.has(element);
  };
}

/** What is planned, and what ends, in those declarations of a system that are wanted. */
function eventsOf(
  query: Query,
  { settings }: PlantSystem,
  units: readonly PlantUnit[],
  wanted: ReadonlySet<Entry>,
  today: string,
): Event[] {
  const stated = (zone: string, statements: readonly Statement[], touches: Event['touches']) =>
    statements.flatMap((statement) =>
      statedEvents(query, zone, statement, today).map((event): Event => ({ ...event, touches })),
    );
  const allowed = (zone: string, { allows }: { readonly allows: readonly Allow[] }) =>
    allows.flatMap((allow) => allowEvents(zone, allow, today));
  return [
    ...(settings && wanted.has(settings.entry) ? stated('', settings.declared.statements, 'all') : []),
    ...units.flatMap(({ record }) => record.countermeasure.flatMap(({ declared }) => measureEvents(declared, today))),
    ...units.flatMap(({ zones, conduits, assets, flows, risks }) => [
      ...[...zones, ...conduits].flatMap((element) => [
        ...stated(element.path, element.declared.statements, element),
        ...allowed(element.path, element.declared),
      ]),
      ...assets.flatMap(({ home, declared }) => allowed(home.path, declared)),
      ...flows.flatMap(({ conduit, parent, declared }) => allowed((conduit ?? parent)?.path ?? '', declared)),
      ...risks.flatMap(({ declared }) => allowed('', declared)),
    ]),
  ];
}

function statedEvents(query: Query, zone: string, statement: Statement, today: string): Event[] {
  const { verb, until, note } = statement;
  if (!until || hasPassed(until, today)) return [];
  const controls = [...new Set(statement.controls.flatMap(({ text }) => controlsMeant(query, text)))];
  if (verb === 'plans') return [{ date: until.value, due: { zone, controls, text: note?.value ?? '' } }];
  return verb === 'accepts' || verb === 'compensates'
    ? [{ date: dayAfter(until.value), ending: { zone, controls } }]
    : [];
}

/** A countermeasure belongs to the system, and anything of it may count on it. */
function measureEvents({ name, until }: Countermeasure, today: string): Event[] {
  if (!until || hasPassed(until, today)) return [];
  return [{ date: dayAfter(until.value), ending: { zone: '', countermeasure: name.value }, touches: 'all' }];
}

function allowEvents(zone: string, { rule, until }: Allow, today: string): Event[] {
  if (!until || hasPassed(until, today)) return [];
  return [{ date: dayAfter(until.value), ending: { zone, rule: rule.text } }];
}

/** @param date `YYYY-MM-DD` */
function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
