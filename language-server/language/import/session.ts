import { createMerge, type Merge } from '../../core/exchange/merge/index.ts';
import type { ImportPlan } from '../../core/exchange/plan.ts';
import type { ImportRecord } from '../../core/exchange/records.ts';
import { createTypeRecogniser, type TypeRecogniser } from '../../core/exchange/types/recognise-type.ts';
import { systemNamed } from '../../core/plant/index.ts';
import { protocolNamed } from '../../core/plant/library.ts';
import type { PlantSystem } from '../../core/plant/plant.ts';
import type { Candidate } from '../../core/text/meant.ts';
import { isName } from '../../core/text/names.ts';
import type { Workspace } from '../workspace.ts';
import { type ImportEdits, writeImport } from './write-import.ts';

/** What an import would do to one system, as plan and as text. */
export interface SystemImport {
  readonly plan: ImportPlan;
  readonly edits: ImportEdits;
}

/** An import into the models of a folder: takes records, and tells in the end what they would change. */
export interface ImportSession {
  readonly types: TypeRecogniser;
  add(record: ImportRecord): void;
  finish(): readonly SystemImport[];
}

export interface SessionOptions {
  readonly workspace: Workspace;
  /** The system that what names none goes to; undefined where there are several, and nobody has said which. */
  readonly system: string | undefined;
  /** True where the user has named the system: then all goes there. */
  readonly isNamed: boolean;
  /** The URI of a file that is not there yet, by the name that it should have without its ending. */
  fileFor(name: string): string;
  /** Called where a record names no system, and there are several: must throw. */
  undecided(): never;
}

export function createImportSession({ workspace, system, isNamed, fileFor, undecided }: SessionOptions): ImportSession {
  const query = workspace.store.query();
  const types = createTypeRecogniser([...ownTypes(workspace), ...query.libraryCandidates('asset-type')]);
  const protocols = {
    candidates: query.libraryCandidates('protocol'),
    portsOf: (name: string) =>
      (protocolNamed(query, name)?.ports ?? []).map(({ transport, port }) => `${transport} ${port}`),
  };
  const merges = new Map<string, { readonly merge: Merge; readonly plant: PlantSystem }>();

  const mergeFor = (named: string | undefined): Merge => {
    const name = (!isNamed && named !== undefined && isName(named) ? named : system) ?? undecided();
    let own = merges.get(name);
    if (!own) {
      const plant = systemNamed(query, name);
      own = { plant, merge: createMerge({ plant, types, protocols }) };
      merges.set(name, own);
    }
    return own.merge;
  };

  return {
    types,
    add: (record) => mergeFor(record.system).add(record),
    finish: () => {
      const all = [...merges.values()];
      // What rows were told from each other by is large, and needed no more.
      merges.clear();
      return all.map(({ merge, plant }) => {
        const plan = merge.finish();
        return { plan, edits: writeImport(plan, { workspace, plant, fileFor }) };
      });
    },
  };
}

/** The types that the folder declares itself: of two that go by one word they are meant first. */
const ownTypes = ({ files }: Workspace): Candidate[] =>
  [...files.values()].flatMap(({ entries }) =>
    entries.flatMap(({ library, unit }) =>
      library
        ? []
        : unit.assetTypes.map(({ name, title, aliases }) => ({ name: name.value, title: title?.value, aliases })),
    ),
  );
