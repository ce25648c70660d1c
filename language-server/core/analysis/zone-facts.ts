import type { Handle } from '../engine/element.ts';
import { identityOf } from '../engine/handle.ts';
import { createMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { endsOf } from '../engine/resolve.ts';
import type { Said } from '../engine/said.ts';
import type { ZoneKind } from '../model/reference-model.ts';
import { kindNamed } from './kinds.ts';
import { systemModel } from './settings.ts';

/** The kind of a zone, its own or inherited; undefined where none is stated or it is unknown. */
export function kindOf(query: Query, zone: Handle<'zone'>): Said<ZoneKind> | undefined {
  return kinds(query, identityOf(zone), () => {
    const name = query.fact(zone, 'kind');
    const { model } = systemModel(query, zone.entry.system);
    return { kind: name !== undefined && model ? kindNamed(model, name) : undefined };
  }).kind;
}

const kinds = createMemo<object, { readonly kind?: Said<ZoneKind> }>();

/** True for a zone of a kind that lies outside the SuC. */
export function isExternal(query: Query, zone: Handle<'zone'>): boolean {
  return kindOf(query, zone)?.flags.includes('external') ?? false;
}

/** True for a zone of a kind for business systems, such as an office network. */
export function isBusiness(query: Query, zone: Handle<'zone'>): boolean {
  return kindOf(query, zone)?.flags.includes('business') ?? false;
}

/** What is said of whether a zone is safety related as a whole: by itself, its kind, or else a zone around it. */
export function safetyOf(query: Query, zone: Handle<'zone'>): boolean | undefined {
  const own = query.fact(zone, 'ownSafety');
  if (own !== undefined) return own;
  return kindOf(query, zone)?.flags.includes('safety') || query.fact(zone, 'safety');
}

/** True for a zone that is designated as safety related. */
export const isSafetyRelated = (query: Query, zone: Handle<'zone'>): boolean => safetyOf(query, zone) ?? false;

/** True for a conduit that others carry or that is open to them: as it says, or else where it ends outside the SuC. */
export function isUntrusted(query: Query, conduit: Handle<'conduit'>): boolean {
  return untrusted(query, identityOf(conduit), () => {
    const trust = query.fact(conduit, 'trust');
    const endsOutside = () => endsOf(query, conduit).some((end) => end !== undefined && isExternal(query, end));
    return { isUntrusted: trust === undefined ? endsOutside() : trust === 'untrusted' };
  }).isUntrusted;
}

/** Once for all flows of a conduit, which may have thousands of ends. */
const untrusted = createMemo<object, { readonly isUntrusted: boolean }>();
/** True for a conduit all of whose ends lie outside the SuC: what others exchange is theirs to protect. */
export function isOutside(query: Query, conduit: Handle<'conduit'>): boolean {
  const ends = endsOf(query, conduit);
  return ends.length > 0 && ends.every((end) => end !== undefined && isExternal(query, end));
}
