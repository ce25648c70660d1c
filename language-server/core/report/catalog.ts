import type { Entry } from '../engine/entry.ts';
import type { Query } from '../engine/query.ts';
import type { AssetType } from '../model/asset-type.ts';
import { BOUNDARY_ROLE_NAMES, BOUNDARY_ROLES } from '../model/boundary-role.ts';
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
import { unitsAt } from '../plant/index.ts';
import { given, givenList, kindsIn, protocolChain, typeDeclared } from '../plant/library.ts';
import type { PlantUnit } from '../plant/plant.ts';
import { precedencesOf } from '../text/alias-order.ts';
import { spellingOf } from '../text/spelling.ts';

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
  const units = unitsAt(query, entries);
  const all = <T, R>(pick: (shared: PlantUnit['shared']) => readonly T[], write: (item: T) => R) =>
    units.flatMap(({ shared, entry: { library } }) =>
      pick(shared).map((item) => ({ ...write(item), builtIn: library })),
    );
  return {
    catalogs: all(({ catalogs }) => catalogs, catalog),
    profiles: all(({ profiles }) => profiles, profile),
    assetTypes: all(
      ({ assetTypes }) => assetTypes,
      (type) => assetType(query, type),
    ),
    protocols: all(
      ({ protocols }) => protocols,
      (item) => protocol(query, item),
    ),
    referenceModels: all(({ models }) => models, referenceModel),
    frameworks: all(({ frameworks }) => frameworks, framework),
    ambiguous: ambiguous(units),
    boundaryRoles: BOUNDARY_ROLE_NAMES.map((name) => ({ name, ...BOUNDARY_ROLES[name] })),
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

/** Words that several types or protocols go by and ports that several protocols use, each with those it means, the first first. */
function ambiguous(units: readonly PlantUnit[]) {
  const types = units.flatMap(({ shared }) => shared.assetTypes);
  const protocols = units.flatMap(({ shared }) => shared.protocols);
  const portsOf = ({ ports }: Protocol) => ports.map(({ transport, port }) => `${transport} ${port}`);
  return {
    assetTypes: sharedWords(types, ({ aliases }) => aliases),
    protocols: sharedWords(protocols, ({ facts }) => facts.alias ?? []),
    ports: sharedWords(protocols, portsOf),
  };
}

/** The words that several declarations have, in one spelling, with the names of these in the order of who is meant first. */
function sharedWords<T extends AssetType | Protocol>(declared: readonly T[], wordsOf: (item: T) => readonly string[]) {
  const precedences = precedencesOf(declared.map(({ name, deferrals }) => ({ name: name.value, deferrals })));
  const having = new Map<string, { readonly word: string; readonly names: Set<string> }>();
  for (const item of declared) {
    for (const word of wordsOf(item)) {
      const known = having.get(spellingOf(word)) ?? { word, names: new Set() };
      having.set(spellingOf(word), known);
      known.names.add(item.name.value);
    }
  }
  const shared = [...having].filter(([, { names }]) => names.size > 1);
  return Object.fromEntries(
    shared.map(([spelling, { word, names }]) => {
      const rank = (name: string) => precedences.get(name)?.get(spelling) ?? 0;
      return [word, [...names].sort((a, b) => rank(a) - rank(b))];
    }),
  );
}

/** The number of a foundational requirement, 1–7; null for groups of other catalogues. */
function frNumber(group: string): number | null {
  const index = (FRS as readonly string[]).indexOf(group);
  return index < 0 ? null : index + 1;
}

function writeControl({
  id,
  title,
  level,
  parent,
  applies,
  classes,
  kinds,
  ofBoundary,
  independent,
  clause,
  guidance,
  maps,
  doc,
}: Control) {
  return {
    id,
    title: title ?? id,
    sl: level ?? null,
    parent: parent ?? null,
    applies,
    classes,
    kinds: kinds.map(({ text }) => text),
    scope: ofBoundary ? 'boundary' : null,
    independent,
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
  const { chain, flags } = typeDeclared(query, own);
  const first = <T>(read: (type: AssetType) => T | undefined): T | null => given(chain, read) ?? null;
  const levels = givenList(chain, (type) => type.levels);
  return {
    name: own.name.value,
    title: own.title?.value ?? own.name.value,
    extends: own.base?.text ?? null,
    class: first((type) => type.class),
    alternateClass: first(({ alternateClass }) => alternateClass),
    level: levels[0] ?? null,
    levels: first(({ range }) => range) ?? levels,
    kinds: givenList(chain, ({ kinds }) => kinds).map(({ text }) => text),
    flags,
    role: first(({ role }) => role),
    aliases: own.aliases,
    vendor: first(({ vendor }) => vendor?.value),
    product: first(({ product }) => product?.value),
    slC: first(({ slC }) => slC?.vector),
    doc: first(({ description }) => description) ?? '',
    remark: own.doc ?? null,
    maps: byFramework(givenList(chain, ({ maps }) => maps)),
  };
}

function protocol(query: Query, own: Protocol) {
  const chain = protocolChain(query, own);
  const first = <T>(read: (item: Protocol) => T | undefined): T | null => given(chain, read) ?? null;
  const ports = givenList(chain, (item) => item.ports);
  const facts: Protocol['facts'] = Object.assign({}, ...chain.toReversed().map((item) => item.facts));
  const fact = (name: string): readonly string[] => facts[name] ?? [];
  const authentication = first((item) => item.authentication);
  const [mutual] = fact('mutual-authentication');
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
    authentication,
    encryption: first(({ encryption }) => encryption),
    integrity: first(({ integrity }) => integrity),
    mutualAuthentication: mutual ?? (authentication === 'none' ? 'none' : null),
    securedBy: first(({ securedBy }) => securedBy?.text),
    securedByNote: fact('secured-by-note')[0] ?? null,
    category: fact('category')[0] ?? null,
    medium: fact('medium')[0] ?? null,
    standard: fact('standard')[0] ?? null,
    aliases: own.facts.alias ?? [],
    doc: fact('doc')[0] ?? '',
    network: chain.every(({ network }) => network),
    remark: own.doc ?? null,
    facts,
  };
}

/** A model with the kind `external` that it has by all means, declared or not. */
function referenceModel(model: ReferenceModel) {
  const kinds = kindsIn(model);
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
