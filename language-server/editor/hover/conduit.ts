import { postureOfConduit } from '../../core/analysis/posture.ts';
import { assetOf, type ConduitRef, conduitOf, zoneOf } from '../../core/engine/entry.ts';
import type { Query } from '../../core/engine/query.ts';
import { endsOf, viaOf } from '../../core/engine/resolve.ts';
import { code, facts, heading, literal, postureTable, sections } from './markdown.ts';
import { levelNote, missingByFr, summary } from './zone.ts';

/** A conduit: its ends, what it passes, its flows, and how it stands when it has an SL-T. */
export function conduitHover(query: Query, ref: ConduitRef): string {
  const conduit = conduitOf(ref);
  const ends = endsOf(query, ref).map((end, i) => {
    const zone = end && zoneOf(end);
    return literal(zone?.title?.value ?? zone?.name.value ?? conduit.ends?.[i]?.text ?? '?');
  });
  const via = viaOf(query, ref).map((asset) => `\`${assetOf(asset).name.value}\``);
  const posture = postureOfConduit(query, ref);
  const flows = conduit.flows.map((index) => {
    const flow = ref.entry.unit.flows[index]!;
    const carrier = flow.carrier ? ` over ${flow.carrier.text}` : '';
    return `- \`${flow.source.text} ${flow.both ? '<->' : '->'} ${flow.target.text}\` ${flow.protocol?.text ?? ''}${carrier} ${flow.title ? literal(flow.title.value) : ''}`.trimEnd();
  });
  return sections(
    heading(conduit.title?.value ?? conduit.name.value, 'conduit', code(conduit.path)),
    conduit.doc,
    conduit.description && literal(conduit.description.value),
    facts(`Between ${ends.join(' and ')}`, via.length > 0 && `via ${via.join(', ')}`),
    flows.join('\n'),
    conduit.slT ? postureTable(posture, missingByFr(posture)) : 'No SL-T: held to the boundary rules only.',
    conduit.slT && summary(posture),
    conduit.slT && levelNote(posture),
  );
}
