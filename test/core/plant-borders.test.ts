import { expect, test } from 'vitest';
import { buildDiagram } from '../../language-server/core/diagram/model/build.ts';
import { systemNamed, unitAt } from '../../language-server/core/plant/index.ts';
import { postureReport } from '../../language-server/core/report/posture.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { TODAY } from '../support/fixture.ts';

function plantOf(text: string) {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update([{ uri: 'plant.zones', text }]);
  const query = workspace.store.query();
  const { zones, conduits } = systemNamed(query, 'plant');
  return { workspace, query, zones, conduits };
}

test('the levels of a zone: its own, or inherited with the kind, the lowest first', () => {
  const { zones, workspace, query } = plantOf(
    'zone a : cell level 1, 0 { zone b { zone c { level 0 } }  zone d : process }  zone e : perimeter level 3, 3.5, 4',
  );
  const figures = (each: { path: string; level?: number | null; levels: readonly number[] }) => [
    each.path,
    each.level ?? null,
    each.levels,
  ];
  const expected = [
    ['a', 1, [0, 1]],
    ['a.b', 1, [0, 1]],
    ['a.b.c', 0, [0]],
    ['a.d', null, []],
    ['e', 4, [3, 3.5, 4]],
  ];
  expect(zones.map(figures)).toEqual(expected);
  expect(postureReport(query, workspace.store.entries())[0]!.zones.map(figures)).toEqual(expected);
});

test('the picture says them in a chip', () => {
  const { query } = plantOf(
    'zone a : cell level 1, 0\nzone b : cell level 2\nzone c : cell\nzone d : perimeter level 3, 4',
  );
  const { zones } = buildDiagram(systemNamed(query, 'plant'));
  expect(zones.map(({ chip }) => chip)).toEqual(['L0–1', 'L2', '', 'DMZ']);
});

test('access points have the path of what they stand in, and what zones are separated from is resolved', () => {
  const { zones, conduits, workspace, query } = plantOf(`
    zone a {
      separated-from b.c, nowhere
      access-point door "Door" : physical { location "East" }
      zone inner { access-point door : logical }
    }
    zone b { zone c }
    conduit link between a and b { access-point wifi : logical }`);
  const said = (points: (typeof zones)[number]['accessPoints']) =>
    points.map(({ path, declared, home }) => [path, declared.side?.value, declared.location?.value, home.path]);
  expect(said(zones[0]!.accessPoints)).toEqual([['a.door', 'physical', 'East', 'a']]);
  expect(said(zones[1]!.accessPoints)).toEqual([['a.inner.door', 'logical', undefined, 'a.inner']]);
  expect(said(conduits[0]!.accessPoints)).toEqual([['link.wifi', 'logical', undefined, 'link']]);
  expect(zones[0]!.separatedFrom.map(({ path }) => path)).toEqual(['b.c']);
  const [first] = workspace.files.get('plant.zones')!.entries;
  expect(unitAt(query, first!).accessPoints.map(({ path }) => path)).toEqual(['a.door', 'a.inner.door']);
});
