import type { Query, TrackedQuery } from './query.ts';

/** Remembers what has been computed for a key in one evaluation, for as long as its query lives. */
export type Memo<Key, Value> = (query: Query, key: Key, compute: () => Value) => Value;

/** Remembers for each query what is computed of a key, with the reads that led to it. */
export function createMemo<Key, Value>(): Memo<Key, Value> {
  // Kept by the query itself: a weak map of queries would cost the garbage collector more than all that is computed.
  const name = {};
  // Mostly the same query asks again and again.
  let last: { readonly memory: TrackedQuery['memory']; readonly values: Map<Key, Value> } | undefined;
  return (query, key, compute) => {
    const { memory } = query as TrackedQuery;
    if (last?.memory !== memory) {
      const values = (memory.get(name) as Map<Key, Value> | undefined) ?? new Map<Key, Value>();
      memory.set(name, values);
      last = { memory, values };
    }
    const { values } = last;
    let value = values.get(key);
    if (value === undefined) {
      value = compute();
      values.set(key, value);
    }
    return value;
  };
}

/** As a memo, of what is computed from the query that is handed over and nothing else. */
export type CommonMemo<Key, Value> = (query: Query, key: Key, compute: (query: Query) => Value) => Value;

/**
 * Remembers what follows from the workspace, whichever unit asks: for all evaluations of one update. Each that asks
 * reads what the first has read for the answer. The computation must not come to ask for itself.
 */
export function createCommonMemo<Key, Value>(): CommonMemo<Key, Value> {
  const name = {};
  const own = createMemo<Key, { readonly value: unknown }>();
  const ask = (asking: Query, key: Key, compute: (query: Query) => Value) => {
    const query = asking as TrackedQuery;
    let values = query.common.get(name);
    if (!values) {
      values = new Map();
      query.common.set(name, values);
    }
    let known = values.get(key);
    if (!known) {
      const reads = new Set<string>();
      known = { value: compute(query.apart(reads)), reads };
      values.set(key, known);
    }
    query.note(known.reads);
    return known;
  };
  // A query that has asked before need not note the reads again.
  return (query, key, compute) => own(query, key, () => ask(query, key, compute)).value as Value;
}
