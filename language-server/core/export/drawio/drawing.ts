import { PALETTES } from '../../diagram/drawing/theme.ts';
import { type Box, eachBox } from '../../diagram/layout/boxes.ts';
import { type Layout, layoutDiagram } from '../../diagram/layout.ts';
import { buildDiagram } from '../../diagram/model/build.ts';
import { eachZone } from '../../diagram/model/diagram-model.ts';
import { NO_ELEMENT, OWN_MARK } from '../../exchange/tables/own-mark.ts';
import type { PlantAsset, PlantConduit, PlantSystem, PlantZone } from '../../plant/plant.ts';
import { ownRow } from '../tables/own-row.ts';
import { assetRow, conduitRow, flowRow, zoneRow } from '../tables/rows.ts';
import { drawioFile, type Edge, edgeText, type Rectangle, type Shape, shapeText } from './cells.ts';

/*
 * A system as a drawing that people go on with: the layout of the picture, zones as containers of what is in them,
 * conduits as lines, and flows as lines of a layer that is shown when somebody wants it.
 */

const ZONES_LAYER = 'zones';
const FLOWS_LAYER = 'flows';

const idOf = ({ sort, path }: PlantZone | PlantAsset | PlantConduit): string => `${sort}-${path}`;

/** A cell of ours that is no element of the system. */
const DRAWN = { [OWN_MARK]: NO_ELEMENT } as const;

const colours = PALETTES.light;

const zoneStyle = ({ body, border, header }: { body: string; border: string; header: string }): string =>
  `swimlane;html=0;startSize=28;horizontal=1;container=1;collapsible=0;rounded=1;arcSize=4;swimlaneFillColor=${body};fillColor=${header};strokeColor=${border};fontColor=${colours.text};fontStyle=1;align=left;spacingLeft=10;`;
const BAR_STYLE = `swimlane;html=0;startSize=24;container=1;collapsible=0;rounded=1;fillColor=#eef1f4;swimlaneFillColor=#ffffff;strokeColor=${colours.conduit};fontColor=${colours.text};align=left;spacingLeft=10;`;
const CARD_STYLE = `html=0;whiteSpace=wrap;rounded=1;fillColor=${colours.card};strokeColor=${colours.cardBorder};fontColor=${colours.text};fontSize=12;`;
const LINE_STYLE = `html=0;edgeStyle=orthogonalEdgeStyle;rounded=1;endArrow=none;strokeColor=${colours.conduit};fontColor=${colours.text};labelBackgroundColor=#ffffff;`;
const FLOW_STYLE =
  'html=0;rounded=0;endArrow=block;strokeColor=#8e44ad;fontColor=#8e44ad;labelBackgroundColor=#ffffff;';

/** The drawing of a system, all its zones open. */
export function drawing(system: PlantSystem): string {
  const model = buildDiagram(system);
  const expanded: string[] = [];
  eachZone(model.zones, ({ id }) => void expanded.push(id));
  const layout = layoutDiagram(model, { expanded });
  const elements = elementsOf(system);
  const shapes = shapesOf(layout, elements);
  const drawn = new Set(shapes.map(({ id }) => id));
  const edges = [...conduitEdges(layout, system, elements, drawn), ...flowEdges(system, drawn)];
  return drawioFile(
    system.title,
    layout,
    [
      { id: ZONES_LAYER, name: 'Zones and conduits' },
      { id: FLOWS_LAYER, name: 'Flows', isHidden: true },
    ],
    [...shapes.map(shapeText), ...edges.map(edgeText)],
  );
}

interface Elements {
  readonly zones: ReadonlyMap<string, PlantZone>;
  readonly assets: ReadonlyMap<string, PlantAsset>;
  readonly conduits: ReadonlyMap<string, PlantConduit>;
}

