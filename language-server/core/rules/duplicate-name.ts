import { type DeclaredSort, HIDING } from '../engine/declared.ts';
import { isSameElement } from '../engine/handle.ts';
import { keys } from '../engine/keys.ts';
import { accessPointsIn } from '../model/access-point.ts';
import { RECORD_SORTS, recordedIn } from '../model/record.ts';
import type { Place } from '../model/reference.ts';
import { withArticle } from '../text/words.ts';
import { defineRule, type Report, type RuleContext, type Subject } from './frame/rule.ts';

const messages = {
  recorded:
    "There is {other} '{name}' in this system already, and names of this sort must differ for others to name one: rename one.",
  element: "'{name}' is declared already, as {other} of this system: paths must be unique, so rename one.",
  library: "The library has {other} '{name}' already, and the library's counts: rename yours.",
  shared: "There is {other} '{name}' already, and names of this sort are shared by the whole workspace: rename one.",
  accessPoint:
    "There is an access point '{name}' in this {home} already, and nobody could say which of the two is meant: rename one.",
  kind: "Reference model '{model}' has a kind '{name}' already, so a zone could not say which it is of: rename one.",
};

const NOUNS: Partial<Record<DeclaredSort, string>> = {
  'asset-type': 'asset type',
  'reference-model': 'reference model',
  catalog: 'catalogue',
};

export const duplicateName = defineRule({
  code: 'duplicate-name',
  title: 'Duplicate name',
  group: 'names',
  // It asks whether others have a name, its group what names mean.
  apart: true,
  severity: 'error',
  basis: 'convention',
  clauses: ['IEC 62443-3-2 ZCR 6.4'],
  messages,
  checks: {
    unit(context, report) {
      checkElements(context, report);
      checkAccessPoints(context, report);
      checkRecord(context, report);
      checkShared(context, report);
      checkKinds(context, report);
    },
  },
});

function checkElements({ entry, query }: RuleContext, report: Report<typeof messages>): void {
  for (const sort of ['zone', 'asset', 'conduit', 'risk'] as const) {
    entry.unit[`${sort}s`].forEach((element, index) => {
      const path = 'path' in element ? element.path : element.name.value;
      if (!element.name.value) return;
      const first = query.peek(keys.path(entry.system, path));
      if (!first || isSameElement(first, { entry, sort, index })) return;
      report(
        'element',
        { name: element.name.value, other: withArticle(first.sort) },
        {
          at: element.name.at,
          subject: { sort, index },
          related: [{ entry: first.entry, at: first.at, message: 'Declared here first' }],
        },
      );
    });
  }
}

/** Each zone is a space of its own for them. */
function checkAccessPoints({ entry }: RuleContext, report: Report<typeof messages>): void {
  const first = new Map<string, Place>();
  for (const { sort, index, path, point } of accessPointsIn(entry.unit)) {
    const { value: name, at } = point.name;
    const home = `${sort} ${index} ${path}`;
    const before = first.get(home);
    if (before === undefined) first.set(home, at);
    else if (name) {
      const related = [{ entry, at: before, message: 'Declared here first' }];
      report('accessPoint', { name, home: sort }, { at, subject: { sort, index }, related });
    }
  }
}

/** Each sort of the record is a space of its own. */
function checkRecord({ entry, query }: RuleContext, report: Report<typeof messages>): void {
  for (const sort of RECORD_SORTS) {
    recordedIn(entry.unit, sort).forEach(({ name: { value: name, at } }, index) => {
      const first = name ? query.peek(keys.recorded(sort, entry.system, name)) : undefined;
      if (!first || (first.entry === entry && first.index === index)) return;
      report(
        'recorded',
        { name, other: withArticle(sort.replace('-', ' ')) },
        {
          at,
          subject: { sort: 'declaration', index: -1 },
          related: [{ entry: first.entry, at: first.at, message: 'Declared here first' }],
        },
      );
    });
  }
}

function checkShared(context: RuleContext, report: Report<typeof messages>): void {
  const { unit } = context.entry;
  const check = (sort: DeclaredSort, name: string, at: Place, index: number, inner = -1) =>
    checkOne(context, report, { sort, name, at, index, inner });
  for (const [sort, items] of [
    ['profile', unit.profiles],
    ['asset-type', unit.assetTypes],
    ['protocol', unit.protocols],
    ['reference-model', unit.models],
    ['framework', unit.frameworks],
    ['catalog', unit.catalogs],
  ] as const) {
    items.forEach(({ name }, index) => {
      check(sort, name.value, name.at, index);
    });
  }
  unit.catalogs.forEach(({ controls }, index) => {
    controls.forEach(({ id, nameAt: at }, inner) => {
      check('control', id, at, index, inner);
    });
  });
}

interface Named {
  readonly sort: DeclaredSort;
  readonly name: string;
  readonly at: Place;
  readonly index: number;
  readonly inner: number;
}

function checkOne({ entry, query }: RuleContext, report: Report<typeof messages>, named: Named): void {
  const { sort, name, at, index, inner } = named;
  const declared = name ? query.all(keys.shared(sort, name)) : [];
  // What hides the library's has a finding of its own (hides-library); two of one's own are a fault.
  const first = HIDING.has(sort) ? declared.find(({ entry: source }) => !source.library) : declared[0];
  if (!first || (first.entry === entry && first.index === index && first.inner === inner)) return;
  const other = withArticle(NOUNS[sort] ?? sort);
  const subject: Subject = { sort: 'declaration', index: -1 };
  const related = [{ entry: first.entry, at: first.at, message: 'Declared here first' }];
  report(first.entry.library ? 'library' : 'shared', { name, other }, { at, subject, related });
}

/** Kinds need to differ within their reference model only. */
function checkKinds({ entry }: RuleContext, report: Report<typeof messages>): void {
  for (const model of entry.unit.models) {
    model.kinds.forEach(({ name, nameAt: at }, index) => {
      const first = model.kinds.findIndex((kind) => kind.name === name);
      if (first === index || !name) return;
      const subject: Subject = { sort: 'declaration', index: -1 };
      const related = [{ entry, at: model.kinds[first]!.nameAt, message: 'Declared here first' }];
      report('kind', { name, model: model.name.value }, { at, subject, related });
    });
  }
}
