import { describe, expect, test } from 'vitest';
import { countByFr } from '../../language-server/core/plant/counts.ts';
import { elementAt, elementNamed, systemNamed, systems, unitAt } from '../../language-server/core/plant/index.ts';
import { given, typeDeclared, typeNamed } from '../../language-server/core/plant/library.ts';
import type { PlantSide } from '../../language-server/core/plant/plant.ts';
import type { ControlState } from '../../language-server/core/plant/required.ts';
import { at, plant, query, workspace } from './water-works.ts';

const zone = (path: string, system?: string) => at('zone', path, system);
const conduit = (path: string) => at('conduit', path);
const paths = (elements: readonly { readonly path: string }[]) => elements.map(({ path }) => path);
const ids = (controls: readonly ControlState[]) => controls.map(({ control }) => control.id);

describe('systems', () => {
  test('come by name, each with its title, settings and what belongs to it in the order of the files', () => {
    expect(systems(query).map(({ name, title, isTitled }) => ({ name, title, isTitled }))).toEqual([
      { name: 'plant', title: 'Water works', isTitled: true },
      { name: 'remote', title: 'remote', isTitled: false },
    ]);
    expect(plant.settings?.declared.owner?.value).toBe('Operations');
    expect(plant.settings?.entry.file).toBe('a.zones');
    expect(paths(plant.zones)).toEqual([
      'control',
      'control.cell',
      'control.cell.unit',
      'office',
      'internet',
      'internet.cloud',
      'odd',
      'office',
      'after',
    ]);
    expect(paths(plant.topZones)).toEqual(['control', 'office', 'internet', 'odd', 'office', 'after']);
    expect(paths(plant.conduits)).toEqual([
      'control.cell.inside',
      'uplink',
      'nested',
      'far',
      'astray',
      'round',
      'loose',
    ]);
    expect(plant.flows.map(({ declared }) => declared.source.text)).toEqual([
      'plc',
      'scada',
      'control.scada',
      'nobody',
      'control.fw',
      'plc',
      'office',
    ]);
    expect(paths(plant.risks)).toEqual(['R-1', 'R-2']);
    expect(plant.size).toEqual({ files: 3, zones: 9, assets: plant.assets.length, conduits: 7 });
    expect(plant.size.assets).toBe(8);
  });

  test('know what they are judged by', () => {
    expect(plant.modelName).toBe('five-zones');
    expect(plant.model?.kinds.length).toBe(plant.kinds.length);
    expect(plant.baseline.length).toBeGreaterThan(90);
    expect(plant.scales.tolerable).toBe(6);
    expect(plant.rules).toEqual([]);
    expect(plant.stated.statusOf('SR 1.3')).toBe('implemented');
    expect(plant.stated.statusOf('SR 6.2')).toBe('overdue');
    expect(plant.stated.originOf('SR 1.3')?.where).toBe('here');
  });

  test('of which nothing is known are empty', () => {
    const nowhere = systemNamed(query, 'nowhere');
    expect(nowhere).toMatchObject({ title: 'nowhere', isTitled: false, units: [], zones: [], settings: undefined });
    expect(nowhere.size).toEqual({ files: 0, zones: 0, assets: 0, conduits: 0 });
  });
});

