import { parse } from 'yaml';
import type { OpenFile } from '../../core/exchange/sheet.ts';
import { OWN_CONDUITS } from '../../core/exchange/tables/own-mark.ts';
import { type Fields, fieldsOf, listOf, readJson, wordOf } from '../json.ts';
import { filledSheets, type LaidOut, layOut } from '../laid-out.ts';
import { createOwnRows } from '../own-cells.ts';
import { type FileSource, Unreadable } from '../source.ts';
import { wholeText } from '../text.ts';

/** An Open Threat Model: trust zones are zones, components assets, data flows flows. */
export async function readOtm(source: FileSource): Promise<OpenFile> {
  const text = await wholeText(source);
  const model = fieldsOf(text.trimStart().startsWith('{') ? readJson(text) : ofYaml(text));
  if (!('otmVersion' in model)) throw new Unreadable('It is no Open Threat Model: it gives no otmVersion.');
  const zones = listOf(model.trustZones).map(fieldsOf);
  const components = listOf(model.components).map(fieldsOf);
  const zoneNames = new Map(zones.map((zone) => [wordOf(zone.id), wordOf(zone.name) ?? wordOf(zone.id)]));
  const parents = new Map(components.map((component) => [wordOf(component.id), fieldsOf(component.parent)]));
  const own = createOwnRows();
  const takeOwn = (element: Fields): boolean => own.take(attributesOf(element));
  const { [OWN_CONDUITS]: conduits } = fieldsOf(fieldsOf(model.project).attributes);
  for (const row of listOf(conduits)) takeOwn({ attributes: row });
  /** The zone that a component stands in, also where it stands in another component. */
  const zoneOf = (parent: Fields, depth = 0): string | undefined => {
    const zone = wordOf(parent.trustZone);
    if (zone !== undefined || depth > 100) return zone === undefined ? undefined : (zoneNames.get(zone) ?? zone);
    const outer = parents.get(wordOf(parent.component));
    return outer && zoneOf(outer, depth + 1);
  };
  const foreign = {
    zones: zones
      .filter((zone) => !takeOwn(zone))
      .map(
        (zone): LaidOut => ({
          zone: zoneNames.get(wordOf(zone.id)),
          parent: zoneOf(fieldsOf(zone.parent)),
          kind: wordOf(zone.type),
          description: wordOf(zone.description),
        }),
      ),
    assets: components
      .filter((component) => !takeOwn(component))
      .map(
        (component): LaidOut => ({
          id: wordOf(component.id),
          name: wordOf(component.name) ?? wordOf(component.id),
          type: wordOf(component.type),
          zone: zoneOf(fieldsOf(component.parent)),
          description: wordOf(component.description),
        }),
      ),
    flows: listOf(model.dataflows)
      .map(fieldsOf)
      .filter((flow) => !takeOwn(flow))
      .map((flow): LaidOut => {
        const end = (id: unknown) => zoneNames.get(wordOf(id)) ?? wordOf(id);
        const both = flow.bidirectional === true ? '<->' : undefined;
        return { source: end(flow.source), target: end(flow.destination), direction: both, title: wordOf(flow.name) };
      }),
  };
  return {
    format: 'otm',
    sheets: filledSheets(
      ...own.sheets(),
      layOut('zones', foreign.zones),
      layOut('assets', foreign.assets),
      layOut('flows', foreign.flows),
    ),
  };
}

function attributesOf(element: Fields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fieldsOf(element.attributes)).flatMap(([key, value]) => {
      const text = wordOf(value);
      return text === undefined ? [] : [[key, text]];
    }),
  );
}

/** References in YAML that lead to ever more are not followed. */
const MOST_ALIASES = 100;

function ofYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: MOST_ALIASES });
  } catch {
    throw new Unreadable('It is not YAML: it may be cut off or damaged. Export it again.');
  }
}
