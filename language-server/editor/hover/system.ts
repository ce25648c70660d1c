import type { PlantSystem } from '../../core/plant/plant.ts';
import { countOf } from '../../core/text/words.ts';
import { code, documentation, facts, heading, literal, sections } from './markdown.ts';

/** A system: whose it is, by which model and catalogues it is judged, how large it is. */
export function systemHover({ name, title, settings, modelName, baseline, size }: PlantSystem): string {
  const { doc, description, owner } = settings?.declared ?? {};
  return sections(
    heading(title, 'system under consideration', code(name)),
    documentation(doc, settings?.entry),
    description && literal(description.value),
    facts(
      owner && `Owner: ${literal(owner.value)}`,
      `reference model ${code(modelName)}`,
      `baseline of ${countOf(baseline.length, 'control')}`,
    ),
    facts(
      countOf(size.zones, 'zone'),
      countOf(size.assets, 'asset'),
      countOf(size.conduits, 'conduit'),
      `in ${countOf(size.files, 'file')}`,
    ),
  );
}
