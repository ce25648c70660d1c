/** Which rules' findings have come, gone or changed while a workspace was edited. */
export interface Reach {
  readonly rules: ReadonlySet<string>;
  /** Begins with another workspace, whose first findings are no change. */
  start(): void;
  /** Takes note of all findings of the workspace as it is now. */
  see(findings: Iterable<{ readonly rule: string; readonly message: string }>): void;
}

export function createReach(): Reach {
  const rules = new Set<string>();
  let last: ReadonlyMap<string, string> | undefined;
  return {
    rules,
    start() {
      last = undefined;
    },
    see(findings) {
      const now = new Map<string, string>();
      for (const { rule, message } of findings) now.set(rule, `${now.get(rule) ?? ''}${message}\n`);
      if (last) {
        for (const rule of new Set([...last.keys(), ...now.keys()])) {
          if (last.get(rule) !== now.get(rule)) rules.add(rule);
        }
      }
      last = now;
    },
  };
}
