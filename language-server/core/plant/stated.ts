import { controlsNamed } from '../analysis/profiles.ts';
import { originIn, type Status, type Statuses, statusIn } from '../analysis/status.ts';
import { reveal } from '../engine/reveal.ts';
import { readTerms } from '../engine/system-terms.ts';
import type { Reference } from '../model/reference.ts';
import type { Statement } from '../model/statement.ts';
import type { PlantMention, PlantOrigin, PlantZone, Stated } from './plant.ts';

/**
 * What is stated of controls in one place.
 * @param around the zones around the element whose statements reach it, the nearest first
 */
export function createStated(statuses: Statuses, around: () => readonly PlantZone[] = () => []): Stated {
  const { query, blocks } = statuses;
  const names = (references: readonly Reference[], control: string): boolean =>
    references.some(({ text }) => controlsNamed(query, text).includes(control));
  return {
    statusOf: (control): Status => statusIn(statuses, control),
    originOf(control): PlantOrigin | undefined {
      const origin = originIn(statuses, control);
      if (!origin) return undefined;
      const { block, statement, direct, through } = origin;
      const common = { entry: reveal(block).entry, statement: statement as Statement, direct, through };
      const distance = blocks.findIndex(({ statements }) => statements === block.statements);
      if (distance === 0) return { ...common, where: 'here' };
      if (block.isCommon) return { ...common, where: 'system' };
      return { ...common, where: 'around', zone: around()[distance - 1] };
    },
    mentionOf(control): PlantMention | undefined {
      const [block] = blocks;
      const own = (block?.isCommon ? readTerms(block.statements) : (block?.statements ?? [])) as readonly Statement[];
      const subject = own.find(({ controls }) => names(controls, control));
      if (subject) return { statement: subject, as: 'subject' };
      const means = own.find(({ compensatedBy }) => names(compensatedBy, control));
      return means && { statement: means, as: 'means' };
    },
  };
}
