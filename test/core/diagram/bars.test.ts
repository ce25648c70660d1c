import { describe, expect, test } from 'vitest';
import { drawPicture } from '../../../language-server/core/diagram/drawing/picture.ts';
import { eachBox } from '../../../language-server/core/diagram/layout/boxes.ts';
import { layoutDiagram } from '../../../language-server/core/diagram/layout.ts';
import type { PictureOptions } from '../../../language-server/core/diagram/model/picture-options.ts';
import { pictureOfZone } from '../../../language-server/core/diagram/model/zone-picture.ts';
import { findInDiagram } from '../../../language-server/core/search/find.ts';
import { reaching } from '../../../language-server/core/search/reach.ts';
import { diagramModelOf } from '../../../language-server/editor/diagram.ts';
import { createWorkspace } from '../../../language-server/language/workspace.ts';
import { TODAY } from '../../support/fixture.ts';

function modelOf(text: string) {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update([{ uri: 'plant.zones', text }]);
  return diagramModelOf(workspace, 'plant');
}

const PLANT = `
  zone dmz : perimeter { asset copy : historian }
  zone control : control { asset server : scada-server  asset eng : engineering-workstation }
  zone lines : cell {
    zone line-1 "Line 1" : cell { asset plc-1 : plc }
    zone line-2 "Line 2" : cell { asset plc-2 : plc }
  }
  conduit uplink between control and dmz { flow server -> copy : https }
  conduit backbone "Plant backbone" between control, lines.line-1 and line-2 {
    asset sw-1 "Ring switch" : industrial-switch { address "10.9.0.2" }
    asset fw-1 "Ring firewall" : industrial-firewall
    flow server -> plc-1 : opc-ua
    flow plc-1 <-> plc-2 : profinet-rt
    flow eng -> sw-1 : ssh
  }
`;
const model = modelOf(PLANT);

function layoutOf(options?: PictureOptions) {
  const { root, conduits } = layoutDiagram(model, options);
  const boxes = new Map<string, { y: number; h: number; isBar: boolean; assets: string[] }>();
  eachBox(root, ({ id, y, h, bus, assets }) => {
    boxes.set(id, { y, h, isBar: bus !== undefined, assets: assets.map(({ asset }) => asset.id) });
  });
  const lines = conduits.map(({ conduit: { ends, direction } }) => `${ends.join(' - ')} ${direction}`);
  return { boxes, lines };
}

describe('a conduit of several zones, or with equipment', () => {
  test('is a bar with its equipment between the zones that it joins, and a line to each', () => {
    const { boxes, lines } = layoutOf();
    const bar = boxes.get('backbone')!;
    expect(bar.isBar).toBe(true);
    expect(bar.assets).toEqual(['backbone.sw-1', 'backbone.fw-1']);
    expect(bar.y).toBeGreaterThan(boxes.get('control')!.y + boxes.get('control')!.h);
    expect(bar.y + bar.h).toBeLessThan(boxes.get('lines')!.y);
    expect(lines.sort()).toEqual([
      'control - backbone forward',
      'control - dmz forward',
      'lines.line-1 - backbone both',
      'lines.line-2 - backbone both',
    ]);
  });

  test('leads to a closed zone by one line, and is gone with all of them', () => {
    const closed = layoutOf({ collapsed: ['lines'] });
    expect(closed.lines).toContain('lines - backbone both');
    expect(closed.lines).toHaveLength(3);
    const inside = modelOf(
      'zone a : control { zone b : cell { asset x : plc }  zone c : cell  conduit d between b and c { asset s : plc } }',
    );
    expect(layoutDiagram(inside, { collapsed: ['a'] }).conduits).toEqual([]);
    expect(layoutDiagram(inside).conduits).toHaveLength(2);
  });

  test('of two zones without equipment is a line', () => {
    expect(layoutOf().boxes.has('uplink')).toBe(false);
  });

  test('ends at the inner border of a zone around the others', () => {
    const inner = modelOf(
      'zone a : control { zone b : cell  zone c : cell }\nconduit d between a, a.b and a.c { flow a -> b : opc-ua }',
    );
    const { conduits, root } = layoutDiagram(inner);
    const leg = conduits.find(({ conduit }) => conduit.ends[0] === 'a')!;
    expect(leg.inner).toEqual([true, false]);
    expect(
      root.rows
        .flat()[0]!
        .rows.flat()
        .map(({ id }) => id),
    ).toContain('d');
  });

  test('is one item of the tree, its equipment items under it, its lines none', () => {
    const { parts } = drawPicture(model);
    const own = parts.filter(({ svg }) => svg.includes('data-id="backbone"'));
    expect(own.map(({ id }) => id.slice(0, 2))).toEqual(['c:', 'c:', 'c:', 'c:', 'l:']);
    expect(own.filter(({ svg }) => svg.includes('role="treeitem"'))).toHaveLength(1);
    const label = /aria-label="([^"]*)"/.exec(own[0]!.svg)![1]!;
    expect(label.split('\n')[0]).toMatch(/^Conduit Plant backbone, joins 3 zones, 2 assets of its own/);
    expect(label).toContain('server → plc-1: opc-ua');
    const level = (id: string) => Number(/aria-level="(\d+)"/.exec(parts.find((part) => part.id === id)!.svg)![1]);
    expect(level('a:backbone.sw-1')).toBe(level('c:backbone') + 1);
    expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
    expect(parts.find(({ id }) => id === 'legend')!.svg).toContain('conduit of several zones, or with equipment');
  });

  test('is red where a boundary rule fires on it, with all its lines', () => {
    const open = modelOf('zone a : control\nzone b : cell\nzone c : enterprise\nconduit d between a, b and c { }');
    const { parts } = drawPicture(open);
    const own = parts.filter(({ svg }) => /class="z-part z-conduit/.test(svg));
    expect(own).toHaveLength(4);
    expect(own.filter(({ svg }) => !svg.includes('z-fault'))).toEqual([]);
  });

  test('is part of the picture of a zone that it joins, with the others as cards', () => {
    const { model: part, options } = pictureOfZone(model, 'lines.line-1', {})!;
    const layout = layoutDiagram(part, options);
    const ids: string[] = [];
    eachBox(layout.root, ({ id }) => void ids.push(id));
    expect(ids).toEqual(expect.arrayContaining(['backbone', 'control', 'lines.line-1', 'lines.line-2']));
  });
});

describe('its equipment', () => {
  test('is found by name, type and address, with the conduit that has it', () => {
    expect(findInDiagram(model, 'ring switch')[0]).toMatchObject({ element: 'backbone.sw-1', sort: 'asset' });
    const [hit] = findInDiagram(model, '10.9.0.2');
    expect(hit).toMatchObject({ element: 'backbone.sw-1', detail: expect.stringContaining('in Plant backbone') });
  });

  test('is reached by what opens flows to it, not by what leads to the zones beside', () => {
    expect([...reaching(model, 'backbone.sw-1')].sort()).toEqual(['backbone', 'backbone.sw-1', 'control.eng']);
    expect(reaching(model, 'backbone')).toContain('control.eng');
    expect(reaching(model, 'lines.line-2')).toContain('control.server');
  });
});
