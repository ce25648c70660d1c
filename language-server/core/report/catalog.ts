import { typeLine } from '../analysis/asset-types.ts';
import { chainFrom } from '../analysis/chain.ts';
import { protocolNamed } from '../analysis/protocols.ts';
import { kindsOf } from '../analysis/settings.ts';
import { compareSources, type Entry } from '../engine/entry.ts';
import type { Query } from '../engine/query.ts';
import { reveal } from '../engine/reveal.ts';
import type { Said } from '../engine/said.ts';
import type { AssetType } from '../model/asset-type.ts';
import {
  type Catalog,
  COMPONENT_CLASS_FACTS,
  COMPONENT_CLASSES,
  type Control,
  type Mapping,
  type Profile,
} from '../model/control.ts';
import { FRS } from '../model/levels.ts';
import type { Protocol } from '../model/protocol.ts';
import type { Framework, ReferenceModel } from '../model/reference-model.ts';

const byFramework = (maps: readonly Mapping[]): Record<string, string[]> => {
  const found: Record<string, string[]> = {};
  for (const { framework, ids } of maps) {
    found[framework.text] = [...(found[framework.text] ?? []), ...ids.map(({ value }) => value)];
  }
  return found;
};

/** What `catalogReport` answers. */
export type CatalogReport = ReturnType<typeof catalogReport>;

/**
 * The built-in library and the workspace's own catalogues, profiles, types, protocols and models, as plain data, in the
 * order of the files. Types and protocols that extend another have what they inherit;
 * `remark` is the comment before a declaration.
 */
export function catalogReport(query: Query, entries: Iterable<Entry>) {
  const units = [...entries].sort(compareSources).map(({ unit, library }) => ({ unit, library }));
  const all = <T, R>(pick: (unit: Entry['unit']) => readonly T[], write: (item: T) => R) =>
    units.flatMap(({ unit, library }) => pick(unit).map((item) => ({ ...write(item), builtIn: library })));
  return {
    catalogs: all((unit) => unit.catalogs, catalog),
    profiles: all((unit) => unit.profiles, profile),
    assetTypes: all(
      (unit) => unit.assetTypes,
      (type) => assetType(query, type),
    ),
    protocols: all(
      (unit) => unit.protocols,
      (item) => protocol(query, item),
    ),
    referenceModels: all((unit) => unit.models, referenceModel),
    frameworks: all((unit) => unit.frameworks, framework),
    componentClasses: COMPONENT_CLASSES.map((name) => ({ name, ...COMPONENT_CLASS_FACTS[name] })),
  };
}

function catalog({ name, title, edition, doc, groups, controls, pointers }: Catalog) {
  const loose = controls.filter(({ group }) => group === '');
  return {
    name: name.value,
    title: title?.value ?? name.value,
    edition: edition?.value ?? null,
    remark: doc ?? null,
    groups: [
      ...groups.map((group) => ({
        name: group.name,
        title: group.title ?? group.name,
        number: frNumber(group.name),
        controls: controls.filter((control) => control.group === group.name).map(writeControl),
      })),
      ...(loose.length > 0 ? [{ name: '', title: '', number: null, controls: loose.map(writeControl) }] : []),
    ],
    pointers: pointers.map(({ name: number, to, because }) => ({ id: number, to, because: because ?? null })),
  };
}

/** The number of a foundational requirement, 1–7; null for groups of other catalogues. */
function frNumber(group: string): number | null {
  const index = (FRS as readonly string[]).indexOf(group);
  return index < 0 ? null : index + 1;
}

function writeControl({ id, title, level, parent, applies, classes, kinds, clause, guidance, maps, doc }: Control) {
  return {
    id,
    title: title ?? id,
    sl: level ?? null,
    parent: parent ?? null,
    applies,
    classes,
    kinds: kinds.map(({ text }) => text),
    clause: clause ?? null,
    guidance: guidance ?? '',
    remark: doc ?? null,
    maps: { attack: [], csf: [], csf2: [], ...byFramework(maps) },
  };
}

function profile({ name, title, doc, controls }: Profile) {
  return {
    name: name.value,
    title: title?.value ?? name.value,
    remark: doc ?? null,
    controls: controls.map(({ text }) => text),
  };
}

