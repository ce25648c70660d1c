import { FRS } from '../../model/levels.ts';
import type { ControlState } from '../../plant/required.ts';
import { type Draft, part, type Row, rowAt, textOf, textsOf, type Written } from './chapter.ts';
import { type CrsInput, type Place, placeCell, placesIn, stateOf } from './input.ts';

/** A required control of a zone or conduit, and how it stands there. */
interface Standing {
  readonly place: Place;
  readonly control: ControlState;
  readonly state: string;
}

const standingsIn = (input: CrsInput): Standing[] =>
  placesIn(input).flatMap((place) =>
    (place.required?.all ?? []).map((control) => ({ place, control, state: stateOf(control) })),
  );

const WITHOUT_REQUIRED = "Add 'sl-t' to the zones and conduits: it decides which controls are required.";

/** The statement of applicability: every control that is required, and how it stands. */
export function applicability(input: CrsInput): Draft {
  const standings = standingsIn(input);
  return {
    content: { controls: standings.map(rowOf), matrix: placesIn(input).flatMap(matrixRow) },
    parts: [
      part(standings, WITHOUT_REQUIRED),
      part(
        standings.length > 0 && standings.every(({ state }) => state !== 'open'),
        "Say of each open control in its zone or conduit how it stands: 'implements', 'plans', 'excludes', 'compensates' or 'accepts'.",
      ),
    ],
  };
}

/** Of a zone or conduit for each FR the level that is asked, the one that is achieved, and how many controls are missing. */
function matrixRow(place: Place): Row[] {
  const { slT, slA, required } = place;
  if (!slT || !required) return [];
  const missing = (fr: string) => required.unmet.filter(({ control }) => control.group === fr).length;
  const cells = FRS.map((name, fr) => [name, { slT: slT[fr] ?? 0, slA: slA?.[fr] ?? null, missing: missing(name) }]);
  return [rowAt(place, { ...placeCell(place), title: place.title, ...Object.fromEntries(cells) })];
}

const ofState =
  (...states: readonly string[]) =>
  (input: CrsInput): Draft => ({
    content: standingsIn(input)
      .filter(({ state }) => states.includes(state))
      .map(rowOf),
    // That none of those required is there lacks nothing.
    parts: [part(standingsIn(input), WITHOUT_REQUIRED)],
  });

/** The controls that others stand in for. */
export const compensations = ofState('compensated');

/** The controls that do not apply, and why. */
export const exclusions = ofState('excluded');

/** What is planned, accepted and open; what has a day first, by day. */
export function plan(input: CrsInput): Draft {
  const standings = standingsIn(input);
  const rows = standings
    .filter(({ state }) => state === 'planned' || state === 'accepted' || state === 'open')
    .map((standing) => ({ row: rowOf(standing), state: standing.state }));
  const dayOf = (row: Row) => (row.until as string | null) ?? '9999';
  rows.sort((a, b) => (dayOf(a.row) < dayOf(b.row) ? -1 : dayOf(a.row) > dayOf(b.row) ? 1 : 0));
  return {
    content: rows.map(({ row }) => row),
    parts: [
      part(standings, WITHOUT_REQUIRED),
      part(
        rows.every(({ state }) => state !== 'open'),
        "Plan each open control with its day: 'plans … until'.",
      ),
      part(
        rows.every(({ row, state }) => state !== 'planned' || row.until !== null),
        "Give each plan its day: 'until'.",
      ),
    ],
  };
}

/** For each control in place the check, and its result where somebody has verified it. */
export function verification(input: CrsInput): Draft {
  const met = standingsIn(input).filter(({ state }) => state === 'implemented' || state === 'compensated');
  const rows = met.map(({ place, control }): Row => {
    const verified = place.stated.originOf(control.control.id)?.statement.verified;
    return rowAt(writtenOf(place, control), {
      ...placeCell(place),
      control: control.control.id,
      check: checkOf(place, control.control.id),
      result: verified ? 'verified' : null,
      date: textOf(verified?.on),
      by: textOf(verified?.by),
    });
  });
  return {
    content: rows,
    parts: [
      part(rows, "Say with 'implements' which controls are in place in the zones and conduits."),
      part(
        rows.length > 0 && rows.every(({ result }) => result !== null),
        "Add 'verified on … by …' to the statements whose controls somebody has checked.",
      ),
    ],
  };
}

/** What the guidance of a control says of how to check it, as one line. */
function checkOf({ system }: Place, id: string): string | null {
  const { guidance = '' } = system.controlNamed(id) ?? {};
  const found = /\*\*Assessor checks:?\*\*:?\s+([\s\S]+?)(?=\n\s*\n|\s*$)/.exec(guidance)?.[1];
  return found?.replace(/\s+/g, ' ') ?? null;
}

/** What decides how a control stands: its statement, or the zone or conduit that lacks one. */
function writtenOf(place: Place, { control }: ControlState): Written {
  const origin = place.stated.originOf(control.id);
  return origin ? { entry: origin.entry, at: origin.statement.at } : place;
}

function rowOf({ place, control, state }: Standing): Row {
  const { id, title, level } = control.control;
  const origin = place.stated.originOf(id);
  const {
    by = [],
    evidence = [],
    verified,
    because,
    note,
    approver,
    until,
    compensatedBy = [],
  } = origin?.statement ?? {};
  return rowAt(writtenOf(place, control), {
    ...placeCell(place),
    control: id,
    title: title ?? null,
    sl: level ?? null,
    state,
    inherited: control.isInherited ? (origin?.zone?.path ?? 'system') : null,
    by: by.map(({ text }) => text),
    with: compensatedBy.map(({ text }) => text),
    evidence: textsOf(evidence),
    verified: verified ? { on: textOf(verified.on), by: textOf(verified.by) } : null,
    because: textOf(because ?? note),
    approver: textOf(approver),
    until: textOf(until),
  });
}
