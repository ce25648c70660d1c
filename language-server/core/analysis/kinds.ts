import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import type { ReferenceModel, ZoneKind } from '../model/reference-model.ts';

/** A reference model by its name; undefined where none has it. */
export function modelOf(query: Query, name: string): Said<ReferenceModel> | undefined {
  return query.shared('reference-model', name)?.value;
}

/** The kind `external` that every model has, for a user's model that does not declare it. */
const IMPLIED_EXTERNAL: Omit<Said<ZoneKind>, 'model' | 'rank'> = {
  name: 'external',
  title: 'External',
  levels: [5],
  flags: ['external'],
  focus: [],
};

/** The kinds of a model, the implied `external` among them. */
export function kindsOf(model: Said<ReferenceModel>): readonly Said<ZoneKind>[] {
  if (model.kinds.some(({ name }) => name === 'external')) return model.kinds;
  const rank = Math.max(0, ...model.kinds.map((kind) => kind.rank)) + 1;
  return [...model.kinds, { ...IMPLIED_EXTERNAL, model: model.name.value, rank }];
}

/** A kind of a reference model, the implied `external` among them. */
export function kindNamed(model: Said<ReferenceModel>, name: string): Said<ZoneKind> | undefined {
  return model.kinds.find((kind) => kind.name === name) ?? kindsOf(model).find((kind) => kind.name === name);
}
