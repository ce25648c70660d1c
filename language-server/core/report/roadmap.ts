import { hasPassed } from '../analysis/in-force.ts';
import type { Entry } from '../engine/entry.ts';
import type { Query } from '../engine/query.ts';
import type { Achievement, SlVector } from '../model/levels.ts';
import type { Allow, Statement } from '../model/statement.ts';
import { systems as systemsOf } from '../plant/index.ts';
import { controlsMeant } from '../plant/library.ts';
import type { PlantSystem } from '../plant/plant.ts';
import { type ConduitPosture, postureReport, type SystemPosture, type ZonePosture } from './posture.ts';

/** What a plan makes due on a day. */
export interface Due {
  /** Path of the zone or conduit in which the plan stands; empty for the system. */
  readonly zone: string;
  readonly controls: readonly string[];
  readonly text: string;
}

/** What has ended by a day: an acceptance or compensation of controls, or the allowance of a rule. */
export type Ending = { readonly zone: string } & ({ readonly controls: readonly string[] } | { readonly rule: string });

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
  const systems = postureReport(first, entries);
  const wanted = new Set(entries);
  const events = systemsOf(first).flatMap((system) => eventsOf(first, system, wanted, today));
  const dates = [...new Set([today, ...events.map(({ date }) => date)])].sort();
  /** A posture for all systems at once: days are few, and shared where systems plan together. */
  const byDate = dates.map((date) => ({
    date,
    systems: date === today ? systems : postureReport(queryOn(date, today), entries),
  }));
  return systems.map(({ name, title }) => {
    const own = events.filter(({ system }) => system === name);
    let before: SystemPosture | undefined;
    const steps = byDate.flatMap(({ date, systems: all }): Step[] => {
      const happening = own.filter((event) => event.date === date);
      if (before && happening.length === 0) return [];
      const now = all.find((system) => system.name === name)!;
      const [zones, conduits] = [changed(before?.zones, now.zones), changed(before?.conduits, now.conduits)];
      before = now;
      return [
        {
          date,
          due: happening.flatMap(({ due }) => due ?? []),
          ending: happening.flatMap(({ ending }) => ending ?? []),
          zones,
          conduits,
        },
      ];
    });
    return { name, title, steps };
  });
}

/** Something that happens on a day. */
interface Event {
  readonly system: string;
  readonly date: string;
  readonly due?: Due;
  readonly ending?: Ending;
}

/** What is planned, and what ends, in those declarations of a system that are wanted. */
function eventsOf(query: Query, system: PlantSystem, wanted: ReadonlySet<Entry>, today: string): Event[] {
  const stated = (zone: string, statements: readonly Statement[]) =>
    statements.flatMap((statement) => statedEvents(query, zone, statement, today));
  const allowed = (zone: string, { allows }: { readonly allows: readonly Allow[] }) =>
    allows.flatMap((allow) => allowEvents(zone, allow, today));
  const settings = system.settings && wanted.has(system.settings.entry) ? system.settings.declared.statements : [];
  const units = system.units.filter(({ entry }) => wanted.has(entry));
  return [
    ...stated('', settings),
    ...units.flatMap(({ zones, conduits, assets, flows, risks }) => [
      ...[...zones, ...conduits].flatMap(({ path, declared }) => [
        ...stated(path, declared.statements),
        ...allowed(path, declared),
      ]),
      ...assets.flatMap(({ home, declared }) => allowed(home.path, declared)),
      ...flows.flatMap(({ conduit, parent, declared }) => allowed((conduit ?? parent)?.path ?? '', declared)),
      ...risks.flatMap(({ declared }) => allowed('', declared)),
    ]),
  ].map((event) => ({ ...event, system: system.name }));
}

function statedEvents(query: Query, zone: string, statement: Statement, today: string): Omit<Event, 'system'>[] {
  const { verb, until, note } = statement;
  if (!until || hasPassed(until, today)) return [];
  const controls = [...new Set(statement.controls.flatMap(({ text }) => controlsMeant(query, text)))];
  if (verb === 'plans') return [{ date: until.value, due: { zone, controls, text: note?.value ?? '' } }];
  return verb === 'accepts' || verb === 'compensates'
    ? [{ date: dayAfter(until.value), ending: { zone, controls } }]
    : [];
}

function allowEvents(zone: string, { rule, until }: Allow, today: string): Omit<Event, 'system'>[] {
  if (!until || hasPassed(until, today)) return [];
  return [{ date: dayAfter(until.value), ending: { zone, rule: rule.text } }];
}

/** @param date `YYYY-MM-DD` */
function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** Those whose figures are others than before. */
function changed(
  before: readonly (ZonePosture | ConduitPosture)[] | undefined,
  now: readonly (ZonePosture | ConduitPosture)[],
): Stand[] {
  const stands = now.map(({ path, slA, gap, missing }): Stand => ({ path, slA, gap, missing }));
  if (!before) return stands;
  // The same declarations in the same order: only days differ.
  return stands.filter(({ slA, gap, missing }, i) => {
    const then = before[i]!;
    return [slA, gap, missing].join(';') !== [then.slA, then.gap, then.missing].join(';');
  });
}
