import type { Posture } from '../analysis/posture.ts';
import { requiredControls } from './counts.ts';
import type { PlantPosture } from './plant.ts';
import type { RequiredControls } from './required.ts';

class ResolvedPosture implements PlantPosture {
  readonly #posture: Posture;
  #required: RequiredControls | undefined;

  constructor(posture: Posture) {
    this.#posture = posture;
  }

  get slT() {
    return this.#posture.slT;
  }
  get slA() {
    return this.#posture.slA;
  }
  get slAEvidenced() {
    return this.#posture.slAEvidenced;
  }
  get gap() {
    return this.#posture.gap;
  }
  get applicable() {
    return this.#posture.applicable;
  }
  get required(): RequiredControls | undefined {
    const { required, statuses } = this.#posture;
    this.#required ??= required && requiredControls(required, statuses);
    return this.#required;
  }
  requires(id: string): boolean {
    return this.#posture.required?.some(({ control }) => control.id === id) ?? false;
  }
}

/** A posture; what its SL-T asks for is gone through when somebody wants it. */
export const createPosture = (posture: Posture): PlantPosture => new ResolvedPosture(posture);
