import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  PostureControlsResult,
  PostureResult,
  PostureSummaryResult,
  StateControlResult,
} from '../../language-server/protocol.ts';
import { type LspClient, startClient } from '../support/lsp-client.ts';

const uri = 'untitled:plant.zones';
const TEXT = `system plant "The plant"
zone line "Line" : cell {
  sl-t { RDF 1 }
  implements SR 5.1 evidence "drawing"
  implements SR 5.2
  plans SR 5.3 until 2099-05-01 "mail ends"
  accepts SR 5.4 until 2098-01-31 because "one user"
  zone press { }
}
zone vendor : external
conduit c "Remote" between line and vendor { sl-t { RDF 1 } }
`;
let client: LspClient;

beforeAll(async () => {
  client = await startClient();
  await client.open(uri, TEXT);
});
afterAll(() => client.stop());

const posture = (more: object = {}) => client.request<PostureResult>('zones/posture', { uri, ...more });
const rdf = ({ rows }: PostureResult, path: string) => {
  const { slT, slA, slAEvidenced, missing, pending } = rows.find((row) => row.path === path)!;
  return { slT: slT?.[4], slA: slA?.[4], evidenced: slAEvidenced?.[4], missing, pending };
};

test('the rows are zones, nested ones with their depth, then conduits', async () => {
  const { system, title, rows } = await posture();
  expect([system, title]).toEqual(['plant', 'The plant']);
  expect(rows.map(({ sort, path, depth }) => `${sort} ${path} ${depth}`)).toEqual([
    'zone line 0',
    'zone line.press 1',
    'zone vendor 0',
    'conduit c 0',
  ]);
  // Outside of the SuC nothing is asked.
  expect(rows[2]).toMatchObject({ slT: null, slA: null, required: null, missing: null });
});

test('today and on the days of the roadmap', async () => {
  const today = await posture();
  expect(today.steps.map(({ date }) => date).slice(1)).toEqual(['2098-02-01', '2099-05-01']);
  expect(today.steps[1]!.ending).toEqual([{ zone: 'line', what: ['SR 5.4'] }]);
  expect(today.steps[2]!.due).toEqual([{ zone: 'line', controls: ['SR 5.3'], text: 'mail ends' }]);
  expect(rdf(today, 'line')).toEqual({ slT: 1, slA: 0, evidenced: 0, missing: 2, pending: 2 });
  const later = await posture({ date: '2099-05-01' });
  expect(later.date).toBe('2099-05-01');
  expect(rdf(later, 'line')).toEqual({ slT: 1, slA: 0, evidenced: 0, missing: 1, pending: 0 });
  // A day that is none of them is today.
  expect((await posture({ date: '2031-01-01' })).date).toBe(today.date);
});

test('behind a cell stand its controls, with what says how they stand and where', async () => {
  const { controls } = await client.request<PostureControlsResult>('zones/postureControls', {
    uri,
    sort: 'zone',
    path: 'line.press',
    fr: 'RDF',
  });
  // Boundary controls are each zone's own; the others are inherited.
  expect(controls.map(({ id, status, stated }) => `${id} ${status} ${stated?.where ?? ''}`.trim())).toEqual([
    'SR 5.1 none',
    'SR 5.2 none',
    'SR 5.3 planned around',
    'SR 5.4 accepted around',
  ]);
  expect(controls[2]!.stated).toMatchObject({
    because: 'mail ends',
    until: '2099-05-01',
    uri,
    range: { start: { line: 5 } },
  });
  expect(controls.every(({ title, guidance }) => title.length > 5 && guidance.length > 40)).toBe(true);
  const none = { uri, sort: 'zone', path: 'gone', fr: 'RDF' };
  expect(await client.request('zones/postureControls', none)).toEqual({ controls: [] });
});

test('a control is stated where it is asked for, in place of what is said of it there', async () => {
  const stating = (path: string, control: string, verb = 'plans') =>
    client.request<StateControlResult>('zones/stateControl', {
      uri,
      system: 'plant',
      sort: 'zone',
      path,
      control,
      verb,
    });
  expect(JSON.stringify((await stating('line', 'SR 5.3', 'implements')).edit)).toContain('implements SR 5.3');
  expect(JSON.stringify((await stating('line.press', 'SR 5.1')).edit)).toContain('plans SR 5.1');
  expect((await stating('gone', 'SR 5.1')).edit).toBeNull();
});

test('the worst of it in a line', async () => {
  const summary = () => client.request<PostureSummaryResult>('zones/postureSummary', { uri });
  expect(await summary()).toEqual({
    system: 'plant',
    title: 'The plant',
    worst: { title: 'Line', fr: 'RDF', gap: 1 },
    missing: expect.any(Number),
    pending: 4,
  });
  await client.change(uri, 'system plant\nzone line : cell');
  expect(await summary()).toBeNull();
  await client.change(uri, TEXT);
});
