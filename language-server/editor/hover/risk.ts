import type { RiskScales } from '../../core/analysis/risk.ts';
import { cellValue, type RiskMatrix } from '../../core/model/risk.ts';
import type { PlantRating, PlantRisk } from '../../core/plant/plant.ts';
import { code, documentation, facts, heading, literal, sections } from './markdown.ts';

/** A risk: what it is about, its rating before and after the mitigations, against what is tolerable. */
export function riskHover({ title, path, declared, entry, initial, residual, sources, system }: PlantRisk): string {
  const { scales } = system;
  const { on, categories, threat, vulnerability, consequence, existing, mitigatedBy, acceptedUntil } = declared;
  const { treatment, owner } = declared;
  const line = (label: string, text: { readonly value: string } | undefined) =>
    text && `**${label}:** ${literal(text.value)}`;
  return sections(
    heading(title, 'risk', code(path)),
    documentation(declared.doc, entry),
    on.length > 0 && `On ${on.map(({ text }) => code(text)).join(', ')}`,
    sources.length > 0 &&
      `**Source:** ${sources.map(({ declared: { title, name } }) => literal((title ?? name).value)).join(', ')}`,
    facts(line('Threat', threat), line('Vulnerability', vulnerability), line('Consequence', consequence)),
    ratings(scales, initial, residual),
    (initial.rank || residual?.rank) && matrix(scales, initial, residual),
    existing.length > 0 && `Existing: ${existing.map(({ text }) => literal(text)).join(', ')}`,
    mitigatedBy.length > 0 && `Mitigated by ${mitigatedBy.map(({ text }) => literal(text)).join(', ')}`,
    facts(
      categories.length > 0 && categories.map(({ value }) => literal(value)).join(', '),
      treatment && `treatment: ${treatment.value}`,
      owner && `owner: ${literal(owner.value)}`,
      acceptedUntil && `Accepted until ${acceptedUntil.value}`,
    ),
  );
}

/** Both ratings in words, with their ranks. */
function ratings({ tolerable: most }: RiskScales, initial: PlantRating, residual: PlantRating | undefined): string {
  const rated = (label: string, { likelihood, impact, rank, tolerable }: PlantRating) => {
    const verdict = rank === undefined ? '' : tolerable ? ' — tolerable' : ' — **not tolerable**';
    const words = [likelihood, impact].map((word) => literal(word?.text ?? '?'));
    return `| ${label} | ${words.join(' | ')} | ${rank?.value ?? '?'}${verdict} |`;
  };
  return [
    `| | likelihood | impact | rank (tolerable: ${most}) |\n|---|---|---|---|`,
    rated('● as it is', initial),
    ...(residual ? [rated('○ with mitigations', residual)] : []),
  ].join('\n');
}

/** A risk matrix with what is tolerable, where it is the one that counts in its system. */
export function matrixHover({ name, title, doc }: RiskMatrix, scales: RiskScales | undefined): string {
  return sections(
    heading(title?.value ?? name.value, 'risk matrix', code(name.value)),
    scales && matrix(scales),
    scales
      ? `A rank of up to ${scales.tolerable} is tolerable; what is not is bold.`
      : 'It does not count: the first matrix of the system does.',
    doc,
  );
}

/** The matrix with both ratings in it, the likeliest on top; what is not tolerable is bold. */
function matrix(scales: RiskScales, initial?: PlantRating, residual?: PlantRating): string {
  const [before, after] = [initial?.rank, residual?.rank];
  const cell = (likelihood: number, impact: number) => {
    const isAt = (rank: typeof before) => rank?.likelihood === likelihood && rank.impact === impact;
    const value = cellValue(scales, likelihood, impact);
    const shown = value === undefined ? '?' : value > scales.tolerable ? `**${value}**` : `${value}`;
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
