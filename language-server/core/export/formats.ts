import { csvFolder } from './csv.ts';
import { dot } from './dot.ts';
import { drawio } from './drawio/format.ts';
import { firewall } from './firewall/format.ts';
import { flows } from './flows.ts';
import type { ModelFormat } from './frame/model-format.ts';
import type { PictureFormat } from './frame/picture-format.ts';
import { json } from './json/format.ts';
import { mermaid } from './mermaid.ts';
import { oscal } from './oscal/format.ts';
import { otm } from './otm.ts';
import { png, svg } from './picture.ts';
import { xlsx } from './xlsx.ts';

/** All that the picture of a system can be exported as, in the order of menus. A new format has its line here. */
export const PICTURE_FORMATS: readonly PictureFormat[] = [svg, png];

/** All that models can be exported as, in the order of menus. A new format has its line here and nowhere else. */
export const MODEL_FORMATS: readonly ModelFormat[] = [
  xlsx,
  csvFolder,
  drawio,
  mermaid,
  dot,
  otm,
  oscal,
  flows,
  firewall,
  json,
];

/** The format of a picture by the ending of its file's name. */
export function formatOfFile(name: string): PictureFormat | undefined {
  const ending = name.toLowerCase();
  return PICTURE_FORMATS.find((format) => ending.endsWith(`.${format.ending}`));
}