describe('zones', () => {
  test('have what they state, with its place', () => {
    const control = zone('control');
    expect(control).toMatchObject({ sort: 'zone', name: 'control', title: 'Control', level: 2 });
    expect(control.designation?.value).toBe(true);
    expect(control.kind?.title).toBe('Control zone');
    expect(control.owner?.value).toBe('Control team');
    expect(workspace.locationOf(control.entry, control.declared.name.at)).toMatchObject({
      uri: 'a.zones',
      range: { start: { line: 7, character: 5 } },
    });
    expect(workspace.locationOf(control.entry, control.at).range.end.line).toBe(31);
  });

  test('inherit at any depth what they do not state, but the level only with the kind', () => {
    const [cell, unit] = [zone('control.cell'), zone('control.cell.unit')];
    expect(unit.parent).toBe(cell);
    expect(cell.parent).toBe(zone('control'));
    expect(zone('control').parent).toBeUndefined();
    expect(unit.kind?.name).toBe('cell');
    expect([cell.level, unit.level]).toEqual([undefined, undefined]);
    expect([cell.designation?.value, unit.designation?.value]).toEqual([true, true]);
    expect([cell.owner?.value, unit.owner?.value]).toEqual(['Control team', 'Unit team']);
    expect(unit.slT).toEqual([1, 1, 1, 1, 2, 1, 1]);
    expect(unit.declared.slT).toBeUndefined();
    expect(cell.title).toBe('cell');
    expect(zone('office').owner?.value).toBe('Operations');
  });

  test('hold zones, assets, conduits and flows, and know the conduits that end at them', () => {
    const [control, cell] = [zone('control'), zone('control.cell')];
    expect(paths(control.zones)).toEqual(['control.cell']);
    expect(paths(control.assets)).toEqual(['control.scada', 'control.fw', 'control.bare']);
    expect(paths(cell.conduits)).toEqual(['control.cell.inside']);
    expect(control.flows.map(({ declared }) => declared.title?.value)).toEqual(['set points']);
    expect(paths(control.joinedBy)).toEqual(['uplink', 'nested']);
    expect(paths(cell.joinedBy)).toEqual(['control.cell.inside', 'nested']);
    expect(paths(zone('office').joinedBy)).toEqual(['uplink', 'far', 'astray', 'round']);
    expect(paths(zone('pump', 'remote').joinedBy)).toEqual(['far']);
  });

  test('stand as their SL-T, and what is stated of its controls, has it', () => {
    const { slT, slA, gap, required, posture } = zone('control');
    expect(slT).toEqual([1, 1, 1, 1, 2, 1, 1]);
    expect(slA).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(gap).toEqual([1, 1, 1, 1, 2, 1, 1]);
    expect(ids(required!.met)).toEqual(['SR 1.1', 'SR 1.3', 'SR 2.1', 'SR 2.4', 'SR 3.2']);
    expect(ids(required!.notApplicable)).toEqual(['SR 1.6', 'SR 2.2']);
    expect(ids(required!.planned)).toEqual(['SR 3.1']);
    expect(ids(required!.accepted)).toEqual(['SR 3.3']);
    expect(required!.unmet.length).toBe(required!.all.length - required!.met.length - 2);
    expect(required!.open.length).toBe(required!.unmet.length - 2);
    expect(required!.all.find(({ control }) => control.id === 'SR 2.1')?.status).toBe('compensated');
    expect(ids(required!.open)).not.toContain('SR 3.1');
    expect(countByFr(required!.met)).toEqual([2, 2, 1, 0, 0, 0, 0]);
    expect(posture.requires('SR 1.1')).toBe(true);
    expect(posture.requires('SR 1.1 RE(3)')).toBe(false);
    expect(posture.applicable.length).toBeGreaterThan(required!.all.length);
  });

  test('without an SL-T are asked for nothing', () => {
    const { slT, slA, gap, required, posture } = zone('office');
    expect({ slT, gap, required }).toEqual({});
    expect(slA).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(posture.requires('SR 1.1')).toBe(false);
  });

  test('outside the SuC have no figures, with all that is in them', () => {
    for (const outside of [zone('internet'), zone('internet.cloud')]) {
      const { external, slT, slA, gap, required, slC, owner } = outside;
      expect({ external, slT, slA, gap, required, slC, owner }).toEqual({ external: true });
    }
    expect(zone('internet').posture.slT).toEqual([2, 2, 2, 2, 2, 2, 2]);
    expect(zone('internet').stated.statusOf('SR 1.1')).toBe('implemented');
  });

  test('of an unknown kind have none, and those of a broken text what could be read', () => {
    expect(zone('odd')).toMatchObject({ kind: undefined, external: false, level: undefined });
    expect(zone('odd').declared.kind?.text).toBe('no-such-kind');
    const after = zone('after');
    expect(after.slT).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(unitAt(query, after.entry).broken).toBe(true);
    expect(unitAt(query, zone('control').entry).broken).toBe(false);
  });

  test('have the lowest SL-C of their assets, and how many have one', () => {
    expect(zone('control.cell').slC).toEqual({ vector: [1, 1, 1, 1, 1, 1, 1], count: 2 });
    expect(zone('control.cell.unit').slC).toBeUndefined();
  });

  test('have the topics of a kind of their own', () => {
    expect(zone('control').focus.length).toBeGreaterThan(0);
    expect(zone('control.cell.unit').focus).toEqual([]);
  });
});

