import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exported, textOf, workspaceOf } from '../support/exchange.ts';
import { HOSTILE } from '../support/hostile.ts';
import { hostileModel } from './hostile-model.ts';

const MODEL = `system s
zone left : cell { network "10.71.1.0/24"  asset panel : hmi-panel { address "10.71.1.2" }
  asset fw : firewall { address "10.71.1.1/24", "10.71.2.1/24" }  asset other : hmi-panel { address "10.71.1.3", "fd71:1::3" } }
zone right : cell { network "10.71.2.0/24"  asset plc : plc { address "10.71.2.2/24" }  asset six : plc { address "fd71:2::6" } }
conduit link between left and right {
  via fw
  flow panel -> plc : modbus-tcp "read"
  flow plc -> other port 9100
  flow other -> six : https
}`;

const nft = spawnSync('nft', ['--version']).status === 0;

function rules(text: string, name = 'fw.nft'): string {
  const folder = mkdtempSync(join(tmpdir(), 'zones-nft-'));
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('each flow is a rule of its addresses and port, and the last word is drop', () => {
  const text = textOf(exported(workspaceOf(MODEL), 'firewall', 'fw.nft'));
  const own = text.split('\n').filter((line) => / dport /.test(line));
  expect(own.map((line) => line.trim())).toEqual([
    'ip saddr 10.71.1.2/32 ip daddr 10.71.2.2/32 tcp dport 502 ct state new accept',
    'ip saddr 10.71.1.2/32 ip daddr 10.71.2.2/32 udp dport 502 ct state new accept',
    'ip6 saddr fd71:1::3/128 ip6 daddr fd71:2::6/128 tcp dport 443 ct state new accept',
  ]);
  expect(text).toContain('policy drop;');
});

test('a flow without transport is told, and never let pass as any', () => {
  const { unwritten, files } = exported(workspaceOf(MODEL), 'firewall', 'fw.nft');
  expect(unwritten).toEqual([
    "Not written for 'left.fw' of 's': the flow from 'right.plc' to 'left.other' in 'link'. Say with 'tcp' or 'udp' what port 9100 is of.",
  ]);
  expect(files[0]!.content).toContain(`# ${unwritten[0]}`);
  expect(files[0]!.content).not.toContain('dport 9100');
});

test.skipIf(!nft)(
  'nft takes the rules, whatever the texts of the model say',
  () => {
    for (const text of [MODEL, hostileModel(HOSTILE)]) {
      const { files } = exported(workspaceOf(text), 'firewall', 'fw.nft');
      expect(files.length).toBeGreaterThan(0);
      for (const { content } of files) {
        const checked = spawnSync('nft', ['-c', '-f', rules(content as string)], { encoding: 'utf8' });
        expect([checked.status, checked.stderr]).toEqual([0, '']);
      }
    }
  },
  120_000,
);

/** Three hosts of their own networks: one on either side of the filter. */
const SPACES = { left: 'zones-left', fw: 'zones-fw', right: 'zones-right' } as const;
const ip = (...args: string[]) => execFileSync('ip', args, { stdio: 'pipe' });
const inside = (space: string, command: string, ...args: string[]) =>
  execFileSync('ip', ['netns', 'exec', space, command, ...args], { stdio: 'pipe' });

const tearDown = () => {
  for (const space of Object.values(SPACES)) spawnSync('ip', ['netns', 'del', space]);
};

/** Whether namespaces can be made here. */
const canIsolate = nft && spawnSync('ip', ['netns', 'add', 'zones-try']).status === 0;
if (canIsolate) ip('netns', 'del', 'zones-try');
else
  console.warn(
    'Not tested: packets between network namespaces. It takes nftables, iproute2 and the right to make namespaces.',
  );

describe.skipIf(!canIsolate)('packets between network namespaces', () => {
  const servers: ReturnType<typeof spawn>[] = [];

  beforeAll(async () => {
    tearDown();
    for (const space of Object.values(SPACES)) ip('netns', 'add', space);
    for (const [side, host] of [
      ['left', '10.71.1'],
      ['right', '10.71.2'],
    ] as const) {
      ip(
        'link',
        'add',
        `z${side}`,
        'netns',
        SPACES[side],
        'type',
        'veth',
        'peer',
        'name',
        `z${side}`,
        'netns',
        SPACES.fw,
      );
      inside(SPACES.fw, 'ip', 'addr', 'add', `${host}.1/24`, 'dev', `z${side}`);
      inside(SPACES[side], 'ip', 'addr', 'add', `${host}.2/24`, 'dev', `z${side}`);
      if (side === 'left') inside(SPACES.left, 'ip', 'addr', 'add', `${host}.3/24`, 'dev', `z${side}`);
      for (const space of [SPACES.fw, SPACES[side]]) inside(space, 'ip', 'link', 'set', `z${side}`, 'up');
      inside(SPACES[side], 'ip', 'route', 'add', 'default', 'via', `${host}.1`);
    }
    inside(SPACES.fw, 'sysctl', '-qw', 'net.ipv4.ip_forward=1');
    const serve = (space: string, port: number) => {
      const code = `require('net').createServer((s) => s.end('hello')).listen(${port}, '0.0.0.0', () => console.log('up'))`;
      const server = spawn('ip', ['netns', 'exec', space, process.execPath, '-e', code], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      servers.push(server);
      return new Promise((resolve) => server.stdout!.once('data', resolve));
    };
    await Promise.all([serve(SPACES.right, 502), serve(SPACES.right, 503), serve(SPACES.left, 9100)]);
  });

  afterAll(() => {
    for (const server of servers) server.kill();
    tearDown();
  });

  /** What a client gets that connects: the server's word, or nothing in the time in which it would have come. */
  const connect = ([space, from, to, port]: readonly [string, string, string, number]): string => {
    const code = `
      const s = require('net').connect({ port: ${port}, host: '${to}', localAddress: '${from}' });
      s.setTimeout(2000, () => { console.log('nothing'); process.exit(); });
      s.on('data', (d) => { console.log(String(d)); process.exit(); });
      s.on('error', (e) => { console.log(e.code); process.exit(); });`;
    return String(inside(space, process.execPath, '-e', code)).trim();
  };

  test('without rules all pass, with them only what the flows say', () => {
    const cases = [
      [SPACES.left, '10.71.1.2', '10.71.2.2', 502],
      [SPACES.left, '10.71.1.3', '10.71.2.2', 502],
      [SPACES.left, '10.71.1.2', '10.71.2.2', 503],
      [SPACES.right, '10.71.2.2', '10.71.1.2', 9100],
    ] as const;
    expect(cases.map((each) => connect(each))).toEqual(['hello', 'hello', 'hello', 'hello']);
    const path = rules(textOf(exported(workspaceOf(MODEL), 'firewall', 'fw.nft')));
    inside(SPACES.fw, 'nft', '-f', path);
    expect(cases.map((each) => connect(each))).toEqual(['hello', 'nothing', 'nothing', 'nothing']);
    // Loaded again, it stands as it stood.
    inside(SPACES.fw, 'nft', '-f', path);
    expect(cases.map((each) => connect(each))).toEqual(['hello', 'nothing', 'nothing', 'nothing']);
    rmSync(path);
  });
});
