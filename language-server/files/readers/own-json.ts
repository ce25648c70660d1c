import type { OpenFile } from '../../core/exchange/sheet.ts';
import { TABLES } from '../../core/exchange/tables/index.ts';
import type { TableId } from '../../core/exchange/tables/table.ts';
import { type Fields, fieldsOf, listOf, readJson, wordOf } from '../json.ts';
import { filledSheets, type LaidOut, layOut } from '../laid-out.ts';
import { type FileSource, Unreadable } from '../source.ts';
import { wholeText } from '../text.ts';

/** The version of the JSON that is known. */
const VERSION = 1;

/** What `zones export --to json` has written: elements of systems, by their paths. */
export async function readOwnJson(source: FileSource): Promise<OpenFile> {
  const model = fieldsOf(readJson(await wholeText(source)));
  if (model.format !== 'zones-model') throw new Unreadable('It is no model that Zones has exported: it has no format.');
  if (model.version !== VERSION) {
    throw new Unreadable(
      `It is of version ${wordOf(model.version) ?? '(none)'}, and version ${VERSION} is known. Export it again.`,
    );
  }
  const systems = listOf(model.systems).map(fieldsOf);
  const rows = (list: string, lay: (element: Fields) => LaidOut): LaidOut[] =>
    systems.flatMap((system) =>
      listOf(system[list]).map((element) => ({ system: wordOf(system.name), ...lay(fieldsOf(element)) })),
    );
  const sheet = (table: TableId, lay: (element: Fields) => LaidOut) => layOut(table, rows(table, lay), true);
  return {
    format: 'json',
    sheets: filledSheets(
      sheet('zones', zone),
      sheet('assets', asset),
      sheet('conduits', conduit),
      sheet('flows', flow),
      { ...layOut('statements', systems.flatMap(statements), true), name: TABLES.statements.title },
    ),
  };
}

const textsOf = (value: unknown): readonly string[] | undefined => {
  const texts = listOf(value).flatMap((each) => wordOf(each) ?? []);
  return texts.length > 0 ? texts : undefined;
};

/** What the element says itself, of what it may have from elsewhere. */
function here(value: unknown): string | undefined {
  const { value: own, from } = fieldsOf(value);
  return from === 'here' ? wordOf(own) : undefined;
}

const vectorOf = (value: unknown): string | undefined => textsOf(value)?.join(' ');

/** What zones and conduits state of requirements, which is not read back: so that this is told. */
const statements = (system: Fields): LaidOut[] =>
  [...listOf(system.zones), ...listOf(system.conduits)].map(fieldsOf).flatMap(({ path, statements: said }) =>
    listOf(said)
      .map(fieldsOf)
      .map(({ verb, controls }) => ({ element: wordOf(path), requirement: textsOf(controls), state: wordOf(verb) })),
  );

const zone = (each: Fields): LaidOut => ({
  zone: wordOf(each.path),
  title: wordOf(each.title),
  parent: wordOf(each.parent),
  kind: wordOf(each.kind),
  level: textsOf(each.levels),
  network: textsOf(each.networks),
  'sl-t': vectorOf(each.ownSlT),
  owner: here(each.owner),
  criticality: here(each.criticality),
  safety: here(each.safety),
  description: wordOf(each.description),
});

const asset = (each: Fields): LaidOut => ({
  name: wordOf(each.path),
  title: wordOf(each.title),
  type: wordOf(each.type),
  zone: wordOf(each.in),
  address: textsOf([...listOf(each.addresses), ...listOf(each.sharedAddresses)]),
  vendor: wordOf(each.vendor),
  product: wordOf(each.product),
  version: wordOf(each.version),
  serial: wordOf(each.serial),
  location: wordOf(each.location),
  criticality: here(each.criticality),
  description: wordOf(each.description),
  count: each.count === 1 ? undefined : wordOf(each.count),
  owner: wordOf(each.owner),
  supplier: wordOf(each.supplier),
  'support-ends': wordOf(each.supportEnds),
  'sl-c': vectorOf(each.slC),
  software: textsOf(each.software),
});

const conduit = (each: Fields): LaidOut => ({
  conduit: wordOf(each.path),
  title: wordOf(each.title),
  between: textsOf(each.between),
  via: textsOf(each.via),
  'sl-t': vectorOf(each.ownSlT),
  provider: wordOf(each.provider),
  network: textsOf(each.networks),
  owner: here(each.owner),
  description: wordOf(each.description),
});

const flow = (each: Fields): LaidOut => ({
  conduit: wordOf(each.conduit),
  source: wordOf(fieldsOf(each.source).path),
  target: wordOf(fieldsOf(each.target).path),
  direction: each.both === true ? 'both' : undefined,
  protocol: wordOf(each.protocol),
  carrier: wordOf(each.over),
  ports: textsOf(each.ownPorts),
  title: wordOf(each.title),
  when: wordOf(each.when),
  data: wordOf(each.data),
  access: wordOf(each.access),
  protection: textsOf(each.with),
});
