import type { ElementRef, ZoneRef } from '../engine/element.ts';
import { zonesAround } from '../engine/handle.ts';
import type { Boundary } from '../model/boundary.ts';

/**
 * True where an element gives a member, but with a value that cannot be read: the fault is the value. One that is still to
 * be written is none.
 */
export const isGivenWrong = ({ entry, sort, index }: ElementRef, name: string): boolean =>
  entry.unit.problems.some(
    ({ member, on, severity }) => member === name && on?.sort === sort && on.index === index && severity !== 'info',
  );

/** True where a zone or one around it gives a member that way. */
export const isGivenWrongAround = (ref: ZoneRef, name: string): boolean =>
  zonesAround(ref).some(({ index }) => isGivenWrong({ ...ref, index }, name));

/** True where a zone or conduit gives a boundary that way, or one that may be of that side. */
export const isBoundaryGivenWrong = (ref: ElementRef, side: Boundary['side']): boolean =>
  isGivenWrong(ref, 'boundary') || isGivenWrong(ref, `boundary ${side}`);
