import fc from 'fast-check';

/*
 * Random models are the same in each run, so that a run tells of the change and not of luck. `SEED=1` takes others,
 * `RUNS=500` more of them where a test says so.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 62443) });
