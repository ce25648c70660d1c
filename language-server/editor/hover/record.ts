import type { Declaration } from '../../core/analysis/references.ts';
import type { Query } from '../../core/engine/query.ts';
import { isRecordSort, type RecordSort } from '../../core/model/record.ts';
import type { Text } from '../../core/model/reference.ts';
import { systemNamed } from '../../core/plant/index.ts';
import { controlNamed } from '../../core/plant/library.ts';
import type { PlantRecord } from '../../core/plant/plant.ts';
import { code, documentation, facts, heading, literal, sections } from './markdown.ts';

/** A declaration of the record: what it is, and what it says. Of two with one name the first counts. */
export function recordHover(
  query: Query,
  { entry, sort, name }: Declaration & { sort: RecordSort },
): string | undefined {
  const found = systemNamed(query, entry.system).recordNamed(sort, name);
  return found && hoverOf(sort, found, query);
}

/** What is told of each sort below its heading. */
const DETAILS: { readonly [S in RecordSort]: (found: PlantRecord<S>, query: Query) => (string | undefined | false)[] } =
  {
    'essential-function': ({ declared: { on, description } }) => [
      description && literal(description.value),
      on.length > 0 && `On ${on.map(({ text }) => code(text)).join(', ')}`,
    ],
    policy: ({ declared: { version, owner, document, supports } }, query) => [
      facts(said('Version', version), said('Owner', owner), said('Document', document)),
      supports.length > 0 && ['Supports', ...supports.map(({ text }) => item(query, text))].join('\n'),
    ],
    countermeasure: ({ declared: { description, owner, evidence, verified, until }, isInPlace }) => [
      description && literal(description.value),
      facts(
        said('Owner', owner),
        evidence.length > 0 && `Evidence: ${evidence.map(({ value }) => literal(value)).join(', ')}`,
        verified?.on && `Verified on ${verified.on.value}${verified.by ? ` by ${literal(verified.by.value)}` : ''}`,
        until && (isInPlace ? `In place until ${until.value}` : `**Ended on ${until.value}**`),
      ),
    ],
    regulation: ({ declared: { authority, document, requires } }, query) => [
      facts(said('Authority', authority), said('Document', document)),
      ...requires.map(({ controls, on }) =>
        [
          on.length > 0
            ? `Requires on ${on.map(({ text }) => code(text)).join(', ')}`
            : 'Requires wherever there is an SL-T',
          ...controls.map(({ text }) => item(query, text)),
        ].join('\n'),
      ),
    ],
    'threat-source': ({ declared: { description, capability, source } }) => [
      description && literal(description.value),
      facts(
        capability && `Capability ${capability.value}`,
        source?.text && `Source: ${literal(source.text.value)}${source.on ? ` (${source.on.value})` : ''}`,
      ),
    ],
  };

function hoverOf<S extends RecordSort>(sort: S, found: PlantRecord<S>, query: Query): string {
  const { name, title, doc } = found.declared;
  return sections(
    heading(title?.value ?? name.value, sort.replace('-', ' '), code(name.value)),
    documentation(doc, found.entry),
    ...DETAILS[sort](found, query),
  );
}

const said = (label: string, text: Text | undefined) => text && `${label}: ${literal(text.value)}`;

function item(query: Query, control: string): string {
  const title = controlNamed(query, control)?.title;
  return `- ${literal(control)}${title ? ` ${literal(title)}` : ''}`;
}

/** True for a declaration of the record. */
export const isRecorded = (declaration: Declaration): declaration is Declaration & { sort: RecordSort } =>
  isRecordSort(declaration.sort);
