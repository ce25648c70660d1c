import type { AssetType } from '../catalogue/asset-type.ts';
import type { Catalog, Control, Mapping } from '../catalogue/control.ts';
import type { Protocol } from '../catalogue/protocol.ts';
import type { Framework, ReferenceModel } from '../catalogue/reference-model.ts';
import { compareEntries, type Entry } from '../engine/entry.ts';

const byFramework = (maps: readonly Mapping[]): Record<string, string[]> => {
  const found: Record<string, string[]> = {};
  for (const { framework, ids } of maps) {
    found[framework.text] = [...(found[framework.text] ?? []), ...ids.map(({ value }) => value)];
  }
  return found;
};

/** The built-in library and the workspace's own catalogues, types, protocols and models, as plain data. */
export function catalogReport(entries: Iterable<Entry>) {
  const units = [...entries].sort(compareEntries).map(({ unit, library }) => ({ unit, library }));
  const all = <T, R>(pick: (unit: Entry['unit']) => readonly T[], write: (item: T) => R) =>
    units.flatMap(({ unit, library }) => pick(unit).map((item) => ({ ...write(item), builtIn: library })));
  return {
    version: 1,
    catalogs: all((unit) => unit.catalogs, catalog),
    assetTypes: all((unit) => unit.assetTypes, assetType),
    protocols: all((unit) => unit.protocols, protocol),
    referenceModels: all((unit) => unit.models, referenceModel),
    frameworks: all((unit) => unit.frameworks, framework),
  };
}

function catalog({ name, title, edition, groups, controls, pointers }: Catalog) {
  const loose = controls.filter(({ group }) => group === '');
  return {
    name: name.value,
    title: title?.value ?? name.value,
    edition: edition?.value ?? null,
    groups: [
      ...groups.map((group) => ({
        name: group.name,
        title: group.title ?? group.name,
        controls: controls.filter((control) => control.group === group.name).map(writeControl),
      })),
      ...(loose.length > 0 ? [{ name: '', title: '', controls: loose.map(writeControl) }] : []),
    ],
    pointers: pointers.map(({ name: number, to, because }) => ({ id: number, to, because: because ?? null })),
  };
}

function writeControl({ id, title, level, parent, applies, classes, kinds, clause, guidance, maps }: Control) {
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
    maps: { attack: [], csf: [], csf2: [], ...byFramework(maps) },
  };
}

function assetType(type: AssetType) {
  return {
    name: type.name.value,
    title: type.title?.value ?? type.name.value,
    extends: type.base?.text ?? null,
    class: type.class ?? null,
    alternateClass: type.alternateClass ?? null,
    level: type.levels[0] ?? null,
    levels: type.range ?? type.levels,
    kinds: type.kinds.map(({ text }) => text),
    flags: type.flags,
    role: type.role ?? null,
    aliases: type.aliases,
    doc: type.description ?? '',
    maps: byFramework(type.maps),
  };
}

function protocol({ name, title, ports, authentication, encryption, integrity, securedBy, network, facts }: Protocol) {
  return {
    name: name.value,
    title: title?.value ?? name.value,
    ports: ports.map(({ transport, port, service, registered }) => ({
      transport,
      port,
      service: service ?? null,
      registered,
    })),
    authentication: authentication ?? null,
    encryption: encryption ?? null,
    integrity: integrity ?? null,
    securedBy: securedBy?.text ?? null,
    network,
    facts,
  };
}

function referenceModel({ name, title, kinds, adjacent }: ReferenceModel) {
  return {
    name: name.value,
    title: title?.value ?? name.value,
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
    adjacent,
  };
}

function framework({ name, title, edition, items }: Framework) {
  return {
    name: name.value,
    title: title?.value ?? name.value,
    edition: edition?.value ?? null,
    items: items.map(({ id, title: heading, facts }) => ({ id, title: heading ?? null, facts })),
  };
}
