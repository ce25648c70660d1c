import { writeJson } from '../../text/json.ts';
import { alone, type ModelFormat } from '../frame/model-format.ts';
import { systemData } from './system.ts';

/** What tells the file from others. */
export const JSON_FORMAT = 'zones-model';

export const json: ModelFormat = {
  id: 'json',
  title: 'JSON',
  hint: 'the whole model as plain data, for programs; schemas/model.schema.json says what is in it',
  kinds: [{ ending: 'json', fileType: 'JSON', title: 'JSON' }],
  isOfSeveral: true,
  write: (input) =>
    alone(
      input,
      writeJson({
        format: JSON_FORMAT,
        asOf: input.today,
        systems: input.systems.map(({ plant }) => systemData(plant)),
      }),
    ),
};
