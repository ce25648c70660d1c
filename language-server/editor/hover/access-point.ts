import type { Declaration } from '../../core/analysis/references.ts';
import type { Query } from '../../core/engine/query.ts';
import { unitAt } from '../../core/plant/index.ts';
import { code, documentation, facts, heading, literal, sections } from './markdown.ts';

/** An access point: on which side of what it is, where, who uses it and what keeps others out. */
export function accessPointHover(query: Query, { entry, at }: Declaration): string | undefined {
  const found = unitAt(query, entry).accessPoints.find(({ declared }) => declared.name.at === at);
  if (!found) return undefined;
  const { path, declared, home } = found;
  const { name, title, doc, side, location, protection, usedBy, closed } = declared;
  return sections(
    heading(title?.value ?? name.value, 'access point', side?.value, code(path)),
    facts(
      `Into ${literal(home.title)}`,
      location && literal(location.value),
      closed && (closed.value ? 'closed until somebody opens it' : 'open'),
    ),
    facts(
      protection && `Protection: ${literal(protection.value)}`,
      usedBy.length > 0 && `Used by ${usedBy.map(({ value }) => literal(value)).join(', ')}`,
    ),
    documentation(doc, found.entry),
  );
}
