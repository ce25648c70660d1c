import { expect, test } from 'vitest';
import { eachZone } from '../../../language-server/core/diagram/model/diagram-model.ts';
import { diagramModelOf } from '../../../language-server/editor/diagram.ts';
import { createWorkspace } from '../../../language-server/language/workspace.ts';

const KNOWN = `
zone outside "Vendors" : external
zone office : enterprise level 4
zone dmz : perimeter
zone room : control level 2
zone line : cell level 1
zone pumps : process level 0
`;

/** The rank of each zone of a model, by path. */
function ranksOf(text: string): Record<string, number> {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: '2026-01-01' });
  workspace.update([{ uri: 'plant.zones', text }]);
  const ranks: Record<string, number> = {};
  eachZone(diagramModelOf(workspace, 'plant').zones, ({ id, rank }) => {
    ranks[id] = rank;
  });
  return ranks;
}

const rankOf = (text: string, id: string): number => ranksOf(KNOWN + text)[id]!;
const known = ranksOf(KNOWN);

test('a zone without a kind stands beside zones of its level, or of the kind that is found there', () => {
  expect(rankOf('zone leak level 2', 'leak')).toBe(known.room);
  expect(rankOf('zone mes level 3', 'mes')).toBe(known.room);
  // Its own level is surer than what stands in it.
  expect(rankOf('zone leak level 2 { asset f : variable-frequency-drive }', 'leak')).toBe(known.room);
});

test('else beside the outermost of what it holds: zones, and where most of its assets are at home', () => {
  expect(rankOf('zone site { zone inner : process { } zone upper : control { } }', 'site')).toBe(known.room);
  expect(rankOf('zone fire { asset fg : fire-and-gas-controller  asset s : sensor  asset p : plc }', 'fire')).toBe(
    known.line,
  );
  expect(rankOf('zone it { asset erp : erp }', 'it')).toBe(known.office);
});

test('else beside the outermost zone that its conduits lead to, over others like it, but never outside', () => {
  const scales = `
zone scales
zone customs
conduit weights between scales and line { }
conduit excise between customs and scales { }
conduit excise-office between customs and outside { }
`;
  expect(rankOf(scales, 'scales')).toBe(known.line);
  expect(rankOf(scales, 'customs')).toBe(known.line);
});

test('of which nothing is known, between what ends the outside and the plant itself', () => {
  const { nowhere } = ranksOf(`${KNOWN} zone nowhere conduit c between nowhere and outside { }`);
  expect(nowhere).toBeLessThan(known.dmz!);
  expect(nowhere).toBeGreaterThan(known.room!);
});

test('nested in another goes by its own signs, and without any by the zone around it', () => {
  const text = 'zone site { asset h : historian zone store zone drives { asset d : motor-starter asset p : plc } }';
  expect(rankOf(text, 'site.store')).toBe(known.room);
  expect(rankOf(text, 'site.drives')).toBe(known.line);
});

test('with a kind stays where its kind is', () => {
  expect(rankOf('zone odd : process level 2 { asset erp : erp }', 'odd')).toBe(known.pumps);
});
