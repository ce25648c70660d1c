import { type RiskScales, rankOf, residualOf, riskScales } from '../../core/analysis/risk.ts';
import type { ElementRef } from '../../core/engine/entry.ts';
import { pathOf } from '../../core/engine/handle.ts';
import type { Query } from '../../core/engine/query.ts';
import type { Rating } from '../../core/model/risk.ts';
import { code, facts, heading, literal, sections } from './markdown.ts';

/** A risk: what it is about, its rating before and after the mitigations, against what is tolerable. */
export function riskHover(query: Query, ref: ElementRef): string {
  const risk = ref.entry.unit.risks[ref.index]!;
  const scales = riskScales(query, ref.entry.system);
  const { initial } = risk;
  const residual = residualOf(risk);
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
    ratings(scales, initial, residual),
    matrix(scales, initial, residual),
    risk.mitigatedBy.length > 0 && `Mitigated by ${risk.mitigatedBy.map(({ text }) => literal(text)).join(', ')}`,
    risk.acceptedUntil && `Accepted until ${risk.acceptedUntil.value}`,
  );
}

/** Both ratings in words, with their ranks. */
function ratings(scales: RiskScales, initial: Rating, residual: Rating | undefined): string {
  const rated = (label: string, rating: Rating) => {
    const rank = rankOf(scales, rating)?.product;
    const verdict = rank === undefined ? '' : rank > scales.tolerable ? ' — **not tolerable**' : ' — tolerable';
    const words = [rating.likelihood, rating.impact].map((word) => literal(word?.text ?? '?'));
    return `| ${label} | ${words.join(' | ')} | ${rank ?? '?'}${verdict} |`;
  };
  return [
    `| | likelihood | impact | rank (tolerable: ${scales.tolerable}) |\n|---|---|---|---|`,
    rated('● as it is', initial),
    ...(residual ? [rated('○ with mitigations', residual)] : []),
  ].join('\n');
}

/** The matrix with both ratings in it, the likeliest on top; what is not tolerable is bold. */
function matrix(scales: RiskScales, initial: Rating, residual: Rating | undefined): string {
  const [before, after] = [initial, residual].map((rating) => rating && rankOf(scales, rating));
  if (!before && !after) return '';
  const cell = (likelihood: number, impact: number) => {
    const isAt = (rank: typeof before) => rank?.likelihood === likelihood && rank.impact === impact;
    const product = likelihood * impact;
    const shown = product > scales.tolerable ? `**${product}**` : `${product}`;
    return [shown, isAt(before) && '●', isAt(after) && '○'].filter(Boolean).join(' ');
  };
  const rows = scales.likelihood.map((name, l) => {
    const cells = scales.impact.map((_, i) => cell(l + 1, i + 1));
    return `| ${literal(name)} | ${cells.join(' | ')} |`;
  });
  return [
    `| likelihood / impact | ${scales.impact.map(literal).join(' | ')} |`,
    `|---|${scales.impact.map(() => ':-:').join('|')}|`,
    ...rows.reverse(),
  ].join('\n');
}
