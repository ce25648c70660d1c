import * as v from 'valibot';
import { THEMES } from './core/diagram/drawing/theme.ts';
import { type Area, COLOURINGS, type PictureOptions } from './core/diagram/model/picture-options.ts';
import { JUDGED_SORTS, OFFERED_VERBS } from './core/model/statement.ts';
import type { ZonesRequests } from './protocol.ts';

/** A schema for each field of a type, none left out. */
export type Fields<T> = { readonly [K in keyof Required<T>]: v.GenericSchema<unknown, T[K]> };

const text = v.string();
const number = v.pipe(v.number(), v.finite());
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.readonly());

/** Clients may send more than was agreed on: only what we read is looked at. */
const params = <T extends v.ObjectEntries>(fields: T) => v.looseObject(fields);

/** A line or a character. */
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const position = params({ line: count, character: count });

export const area = v.object({ x: number, y: number, width: number, height: number } satisfies Fields<Area>);

/** How a person wants to see a system. */
export const pictureOptions = v.object({
  expanded: v.optional(list(text)),
  collapsed: v.optional(list(text)),
  depth: v.optional(number),
  colouring: v.optional(v.picklist(COLOURINGS)),
  aspect: v.optional(number),
  area: v.optional(area),
} satisfies Fields<PictureOptions>);

const drawn = { uri: text, system: v.optional(text), options: pictureOptions };
const page = { ...drawn, theme: v.picklist(THEMES), zone: v.optional(text) };

/** A system on a day, and what is judged in it. */
const onDay = { uri: text, system: v.optional(text), date: v.optional(text) };
const judged = { sort: v.picklist(JUDGED_SORTS), path: text };

/** What the parameters of our own requests look like, by the method. */
export const ZONES_PARAMS: {
  readonly [Method in keyof ZonesRequests]: v.GenericSchema<unknown, ZonesRequests[Method]['params']>;
} = {
  'zones/starterModel': params({ system: text }),
  'zones/diagram': params(drawn),
  'zones/exportFormats': v.any(),
  'zones/export': params({ ...page, format: text }),
  'zones/printPage': params(page),
  'zones/zones': params({ uri: text, system: v.optional(text) }),
  'zones/findInDiagram': params({ uri: text, system: text, query: text }),
  'zones/findingsOf': params({ uri: text, system: text, elements: list(text), withInner: v.boolean() }),
  'zones/reaching': params({ uri: text, system: text, element: text }),
  'zones/locate': params({ uri: text, system: text, element: text }),
  'zones/report': params({ uri: text, system: v.optional(text) }),
  'zones/reportFormats': v.any(),
  'zones/exportReport': params({ uri: text, system: v.optional(text), ending: text, name: text }),
  'zones/posture': params(onDay),
  'zones/postureSummary': params({ uri: text }),
  'zones/postureControls': params({ ...onDay, ...judged, fr: v.optional(text) }),
  'zones/stateControl': params({
    uri: text,
    system: text,
    ...judged,
    control: text,
    verb: v.picklist(OFFERED_VERBS),
  }),
  'zones/import': params({
    uri: text,
    folder: text,
    system: v.optional(text),
    mapping: v.optional(v.pipe(v.record(text, v.nullable(text)), v.readonly())),
  }),
  'zones/modelFormats': v.any(),
  'zones/exportModel': params({ uri: text, system: v.optional(text), to: text, name: text }),
  'zones/elementAt': params({ uri: text, position }),
};

/** What the notification of the files that the user sees looks like. */
export const SHOWN_FILES_PARAMS = params({ uris: list(text) });
