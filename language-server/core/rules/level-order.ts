import { zoneOf } from '../engine/element.ts';
import { defineRule } from './frame/rule.ts';

export const levelOrder = defineRule({
  code: 'level-order',
  title: 'Level above that of the zone around',
  group: 'partitioning',
  severity: 'info',
  basis: 'convention',
  clauses: ['IEC 62443-3-2 ZCR 3.1'],
  messages: {
    zone: "Zone '{name}' is at level {level} inside zone '{outer}' at level {outerLevel}, so all that reaches it from above has to be let into '{outer}' first: correct one of the levels, or move the zone out.",
  },
  checks: {
    zone(ref, { query }, report) {
      const { name, level, parent } = zoneOf(ref);
      if (!level || parent < 0) return;
      const outer = { ...ref, index: parent };
      const outerLevel = query.fact(outer, 'level');
      if (outerLevel === undefined || level.value <= outerLevel) return;
      report(
        'zone',
        { name: name.value, level: level.value, outer: zoneOf(outer).name.value, outerLevel },
        { at: level.at, subject: { sort: 'zone', index: ref.index } },
      );
    },
  },
});
