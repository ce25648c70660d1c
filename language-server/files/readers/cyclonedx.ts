import type { OpenFile } from '../../core/exchange/sheet.ts';
import { type Fields, fieldsOf, listOf, namedIn, readJson, wordOf } from '../json.ts';
import { type LaidOut, layOut } from '../laid-out.ts';
import { type FileSource, Unreadable } from '../source.ts';
import { wholeText } from '../text.ts';
import { readXml } from '../xml.ts';

/** A component with those in it. */
interface Component {
  readonly type?: string;
  readonly name?: string;
  readonly version?: string;
  readonly vendor?: string;
  readonly ref?: string;
  readonly components: readonly Component[];
}

/**
 * A bill of materials: its subject is the asset and its components the asset's software. Where it lists devices, each
 * of them is an asset.
 */
export async function readCycloneDx(source: FileSource): Promise<OpenFile> {
  const text = await wholeText(source);
  const { subject, components } = text.trimStart().startsWith('<') ? ofXml(text) : ofJson(fieldsOf(readJson(text)));
  const devices = components.filter(({ type }) => type === 'device');
  const others = components.filter(({ type }) => type !== 'device');
  const name = source.name.replace(/^.*[\\/]/, '').replace(/(\.(cdx|bom|sbom))?\.(json|xml)$/i, '');
  const own = subject ?? (others.length > 0 ? { name, components: [] } : undefined);
  const assets = [...(own ? [{ ...own, components: [...own.components, ...others] }] : []), ...devices];
  if (assets.length === 0) throw new Unreadable('It lists no component. Export it again.');
  return { format: 'cyclonedx', sheets: [layOut('assets', assets.map(assetOf))] };
}

const assetOf = ({ name, version, vendor, ref, components }: Component): LaidOut => ({
  name: name ?? ref,
  version,
  vendor,
  software: softwareOf(components),
});

const softwareOf = (components: readonly Component[]): string[] =>
  components.flatMap(({ name, version, components: inner }) => [
    ...(name ? [version ? `${name} ${version}` : name].map((text) => text.replace(/[;\r\n|]+/g, ' ')) : []),
    ...softwareOf(inner),
  ]);

function ofJson(bom: Fields): { subject?: Component; components: readonly Component[] } {
  const subject = fieldsOf(bom.metadata).component;
  return { ...(subject ? { subject: componentOf(subject) } : {}), components: listOf(bom.components).map(componentOf) };
}

function componentOf(value: unknown): Component {
  const fields = fieldsOf(value);
  const group = wordOf(fields.group);
  const name = wordOf(fields.name);
  return {
    type: wordOf(fields.type),
    name: group && name ? `${group}/${name}` : name,
    version: wordOf(fields.version),
    vendor: namedIn(fields.manufacturer, 'name') ?? namedIn(fields.supplier, 'name') ?? wordOf(fields.publisher),
    ref: wordOf(fields['bom-ref']),
    components: listOf(fields.components).map(componentOf),
  };
}

function ofXml(text: string): { subject?: Component; components: readonly Component[] } {
  interface Open {
    type?: string;
    name?: string;
    version?: string;
    vendor?: string;
    components: Open[];
  }
  const top: Open = { components: [] };
  const stack: Open[] = [top];
  const path: string[] = [];
  let subject: Open | undefined;
  let content = '';
  readXml(text, {
    onOpen({ name, attributes }) {
      const local = name.replace(/^\w+:/, '');
      if (local === 'component') {
        const component: Open = { type: attributes.type, components: [] };
        if (path.at(-1) === 'metadata') subject = component;
        else stack.at(-1)!.components.push(component);
        stack.push(component);
      }
      path.push(local);
      content = '';
    },
    onText(part) {
      content += part;
    },
    onClose() {
      const local = path.pop();
      const parent = path.at(-1);
      const component = stack.at(-1)!;
      if (local === 'component') stack.pop();
      else if (parent === 'component' && local === 'name') component.name = content.trim();
      else if (parent === 'component' && local === 'version') component.version = content.trim();
      else if ((parent === 'supplier' || parent === 'manufacturer') && local === 'name')
        component.vendor ??= content.trim();
      content = '';
    },
  });
  return { ...(subject ? { subject } : {}), components: top.components };
}