/** By their paths; of elements with one path the first counts, as in the picture. */
function elementsOf({ zones, assets, conduits }: PlantSystem): Elements {
  const byPath = <T extends { readonly path: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
    new Map(all.toReversed().map((each) => [each.path, each]));
  return { zones: byPath(zones), assets: byPath(assets), conduits: byPath(conduits) };
}

function shapesOf({ root }: Layout, { zones, assets, conduits }: Elements): Shape[] {
  const shapes: Shape[] = [];
  eachBox(root, (box) => {
    const outer = shownAround(box);
    const place = (at: Rectangle, around: Box | undefined): Rectangle =>
      around ? { x: at.x - around.x, y: at.y - around.y, w: at.w, h: at.h } : { x: at.x, y: at.y, w: at.w, h: at.h };
    const parent = outer ? cellOf(outer) : ZONES_LAYER;
    if (box.zone) {
      const zone = zones.get(box.id);
      const style = zoneStyle(colours.hues[box.zone.hue]);
      const attributes = zone ? ownRow('zones', zoneRow(zone)) : DRAWN;
      shapes.push({ id: cellOf(box), label: box.zone.title, style, parent, attributes, at: place(box, outer) });
    } else if (box.bus) {
      const conduit = conduits.get(box.id);
      const attributes = conduit ? ownRow('conduits', conduitRow(conduit)) : DRAWN;
      const label = box.bus.conduit.title;
      shapes.push({ id: cellOf(box), label, style: BAR_STYLE, parent, attributes, at: place(box, outer) });
    }
    for (const card of box.assets) {
      const asset = assets.get(card.asset.id);
      shapes.push({
        id: `asset-${card.asset.id}`,
        label: card.asset.count > 1 ? `${card.asset.count} × ${card.asset.title}` : card.asset.title,
        style: CARD_STYLE,
        parent: cellOf(box),
        attributes: asset ? ownRow('assets', assetRow(asset)) : DRAWN,
        at: place(card, box),
      });
    }
  });
  return shapes;
}

const cellOf = (box: Box): string => `${box.bus ? 'conduit' : 'zone'}-${box.id}`;

/** The nearest box around that is a shape: boxes that only put others in order are none. */
function shownAround({ parent }: Box): Box | undefined {
  if (!parent) return undefined;
  return parent.zone || parent.bus ? parent : shownAround(parent);
}

function conduitEdges(layout: Layout, system: PlantSystem, { conduits }: Elements, drawn: ReadonlySet<string>): Edge[] {
  const boxes = new Map<string, Box>();
  eachBox(layout.root, (box) => void boxes.set(cellOf(box), box));
  const edges: Edge[] = [];
  const done = new Set<string>();
  const line = (
    id: string,
    label: string,
    source: string,
    target: string,
    points: Edge['points'],
  ): Omit<Edge, 'attributes'> => {
    const ends =
      points.length < 2
        ? ''
        : fixed('exit', points[0]!, boxes.get(source)) + fixed('entry', points.at(-1)!, boxes.get(target));
    return { id, label, style: LINE_STYLE + ends, parent: ZONES_LAYER, source, target, points: points.slice(1, -1) };
  };
  const add = (conduit: PlantConduit, source: string, target: string, points: Edge['points']) => {
    done.add(conduit.path);
    const attributes = ownRow('conduits', conduitRow(conduit));
    edges.push({ ...line(idOf(conduit), conduit.title, source, target, points), attributes });
  };
  layout.conduits.forEach(({ conduit: { ends, isLeg, conduits: lines }, points }, i) => {
    const [first, second] = ends;
    if (isLeg) edges.push({ ...line(`leg-${i}`, '', `zone-${first}`, `conduit-${second}`, points), attributes: DRAWN });
    else {
      lines.forEach(({ id }, number) => {
        const conduit = conduits.get(id);
        if (conduit) add(conduit, `zone-${first}`, `zone-${second}`, number === 0 ? points : []);
      });
    }
  });
  // What the picture has no line for, such as a conduit from a zone to itself.
  for (const conduit of system.conduits) {
    const ends = conduit.ends.flatMap(({ zone }) => (zone ? [idOf(zone)] : [])).filter((id) => drawn.has(id));
    if (done.has(conduit.path) || drawn.has(idOf(conduit)) || ends.length < 2) continue;
    add(conduit, ends[0]!, ends[1]!, []);
  }
  return edges;
}

/** Where on the border of a shape a line begins or ends, as a part of its width and height. */
function fixed(end: 'exit' | 'entry', { x, y }: Edge['points'][number], box: Box | undefined): string {
  if (!box) return '';
  const part = (at: number) => Math.round(Math.min(1, Math.max(0, at)) * 10_000) / 10_000;
  return `${end}X=${part((x - box.x) / box.w)};${end}Y=${part((y - box.y) / box.h)};${end}Dx=0;${end}Dy=0;`;
}

function flowEdges({ flows }: PlantSystem, drawn: ReadonlySet<string>): Edge[] {
  return flows.flatMap((flow, i): Edge[] => {
    const [source, target] = [flow.source.element, flow.target.element];
    if (!source || !target || !drawn.has(idOf(source)) || !drawn.has(idOf(target))) return [];
    return [
      {
        id: `flow-${i + 1}`,
        label: flow.declared.protocol?.text ?? flow.declared.title?.value ?? '',
        style: flow.declared.both ? `${FLOW_STYLE}startArrow=block;` : FLOW_STYLE,
        parent: FLOWS_LAYER,
        attributes: ownRow('flows', flowRow(flow)),
        source: idOf(source),
        target: idOf(target),
        points: [],
      },
    ];
  });
}
