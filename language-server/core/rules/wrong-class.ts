import { traitsOf } from '../analysis/asset-traits.ts';
import { controlOf } from '../analysis/catalogs.ts';
import { controlsNamed } from '../analysis/profiles.ts';
import { requirementsFor } from '../analysis/sl-c.ts';
import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import type { Fix } from '../fixes/fix.ts';
import type { ComponentClass, Control } from '../model/control.ts';
import type { Reference } from '../model/reference.ts';
import type { Statement } from '../model/statement.ts';
import type { Unit } from '../model/unit.ts';
import { listAnd, withArticle } from '../text/words.ts';
import { defineRule, type Report, type RuleContext, type Subject } from './frame/rule.ts';
import { placeName } from './frame/subjects.ts';
import { placedStatements } from './shared/statement-blocks.ts';

const messages = {
  otherClass:
    "{control} {are} for {classes}, and '{name}' is {own} ({type}), so {it} for nothing here: state the requirement of its own class, or correct the asset's type.",
  onAsset:
    "{control} {are} for systems, and '{name}' is a component, so {it} for nothing here: state that in the zone, or name the component requirement.",
  onZone:
    '{control} {are} for components, so {it} for nothing in {place}: state that in the assets that meet it, or name the system requirement.',
  inRisk:
    "{control} {are} for components, which no zone or conduit has in place, so {it} for nothing in risk '{name}': name the system requirement.",
  inRegulation:
    "{control} {are} for components, of which no zone is asked, so {it} for nothing in regulation '{name}': name the system requirement.",
};

export const wrongClass = defineRule({
  code: 'wrong-class',
  title: 'Requirement of another class',
  group: 'components',
  severity: 'warning',
  basis: 'convention',
  clauses: ['IEC 62443-4-2'],
  messages,
  checks: {
    unit(context, report) {
      for (const { statement, subject } of placedStatements(context)) {
        for (const reference of statement.controls) {
          if (subject.sort === 'asset') judgeOnAsset(context, reference, subject, report);
          else judgeOutside(context, reference, subject, report);
        }
      }
      judgeRecord(context, report);
    },
  },
});

const isOfComponents = ({ applies }: Said<Control>): boolean => applies.every((scope) => scope === 'asset');

/** True for a control that is for components alone: in a zone, a conduit or the settings it is at fault itself. */
export function isForComponents(query: Query, id: string): boolean {
  const control = controlOf(query, id);
  return control !== undefined && isOfComponents(control);
}

/** Of the controls that a zone, a conduit or the settings state: those that are for components alone. */
function judgeOutside(
  { entry, query }: RuleContext,
  reference: Reference,
  subject: Subject,
  report: Report<typeof messages>,
): void {
  const wrong = controlsOf(query, reference).filter(isOfComponents);
  if (wrong.length === 0) return;
  report(
    'onZone',
    { ...subjectOf(reference, wrong), place: placeName(entry.unit, subject) },
    {
      at: reference.at,
      subject,
      data: dataOf(wrong),
      fixes: () => replacements(entry.unit, subject, reference, wrong, (control) => systemCounterparts(query, control)),
    },
  );
}

/** Of the controls that risks count on and regulations require of zones: those that are for components alone. */
function judgeRecord({ entry, query }: RuleContext, report: Report<typeof messages>): void {
  const { risks, regulations } = entry.unit;
  const judge = (
    message: 'inRisk' | 'inRegulation',
    name: string,
    subject: Subject,
    references: readonly Reference[],
  ) => {
    const named = new Set(references.map(({ text }) => text));
    for (const reference of references) {
      const wrong = controlsOf(query, reference).filter(isOfComponents);
      if (wrong.length === 0) continue;
      const fixes = () => changes(reference, wrong, named, (control) => systemCounterparts(query, control));
      report(
        message,
        { ...subjectOf(reference, wrong), name },
        { at: reference.at, subject, data: dataOf(wrong), fixes },
      );
    }
  };
  for (const [index, { name, existing, mitigatedBy }] of risks.entries())
    judge('inRisk', name.value, { sort: 'risk', index }, [...existing, ...mitigatedBy]);
  for (const { name, requires } of regulations) {
    const required = requires.flatMap(({ controls }) => controls);
    judge('inRegulation', name.value, { sort: 'declaration', index: -1 }, required);
  }
}

