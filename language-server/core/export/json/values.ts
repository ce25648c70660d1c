import type { Located } from '../../model/reference.ts';
import type { Statement } from '../../model/statement.ts';
import type { Given, PlantConduit, PlantRating, PlantZone } from '../../plant/plant.ts';

/** A value that is written, or null: every member of the JSON is always there. */
export const said = <T>(value: Located<T> | undefined): T | null => value?.value ?? null;

export const allSaid = <T>(values: readonly Located<T>[]): T[] => values.map(({ value }) => value);

export const namesIn = (references: readonly { readonly text: string }[]): string[] =>
  references.map(({ text }) => text);

export const pathsOf = (elements: readonly { readonly path: string }[]): string[] => elements.map(({ path }) => path);

/** What an element has, and where that stands: in itself, around it, by its kind, or in the settings. */
export const given = <T>(value: Given<T> | undefined): { value: T; from: string } | null =>
  value ? { value: value.value, from: value.where } : null;

export const statement = (each: Statement) => ({
  verb: each.verb,
  controls: namesIn(each.controls),
  with: namesIn(each.compensatedBy),
  by: namesIn(each.by),
  approver: said(each.approver),
  evidence: allSaid(each.evidence),
  verified: each.verified ? { on: said(each.verified.on), by: said(each.verified.by) } : null,
  until: said(each.until),
  because: said(each.because),
  note: said(each.note),
});

/** How a zone or conduit stands: its levels in the order IAC UC SI DC RDF TRE RA. */
export const posture = ({
  declared,
  slT,
  slA,
  slAEvidenced,
  slC,
  gap,
  required,
  stated,
}: PlantZone | PlantConduit) => ({
  ownSlT: declared.slT?.vector ?? null,
  slT: slT ?? null,
  slA: slA ?? null,
  slAEvidenced: slAEvidenced ?? null,
  slC: slC?.vector ?? null,
  gap: gap ?? null,
  controls:
    required?.all.map(({ control: { id }, status }) => {
      const origin = stated.originOf(id);
      return { control: id, status, from: origin?.where ?? null, until: said(origin?.statement.until) };
    }) ?? [],
});

/** What zones and conduits have on record. */
export const characteristics = (element: PlantZone | PlantConduit) => ({
  description: said(element.declared.description),
  owner: given(element.owner),
  criticality: given(element.criticality),
  safety: given(element.designation),
  networks: allSaid(element.declared.networks),
  boundaries: element.declared.boundaries.map(({ side, text, because, none }) => ({
    side,
    text: said(text),
    none: none ?? false,
    because: said(because),
  })),
  accessPoints: element.accessPoints.map(({ path, declared: point }) => ({
    path,
    title: said(point.title),
    side: said(point.side),
    location: said(point.location),
    protection: said(point.protection),
    usedBy: allSaid(point.usedBy),
    closed: said(point.closed),
  })),
  policies: element.policies?.value.map(({ text }) => text) ?? [],
  assumptions: [...(element.assumptions?.value ?? [])],
  statements: element.declared.statements.map(statement),
});

export const rating = (rated: PlantRating | undefined) =>
  rated
    ? {
        likelihood: rated.likelihood?.text ?? null,
        impact: rated.impact?.text ?? null,
        rank: rated.rank?.value ?? null,
        tolerable: rated.tolerable ?? null,
      }
    : null;
