import { expect, test } from 'vitest';
import { folderOf, zones } from '../support/cli.ts';

const MODEL = `system plant "A plant" {
  plans SR 6.1 until 2027-01-31 "log server"
}
zone control "Control room" : control {
  sl-t { TRE 2 }
  plans SR 6.2 until 2027-03-31 "monitoring ports"
  plans SR 1.1
  plans SR 1.3 until 2026-01-01
  allow missing-focus until 2027-02-28 because "next year's project"
  zone inside { accepts SR 6.2 until 2027-01-30 because "isolated" }
}
conduit link between control and control.inside {
  sl-t { DC 1 }
  plans SR 4.1 until 2027-03-31
  flow control -> control.inside : https { allow insecure-protocol until 2027-03-30 because "test" }
}
zone internet : external
countermeasure lock "Locked cabinet" { until 2027-05-31 }
`;

const run = (...args: string[]) =>
  zones(['roadmap', '--as-of', '2026-11-24', ...args], folderOf({ 'plant.zones': MODEL }));

test('lists the days on which plans are due and exceptions end, and what stands otherwise from then on', async () => {
  const { code, stdout, stderr } = await run('--format', 'json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { version, systems } = JSON.parse(stdout);
  expect(version).toBe(1);
  expect(systems).toHaveLength(1);
  const [{ name, steps }] = systems;
  expect(name).toBe('plant');
  const paths = (step: { zones: { path: string }[] }) => step.zones.map(({ path }) => path);
  expect(steps.map(({ date, due, ending }: Record<string, unknown>) => ({ date, due, ending }))).toEqual([
    { date: '2026-11-24', due: [], ending: [] },
    {
      date: '2027-01-31',
      due: [{ zone: '', controls: ['SR 6.1'], text: 'log server' }],
      ending: [{ zone: 'control.inside', controls: ['SR 6.2'] }],
    },
    { date: '2027-03-01', due: [], ending: [{ zone: 'control', rule: 'missing-focus' }] },
    {
      date: '2027-03-31',
      due: [
        { zone: 'control', controls: ['SR 6.2'], text: 'monitoring ports' },
        { zone: 'link', controls: ['SR 4.1'], text: '' },
      ],
      ending: [{ zone: 'link', rule: 'insecure-protocol' }],
    },
    { date: '2027-06-01', due: [], ending: [{ zone: '', countermeasure: 'lock' }] },
  ]);
  expect(steps.map(paths)).toEqual([
    ['control', 'control.inside', 'internet'],
    ['control', 'control.inside'],
    [],
    // The zone inside has a statement of its own, so that it is no heir of the plan.
    ['control'],
    [],
  ]);
  expect(steps[3].zones[0]).toEqual({
    path: 'control',
    slA: [0, 0, 0, 0, 0, 2, 0],
    gap: [0, 0, 0, 0, 0, 0, 0],
    missing: [],
  });
  expect(steps[0].zones[2]).toMatchObject({ slA: null, gap: null, missing: [] });
  expect(steps[3].conduits).toMatchObject([{ path: 'link', missing: ['SR 4.3'] }]);
});

test('the table tells people the same', async () => {
  const { stdout } = await run();
  expect(stdout).toContain('plant  A plant\n\n2026-11-24\n');
  expect(stdout).toContain(
    '2027-01-31\n  due in the system: SR 6.1 (log server)\n  ended in control.inside: what stood in for SR 6.2\n',
  );
  expect(stdout).toContain(
    '2027-03-01\n  ended in control: the allowance of missing-focus\n  nothing stands otherwise\n',
  );
  expect(stdout).toContain('2027-06-01\n  ended in the system: countermeasure lock\n  nothing stands otherwise\n');
  expect(stdout).toMatch(/^ {2}control +0 0 0 0 0 2 0 +0 0 0 0 0 0 0 +0$/m);
});

test('nothing planned is one day', async () => {
  const { stdout } = await zones(
    ['roadmap', '--format', 'json'],
    folderOf({ 'a.zones': 'zone a : control { sl-t 1 }\n' }),
  );
  expect(JSON.parse(stdout).systems[0].steps).toHaveLength(1);
});

test('only the day itself is called today', async () => {
  const { stdout } = await zones(['roadmap'], folderOf({ 'a.zones': 'zone a : control { sl-t 1 }\n' }));
  expect(stdout).toMatch(/^\d{4}-\d\d-\d\d, today$/m);
});

test('the name of a system, which its folder may give, writes nothing but itself', async () => {
  const name = 'site\u001b[2J';
  const { stdout } = await zones(['roadmap', name], folderOf({ [`${name}/a.zones`]: 'zone a : control { sl-t 1 }\n' }));
  expect(stdout).toMatch(/^site/);
  expect(stdout).not.toContain('\u001b');
});
