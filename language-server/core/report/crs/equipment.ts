import { FRS } from '../../model/levels.ts';
import type { PlantAsset, PlantFlow } from '../../plant/plant.ts';
import { type FirewallSchedule, firewallSchedules } from '../firewall-schedule.ts';
import { type Draft, part, type Row, rowAt, textOf } from './chapter.ts';
import { type CrsInput, placeCell, placesIn } from './input.ts';

/** What components are capable of, against what the SL-T asks where they stand. */
export function components(input: CrsInput): Draft {
  const assets = placesIn(input).flatMap((place) => place.assets);
  return {
    content: {
      components: assets.map((asset) => {
        const { slC, home } = asset;
        const { slT } = home;
        return rowAt(asset, {
          asset: asset.path,
          title: asset.title,
          ...placeCell(home),
          class: asset.class ?? null,
          slC: slC?.vector ?? null,
          basis: slC?.source ?? null,
          slT: slT ?? null,
          shortfall: slC && slT ? FRS.filter((_, fr) => (slC.vector[fr] ?? 0) < (slT[fr] ?? 0)) : null,
          certificate: textOf(asset.declared.certificate),
        });
      }),
      questions: questionRows(assets),
    },
    parts: [
      part(assets, 'Add assets to the zones.'),
      part(
        assets.length > 0 && assets.every(({ slC }) => slC),
        "Add 'sl-c' to the assets that have none: ask their suppliers for the level by IEC 62443-4-2.",
      ),
    ],
  };
}

/** What to ask a supplier of a product, or of components of which no more is said than their class. */
interface Question {
  readonly supplier: string | null;
  readonly product: string | null;
  readonly class: string | null;
  readonly controls: readonly string[];
}

/** The questions to suppliers: one for all the assets of which the same has to be asked. */
function questionRows(assets: readonly PlantAsset[]): Row[] {
  const asked = new Map<string, { readonly question: Question; readonly assets: PlantAsset[] }>();
  for (const asset of assets) {
    const question = questionOf(asset);
    if (question.controls.length === 0) continue;
    const key = JSON.stringify(question);
    const those = asked.get(key);
    if (those) those.assets.push(asset);
    else asked.set(key, { question, assets: [asset] });
  }
  return [...asked.values()].map(({ question, assets: those }) =>
    rowAt(those[0], { assets: those.map(({ path }) => path), ...question }),
  );
}

/**
 * The component requirements to ask for: those that the SL-T asks for and of which nothing is said. Where a stated SL-C
 * is enough for an FR, whoever stated it has answered for its requirements.
 */
function questionOf({ required = [], slC, home, declared, class: componentClass }: PlantAsset): Question {
  const answered = new Set<string>(
    slC?.source === 'stated' ? FRS.filter((_, fr) => (slC.vector[fr] ?? 0) >= (home.slT?.[fr] ?? 0)) : [],
  );
  const { supplier, vendor, product, version } = declared;
  const what = [vendor, product, version].flatMap((text) => text?.value ?? []).join(' ');
  return {
    supplier: textOf(supplier) ?? textOf(vendor),
    product: what === '' ? null : what,
    class: componentClass ?? null,
    controls: required.flatMap(({ id, group, status }) => (status === 'none' && !answered.has(group) ? [id] : [])),
  };
}

/** Every flow, of conduits and of zones, and what each filter has to let pass for them. */
export function flows(input: CrsInput): Draft {
  const { zones, conduits } = input;
  const all = [...conduits, ...zones].flatMap((place) => place.flows);
  // A filter denies what no row allows: the schedule of one is that of all its conduits, wherever they lead.
  const met = new Set(firewallSchedules(input).map(({ device }) => device));
  const schedules = firewallSchedules(input.system).filter(({ device }) => met.has(device));
  return {
    content: { flows: all.map(flowRow), firewall: schedules.flatMap(scheduleRows) },
    parts: [
      part(all, "Add 'flow' to the conduits and zones: who opens a connection, to whom, over which protocol."),
      part(
        all.length > 0 && all.every(({ declared }) => declared.protocol),
        'Say behind a colon over which protocol each flow runs.',
      ),
    ],
  };
}

function flowRow(flow: PlantFlow): Row {
  const { declared, conduit, parent, source, target, ports, protections } = flow;
  const side = ({ element, reference }: PlantFlow['source']) => element?.path ?? reference.text;
  return rowAt(flow, {
    conduit: conduit?.path ?? null,
    zone: conduit ? null : (parent?.path ?? null),
    from: side(source),
    to: side(target),
    both: declared.both,
    protocol: declared.protocol?.text ?? null,
    over: declared.carrier?.text ?? null,
    ports,
    via: conduit?.via.map(({ path }) => path) ?? [],
    protection: protections,
    access: declared.access?.value ?? null,
    when: textOf(declared.when),
    data: textOf(declared.data),
    title: textOf(declared.title),
  });
}

/** What a filter allows, what cannot be written, and that all else is denied. */
function scheduleRows({ device, rows, unwritable }: FirewallSchedule): Row[] {
  const nothing = {
    from: null,
    to: null,
    fromAddresses: [],
    toAddresses: [],
    protocol: null,
    transport: null,
    port: null,
  };
  return [
    ...rows.map(({ conduit, flow, from, to, protocol, transport, port }) =>
      rowAt(flow, {
        device: device.path,
        action: 'allow',
        conduit: conduit.path,
        from: from.name,
        fromAddresses: from.addresses,
        to: to.name,
        toAddresses: to.addresses,
        protocol,
        transport,
        port: port ?? null,
        remark:
          from.isWide || to.isWide
            ? 'wide: a side has no address of its own, so the networks of its zone stand here'
            : null,
      }),
    ),
    ...unwritable.map(({ conduit, flow, add }) =>
      rowAt(flow, {
        ...nothing,
        device: device.path,
        action: 'not written',
        conduit: conduit.path,
        from: flow.declared.source.text,
        to: flow.declared.target.text,
        protocol: flow.declared.protocol?.text ?? null,
        remark: add,
      }),
    ),
    rowAt(device, { ...nothing, device: device.path, action: 'deny', conduit: null, remark: 'all else' }),
  ];
}
