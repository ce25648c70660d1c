import { OWN_CONDUITS } from '../exchange/tables/own-mark.ts';
import type { PlantAsset, PlantConduit, PlantFlow, PlantSystem, PlantZone } from '../plant/plant.ts';
import { jsonText } from '../text/json.ts';
import { alone, type ModelFormat } from './frame/model-format.ts';
import { ownRow } from './tables/own-row.ts';
import { assetRow, conduitRow, flowRow, zoneRow } from './tables/rows.ts';

const OTM_VERSION = '0.2.0';

const idOf = ({ sort, path }: PlantZone | PlantAsset | PlantConduit): string => `${sort}-${path}`;

/**
 * A system as an Open Threat Model. Conduits are in it as attributes, since it knows none; one with equipment is a trust
 * zone, too, that holds it.
 */
function threatModel(system: PlantSystem): object {
  const { name, title, settings, zones, assets, conduits, flows } = system;
  const equipped = conduits.filter(({ assets: own }) => own.length > 0);
  const others = conduits.filter(({ assets: own }) => own.length === 0);
  return {
    otmVersion: OTM_VERSION,
    project: {
      name: title,
      id: name,
      description: settings?.declared.description?.value ?? null,
      owner: settings?.declared.owner?.value ?? null,
      attributes: { [OWN_CONDUITS]: others.map((conduit) => ownRow('conduits', conduitRow(conduit))) },
    },
    trustZones: [
      ...zones.map(trustZone),
      ...equipped.map((conduit) => ({
        id: idOf(conduit),
        name: conduit.title,
        type: 'conduit',
        risk: { trustRating: ratingOf(conduit) },
        attributes: ownRow('conduits', conduitRow(conduit)),
      })),
    ],
    components: assets.map(component),
    dataflows: flows.flatMap(dataflow),
  };
}

const trustZone = (zone: PlantZone): object => ({
  id: idOf(zone),
  name: zone.title,
  ...(zone.kind && { type: zone.kind.name }),
  description: zone.declared.description?.value ?? null,
  risk: { trustRating: ratingOf(zone) },
  ...(zone.parent && { parent: { trustZone: idOf(zone.parent) } }),
  attributes: ownRow('zones', zoneRow(zone)),
});

/** How far a zone is trusted, of 100: a quarter for each level of its lowest SL-T; nothing outside of the SuC. */
const ratingOf = ({ slT }: PlantZone | PlantConduit): number => (slT ? Math.min(...slT) * 25 : 0);

const component = (asset: PlantAsset): object => ({
  id: idOf(asset),
  name: asset.title,
  type: asset.type?.name ?? asset.declared.type?.text ?? 'unknown-device',
  description: asset.declared.description?.value ?? null,
  parent: { trustZone: idOf(asset.home) },
  attributes: ownRow('assets', assetRow(asset)),
});

/** A data flow between what is there; of one that leads to nothing there is none. */
function dataflow(flow: PlantFlow, index: number): object[] {
  const [source, target] = [flow.source.element, flow.target.element];
  if (!source || !target) return [];
  const { title, protocol, both } = flow.declared;
  const name = title?.value ?? protocol?.text ?? `${source.title} to ${target.title}`;
  return [
    {
      id: `flow-${index + 1}`,
      name,
      bidirectional: both,
      source: idOf(source),
      destination: idOf(target),
      attributes: ownRow('flows', flowRow(flow)),
    },
  ];
}

export const otm: ModelFormat = {
  id: 'otm',
  title: 'Open Threat Model',
  hint: 'trust zones, components and data flows for threat modelling tools',
  kinds: [
    { ending: 'otm', fileType: 'Open Threat Model', title: 'OTM' },
    { ending: 'json', fileType: 'Open Threat Model', title: 'OTM' },
  ],
  isOfSeveral: false,
  write: (input) => alone(input, jsonText(threatModel(input.systems[0]!.plant))),
};
