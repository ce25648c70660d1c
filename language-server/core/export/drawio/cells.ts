import { escapeXml } from '../../text/xml.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

interface Cell {
  readonly id: string;
  readonly label: string;
  readonly style: string;
  readonly parent: string;
  /** Custom properties. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** A shape; its place is from that of its parent. */
export interface Shape extends Cell {
  readonly at: Rectangle;
}

/** A line; its points are from the corner of the page. */
export interface Edge extends Cell {
  readonly source: string;
  readonly target: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const round = (length: number): number => Math.round(length * 10) / 10;

const attributesText = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');

/** A cell with its custom properties. */
function cellText({ id, label, style, parent, attributes }: Cell, kind: string, geometry: string): string {
  return [
    `        <object${attributesText({ label, ...attributes, id })}>`,
    `          <mxCell style="${escapeXml(style)}" ${kind} parent="${escapeXml(parent)}">`,
    `            ${geometry}`,
    '          </mxCell>',
    '        </object>',
  ].join('\n');
}

export function shapeText({ at, ...cell }: Shape): string {
  const [x, y, w, h] = [at.x, at.y, at.w, at.h].map(round);
  return cellText(cell, 'vertex="1"', `<mxGeometry x="${x}" y="${y}" width="${w}" height="${h}" as="geometry"/>`);
}

export function edgeText({ source, target, points, ...cell }: Edge): string {
  const turns = points.map(({ x, y }) => `<mxPoint x="${round(x)}" y="${round(y)}"/>`).join('');
  const array = turns === '' ? '' : `<Array as="points">${turns}</Array>`;
  const ends = `source="${escapeXml(source)}" target="${escapeXml(target)}"`;
  return cellText(cell, `edge="1" ${ends}`, `<mxGeometry relative="1" as="geometry">${array}</mxGeometry>`);
}

/** A page with its layers; each layer's cells are in the order in which they are painted. */
export function drawioFile(
  title: string,
  { width, height }: { readonly width: number; readonly height: number },
  layers: readonly { readonly id: string; readonly name: string; readonly isHidden?: boolean }[],
  cells: readonly string[],
): string {
  const layerText = layers.map(
    ({ id, name, isHidden }) =>
      `        <mxCell id="${id}" value="${escapeXml(name)}" parent="0"${isHidden ? ' visible="0"' : ''}/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<mxfile host="Zones">',
    `  <diagram id="zones" name="${escapeXml(title)}">`,
    `    <mxGraphModel grid="1" gridSize="10" page="0" pageWidth="${Math.ceil(width)}" pageHeight="${Math.ceil(height)}">`,
    '      <root>',
    '        <mxCell id="0"/>',
    ...layerText,
    ...cells,
    '      </root>',
    '    </mxGraphModel>',
    '  </diagram>',
    '</mxfile>',
    '',
  ].join('\n');
}
