import { describe, expect, test } from 'vitest';
import { scopesOf } from './support/textmate.ts';
import { editor, openFile, useBrowser, workbenchTest } from './support/workbench.ts';

useBrowser();

workbenchTest(
  'a .zones file is highlighted, names by what they mean',
  { 'plant.zones': 'zone control "Control zone" : control {\n  sl-t 2\n  asset owner : plc\n}\n// end\n' },
  async (workbench) => {
    await openFile(workbench, 'plant.zones');
    const lines = editor(workbench.page).locator('.view-line');
    const classOf = (text: string) =>
      lines
        .locator('span span')
        .filter({ hasText: new RegExp(`^${text.replace(' ', '\\s')}`) })
        .first()
        .getAttribute('class');
    await expect.poll(() => classOf('zone'), { timeout: 10_000 }).not.toBe(await classOf('// end'));
    const classes = await Promise.all(['zone', '"Control', '// end'].map(classOf));
    expect(new Set(classes).size).toBe(3);
    // The server's tokens: the asset is a variable, whatever word its name is.
    await expect.poll(() => classOf('owner'), { timeout: 10_000 }).not.toBe(await classOf('plc'));
  },
);

describe('the TextMate grammar', () => {
  const type = 'storage.type';
  const keyword = 'keyword.control';

  test.each([
    [
      'zone control "Control" : cell level 2 {',
      `zone:${type}`,
      'control:entity.name',
      'cell:entity.name.type',
      `level:${keyword}`,
      '2:constant.numeric',
    ],
    ['  asset owner : plc {', `asset:${type}`, 'owner:entity.name', 'plc:entity.name.type'],
    ['zone a { asset x : plc }', `zone:${type}`, `asset:${type}`, 'x:entity.name'],
    [
      '  implements SR 1.1 RE(1), SR1.2, hardening by fw-1',
      `implements:${keyword}`,
      'SR 1.1 RE(1):constant.other.requirement',
      'SR1.2:constant.other.requirement',
      `by:${keyword}`,
    ],
    [
      '  plans SR 6.2 until 2027-03-31 "SOC"',
      `plans:${keyword}`,
      `until:${keyword}`,
      '2027-03-31:constant.numeric.date',
    ],
    ['  sl-t 2 { RDF 3 }', `sl-t:${keyword}`, 'RDF:constant.language.requirement-group', '3:constant.numeric'],
    ['  vendor "Acme"  count 2', 'vendor:variable.other.property', 'count:variable.other.property'],
    ['  criticality high', 'criticality:variable.other.property'],
    ['  via fw-1, fw-2', 'via:variable.other.property'],
    ['  flow a.x -> y : modbus-tcp', '->:keyword.operator.flow', 'modbus-tcp:entity.name.type'],
    ['  flow x <-> y', '<->:keyword.operator.flow'],
    ['// zone a', '// zone a:comment.line.double-slash'],
    ['/* zone */ zone a', 'zone:comment.block', `zone:${keyword}`],
  ])('%s', async (line, ...parts) => {
    const found = await scopesOf(line);
    for (const part of parts) expect(found).toContain(part);
  });

  test.each([
    ['keywords inside names', 'conduit zone-bypass between zone-a and b', /^zone:/],
    ['keywords in texts', '  owner "zone asset"', /^(zone|asset):(storage|keyword)/],
    ['a number inside a name', '  via fw-1', /^1:/],
    ['a name that is spelled like a property', 'zone safety : cell', /^safety:variable/],
  ])('leaves %s alone', async (_, line, wrong) => {
    expect((await scopesOf(line)).filter((part) => wrong.test(part))).toEqual([]);
  });

  test('goes on after a text that is not closed, and after escapes', async () => {
    expect(await scopesOf('  owner "City\nzone a')).toContain(`zone:${type}`);
    expect(await scopesOf('  owner "say \\"zone\\" x"\nzone a')).toContain('a:entity.name');
    expect(await scopesOf('  owner "say \\"zone\\" x"')).toContain('\\":constant.character.escape');
  });

  test('keeps text blocks and comments over lines', async () => {
    const found = await scopesOf('description """\n  zone a\n  """\n/** asset b\n */\nzone c');
    expect(found).toContain('zone a:string.quoted.triple');
    expect(found).toContain('asset b:comment.block.documentation');
    expect(found).toContain('c:entity.name');
  });
});
