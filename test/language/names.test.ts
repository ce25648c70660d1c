import { describe, expect, it } from 'vitest';
import type { Entry } from '../../language-server/core/engine/entry.ts';
import { pathOf } from '../../language-server/core/engine/handle.ts';
import { isPathReference } from '../../language-server/core/engine/inside.ts';
import { resolveElement } from '../../language-server/core/engine/resolve.ts';
import { createWorkspace } from '../../language-server/language/workspace.ts';
import { expectFindings, filesOf, fixturesOf, TODAY } from '../support/fixture.ts';

const expectNames = fixturesOf('duplicate-name', 'duplicate-system');

/**
 * What the names in a flow, a `via`, a `by` or between mean, in the order of the files and the text: `written = sort path`;
 * a path of another system begins with its name and a slash.
 */
function targetsIn(fixture: string, written?: string): string[] {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: TODAY });
  workspace.update(filesOf(fixture));
  const query = workspace.store.query();
  const targetOf = (entry: Entry, reference: Entry['unit']['references'][number]) => {
    const found = resolveElement(query, entry, reference);
    if (found.kind !== 'one') return found.kind;
    const { system } = found.target.entry;
    return `${found.target.sort} ${system === entry.system ? '' : `${system}/`}${pathOf(found.target)}`;
  };
  return [...workspace.files.values()]
    .flatMap(({ entries }) => entries.filter(({ library }) => !library))
    .flatMap((entry) => entry.unit.references.filter(isPathReference).map((reference) => ({ entry, reference })))
    .filter(({ reference }) => !written || reference.text === written)
    .map(({ entry, reference }) => `${reference.text} = ${targetOf(entry, reference)}`);
}

describe('a path', () => {
  it('is looked up from the innermost zone outwards', () => {
    const model = `
      zone a {
        asset x : plc
        asset y : plc
        zone b {
          asset x : plc
          flow x -> y : rdp
          zone c { asset z : plc  flow z -> x : rdp  flow b.x -> y : rdp  flow z -> a.x : rdp }
        }
      }
      zone b { asset x : plc }`;
    expect(targetsIn(model)).toEqual([
      'x = asset a.b.x',
      'y = asset a.y',
      'z = asset a.b.c.z',
      'x = asset a.b.x',
      'b.x = asset a.b.x',
      'y = asset a.y',
      'z = asset a.b.c.z',
      'a.x = asset a.x',
    ]);
  });

  it('counts where all of it resolves, not where its first segment does', () => {
    const model = `
      zone a { zone b { asset x : plc }  asset q : plc  flow q -> b.y : rdp }
      zone b { asset y : plc }`;
    expect(targetsIn(model)).toEqual(['q = asset a.q', 'b.y = asset b.y']);
  });

  it('passes over what is of another sort', () => {
    const model = `
      zone a { zone x { asset x : plc }  flow x.x -> x : rdp  implements SR 1.1 by x }
      conduit c between a and x`;
    expect(targetsIn(model)).toEqual([
      'x.x = asset a.x.x',
      // A flow may begin at a zone, a statement is implemented by assets, a conduit joins zones.
      'x = zone a.x',
      'x = asset a.x.x',
      'a = zone a',
      'x = zone a.x',
    ]);
  });

  it('may be the last segments, where they are unique in the system', () => {
    const model = `
      zone a { zone b { zone c { asset x : plc } } }
      zone d { zone c { asset y : plc } }
      zone e { asset z : plc  flow z -> x : rdp  flow b.c.x -> c.y : rdp  flow z -> c : rdp }`;
    expect(targetsIn(model)).toEqual([
      'z = asset e.z',
      'x = asset a.b.c.x',
      'b.c.x = asset a.b.c.x',
      'c.y = asset d.c.y',
      'z = asset e.z',
      'c = many',
    ]);
  });

  it('in a conduit means what lies inside its ends first', () => {
    const model = `
      zone a { asset x : plc }
      zone b { zone in { asset y : plc } }
      zone c { asset x : plc  asset y : plc }
      conduit ab between a and b { via y  flow x -> y : rdp  flow c.x -> in.y : rdp }
      conduit ac between a and c { flow x -> y : rdp }`;
    expect(targetsIn(model).filter((line) => /[xy] = /.test(line))).toEqual([
      'y = asset b.in.y',
      'x = asset a.x',
      'y = asset b.in.y',
      'c.x = asset c.x',
      'in.y = asset b.in.y',
      'x = many',
      'y = asset c.y',
    ]);
  });

  it('reaches another system by its name only', () => {
    const model = `
      --- north.zones
      system north
      zone dmz { asset fw : firewall }
      zone x { }
      --- south.zones
      system south
      zone dmz { asset gw : firewall  flow gw -> north.dmz.fw : rdp  flow gw -> fw : rdp }
      conduit wan between dmz and north.dmz { via fw }
      conduit lan between dmz and x`;
    expect(targetsIn(model)).toEqual([
      'gw = asset dmz.gw',
      'north.dmz.fw = asset north/dmz.fw',
      'gw = asset dmz.gw',
      'fw = none',
      'dmz = zone dmz',
      'north.dmz = zone north/dmz',
      'fw = asset north/dmz.fw',
      'dmz = zone dmz',
      'x = none',
    ]);
  });

  it('of the own system comes before another system of that name', () => {
    const model = `
      --- a.zones
      system a
      zone b { asset x : plc }
      --- c.zones
      system c
      zone a { zone b { asset x : plc } }
      zone z { asset y : plc  flow y -> a.b.x : rdp }`;
    expect(targetsIn(model, 'a.b.x')).toEqual(['a.b.x = asset a.b.x']);
  });

  it('means the same in every file, whatever their order', () => {
    const model = `
      --- 1.zones
      conduit ab between a and b { flow x -> y : rdp }
      --- 2.zones
      zone b { asset y : plc }
      --- 3.zones
      zone a { asset x : plc }`;
    expect(targetsIn(model)).toEqual(['a = zone a', 'b = zone b', 'x = asset a.x', 'y = asset b.y']);
  });

  it('is compared by case, and in one composition of its letters', () => {
    const composed = 'K\u00fchlung';
    const decomposed = 'Ku\u0308hlung';
    const model = `
      zone ${composed} { asset x : plc }
      zone b { asset y : plc  flow y -> ${decomposed}.x : rdp  flow y -> k\u00fchlung.x : rdp }`;
    expect(targetsIn(model).filter((line) => line.includes('hlung'))).toEqual([
      `${composed}.x = asset ${composed}.x`,
      'k\u00fchlung.x = none',
    ]);
  });

  it('means the first of two elements with one name, and the second is reported', () => {
    const model = `
      zone a { asset x : plc }
      zone a { asset y : plc }
           ^ error duplicate-name: 'a' is declared already
      zone b { asset z : plc  flow z -> a.y : rdp  flow z -> a : rdp }`;
    expectNames(model);
    expect(targetsIn(model, 'a.y')).toEqual(['a.y = asset a.y']);
  });
});

