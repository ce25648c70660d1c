import { keys, type SystemSettings } from '../engine/keys.ts';
import { defineRule } from './frame/rule.ts';

export const duplicateSystem = defineRule({
  code: 'duplicate-system',
  title: 'Settings of a system given twice',
  group: 'names',
  severity: 'warning',
  basis: 'convention',
  clauses: ['IEC 62443-3-2 ZCR 1.1'],
  messages: {
    settings:
      "The settings of system '{name}' stand in another file already, and only that block counts: move these there.",
    title:
      "The title of system '{name}' is given in another file already: leave one, so that reports name the system alike.",
  },
  checks: {
    unit({ entry, query }, report) {
      const header = entry.unit.system;
      if (!header) return;
      const headers = query.all(keys.system(entry.system));
      const details = { at: header.name.at, subject: { sort: 'system', index: -1 } as const };
      const name = header.name.value;
      for (const [message, isGiven, has] of [
        ['settings', header.settings, ({ settings }: SystemSettings) => settings],
        ['title', header.title !== undefined, ({ hasTitle }: SystemSettings) => hasTitle],
      ] as const) {
        const first = headers.find(({ value }) => has(value));
        if (!isGiven || !first || first.entry === entry) continue;
        const related = [{ entry: first.entry, at: first.at, message: 'This one counts' }];
        report(message, { name }, { ...details, related });
      }
    },
  },
});
