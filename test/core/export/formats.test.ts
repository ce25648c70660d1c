import { describe, expect, test } from 'vitest';
import { toSvg } from '../../../language-server/core/diagram/files/svg.ts';
import { pictureOfZone } from '../../../language-server/core/diagram/model/zone-picture.ts';
import { formatOfFile, PICTURE_FORMATS } from '../../../language-server/core/export/formats.ts';
import { systemNamed } from '../../../language-server/core/plant/index.ts';
import { createWorkspace } from '../../../language-server/language/workspace.ts';
import { TODAY } from '../../support/fixture.ts';
import { randomModel } from '../diagram/random-model.ts';

test('each format has an id, an ending and a title of its own', () => {
  for (const key of ['id', 'ending', 'title'] as const) {
    expect(new Set(PICTURE_FORMATS.map((format) => format[key])).size).toBe(PICTURE_FORMATS.length);
  }
});

test.each(PICTURE_FORMATS)('a file .$ending is $title, however its name is written', ({ id, ending }) => {
  expect(formatOfFile(`plants/North.${ending}`)?.id).toBe(id);
  expect(formatOfFile(`NORTH.${ending.toUpperCase()}`)?.id).toBe(id);
  expect(formatOfFile(ending)).toBeUndefined();
  expect(formatOfFile(`north.${ending}.txt`)).toBeUndefined();
});

test('a size in pixels that is usual is one of those to choose from', () => {
  for (const { raster } of PICTURE_FORMATS) {
    if (raster) expect(raster.scales.map(({ scale }) => scale)).toContain(raster.usual);
  }
});

describe.each(['svg', 'png'])('the text of %s', (id) => {
  const format = PICTURE_FORMATS.find((other) => other.id === id)!;
  const model = randomModel(6, { zones: 14, assets: 3, conduits: 1 });
  // A picture is all in its model.
  const plant = systemNamed(createWorkspace({ defaultSystem: 'plant', today: TODAY }).store.query(), 'plant');

  test('is the picture as it is opened and coloured', () => {
    const options = { theme: 'dark', depth: 1, colouring: 'gap' } as const;
    expect(format.write({ plant, model }, options)).toBe(toSvg(model, options));
  });

  test('is that of one zone, and of all where the zone is not there', () => {
    const zone = model.zones.find(({ assets }) => assets.length > 0)!.id;
    const alone = pictureOfZone(model, zone, {})!;
    const own = format.write({ plant, model }, { theme: 'light', zone });
    expect(own).toBe(toSvg(alone.model, { ...alone.options, theme: 'light' }));
    const whole = toSvg(model, { theme: 'light' });
    expect(own).not.toBe(whole);
    expect(format.write({ plant, model }, { theme: 'light', zone: 'nowhere' })).toBe(whole);
  });
});
