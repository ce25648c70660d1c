import type { Posture } from '../analysis/posture.ts';
import { lowestSlC } from '../analysis/sl-c.ts';
import type { AssetRef, FlowRef } from '../engine/element.ts';
import type { Achievement, SlVector } from '../model/levels.ts';
import { type Named, ResolvedNamed } from './element.ts';
import type { PlantPosture, Stated } from './plant.ts';
import { createPosture } from './posture.ts';
import type { RequiredControls } from './required.ts';

/** What is judged by requirements: zones and conduits. */
export abstract class ResolvedJudged<Ref extends FlowRef, Declared extends Named> extends ResolvedNamed<Ref, Declared> {
  /** False outside the SuC, where nothing is required. */
  protected abstract isInSuC(): boolean;
  protected abstract target(): SlVector | undefined;
  /** What the analysis remembers for the query: to ask again costs nothing. */
  protected abstract judge(): Posture;
  /** The assets that its SL-C rests on. */
  protected abstract carriers(): readonly AssetRef[];
  abstract readonly stated: Stated;
  #posture: PlantPosture | undefined;

  get posture(): PlantPosture {
    this.#posture ??= createPosture(this.judge());
    return this.#posture;
  }
  get slT() {
    return this.isInSuC() ? this.target() : undefined;
  }
  get slA(): Achievement | undefined {
    return this.isInSuC() ? this.judge().slA : undefined;
  }
  get slAEvidenced(): Achievement | undefined {
    return this.isInSuC() ? this.judge().slAEvidenced : undefined;
  }
  get gap() {
    return this.isInSuC() ? this.judge().gap : undefined;
  }
  get required(): RequiredControls | undefined {
    return this.isInSuC() ? this.posture.required : undefined;
  }
  get assetCount() {
    return this.carriers().length;
  }
  get slC() {
    return this.isInSuC() ? lowestSlC(this.plant.query, this.carriers()) : undefined;
  }
}
