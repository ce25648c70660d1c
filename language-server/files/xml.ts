import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Unreadable } from './source.ts';

/** An element of XML as it is met. */
export interface XmlTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlHandlers {
  onOpen(tag: XmlTag): void;
  onText?(text: string): void;
  onClose?(name: string): void;
}

/** Elements in elements: no format that is read nests deeper. */
const DEEPEST = 1000;

/**
 * Goes through XML. Entities of its own are not expanded, so that no short text becomes a long one.
 * @throws Unreadable where it is not well formed
 */
export function readXml(text: string, { onOpen, onText, onClose }: XmlHandlers): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++depth > DEEPEST)
      throw new Unreadable('Its elements are nested too deep to be what it seems. Export it again.');
    onOpen({ name: tag.name, attributes: tag.attributes });
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    onClose?.(name);
  });
  if (onText) {
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  parser.on('error', (error) => {
    const at = /^(\d+):(\d+): /.exec(error.message)?.[1];
    throw new Unreadable(
      `It is not well-formed XML${at ? ` (line ${at})` : ''}: it may be cut off or damaged. Export it again.`,
    );
  });
  parser.write(text).close();
}
