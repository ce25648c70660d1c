/**
 * Runs the tests of rules on sources with a fault each, by vitest, and writes what fails: an object with the messages by
 * the name of the mutation. `node test/guard/run-mutated.ts <output>`
 */
import { writeFileSync } from 'node:fs';
import { createVitest } from 'vitest/node';
import { root } from '../../scripts/lib/process.mjs';
import { viteMutation } from './mutate.ts';
import { MUTATIONS } from './mutations.ts';

const vitest = await createVitest({
  config: false,
  root,
  watch: false,
  reporters: [{}],
  testNamePattern: 'is asked again after each edit',
  projects: MUTATIONS.map((mutation) => ({
    plugins: [viteMutation(mutation)],
    // A cache of loaded modules would take one mutation's for another's.
    test: { name: mutation.name, include: [mutation.test], fsModuleCache: false },
  })),
});
const { testModules, unhandledErrors } = await vitest.start();
await vitest.close();

const failures: Record<string, string[]> = Object.fromEntries(MUTATIONS.map(({ name }) => [name, []]));
for (const module of testModules) {
  const errors = [
    ...module.errors(),
    ...[...module.children.allTests('failed')].flatMap((test) => test.result().errors ?? []),
  ];
  failures[module.project.name]!.push(...errors.map(({ message }) => message));
}
if (unhandledErrors.length > 0) throw unhandledErrors[0];
writeFileSync(process.argv[2]!, JSON.stringify(failures, undefined, 1));
// That tests have failed is what this is for; vitest takes it for an error.
process.exitCode = 0;