describe('statements', () => {
  const where = (path: string, control: string) => {
    const origin = zone(path).stated.originOf(control);
    return origin && [origin.where, origin.zone?.path, origin.statement.verb];
  };

  test('come from the element, a zone around it or the system', () => {
    expect(where('control', 'SR 1.1')).toEqual(['here', undefined, 'implements']);
    expect(where('control.cell', 'SR 1.1')).toEqual(['around', 'control', 'implements']);
    expect(where('control.cell.unit', 'SR 3.1')).toEqual(['around', 'control', 'plans']);
    expect(where('control.cell.unit', 'SR 1.1')).toEqual(['here', undefined, 'plans']);
    expect(where('control.cell.unit', 'SR 1.3')).toEqual(['system', undefined, 'implements']);
    expect(where('control', 'SR 7.1')).toBeUndefined();
    expect(zone('control.cell.unit').stated.statusOf('SR 1.1')).toBe('planned');
    expect(zone('control.cell.unit').stated.statusOf('SR 6.2')).toBe('overdue');
  });

  test('tell what names the control: itself, a profile, an exclusion that covers it', () => {
    const { stated } = zone('control');
    expect(stated.originOf('SR 1.1')).toMatchObject({ direct: true, through: undefined });
    expect(stated.originOf('SR 3.2')).toMatchObject({ direct: false });
    expect(stated.originOf('SR 1.6 RE(1)')).toMatchObject({ through: 'SR 1.6' });
    // Wireless that nobody has allowed is to be found where none is used, most of all.
    expect(stated.originOf('SR 2.2 RE(1)')).toBeUndefined();
    const { entry, statement } = zone('control.cell').stated.originOf('SR 1.1')!;
    expect(workspace.locationOf(entry, statement.at).range.start.line).toBe(11);
  });

  test('are found by the controls that the element itself names', () => {
    const mention = (path: string, control: string) => zone(path).stated.mentionOf(control)?.as;
    expect(mention('control', 'SR 2.1')).toBe('subject');
    expect(mention('control', 'SR 2.4')).toBe('subject');
    expect(mention('control', 'SR 1.3')).toBeUndefined();
    expect(mention('control.cell', 'SR 1.1')).toBeUndefined();
    expect(conduit('uplink').stated.mentionOf('SR 5.1')?.as).toBe('subject');
  });
});

describe('assets', () => {
  test('have a home, a type with what it extends, and a capability', () => {
    const [plc, fw, bare] = [at('asset', 'control.cell.plc'), at('asset', 'control.fw'), at('asset', 'control.bare')];
    expect(plc).toMatchObject({ sort: 'asset', title: 'PLC', name: 'plc' });
    expect(plc.home).toBe(zone('control.cell'));
    expect(plc.slC).toMatchObject({ vector: [2, 2, 2, 1, 2, 2, 2], source: 'stated' });
    expect(plc.homeKinds.map(({ name }) => name)).toContain('cell');
    expect(fw.type?.names.slice(0, 2)).toEqual(['house-firewall', 'industrial-firewall']);
    expect(fw.type?.flags).toContain('boundary');
    expect(given(fw.type!.chain, ({ vendor }) => vendor?.value)).toBe('Acme');
    expect(given(fw.type!.chain, ({ role }) => role)).toBe('filter');
    expect(bare).toMatchObject({ type: undefined, slC: undefined, homeKinds: [], title: 'bare' });
  });

  test('of a type that nobody declares have its name alone', () => {
    expect(typeNamed(query, 'no-such-type')).toEqual({
      name: 'no-such-type',
      names: ['no-such-type'],
      chain: [],
      flags: [],
    });
  });

  test('of a type that is declared twice are of the first; the second is listed as it stands', () => {
    const own = plant.units.flatMap(({ shared }) => shared.assetTypes);
    expect(own.map((type) => typeDeclared(query, type).chain[0])).toEqual(own);
    expect(typeNamed(query, 'house-firewall').chain[0]).toBe(own[0]);
  });
});

