import { FLOW_PROTECTIONS } from '../../model/conduit.ts';
import type { PlantAsset, PlantConduit, PlantFlow, PlantRisk, PlantSide, PlantZone } from '../../plant/plant.ts';
import { allSaid, characteristics, given, namesIn, pathsOf, posture, rating, said, statement } from './values.ts';

export const zone = (each: PlantZone) => ({
  path: each.path,
  name: each.name,
  title: said(each.declared.title),
  parent: each.parent?.path ?? null,
  kind: each.kind?.name ?? null,
  levels: [...each.levels],
  external: each.external,
  separatedFrom: pathsOf(each.separatedFrom),
  ...characteristics(each),
  ...posture(each),
  focus: each.focus.map(({ focus: { name }, met }) => ({ name, met })),
});

export const asset = (each: PlantAsset) => {
  const { declared } = each;
  return {
    path: each.path,
    name: each.name,
    title: said(declared.title),
    in: each.home.path,
    type: each.type?.name ?? declared.type?.text ?? null,
    class: each.class ?? null,
    description: said(declared.description),
    count: declared.count?.value ?? 1,
    addresses: allSaid(declared.addresses),
    sharedAddresses: allSaid(declared.sharedAddresses),
    vendor: said(declared.vendor),
    product: said(declared.product),
    version: said(declared.version),
    serial: said(declared.serial),
    location: said(declared.location),
    owner: said(declared.owner),
    supplier: said(declared.supplier),
    supportEnds: said(declared.supportEnds),
    certificate: said(declared.certificate),
    classification: said(declared.classification),
    worth: said(declared.worth),
    sil: said(declared.sil),
    criticality: given(each.criticality),
    software: allSaid(declared.software),
    runsOn: declared.runsOn?.text ?? null,
    redundantWith: namesIn(declared.redundantWith),
    slC: declared.slC?.vector ?? null,
    statements: declared.statements.map(statement),
  };
};

export const conduit = (each: PlantConduit) => ({
  path: each.path,
  name: each.name,
  title: said(each.declared.title),
  parent: each.parent?.path ?? null,
  between: each.ends.map(({ name }) => name),
  via: pathsOf(each.via),
  untrusted: each.untrusted,
  provider: said(each.declared.provider),
  ...characteristics(each),
  ...posture(each),
});

const side = ({ element, home, reference }: PlantSide) => ({
  path: element?.path ?? reference.text,
  sort: element?.sort ?? null,
  in: home?.path ?? null,
});

export const flow = (each: PlantFlow) => {
  const { declared } = each;
  return {
    conduit: each.conduit?.path ?? null,
    zone: each.parent?.path ?? null,
    source: side(each.source),
    target: side(each.target),
    both: declared.both,
    protocol: declared.protocol?.text ?? null,
    over: declared.carrier?.text ?? null,
    ports: [...each.ports],
    /** Those that it names itself. */
    ownPorts: declared.ports.map(({ transport, port }) => (transport ? `${transport} ${port}` : String(port))),
    protections: Object.fromEntries(FLOW_PROTECTIONS.map((name) => [name, each.protections[name] ?? null])),
    with: allSaid(declared.protections),
    title: said(declared.title),
    when: said(declared.when),
    data: said(declared.data),
    access: said(declared.access),
  };
};

export const risk = (each: PlantRisk) => {
  const { declared } = each;
  return {
    name: each.name,
    title: said(declared.title),
    on: each.on.map(({ element, reference }) => element?.path ?? reference.text),
    categories: allSaid(declared.categories),
    sources: namesIn(declared.sources),
    threat: said(declared.threat),
    vulnerability: said(declared.vulnerability),
    consequence: said(declared.consequence),
    initial: rating(each.initial),
    residual: rating(each.residual),
    existing: namesIn(declared.existing),
    mitigatedBy: namesIn(declared.mitigatedBy),
    treatment: said(declared.treatment),
    owner: said(declared.owner),
    acceptedUntil: said(declared.acceptedUntil),
    acceptedBecause: said(declared.acceptedBecause),
    acceptedBy: said(declared.acceptedBy),
  };
};
