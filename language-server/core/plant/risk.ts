import { rankOf, residualOf } from '../analysis/risk.ts';
import type { Handle } from '../engine/element.ts';
import { type RiskRef, riskOf } from '../engine/element.ts';
import { resolveElement } from '../engine/resolve.ts';
import { reveal } from '../engine/reveal.ts';
import type { Rating, Risk } from '../model/risk.ts';
import { ResolvedNamed } from './element.ts';
import type { Plant, PlantRating, PlantRisk } from './plant.ts';

class ResolvedRisk extends ResolvedNamed<RiskRef, Risk> implements PlantRisk {
  readonly sort = 'risk';

  get path(): string {
    return this.name;
  }
  get on(): PlantRisk['on'] {
    const { plant, entry, declared } = this;
    return declared.on.map((reference) => {
      const found = resolveElement(plant.query, entry, reference);
      if (found.kind !== 'one') return { reference };
      return { reference, element: plant.element(reveal(found.target as Handle<'zone' | 'conduit'>)) };
    });
  }
  get sources(): PlantRisk['sources'] {
    return this.declared.sources.flatMap(({ text }) => this.system.recordNamed('threat-source', text) ?? []);
  }
  get initial(): PlantRating {
    return this.#rated(this.declared.initial);
  }
  get residual(): PlantRating | undefined {
    const residual = residualOf(this.declared);
    return residual && this.#rated(residual);
  }

  #rated(rating: Rating): PlantRating {
    const { scales } = this.system;
    const rank = rankOf(scales, rating);
    return { ...rating, rank, tolerable: rank && rank.value <= scales.tolerable };
  }
}

/** A risk that asks the store for what it is asked. */
export const resolveRisk = (plant: Plant, ref: RiskRef): PlantRisk => new ResolvedRisk(plant, ref, riskOf(ref));
