import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { escapeXml } from '../core/text/xml.ts';
import type { Places } from './places.ts';
import { plainLine } from './text.ts';

export interface Properties {
  readonly title: string;
  readonly subject: string;
  /** The day that the document speaks of: `2026-11-24`. */
  readonly date: string;
}

/** Local time, as the format has no other: the same wherever the file is written. */
const WRITTEN = new Date(1980, 0, 1);

/**
 * The archive that the library has written, as it ships: with its tables and pictures, and nowhere with the hour at
 * which it was written.
 */
export function finished(archive: Uint8Array, places: Places, properties: Properties): Uint8Array {
  const parts = Object.entries(unzipSync(archive)).filter(([name]) => !name.endsWith('/'));
  const contents = parts.map(
    ([name, content]) => [named(name), rewritten(named(name), content, places, properties)] as const,
  );
  // The list of what is in it comes first: programs tell by it what kind of file they read.
  contents.sort(([a], [b]) => Number(b === TYPES) - Number(a === TYPES));
  return zipSync(Object.fromEntries(contents), { mtime: WRITTEN, level: 1 });
}

const TYPES = '[Content_Types].xml';

/** What the library takes for pixels are metafiles, which it does not know. */
const named = (name: string): string => name.replace(/^(word\/media\/.*)\.png$/, '$1.emf');

function rewritten(name: string, content: Uint8Array, places: Places, properties: Properties): Uint8Array {
  const [, ending] = /^word\/media\/.*\.(svg|emf)$/.exec(name) ?? [];
  if (ending) return places.picture(content, ending as 'svg' | 'emf');
  switch (name) {
    case 'word/document.xml':
      return strToU8(places.withTables(strFromU8(content)));
    case 'word/_rels/document.xml.rels':
      return strToU8(strFromU8(content).replace(/(Target="media\/[^"]*)\.png"/g, '$1.emf"'));
    case TYPES:
      return strToU8(strFromU8(content).replace('"image/png" Extension="png"', '"image/x-emf" Extension="emf"'));
    case 'docProps/core.xml':
      return strToU8(coreProperties(properties));
    default:
      return content;
  }
}

/** Nobody is named who has made it: a program has, and the cover says which. */
function coreProperties({ title, subject, date }: Properties): string {
  const time = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeXml(date)}T00:00:00Z</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(plainLine(title))}</dc:title><dc:subject>${escapeXml(plainLine(subject))}</dc:subject><dc:language>en</dc:language>${time('created')}${time('modified')}</cp:coreProperties>`;
}
