import type { ImportFormat, OpenFile } from '../core/exchange/sheet.ts';
import { formatOf } from './detect.ts';
import { readCsv } from './readers/csv.ts';
import { readCycloneDx } from './readers/cyclonedx.ts';
import { readDrawio } from './readers/drawio.ts';
import { readNetbox } from './readers/netbox.ts';
import { readNmap } from './readers/nmap.ts';
import { readOtm } from './readers/otm.ts';
import { readOwnJson } from './readers/own-json.ts';
import { readWorkbook } from './readers/xlsx.ts';
import { readZeek } from './readers/zeek.ts';
import type { FileSource } from './source.ts';

/** Who reads which format. */
const READERS: Readonly<Record<ImportFormat, (source: FileSource) => Promise<OpenFile>>> = {
  csv: readCsv,
  xlsx: readWorkbook,
  nmap: readNmap,
  otm: readOtm,
  drawio: readDrawio,
  cyclonedx: readCycloneDx,
  netbox: readNetbox,
  zeek: readZeek,
  json: readOwnJson,
};

/**
 * Opens a file as the tables that it holds.
 * @param format what it is by the user's word; by default its content and name tell
 * @throws Unreadable where nothing of it can be read
 */
export async function openFile(source: FileSource, format?: ImportFormat): Promise<OpenFile> {
  return READERS[format ?? (await formatOf(source))](source);
}
