import { accessPointsIn } from '../../core/model/access-point.ts';
import { isReference, type Text } from '../../core/model/reference.ts';
import type { Unit } from '../../core/model/unit.ts';
import type { Workspace } from '../../language/workspace.ts';
import { evidenceIn, statementsIn } from '../document-links.ts';

type Texts = readonly (Text | undefined)[];

/** The texts of a unit by the word that they stand behind. What is another one each time, such as an address, is none. */
const TEXTS = {
  owner: ({ system, zones, assets, conduits, risks, policies, countermeasures }) =>
    [system, ...zones, ...assets, ...conduits, ...risks, ...policies, ...countermeasures].map((each) => each?.owner),
  vendor: ({ assets, assetTypes }) => [...assets, ...assetTypes].map(({ vendor }) => vendor),
  supplier: ({ assets }) => assets.map(({ supplier }) => supplier),
  location: (unit) =>
    [...unit.assets, ...accessPointsIn(unit).map(({ point }) => point)].map(({ location }) => location),
  provider: ({ conduits }) => conduits.map(({ provider }) => provider),
  certificate: ({ assets }) => assets.map(({ certificate }) => certificate),
  software: ({ assets }) => assets.flatMap(({ software }) => software),
  classification: ({ system, assets }) => [system, ...assets].map((each) => each?.classification),
  value: ({ assets }) => assets.map(({ worth }) => worth),
  data: ({ flows }) => flows.map(({ data }) => data),
  product: ({ assets, assetTypes }) => [...assets, ...assetTypes].map(({ product }) => product),
  version: ({ assets }) => assets.map(({ version }) => version),
  policy: ({ zones, conduits }) =>
    [...zones, ...conduits].flatMap(({ policies }) =>
      policies.flatMap((policy) => (isReference(policy) ? [] : [policy])),
    ),
  assumption: ({ zones, conduits }) => [...zones, ...conduits].flatMap(({ assumptions }) => assumptions),
  boundary: ({ zones, conduits }) =>
    [...zones, ...conduits].flatMap(({ boundaries }) => boundaries.map(({ text }) => text)),
  protection: (unit) => accessPointsIn(unit).map(({ point }) => point.protection),
  'used-by': (unit) => accessPointsIn(unit).flatMap(({ point }) => point.usedBy),
  when: ({ flows }) => flows.map(({ when }) => when),
  threat: ({ risks }) => risks.map(({ threat }) => threat),
  vulnerability: ({ risks }) => risks.map(({ vulnerability }) => vulnerability),
  consequence: ({ risks }) => risks.map(({ consequence }) => consequence),
  evidence: evidenceIn,
  by: (unit) => [...statementsIn(unit).map(({ approver }) => approver), ...recordersIn(unit)],
  because: (unit) => [
    ...statementsIn(unit).map(({ because }) => because),
    ...[...unit.zones, ...unit.assets, ...unit.conduits, ...unit.flows, ...unit.risks].flatMap(({ allows }) =>
      allows.map(({ because }) => because),
    ),
    ...[...unit.zones, ...unit.conduits].flatMap(({ boundaries }) => boundaries.map(({ because }) => because)),
  ],
} satisfies Record<string, (unit: Unit) => Texts>;

/** Who is named in the lines of a record. */
const recordersIn = (unit: Unit): Texts => [
  ...[
    unit.system?.assessment,
    unit.system?.tolerableRisk,
    ...(unit.system?.revisions ?? []),
    ...(unit.system?.approvals ?? []),
  ].map((line) => line?.by),
  ...[...unit.countermeasures, ...statementsIn(unit)].map(({ verified }) => verified?.by),
];

/** A word that texts of the model stand behind. */
export type TextWord = keyof typeof TEXTS;

export const isTextWord = (word: string | undefined): word is TextWord =>
  word !== undefined && Object.hasOwn(TEXTS, word);

type Counts = ReadonlyMap<string, number>;

/** A unit never changes: what it says is counted once. */
const counted = new WeakMap<Unit, Partial<Record<TextWord, Counts>>>();

function countsIn(unit: Unit, word: TextWord): Counts {
  const known = counted.get(unit) ?? {};
  counted.set(unit, known);
  known[word] ??= count(TEXTS[word](unit));
  return known[word];
}

function count(texts: Texts): Counts {
  const counts = new Map<string, number>();
  for (const text of texts) if (text?.value) counts.set(text.value, (counts.get(text.value) ?? 0) + 1);
  return counts;
}

/** The texts that the workspace has behind a word, the most used first, with how often each is used. */
export function usedTexts(workspace: Workspace, word: TextWord): [text: string, uses: number][] {
  const all = new Map<string, number>();
  for (const { library, unit } of workspace.store.entries()) {
    if (library) continue;
    for (const [text, uses] of countsIn(unit, word)) all.set(text, (all.get(text) ?? 0) + uses);
  }
  return [...all].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