function assetType(query: Query, own: AssetType) {
  const line = [
    own,
    ...typeLine(query, own.name.value).flatMap((name) => {
      const found = query.shared('asset-type', name);
      return found ? [reveal(found).entry.unit.assetTypes[found.index]!] : [];
    }),
  ];
  /** What the type gives itself, or the nearest of those it extends. */
  const given = <T>(read: (type: AssetType) => T | undefined): T | null => first(line, read) ?? null;
  const list = <T>(read: (type: AssetType) => readonly T[]): readonly T[] =>
    first(line, (type) => (read(type).length > 0 ? read(type) : undefined)) ?? [];
  const levels = list(({ levels }) => levels);
  return {
    name: own.name.value,
    title: own.title?.value ?? own.name.value,
    extends: own.base?.text ?? null,
    class: given((type) => type.class),
    alternateClass: given(({ alternateClass }) => alternateClass),
    level: levels[0] ?? null,
    levels: given(({ range }) => range) ?? levels,
    kinds: list(({ kinds }) => kinds).map(({ text }) => text),
    // A flag cannot be taken back: those of all types add up.
    flags: [...new Set(line.flatMap(({ flags }) => flags))],
    role: given(({ role }) => role),
    aliases: own.aliases,
    vendor: given(({ vendor }) => vendor?.value),
    product: given(({ product }) => product?.value),
    slC: given(({ slC }) => slC?.vector),
    doc: given(({ description }) => description) ?? '',
    remark: own.doc ?? null,
    maps: byFramework(list(({ maps }) => maps)),
  };
}

/** The first value that one of the items gives. */
function first<T, R>(items: readonly T[], read: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const value = read(item);
    if (value !== undefined) return value;
  }
  return undefined;
}

function protocol(query: Query, own: Protocol) {
  const line = chainFrom<Said<Protocol>>(own, ({ base }) => base && protocolNamed(query, base.text));
  const given = <T>(read: (item: Said<Protocol>) => T | undefined): T | null => first(line, read) ?? null;
  const ports = first(line, ({ ports }) => (ports.length > 0 ? ports : undefined)) ?? [];
  return {
    name: own.name.value,
    title: own.title?.value ?? own.name.value,
    extends: own.base?.text ?? null,
    ports: ports.map(({ transport, port, service, registered }) => ({
      transport,
      port,
      service: service ?? null,
      registered,
    })),
    authentication: given(({ authentication }) => authentication),
    encryption: given(({ encryption }) => encryption),
    integrity: given(({ integrity }) => integrity),
    securedBy: given(({ securedBy }) => securedBy?.text),
    network: line.every(({ network }) => network),
    remark: own.doc ?? null,
    facts: Object.assign({}, ...line.toReversed().map((item) => item.facts)) as Protocol['facts'],
  };
}

/** A model with the kind `external` that it has by all means, declared or not. */
function referenceModel(model: ReferenceModel) {
  const kinds = kindsOf(model);
  const isImplied = kinds.length > model.kinds.length;
  const reached = isImplied
    ? model.kinds.filter(({ flags }) => flags.includes('entry') || flags.includes('business'))
    : [];
  return {
    name: model.name.value,
    title: model.title?.value ?? model.name.value,
    remark: model.doc ?? null,
    kinds: kinds.map((kind) => ({
      name: kind.name,
      title: kind.title ?? kind.name,
      rank: kind.rank,
      levels: kind.levels,
      flags: kind.flags,
      focus: kind.focus.map(({ name: topic, title: heading, controls, assetTypes }) => ({
        name: topic,
        title: heading ?? topic,
        controls: controls.map(({ text }) => text),
        assetTypes: assetTypes.map(({ text }) => text),
      })),
    })),
    adjacent: [...model.adjacent, ...reached.map(({ name }) => ['external', name] as const)],
  };
}

function framework({ name, title, edition, doc, items }: Framework) {
  return {
    name: name.value,
    title: title?.value ?? name.value,
    edition: edition?.value ?? null,
    remark: doc ?? null,
    items: items.map(({ id, title: heading, facts }) => ({ id, title: heading ?? null, facts })),
  };
}
