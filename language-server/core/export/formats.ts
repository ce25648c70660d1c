import type { ExportFormat } from './format.ts';
import { png, svg } from './picture.ts';

/** All that a system can be exported as, in the order of menus. A new format has its line here and nowhere else. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [svg, png];

/** The format of a file by the ending of its name. */
export function formatOfFile(name: string): ExportFormat | undefined {
  const ending = name.toLowerCase();
  return EXPORT_FORMATS.find((format) => ending.endsWith(`.${format.ending}`));
}
