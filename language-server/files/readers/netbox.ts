import type { OpenFile } from '../../core/exchange/sheet.ts';
import { fieldsOf, listOf, namedIn, readJson, wordOf } from '../json.ts';
import { type LaidOut, layOut } from '../laid-out.ts';
import { type FileSource, Unreadable } from '../source.ts';
import { wholeText } from '../text.ts';

/** Devices of NetBox as its interface answers them; other lists of objects by the names of their fields. */
export async function readNetbox(source: FileSource): Promise<OpenFile> {
  const content = readJson(await wholeText(source));
  const devices = Array.isArray(content) ? content : listOf(Object.values(fieldsOf(content)).find(Array.isArray));
  if (devices.length === 0) throw new Unreadable('There is no list of devices in it. Export them as CSV or XLSX.');
  const isNetbox = devices.some((device) => 'device_type' in fieldsOf(device) || 'device_role' in fieldsOf(device));
  return isNetbox
    ? { format: 'netbox', sheets: [layOut('assets', devices.map(deviceOf))] }
    : { format: 'netbox', sheets: [plainSheet(devices)] };
}

function deviceOf(value: unknown): LaidOut {
  const device = fieldsOf(value);
  const model = fieldsOf(device.device_type);
  const name = (field: unknown) => namedIn(field, 'name', 'display', 'label', 'slug');
  const address = (field: unknown) => namedIn(field, 'address', 'display');
  return {
    name: wordOf(device.name) ?? wordOf(device.display),
    type: name(device.role) ?? name(device.device_role),
    vendor: name(model.manufacturer),
    product: namedIn(device.device_type, 'model', 'display'),
    serial: wordOf(device.serial),
    address: [
      ...new Set(
        [device.primary_ip4, device.primary_ip6, device.primary_ip, device.oob_ip].flatMap((ip) => address(ip) ?? []),
      ),
    ],
    location: [device.site, device.location, device.rack].flatMap((place) => name(place) ?? []).join(', ') || undefined,
    software: name(device.platform),
    owner: name(device.tenant),
    description: wordOf(device.description) || wordOf(device.comments),
  };
}

/** Objects as rows, their fields as columns; what is in an object within by both names. */
function plainSheet(objects: readonly unknown[]) {
  const rows = objects.map((object) => flat(fieldsOf(object)));
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    name: '',
    headerRow: 0,
    header,
    rows: rows.map((row, i) => ({ number: i + 1, cells: header.map((field) => row[field] ?? '') })),
  };
}

function flat(fields: Readonly<Record<string, unknown>>, prefix = '', depth = 0): Record<string, string> {
  const row: Record<string, string> = {};
  for (const [key, value] of Object.entries(fields)) {
    const text = Array.isArray(value)
      ? value.flatMap((each) => namedIn(each, 'name', 'address', 'ip') ?? []).join('; ')
      : wordOf(value);
    if (text !== undefined) row[prefix + key] = text;
    else if (depth < 3) Object.assign(row, flat(fieldsOf(value), `${prefix}${key}.`, depth + 1));
  }
  return row;
}
