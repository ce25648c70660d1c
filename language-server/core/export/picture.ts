import { toSvg } from '../diagram/files/svg.ts';
import { pictureOfZone } from '../diagram/model/zone-picture.ts';
import type { ExportFormat, ExportInput, ExportOptions } from './format.ts';

/** The picture of a system as the text of an SVG file; of a zone that is not there, that of all. */
function writeSvg({ model }: ExportInput, { theme, zone, ...options }: ExportOptions): string {
  const picture = zone === undefined ? undefined : pictureOfZone(model, zone, options);
  return toSvg(picture?.model ?? model, { theme, ...(picture?.options ?? options) });
}

export const svg: ExportFormat = {
  id: 'svg',
  title: 'SVG',
  hint: 'sharp at every size; its text can be searched and changed',
  fileType: 'SVG image',
  ending: 'svg',
  write: writeSvg,
};

export const png = {
  id: 'png',
  title: 'PNG',
  fileType: 'PNG image',
  ending: 'png',
  raster: {
    scales: [
      { scale: 1, hint: 'the smallest file' },
      { scale: 2, hint: 'sharp on paper and on dense screens' },
      { scale: 3, hint: 'for posters' },
    ],
    usual: 2,
  },
  write: writeSvg,
} satisfies ExportFormat;