describe('conduits', () => {
  const ends = (path: string) => conduit(path).ends.map(({ name, zone: end }) => [name, end?.title]);

  test('have their ends: known, of another system, not known, not even written', () => {
    expect(ends('uplink')).toEqual([
      ['office', 'Office'],
      ['control', 'Control'],
    ]);
    expect(ends('control.cell.inside')).toEqual([
      ['control.cell', 'cell'],
      ['control.cell.unit', 'Unit'],
    ]);
    expect(ends('far')[1]).toEqual(['remote.pump', 'Pump']);
    expect(ends('astray')[1]).toEqual(['nowhere', undefined]);
    expect(conduit('astray').ends[1]?.reference?.text).toBe('nowhere');
    expect(ends('loose')).toEqual([]);
    expect(conduit('far').ends[1]?.zone?.system.name).toBe('remote');
  });

  test('pass the assets that are known, and stand by an SL-T of their own', () => {
    const { via, slT, required, parent } = conduit('uplink');
    expect(via).toEqual([at('asset', 'control.fw')]);
    expect(paths(conduit('astray').via)).toEqual(['control.fw']);
    expect(slT).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(ids(required!.met)).toEqual(['SR 5.1']);
    expect(parent).toBeUndefined();
    expect(conduit('control.cell.inside').parent).toBe(zone('control.cell'));
    expect(conduit('nested').required).toBeUndefined();
  });
});

describe('flows', () => {
  const side = ({ reference, element, home, end }: PlantSide) => [reference.text, element?.path, home?.path, end];
  const sides = (path: string) => conduit(path).flows.map(({ source, target }) => [side(source), side(target)]);

  test('lie at the ends of their conduit, at the inner one of nested', () => {
    expect(sides('uplink')[0]).toEqual([
      ['control.scada', 'control.scada', 'control', 1],
      ['office', 'office', 'office', 0],
    ]);
    expect(sides('nested')).toEqual([
      [
        ['control.fw', 'control.fw', 'control', 0],
        ['plc', 'control.cell.plc', 'control.cell', 1],
      ],
      [
        ['plc', 'control.cell.plc', 'control.cell', 1],
        ['scada', 'control.scada', 'control', 0],
      ],
    ]);
    expect(sides('far')[0]?.[1]).toEqual(['remote.pump', 'pump', 'pump', 1]);
  });

  test('have sides that mean nothing, and none of a conduit where they stand in a zone', () => {
    expect(sides('uplink')[1]?.[0]).toEqual(['nobody', undefined, undefined, undefined]);
    const [inZone] = zone('control').flows;
    expect(inZone?.conduit).toBeUndefined();
    expect(inZone?.parent).toBe(zone('control'));
    expect(side(inZone!.target)).toEqual(['cell.plc', 'control.cell.plc', 'control.cell', undefined]);
    expect(conduit('nested').flows[0]?.conduit).toBe(conduit('nested'));
  });
});

describe('risks', () => {
  test('have elements, and ratings with their rank in the matrix', () => {
    const { on, initial, residual, title } = at('risk', 'R-1');
    expect(title).toBe('Ransom');
    expect(on.map(({ reference, element }) => [reference.text, element?.sort])).toEqual([
      ['control', 'zone'],
      ['uplink', 'conduit'],
      ['nothing', undefined],
    ]);
    expect(initial).toMatchObject({ rank: { value: 16 }, tolerable: false });
    expect(residual).toMatchObject({ rank: { likelihood: 2, impact: 4, value: 8 }, tolerable: false });
  });

  test('without a known rating have none', () => {
    const { initial, residual, on } = at('risk', 'R-2');
    expect(initial.likelihood?.text).toBe('sometimes');
    expect({ rank: initial.rank, tolerable: initial.tolerable, residual, on }).toEqual({ on: [] });
  });
});

describe('one element', () => {
  test('is one object, however it is reached', () => {
    const [first] = plant.zones;
    expect(zone('control')).toBe(first);
    expect(elementAt(query, { entry: first!.entry, sort: 'zone', index: 0 })).toBe(first);
    expect(conduit('uplink').ends[1]?.zone).toBe(first);
    expect(first?.system).toBe(plant);
    expect(systemNamed(workspace.store.query(), 'plant')).not.toBe(plant);
  });

  test('is the first of its path; the others are there all the same', () => {
    const [one, other] = plant.zones.filter(({ path }) => path === 'office');
    expect(zone('office')).toBe(one);
    expect([one?.title, other?.title]).toEqual(['Office', 'Office again']);
    expect(other?.kind?.name).toBe('control');
    expect(paths(other!.assets)).toEqual(['office.printer']);
    expect(elementNamed(query, 'plant', 'office', 'conduit')).toBeUndefined();
  });
});
