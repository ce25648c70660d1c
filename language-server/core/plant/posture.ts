import type { Posture } from '../analysis/posture.ts';
import { requiredControls } from './counts.ts';
import type { PlantPosture, RequiredControls } from './plant.ts';

/** A posture; what its SL-T asks for is gone through when somebody wants it. */
export function createPosture({ slT, slA, gap, applicable, required: asked, statuses }: Posture): PlantPosture {
  let required: RequiredControls | undefined;
  return {
    slT,
    slA,
    gap,
    applicable,
    get required() {
      required ??= asked && requiredControls(asked, statuses);
      return required;
    },
    requires: (id) => asked?.some(({ control }) => control.id === id) ?? false,
  };
}
