import type { Declaration } from '../../core/analysis/references.ts';
import { keys } from '../../core/engine/contributions.ts';
import type { Entry } from '../../core/engine/entry.ts';
import type { View } from '../../core/engine/view.ts';
import { heading, literal, sections } from './markdown.ts';

/** A protocol: ports, what it protects, what secures it. */
export function protocolHover(view: View, name: string): string | undefined {
  const offer = view.first(keys.shared('protocol', name));
  const protocol = offer?.entry.unit.protocols[offer.index];
  if (!protocol) return undefined;
  const { authentication, encryption, integrity } = protocol;
  const ports = protocol.ports.map(
    ({ transport, port, registered }) => `${transport} ${port}${registered ? '' : ' (customary)'}`,
  );
  const protection = `| authentication | encryption | integrity |\n|:-:|:-:|:-:|\n| ${[authentication, encryption, integrity].map((value) => value ?? '?').join(' | ')} |`;
  return sections(
    heading(protocol.title?.value ?? name, 'protocol', `\`${name}\``),
    protocol.doc,
    ports.length > 0 && `Ports: ${ports.join(', ')}`,
    protocol.network ? protection : 'Not a network protocol: hard-wired or local serial.',
    protocol.securedBy && `Secured by \`${protocol.securedBy.text}\``,
    protocol.facts.standard && literal(protocol.facts.standard.join(', ')),
    protocol.facts.doc && literal(protocol.facts.doc.join(' ')),
  );
}

/** A kind of zone: rank, levels, focus topics. */
export function kindHover({ unit }: Entry, name: string): string | undefined {
  const model = unit.models.find(({ kinds }) => kinds.some((kind) => kind.name === name));
  const kind = model?.kinds.find((candidate) => candidate.name === name);
  if (!model || !kind) return undefined;
  const neighbours = model.adjacent.flatMap(([a, b]) => (a === name ? [b] : b === name ? [a] : []));
  return sections(
    heading(kind.title ?? name, `kind of zone in ${literal(model.title?.value ?? model.name.value)}`),
    kind.doc,
    [
      kind.levels.length > 0 && `level ${kind.levels.join(', ')}`,
      neighbours.length > 0 && `may be joined to ${neighbours.join(', ')}`,
      kind.flags.length > 0 && kind.flags.join(', '),
    ]
      .filter(Boolean)
      .join(' · '),
    kind.focus
      .map(({ name: topic, title, controls, assetTypes }) => {
        const types = assetTypes.length > 0 ? ` or ${assetTypes.map(({ text }) => text).join(', ')}` : '';
        return `- ${literal(title ?? topic)}: ${controls.map(({ text }) => text).join(', ')}${types}`;
      })
      .join('\n'),
  );
}

/** A profile, catalogue, reference model or framework: its title and documentation. */
export function plainHover({ entry: { unit }, sort, name }: Declaration): string | undefined {
  const all = [...unit.profiles, ...unit.catalogs, ...unit.models, ...unit.frameworks];
  const found = all.find((candidate) => candidate.name.value === name);
  if (!found) return undefined;
  const controls =
    'controls' in found && sort === 'profile'
      ? found.controls.map((control) => ('text' in control ? control.text : control.id))
      : [];
  return sections(
    heading(
      found.title?.value ?? name,
      sort.replace('-', ' '),
      'edition' in found && found.edition && literal(found.edition.value),
    ),
    found.doc,
    controls.join(', '),
  );
}
