import type { PlantRating, PlantRisk } from '../../plant/plant.ts';
import { type Cell, type Draft, type Part, part, rowAt, textOf } from './chapter.ts';
import { type CrsInput, ownZones } from './input.ts';

/** The detailed risk assessment: ZCR 5.1 to 5.13. */
export function risks(input: CrsInput): Draft {
  const { risks } = input;
  const ofAll = (isGiven: (risk: PlantRisk) => boolean, add: string, zcr: string): Part =>
    part(risks.length > 0 && risks.every(isGiven), add, zcr);
  return {
    content: risks.map((risk) => {
      const { declared, initial, residual } = risk;
      return rowAt(risk, {
        name: risk.name,
        title: risk.title,
        on: declared.on.map(({ text }) => text),
        category: declared.categories.map(({ value }) => value),
        source: declared.sources.map(({ text }) => text),
        threat: textOf(declared.threat),
        vulnerability: textOf(declared.vulnerability),
        consequence: textOf(declared.consequence),
        ...ratingCells(initial),
        existing: declared.existing.map(({ text }) => text),
        mitigatedBy: declared.mitigatedBy.map(({ text }) => text),
        residual: residual ? ratingCells(residual) : null,
        treatment: declared.treatment?.value ?? null,
        owner: textOf(declared.owner),
        accepted: declared.acceptedUntil
          ? {
              until: textOf(declared.acceptedUntil),
              because: textOf(declared.acceptedBecause),
              by: textOf(declared.acceptedBy),
            }
          : null,
      });
    }),
    parts: [
      ofAll(
        ({ declared }) => declared.sources.length > 0 || declared.threat !== undefined,
        "Add 'source' or 'threat' to each risk: who or what could cause it.",
        '5.1',
      ),
      ofAll(
        ({ declared }) => declared.vulnerability !== undefined,
        "Add 'vulnerability' to each risk: the weakness that makes it possible.",
        '5.2',
      ),
      ofAll(
        ({ declared, initial }) => declared.consequence !== undefined && initial.impact !== undefined,
        "Add 'consequence' and 'impact' to each risk.",
        '5.3',
      ),
      ofAll(({ initial }) => initial.likelihood !== undefined, "Add 'likelihood' to each risk.", '5.4'),
      ofAll(
        ({ initial }) => initial.rank !== undefined,
        'Give each risk a likelihood and an impact of the risk matrix.',
        '5.5',
      ),
      part(
        ownZones(input).every(({ slT }) => slT),
        "Add 'sl-t' to each zone: the level that its risks ask for.",
        '5.6',
      ),
      ofAll(
        ({ initial }) => initial.tolerable !== undefined,
        'Give each risk a likelihood and an impact of the risk matrix.',
        '5.7',
      ),
      ofAll(
        ({ declared, initial }) =>
          initial.tolerable === true || declared.existing.length + declared.mitigatedBy.length > 0,
        "Add 'existing' and 'mitigated-by' to each risk above the tolerable: the countermeasures.",
        '5.8',
      ),
      ...(['5.9', '5.10', '5.11'] as const).map((zcr) =>
        ofAll(
          ({ initial, residual }) => initial.tolerable === true || residual?.rank !== undefined,
          "Add 'residual' to each risk above the tolerable: likelihood and impact with the countermeasures in place.",
          zcr,
        ),
      ),
      ofAll(
        ({ declared, initial, residual }) =>
          (residual ?? initial).tolerable === true ||
          declared.acceptedUntil !== undefined ||
          declared.treatment !== undefined,
        "Add 'treatment' or 'accepted' to each risk that stays above the tolerable.",
        '5.12',
      ),
      part(risks, "Add 'risk' declarations: what threatens the zones, and how bad it would be.", '5.13'),
    ],
  };
}

const ratingCells = ({ likelihood, impact, rank, tolerable }: PlantRating): Readonly<Record<string, Cell>> => ({
  likelihood: likelihood?.text ?? null,
  impact: impact?.text ?? null,
  rank: rank?.value ?? null,
  tolerable: tolerable ?? null,
});
