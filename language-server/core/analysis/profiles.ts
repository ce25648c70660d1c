import { createCommonMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import type { Profile } from '../model/control.ts';
import { controlOf } from './catalogs.ts';

function profileOf(query: Query, name: string): Said<Profile> | undefined {
  return query.shared('profile', name)?.value;
}

const profileControls = createCommonMemo<string, readonly string[]>();

/** The controls that a reference names: itself, or all of a profile's. Unknown names name nothing. */
export function controlsNamed(query: Query, text: string): readonly string[] {
  if (controlOf(query, text)) return [text];
  return profileControls(query, text, (query) => {
    const controls = new Set<string>();
    const profiles = new Set([text]);
    // The set grows while it is walked; a profile that contains itself is met once.
    for (const name of profiles) {
      for (const reference of profileOf(query, name)?.controls ?? []) {
        if (controlOf(query, reference.text)) controls.add(reference.text);
        else profiles.add(reference.text);
      }
    }
    return [...controls];
  });
}
