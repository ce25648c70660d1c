import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { keys } from '../engine/keys.ts';
import { createCommonMemo } from '../engine/memo.ts';
import type { Query } from '../engine/query.ts';
import { canonicalText, HASH_PREFIX } from '../model/canonical.ts';

const hashes = createCommonMemo<string, { readonly hash: string | undefined }>();

/**
 * The hash of what a system says, `sha256:1:` and 64 hex digits: the same until the model says something else.
 * Undefined where some of its text cannot be read, since what is not read would not be in it.
 */
export function modelHash(query: Query, system: string): string | undefined {
  return hashes(query, system, (query) => {
    const units = query.all(keys.saying(system)).map(({ value }) => value);
    if (units.some(({ broken }) => broken)) return { hash: undefined };
    return { hash: HASH_PREFIX + bytesToHex(sha256(utf8ToBytes(canonicalText(units)))) };
  }).hash;
}