/** Of the controls that an asset states: those that are for systems, and those for another class of component. */
function judgeOnAsset(
  { entry, query }: RuleContext,
  reference: Reference,
  subject: Subject,
  report: Report<typeof messages>,
): void {
  const controls = controlsOf(query, reference);
  const traits = traitsOf(query, { entry, sort: 'asset', index: subject.index });
  const component = traits?.class;
  const name = entry.unit.assets[subject.index]!.name.value;
  const details = (
    wrong: readonly Said<Control>[],
    counterparts: (control: Said<Control>, own: ComponentClass) => string[],
  ) => ({
    at: reference.at,
    subject,
    data: dataOf(wrong),
    fixes: () =>
      component
        ? replacements(entry.unit, subject, reference, wrong, (control) => counterparts(control, component))
        : [],
  });
  const ofSystem = controls.filter(({ applies }) => !applies.includes('asset'));
  if (ofSystem.length > 0) {
    const more = details(ofSystem, (control, own) => componentCounterparts(query, control, own));
    report('onAsset', { ...subjectOf(reference, ofSystem), name }, more);
  }
  if (!component) return;
  const other = controls.filter(
    ({ applies, classes }) => applies.includes('asset') && classes.length > 0 && !classes.includes(component),
  );
  if (other.length === 0) return;
  report(
    'otherClass',
    {
      ...subjectOf(reference, other),
      classes: listAnd([...new Set(other.flatMap(({ classes }) => classes))].map(plural)),
      name,
      own: withArticle(component.replace('-', ' ')),
      type: traits.title,
    },
    details(other, (control, own) => sameNumber(query, control, own)),
  );
}

const controlsOf = (query: Query, { text }: Reference): Said<Control>[] =>
  controlsNamed(query, text).flatMap((id) => controlOf(query, id) ?? []);

const plural = (component: ComponentClass) => `${component.replace('-', ' ')}s`;

const dataOf = (controls: readonly Said<Control>[]) => ({ controls: controls.map(({ id }) => id) });

/** The control as written; of a profile, the controls in it that are meant. */
const nameOf = ({ text }: Reference, controls: readonly Said<Control>[]): string =>
  controls.some(({ id }) => id === text) ? text : `${listAnd(controls.map(({ id }) => id))} of '${text}'`;

/** What a message is about, with its verbs in the same number. */
const subjectOf = (reference: Reference, controls: readonly Said<Control>[]) => ({
  control: nameOf(reference, controls),
  are: controls.length === 1 ? 'is a requirement' : 'are requirements',
  it: controls.length === 1 ? 'it counts' : 'they count',
});

/** Changes to what may have been meant and is not stated beside. */
function replacements(
  unit: Unit,
  subject: Subject,
  reference: Reference,
  wrong: readonly Said<Control>[],
  counterparts: (control: Said<Control>) => readonly string[],
): Fix[] {
  const stated = new Set(statementsBeside(unit, subject).flatMap(({ controls }) => controls.map((each) => each.text)));
  return changes(reference, wrong, stated, counterparts);
}

/** Changes of a reference that names the control itself to what may have been meant and is not named beside. */
function changes(
  { text, at }: Reference,
  [control]: readonly Said<Control>[],
  beside: ReadonlySet<string>,
  counterparts: (control: Said<Control>) => readonly string[],
): Fix[] {
  if (control?.id !== text) return [];
  return counterparts(control)
    .filter((id) => !beside.has(id))
    .map((id) => ({ title: `Change to ${id}`, edits: [{ kind: 'replace', at, text: id }] }));
}

function statementsBeside({ zones, assets, conduits, system }: Unit, { sort, index }: Subject): readonly Statement[] {
  const elements = { zone: zones, asset: assets, conduit: conduits }[sort as 'zone' | 'asset' | 'conduit'];
  return (elements?.[index] ?? system)?.statements ?? [];
}

const numberOf = (id: string): string => id.replace(/^[A-Z]+ /, '');

/** `HDR 3.2` for `EDR 3.2`: the classes share their numbers. */
const sameNumber = (query: Query, { id }: Said<Control>, component: ComponentClass): string[] =>
  requirementsFor(query, component).flatMap((other) => (numberOf(other.id) === numberOf(id) ? [other.id] : []));

/** The component requirements of a class that the catalogue maps to a system requirement. */
const componentCounterparts = (query: Query, { id, catalog }: Said<Control>, component: ComponentClass): string[] =>
  requirementsFor(query, component).flatMap((other) => (isMapped(other, catalog, id) ? [other.id] : []));

const isMapped = ({ maps }: Said<Control>, catalog: string, id: string): boolean =>
  maps.some(({ framework, ids }) => framework.text === catalog && ids.some(({ value }) => value === id));

/** The system requirements that the catalogue maps a component requirement to. */
const systemCounterparts = (query: Query, { maps }: Said<Control>): string[] =>
  maps.flatMap(({ framework, ids }) =>
    ids.flatMap(({ value }) => (controlOf(query, value)?.catalog === framework.text ? [value] : [])),
  );
