import { riskScales } from '../../core/analysis/risk.ts';
import { type ElementRef, pathOf } from '../../core/engine/entry.ts';
import type { View } from '../../core/engine/view.ts';
import type { Rating } from '../../core/model/risk.ts';
import { code, facts, heading, literal, sections } from './markdown.ts';

/** A risk: what it is about, its rating before and after the mitigations, against what is tolerable. */
export function riskHover(view: View, ref: ElementRef): string {
  const risk = ref.entry.unit.risks[ref.index]!;
  const scales = riskScales(view, ref.entry.system);
  const rated = (label: string, { likelihood, impact }: Rating) => {
    const [l, i] = [scales.likelihood.indexOf(likelihood?.text ?? ''), scales.impact.indexOf(impact?.text ?? '')];
    const rank = l < 0 || i < 0 ? undefined : (l + 1) * (i + 1);
    const verdict = rank === undefined ? '' : rank > scales.tolerable ? ' — **not tolerable**' : ' — tolerable';
    return `| ${label} | ${literal(likelihood?.text ?? '?')} | ${literal(impact?.text ?? '?')} | ${rank ?? '?'}${verdict} |`;
  };
  const line = (label: string, text: { readonly value: string } | undefined) =>
    text && `**${label}:** ${literal(text.value)}`;
  return sections(
    heading(risk.title?.value ?? risk.name.value, 'risk', code(pathOf(ref))),
    risk.doc,
    risk.on.length > 0 && `On ${risk.on.map(({ text }) => code(text)).join(', ')}`,
    facts(
      line('Threat', risk.threat),
      line('Vulnerability', risk.vulnerability),
      line('Consequence', risk.consequence),
    ),
    [
      `| | likelihood | impact | rank (tolerable: ${scales.tolerable}) |\n|---|---|---|---|`,
      rated('as it is', risk.initial),
      ...(risk.residual ? [rated('with mitigations', risk.residual)] : []),
    ].join('\n'),
    risk.mitigatedBy.length > 0 && `Mitigated by ${risk.mitigatedBy.map(({ text }) => literal(text)).join(', ')}`,
    risk.acceptedUntil && `Accepted until ${risk.acceptedUntil.value}`,
  );
}