describe('shared names', () => {
  it('of types, protocols, profiles, catalogues and models are one space each, for all systems', () => {
    expectNames(`
      --- a.zones
      system a
      asset-type house "T" extends plc
      protocol house "P" { authentication yes }
      profile house { SR 1.1 }
      catalog house { control H-1 }
      reference-model house { kind house rank 1 }
      --- b.zones
      system b { reference-model house  baseline house }
      zone house : house {
        asset house : house
        asset other : house
        flow house -> other : house
        implements house, H-1
      }
      `);
  });

  it('are one’s own where the library has the name too, but for the numbers of a standard', () => {
    expectNames(`
      asset-type plc "Mine" { flags portable }
      protocol modbus-tcp "Mine" { port tcp 1 }
      catalog iec62443-3-3 "Mine" { control SR 1.1 "Mine"  control NEW-1 "New" }
                                            ^^^^^^ error duplicate-name
      reference-model five-zones "Mine" { kind mine rank 1 }
      zone a : mine { implements NEW-1 }
      `);
  });
});

describe('files and systems', () => {
  const systemsOf = (fixture: string, defaultSystem = 'folder') => {
    const workspace = createWorkspace({ defaultSystem, today: TODAY });
    workspace.update(filesOf(fixture));
    return [...workspace.files.values()].flatMap(({ entries, system }) =>
      entries.some(({ library }) => library)
        ? []
        : [`${system}: ${entries.flatMap(({ unit }) => unit.zones.map(({ path }) => path)).join(' ')}`],
    );
  };

  it('put all files with one system name into one model, and those without a header into the folder’s', () => {
    const model = `
      --- 1.zones
      system plant "Plant"
      zone a { }
      --- 2.zones
      zone b { }
      --- 3.zones
      system plant
      zone c { }
      --- 4.zones
      system folder
      zone d { }`;
    expect(systemsOf(model)).toEqual(['plant: a', 'folder: b', 'plant: c', 'folder: d']);
  });

  it('let the settings and the title stand in two files, and count once', () => {
    expectNames(`
      --- 1.zones
      system plant "Plant"
      --- 2.zones
      system plant { owner "Us" }
      --- 3.zones
      system plant "Again" { owner "Them" }
             ^^^^^ warning duplicate-system
             ^^^^^ warning duplicate-system
      `);
  });

  it('take the header for the first declaration of a file', () => {
    expectFindings(
      `
      // A comment may stand before it.
      system plant
      zone a : external
      system other
             ^^^^^ error syntax-error: 'system' stands once, before all other declarations
      zone b : external
      `,
      { rules: [] },
    );
    expect(systemsOf('zone a { }\nsystem late')).toEqual(['late: a']);
  });
});
