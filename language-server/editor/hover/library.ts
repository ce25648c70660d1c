import type { Declaration } from '../../core/analysis/references.ts';
import type { Query } from '../../core/engine/query.ts';
import { unitAt } from '../../core/plant/index.ts';
import { controlNamed, protocolNamed } from '../../core/plant/library.ts';
import type { PlantUnit } from '../../core/plant/plant.ts';
import { countOf } from '../../core/text/words.ts';
import { alsoCalled, code, documentation, facts, heading, literal, sections } from './markdown.ts';

/** A protocol: ports, what it protects, what secures it. */
export function protocolHover(query: Query, name: string): string | undefined {
  const protocol = protocolNamed(query, name);
  if (!protocol) return undefined;
  const { authentication, encryption, integrity } = protocol;
  const ports = protocol.ports.map(
    ({ transport, port, registered }) => `${transport} ${port}${registered ? '' : ' (customary)'}`,
  );
  const protection = `| authentication | encryption | integrity |\n|:-:|:-:|:-:|\n| ${[authentication, encryption, integrity].map((value) => value ?? '?').join(' | ')} |`;
  return sections(
    heading(protocol.title?.value ?? name, 'protocol', `\`${name}\``),
    ports.length > 0 && `Ports: ${ports.join(', ')}`,
    protocol.network ? protection : 'Not a network protocol: hard-wired or local serial.',
    authentication !== 'none' && WHO_IS_KNOWN[protocol.facts['mutual-authentication']?.[0] ?? ''],
    protocol.securedBy && securedBy(query, protocol.securedBy.text),
    protocol.facts.standard && literal(protocol.facts.standard.join(', ')),
    protocol.facts.doc && literal(protocol.facts.doc.join(' ')),
    alsoCalled(protocol.facts.alias),
    documentation(protocol.doc, query.shared('protocol', name)?.entry),
  );
}

/** By whether both ends are authenticated, where any is. */
const WHO_IS_KNOWN: Readonly<Record<string, string>> = {
  yes: 'Both ends are authenticated.',
  optional: 'Both ends can be authenticated.',
  none: 'Only one of the ends is authenticated.',
};

/** The protocol to use instead, by name and title. */
function securedBy(query: Query, name: string): string {
  const title = protocolNamed(query, name)?.title?.value;
  return `Secure variant: ${title ? `${literal(title)} ` : ''}(${code(name)})`;
}

/** A kind of zone: rank, levels, focus topics. */
export function kindHover({ shared, entry }: PlantUnit, name: string): string | undefined {
  const model = shared.models.find(({ kinds }) => kinds.some((kind) => kind.name === name));
  const kind = model?.kinds.find((candidate) => candidate.name === name);
  if (!model || !kind) return undefined;
  const neighbours = model.adjacent.flatMap(([a, b]) => (a === name ? [b] : b === name ? [a] : []));
  return sections(
    heading(kind.title ?? name, `kind of zone in ${literal(model.title?.value ?? model.name.value)}`),
    documentation(kind.doc, entry),
    facts(
      kind.levels.length > 0 && `level ${kind.levels.join(', ')}`,
      neighbours.length > 0 && `may be joined to ${neighbours.join(', ')}`,
      kind.flags.length > 0 && kind.flags.join(', '),
    ),
    kind.focus.length > 0 && 'What a zone of this kind must cover:',
    kind.focus
      .map(({ name: topic, title, controls, assetTypes }) => {
        const types = assetTypes.length > 0 ? ` or ${assetTypes.map(({ text }) => text).join(', ')}` : '';
        return `- ${literal(title ?? topic)}: ${controls.map(({ text }) => text).join(', ')}${types}`;
      })
      .join('\n'),
  );
}

/** A profile, catalogue, reference model or framework: its title, documentation and what is in it. */
export function plainHover(query: Query, { entry, sort, name }: Declaration): string | undefined {
  const { profiles, catalogs, models, frameworks } = unitAt(query, entry).shared;
  const called = <T extends { readonly name: { readonly value: string } }>(items: readonly T[]) =>
    items.find((item) => item.name.value === name);
  const head = (what: string, found: { title?: { value: string }; doc?: string }, ...more: string[]) =>
    sections(heading(found.title?.value ?? name, what, code(name)), documentation(found.doc, entry), ...more);
  switch (sort) {
    case 'profile': {
      const profile = called(profiles);
      const titled = profile?.controls.map(({ text }) => {
        const title = controlNamed(query, text)?.title;
        return `- ${literal(text)}${title ? ` ${literal(title)}` : ''}`;
      });
      return profile && titled && head('profile', profile, titled.join('\n'));
    }
    case 'catalog': {
      const catalog = called(catalogs);
      const edition = catalog?.edition ? `edition ${literal(catalog.edition.value)}` : '';
      return catalog && head('catalogue', catalog, facts(countOf(catalog.controls.length, 'control'), edition));
    }
    case 'reference-model': {
      const model = called(models);
      const kinds = [...(model?.kinds ?? [])].sort((a, b) => b.rank - a.rank);
      return (
        model &&
        head('reference model', model, kinds.map(({ title, name: kind }) => `- ${literal(title ?? kind)}`).join('\n'))
      );
    }
    case 'framework': {
      const framework = called(frameworks);
      return framework && head('framework', framework, `${framework.items.length} entries`);
    }
    default:
      return undefined;
  }
}
