import type { PlantConduit, PlantFlow } from '../../core/plant/plant.ts';
import { listAnd } from '../../core/text/words.ts';
import type { LocatedFinding } from '../../language/workspace.ts';
import { borders } from './borders.ts';
import { findingList } from './findings.ts';
import { code, documentation, facts, heading, literal, postureTable, sections } from './markdown.ts';
import { CLAIM, capabilityNote, levelNote, summary, targetNote } from './zone.ts';

/** A conduit: its ends, what it passes, its flows, how it stands when it has an SL-T, and what is found in it. */
export function conduitHover(conduit: PlantConduit, findings: readonly LocatedFinding[] = []): string {
  const { title, path, declared, entry, owner, ends, via, assets, untrusted, flows, slT, slC, posture } = conduit;
  const zones = ends.map(({ zone, reference }) => literal(zone?.title ?? reference?.text ?? '?'));
  const { networks, provider, criticality, safety } = declared;
  const passed = via.map(({ name }) => `\`${name}\``);
  return sections(
    heading(title, 'conduit', code(path)),
    documentation(declared.doc, entry),
    declared.description && literal(declared.description.value),
    facts(`Between ${listAnd(zones)}`, passed.length > 0 && `via ${passed.join(', ')}`),
    facts(
      assets.length > 0 && `Equipment: ${assets.map(({ name }) => code(name)).join(', ')}`,
      networks.length > 0 && `shared network ${networks.map(({ value }) => code(value)).join(', ')}`,
    ),
    facts(
      owner && `Owner: ${literal(owner.value)}`,
      untrusted && 'Untrusted',
      provider && `carried by ${literal(provider.value)}`,
      criticality && `criticality ${criticality.value}`,
      safety?.value && 'safety functions',
    ),
    borders(declared),
    flows.map(flowLine).join('\n'),
    slT ? postureTable(posture, slC?.vector) : 'No SL-T: held to the boundary rules only.',
    slT && summary(posture),
    slT && CLAIM,
    slT && capabilityNote(conduit),
    slT && levelNote(posture),
    targetNote(declared.slT),
    findingList(findings),
  );
}

function flowLine({ declared: { source, target, both, protocol, carrier, protections, title } }: PlantFlow): string {
  const over = carrier ? ` over ${carrier.text}` : '';
  const sides = `${source.text} ${both ? '<->' : '->'} ${target.text}`;
  const used = protections.length > 0 ? ` with ${protections.map(({ value }) => value).join(', ')}` : '';
  return `- \`${sides}\` ${protocol?.text ?? ''}${over}${used} ${title ? literal(title.value) : ''}`.trimEnd();
}
