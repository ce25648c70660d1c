import type { PlantRecords, PlantSystem } from '../../plant/plant.ts';
import { asset, conduit, flow, risk, zone } from './elements.ts';
import { allSaid, namesIn, pathsOf, said, statement } from './values.ts';

/** A system as plain data: elements in flat lists, naming each other by their paths. */
export const systemData = (system: PlantSystem) => ({
  name: system.name,
  title: system.isTitled ? system.title : null,
  hash: system.hash ?? null,
  settings: settings(system),
  zones: system.zones.map(zone),
  assets: system.assets.map(asset),
  conduits: system.conduits.map(conduit),
  flows: system.flows.map(flow),
  risks: system.risks.map(risk),
  record: record(system.record),
});

function settings({ settings: header, modelName, baseline, revision, approval }: PlantSystem) {
  const declared = header?.declared;
  return {
    description: said(declared?.description),
    owner: said(declared?.owner),
    document: said(declared?.document),
    classification: said(declared?.classification),
    function: said(declared?.function),
    intendedUse: said(declared?.intendedUse),
    equipment: allSaid(declared?.equipment ?? []),
    environment: declared?.environment.map(({ side, text }) => ({ side, text: text.value })) ?? [],
    referenceModel: modelName,
    baseline: baseline.map(({ control: { id } }) => id),
    statements: declared?.statements.map(statement) ?? [],
    rules:
      declared?.rules.map(({ rule, severity, reason }) => ({ rule: rule.text, severity, reason: said(reason) })) ?? [],
    revision: revision
      ? { number: revision.number.value, on: said(revision.on), by: said(revision.by), what: said(revision.what) }
      : null,
    approval: approval
      ? {
          on: said(approval.declared.on),
          by: said(approval.declared.by),
          hash: said(approval.declared.hash),
          holds: approval.outdated === undefined && approval.declared.hash !== undefined,
        }
      : null,
  };
}

const record = (records: PlantRecords) => ({
  essentialFunctions: records['essential-function'].map(({ declared, zones }) => ({
    name: declared.name.value,
    title: said(declared.title),
    on: pathsOf(zones),
    description: said(declared.description),
  })),
  policies: records.policy.map(({ declared }) => ({
    name: declared.name.value,
    title: said(declared.title),
    version: said(declared.version),
    owner: said(declared.owner),
    document: said(declared.document),
    supports: namesIn(declared.supports),
  })),
  countermeasures: records.countermeasure.map(({ declared, isInPlace }) => ({
    name: declared.name.value,
    title: said(declared.title),
    owner: said(declared.owner),
    description: said(declared.description),
    evidence: allSaid(declared.evidence),
    until: said(declared.until),
    inPlace: isInPlace,
  })),
  regulations: records.regulation.map(({ declared, demands }) => ({
    name: declared.name.value,
    title: said(declared.title),
    authority: said(declared.authority),
    document: said(declared.document),
    requires: demands.map(({ controls, zones }) => ({ controls: [...controls], on: pathsOf(zones) })),
  })),
  threatSources: records['threat-source'].map(({ declared }) => ({
    name: declared.name.value,
    title: said(declared.title),
    capability: said(declared.capability),
    description: said(declared.description),
  })),
});
