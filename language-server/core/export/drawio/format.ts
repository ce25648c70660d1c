import { whyNotDrawn } from '../../diagram/limits.ts';
import { buildDiagram } from '../../diagram/model/build.ts';
import { alone, ExportRefused, type ModelFormat } from '../frame/model-format.ts';
import { drawing } from './drawing.ts';

export const drawio: ModelFormat = {
  id: 'drawio',
  title: 'draw.io',
  hint: 'zones as containers, conduits as lines: to be drawn further, and to be imported again',
  kinds: [{ ending: 'drawio', fileType: 'draw.io drawing', title: 'draw.io' }],
  isOfSeveral: false,
  write(input) {
    const { plant } = input.systems[0]!;
    const refused = whyNotDrawn(buildDiagram(plant), { depth: Number.MAX_SAFE_INTEGER });
    if (refused !== undefined) throw new ExportRefused(refused);
    return alone(input, drawing(plant));
  },
};
