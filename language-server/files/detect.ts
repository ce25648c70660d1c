import type { ImportFormat } from '../core/exchange/sheet.ts';
import { type FileSource, headOf, Unreadable } from './source.ts';
import { encodingOf } from './text.ts';

const SAMPLE = 64 * 1024;

/** What XML and JSON formats have in their first lines. */
const MARKS: readonly (readonly [mark: RegExp, format: ImportFormat])[] = [
  [/"format"\s*:\s*"zones-model"/, 'json'],
  [/<nmaprun[\s>]/, 'nmap'],
  [/<(mxfile|mxGraphModel)[\s>]/, 'drawio'],
  [/<bom[^>]+cyclonedx/, 'cyclonedx'],
  [/"bomFormat"\s*:\s*"CycloneDX"/, 'cyclonedx'],
  [/"otmVersion"\s*:|^otmVersion\s*:/m, 'otm'],
  [/^#separator\b/, 'zeek'],
  [/^\s*\{[^\n]*"(host|mac)"\s*:/, 'zeek'],
  [/"device_type"\s*:/, 'netbox'],
];

/** The format of a file by its content, where that tells, else by its name. @throws Unreadable for what no reader knows */
export async function formatOf(source: FileSource): Promise<ImportFormat> {
  const head = await headOf(source, SAMPLE);
  if (head[0] === 0x50 && head[1] === 0x4b) return 'xlsx';
  if (head[0] === 0xd0 && head[1] === 0xcf) {
    throw new Unreadable(
      'It is a workbook of an old Excel, or one with a password. Save it as .xlsx without a password.',
    );
  }
  if (head.length === 0) throw new Unreadable('It is empty. Export it again.');
  const text = new TextDecoder(await encodingOf(source, head)).decode(head);
  const found = MARKS.find(([mark]) => mark.test(text));
  if (found) return found[1];
  const begin = text.trimStart();
  if (/\.drawio$/i.test(source.name)) return 'drawio';
  if (/\.xlsx$/i.test(source.name)) {
    throw new Unreadable('It is named .xlsx, but is no workbook. Open it in Excel, and save it anew.');
  }
  if (begin.startsWith('<')) {
    throw new Unreadable('It is XML, but neither of Nmap, draw.io nor CycloneDX. Export it as CSV or XLSX.');
  }
  if (/^[[{]\s*(["{[\]}]|$)/.test(begin) || /\.json$/i.test(source.name)) return 'netbox';
  return 'csv';
}
