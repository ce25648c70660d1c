import { isLaterIn } from '../analysis/clashes.ts';
import { statusesOfConduit, statusesOfZone } from '../analysis/posture.ts';
import { controlsNamed } from '../analysis/profiles.ts';
import { requiredInSystem, requiredOf } from '../analysis/required.ts';
import { readBlock, type StatementBlock } from '../analysis/statements.ts';
import { originIn, type Statuses } from '../analysis/status.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { keys } from '../engine/keys.ts';
import type { Query } from '../engine/query.ts';
import { removeControls } from '../fixes/remove-controls.ts';
import { parentOf } from '../model/control.ts';
import type { Statement, Verb } from '../model/statement.ts';
import { abridge } from '../text/words.ts';
import { defineRule, type RuleContext, type Subject } from './frame/rule.ts';
import { placeName } from './frame/subjects.ts';
import { blocksOf, type JudgedBlock } from './shared/statement-blocks.ts';
import { isForComponents } from './wrong-class.ts';

const JUDGED: ReadonlySet<Verb> = new Set(['plans', 'excludes', 'accepts', 'compensates']);
const MOST_NAMED = 6;

export const unusedStatement = defineRule({
  code: 'unused-statement',
  title: 'Statement that nothing asks for',
  group: 'requirements',
  severity: 'hint',
  basis: 'convention',
  unnecessary: true,
  clauses: [],
  messages: {
    statement:
      "Nothing in {place} asks for {controls}, neither by SL-T nor as a focus of the kind, so this '{verb}' counts for nothing: remove it, or raise the SL-T if it should count.",
    external:
      "Nothing is asked of {place}, which is external, so this '{verb}' of {controls} counts for nothing: remove it.",
    system:
      "No zone or conduit of the system asks for {controls}, neither by its SL-T nor by a focus of its kind, so this '{verb}' counts for nothing: remove it.",
  },
  checks: {
    unit(context, report) {
      for (const block of blocksOf(context)) {
        const judged = block.statements.filter(({ verb }) => JUDGED.has(verb));
        const isUsed = judged.length > 0 ? usedIn(context, block) : undefined;
        if (!isUsed) continue;
        for (const statement of judged) {
          const unused = statement.controls.filter(({ text }) => {
            const controls = controlsNamed(context.query, text);
            if (controls.length === 0 || controls.some(isUsed)) return false;
            return !controls.every((control) => isFaultyAlready(context.query, block.block, statement, control));
          });
          if (unused.length === 0) continue;
          const isWhole = unused.length === statement.controls.length;
          const names = unused.map(({ text }) => text);
          const values = { controls: abridge(names, MOST_NAMED), verb: statement.verb };
          const details = {
            at: isWhole ? statement.verbAt : unused[0]!.at,
            subject: block.subject,
            data: { controls: names },
            fixes: () => [
              // What counts for nothing can go without a choice, so all of a file may go at once.
              { ...removeControls(statement, unused, `this '${statement.verb}'`), preferred: true, batch: true },
            ],
          };
          if (block.subject.sort === 'system') report('system', values, details);
          else {
            const place = placeName(context.entry.unit, block.subject);
            report(isOutside(context, block.subject) ? 'external' : 'statement', { ...values, place }, details);
          }
        }
      }
    },
  },
});

/** True for a zone of which nothing is required at any SL-T. */
const isOutside = ({ entry, query }: RuleContext, { sort, index }: Subject): boolean =>
  sort === 'zone' && isExternal(query, { entry, sort, index });

/** True where another rule asks for the same to go: what contradicts or repeats a statement before it, what is for components. */
function isFaultyAlready(query: Query, block: StatementBlock, statement: Statement, control: string): boolean {
  return isLaterIn(readBlock(query, block), statement, control) || isForComponents(query, control);
}

/** Tells of a control whether what a block says about it counts anywhere; undefined where that cannot be known yet. */
function usedIn(
  { entry, query }: RuleContext,
  { block, subject }: JudgedBlock,
): ((control: string) => boolean) | undefined {
  const isCountedOn = (control: string) => query.first(keys.naming(entry.system, control)) !== undefined;
  if (subject.sort === 'system') {
    const required = requiredInSystem(query, entry.system);
    return required && ((control) => isRequired(required, control, () => true) || isCountedOn(control));
  }
  const places = placesUnder({ entry, query }, subject.sort as 'zone' | 'conduit', subject.index);
  const isFromHere = (statuses: Statuses, control: string) =>
    originIn(statuses, control)?.block.statements === block.statements;
  return (control) =>
    places.some(({ required, statuses }) =>
      isRequired(required, control, (requiring) => isFromHere(statuses, requiring)),
    ) || isCountedOn(control);
}

/** True where a control is required, or an enhancement that its exclusion covers, by something that `counts`. */
function isRequired(required: ReadonlySet<string>, control: string, counts: (requiring: string) => boolean): boolean {
  if (required.has(control)) return counts(control);
  return [...required].some((other) => parentOf(other) === control && counts(other));
}

interface Reach {
  readonly required: ReadonlySet<string>;
  readonly statuses: Statuses;
}

/** A zone and the zones inside it, which inherit its statements; or a conduit. */
function placesUnder(
  { entry, query }: Pick<RuleContext, 'entry' | 'query'>,
  sort: 'zone' | 'conduit',
  index: number,
): Reach[] {
  if (sort === 'conduit') {
    const ref = { entry, sort: 'conduit', index } as const;
    return [{ required: requiredOf(query, ref), statuses: statusesOfConduit(query, ref) }];
  }
  const ref = { entry, sort: 'zone', index } as const;
  return [
    { required: requiredOf(query, ref), statuses: statusesOfZone(query, ref) },
    ...entry.unit.zones[index]!.zones.flatMap((inner) => placesUnder({ entry, query }, 'zone', inner)),
  ];
}
