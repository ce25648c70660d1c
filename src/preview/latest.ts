/** A function that works on one call at a time; of those that come meanwhile, only the last is done. */
export function createLatest<T>(work: (value: T) => Promise<void>): (value: T) => void {
  const calls: { next?: { value: T }; isBusy: boolean } = { isBusy: false };
  return async (value) => {
    calls.next = { value };
    if (calls.isBusy) return;
    calls.isBusy = true;
    while (calls.next) {
      const { value: current } = calls.next;
      calls.next = undefined;
      // A server that does not answer changes nothing here; that it does not is reported elsewhere.
      await work(current).catch(() => undefined);
    }
    calls.isBusy = false;
  };
}
