/**
 * What each rule costs: the CPU time in it while a whole model is evaluated, at 10,000 and at 100,000 assets, and how
 * many times more the second is. A rule that is linear in the size of the plant has a ratio of about 10. What several
 * rules need is worked out once and counts for the first that asks.
 *
 * Asking the clock costs more than most rules in most units, and there are tens of thousands of both: so each time the
 * clock is asked once more with nothing in between, and what that takes is taken off. A rule that does nothing comes to
 * about 0 ms, a little above or below. Reading, names and rules together are timed in runs of their own, in which no rule is.
 */
import { RULES } from '../language-server/core/rules/index.ts';
import { createWorkspace } from '../language-server/language/workspace.ts';
import { plant } from './support/models.ts';
import { round, table } from './support/stats.ts';

/** Milliseconds of CPU that this thread has used: other programs do not count. */
function now(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

interface Cost {
  ms: number;
  findings: number;
}

/** The mean of several runs: where the clock ticks in milliseconds, one run tells nothing of what is quick. */
function costs(files: number, runs: number): { rules: Map<string, Cost>; total: number } {
  // Each area is separated from the office, so that flows are followed, too.
  const changes = plant(files, 100).map(({ name, text }) => ({
    uri: name,
    text: text.replace('  owner "Team', '  separated-from enterprise\n  owner "Team'),
  }));
  const rules = new Map<string, Cost>(RULES.map(({ code }) => [code, { ms: 0, findings: 0 }]));
  let total = 0;
  for (let run = 0; run < runs; run++) {
    const measure = (rule: string, work: () => void) => {
      const start = now();
      work();
      const end = now();
      const empty = now() - end;
      const cost = rules.get(rule);
      if (cost) cost.ms += (end - start - empty) / runs;
    };
    const workspace = createWorkspace({ defaultSystem: 'plant', today: '2026-01-01', measure });
    workspace.update(changes);
    const unmeasured = createWorkspace({ defaultSystem: 'plant', today: '2026-01-01' });
    const start = now();
    unmeasured.update(changes);
    total += (now() - start) / runs;
    if (run > 0) continue;
    for (const { uri } of changes) {
      for (const { rule } of workspace.findingsOf(uri)) {
        const cost = rules.get(rule);
        if (cost) cost.findings++;
      }
    }
  }
  return { rules, total };
}

const small = costs(100, 20);
const large = costs(1000, 3);
const known = RULES.map(({ code }) => ({ code, small: small.rules.get(code)!, large: large.rules.get(code)! }));
const rows = known
  .sort((a, b) => b.large.ms - a.large.ms)
  .map(({ code, small, large }) => [
    code,
    `${round(small.ms)} ms`,
    `${round(large.ms)} ms`,
    // Of what is hardly measurable a ratio says nothing.
    small.ms < 0.5 ? '' : round(large.ms / small.ms),
    String(large.findings),
  ]);
const sum = (of: 'small' | 'large') => known.reduce((ms, rule) => ms + rule[of].ms, 0);
rows.push([
  'all rules',
  `${round(sum('small'))} ms`,
  `${round(sum('large'))} ms`,
  round(sum('large') / sum('small')),
  '',
]);
rows.push([
  'reading, names and rules',
  `${round(small.total)} ms`,
  `${round(large.total)} ms`,
  round(large.total / small.total),
  '',
]);
console.log(table(['rule', '10,000 assets', '100,000 assets', 'ratio', 'findings'], rows));
