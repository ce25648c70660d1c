import type { Measure } from '../core/rules/frame/evaluate.ts';
import { RULES } from '../core/rules/index.ts';
import { table } from './formats/table.ts';

/** Takes the time that each rule needs, for `zones check --stats`. */
export interface RuleStats {
  readonly measure: Measure;
  /** Lines of text: rules by their time, the longest first, with how often each found something. */
  report(findings: readonly { readonly rule: string }[]): readonly string[];
}

/** Sums up the milliseconds that each rule takes. */
export function createRuleStats(): RuleStats {
  const times = new Map<string, number>();
  return {
    measure(rule, work) {
      const start = performance.now();
      work();
      times.set(rule, (times.get(rule) ?? 0) + performance.now() - start);
    },
    report(findings) {
      const counts = new Map<string, number>();
      for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
      const total = [...times.values()].reduce((sum, time) => sum + time, 0);
      const rows = RULES.map(({ code }) => ({ code, time: times.get(code) ?? 0 }))
        .sort((a, b) => b.time - a.time)
        .map(({ code, time }) => [
          code,
          time.toFixed(1),
          `${total > 0 ? Math.round((100 * time) / total) : 0} %`,
          String(counts.get(code) ?? 0),
        ]);
      const right = (heading: string) => ({ heading, right: true });
      return table(['Rule', right('ms'), right('Share'), right('Findings')], rows);
    },
  };
}
