import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import { elementsNamed, readXml, type XmlElement } from './xml.ts';

/** A DOCX file, taken apart. */
export interface Docx {
  /** Its files by name. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly body: XmlElement;
  xml(name: string): XmlElement;
}

/** Opens a DOCX file; throws at XML that a real reader would refuse. */
export function openDocx(bytes: Uint8Array): Docx {
  const files = unzipSync(bytes);
  const xml = (name: string) => readXml(new TextDecoder('utf-8', { fatal: true }).decode(files[name]!));
  const body = elementsNamed(xml('word/document.xml'), 'w:body')[0]!;
  return { files, body, xml };
}

const elements = (element: XmlElement): XmlElement[] => element.children.filter((child) => typeof child !== 'string');

/** What an element shows, with a line end for each break. */
export function shownText(element: XmlElement): string {
  if (element.name === 'w:t') return element.children.join('');
  if (element.name === 'w:br') return '\n';
  if (element.name === 'w:instrText') return '';
  return elements(element).map(shownText).join('');
}

export const styleOf = (paragraph: XmlElement): string =>
  elementsNamed(paragraph, 'w:pStyle')[0]?.attributes['w:val'] ?? 'Normal';

/** The paragraphs of a style that stand in no table, as they are shown. */
export const paragraphsOf = ({ body }: Docx, style: string): string[] =>
  elements(body)
    .filter((each) => each.name === 'w:p' && styleOf(each) === style)
    .map(shownText);

/** The tables with their cells, as they are shown. */
export const tablesOf = ({ body }: Docx): string[][][] =>
  elementsNamed(body, 'w:tbl').map((table) =>
    elementsNamed(table, 'w:tr').map((row) => elementsNamed(row, 'w:tc').map(shownText)),
  );

/** What is wrong with the package: parts without a type, relations that lead nowhere, references without a relation. */
export function faultsOf({ files, xml }: Docx): string[] {
  const names = Object.keys(files);
  const types = xml('[Content_Types].xml');
  const defaults = new Set(elementsNamed(types, 'Default').map(({ attributes }) => attributes.Extension));
  const overrides = elementsNamed(types, 'Override').map(({ attributes }) => attributes.PartName!.slice(1));
  const untyped = names.filter(
    (name) => name !== '[Content_Types].xml' && !overrides.includes(name) && !defaults.has(name.split('.').at(-1)!),
  );
  const relations = names.filter((name) => name.endsWith('.rels'));
  const lost = relations.flatMap((name) => {
    const folder = posix.dirname(posix.dirname(name));
    const part = posix.join(folder, posix.basename(name, '.rels'));
    const known = elementsNamed(xml(name), 'Relationship');
    const ids = new Set(known.map(({ attributes }) => attributes.Id));
    const targets = known
      .filter(({ attributes }) => attributes.TargetMode !== 'External')
      .map(({ attributes }) => posix.join(folder, attributes.Target!))
      .filter((target) => !files[target]);
    const used = files[part]
      ? [...new TextDecoder().decode(files[part]).matchAll(/ r:(?:id|embed|link)="([^"]*)"/g)]
      : [];
    return [
      ...targets.map((target) => `${name}: there is no ${target}`),
      ...used.flatMap(([, id]) => (ids.has(id) ? [] : [`${part}: no relation ${id}`])),
    ];
  });
  return [
    ...untyped.map((name) => `${name} has no type`),
    ...overrides.filter((name) => !files[name]).map((name) => `a type for ${name}, which is not there`),
    ...lost,
  ];
}
