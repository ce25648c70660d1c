import { isMet } from '../../analysis/status.ts';
import type { Query } from '../../engine/query.ts';
import type { Place as TextPlace } from '../../model/reference.ts';
import type { Severity } from '../../model/system.ts';
import type { PlantConduit, PlantRisk, PlantSystem, PlantZone } from '../../plant/plant.ts';
import type { ControlState } from '../../plant/required.ts';
import type { Step } from '../roadmap.ts';
import type { Line, Written } from './chapter.ts';

/** What the document is made of: a system as its plant has it, and what others know of it. */
export interface CrsInput {
  readonly query: Query;
  readonly system: PlantSystem;
  /** The zones that it speaks of: all, or one with those in it; and the conduits at them. */
  readonly zones: readonly PlantZone[];
  readonly conduits: readonly PlantConduit[];
  /** The path of the zone that it is limited to; undefined where it speaks of the whole system. */
  readonly zone?: string;
  /** The risks of these zones and conduits, and those of which the model does not say where they are. */
  readonly risks: readonly PlantRisk[];
  /** The day that dates are compared with, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly findings: readonly CrsFinding[];
  /** How it will stand on which day if every plan is kept; the first step is today. */
  readonly roadmap: readonly Step[];
}

/** A finding of a rule, and the line it stands at. */
export interface CrsFinding extends Line {
  readonly element: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}

/** Where something in the settings of the system is written; undefined without settings. */
export function inSettings({ settings }: PlantSystem, { at }: { readonly at: TextPlace }): Written | undefined {
  return settings && { entry: settings.entry, at };
}

export type Place = PlantZone | PlantConduit;

/** The zones inside the SuC. */
export const ownZones = ({ zones }: CrsInput): PlantZone[] => zones.filter(({ external }) => !external);

/** True for a zone of the document, and for one around the zone that it is limited to: what is said of it holds there, too. */
export const isConcerned = ({ zones, zone: limit }: CrsInput, zone: PlantZone): boolean =>
  zones.includes(zone) || (limit?.startsWith(`${zone.path}.`) ?? false);

/** All zones inside the SuC and all conduits. */
export const placesIn = (input: CrsInput): Place[] => [...ownZones(input), ...input.conduits];

/** The first cell of a row that is about a zone or conduit. */
export const placeCell = ({ sort, path }: Place): Readonly<Record<string, string>> =>
  sort === 'zone' ? { zone: path } : { conduit: path };

/** How a control stands, in the six words of the document. */
export function stateOf({ status }: Pick<ControlState, 'status'>): string {
  return isMet(status) || status === 'excluded' || status === 'planned' || status === 'accepted' ? status : 'open';
}
