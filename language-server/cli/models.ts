import { URI } from 'vscode-uri';
import { systemNameOf } from '../core/text/names.ts';
import { abridge } from '../core/text/words.ts';
import {
  createWorkspace,
  type FileChange,
  isBroken,
  type Workspace,
  type WorkspaceFile,
  type WorkspaceOptions,
} from '../language/workspace.ts';
import { nodeRuntime, readModelFile } from '../node-runtime.ts';
import { displayPath, filesIn, foldersOf, leaveOut, noModelsIn } from './model-paths.ts';
import { createProgress, type Progress } from './terminal.ts';

/** A file that the command speaks of. */
export interface ModelFile {
  /** From the current folder, with `/`. */
  readonly path: string;
  readonly file: WorkspaceFile;
}

/** A folder with all its models, read as one workspace. */
export interface Model {
  /** From the current folder, with `/`; `.` for itself. */
  readonly folder: string;
  readonly workspace: Workspace;
  /** The files that the command speaks of, by path: all of the folder's, or those that were named. */
  readonly files: readonly ModelFile[];
}

export interface LoadOptions extends Pick<WorkspaceOptions, 'severities' | 'measure' | 'judged'> {
  /** The day that dates are compared with, `YYYY-MM-DD`; today where there is none. */
  readonly asOf?: string;
}

/** Text that is read in a millisecond, on a slow machine: enough to tell a long wait from a short one. */
const CHARACTERS_A_MILLISECOND = 500;

/**
 * Reads the folders and files that a command is given, by default the current folder. Each folder is a workspace of its
 * own; a file stands for its folder and limits what the command speaks of. What in a folder cannot be read is told and
 * left out.
 * @throws Failure where what is named is not there, or is no model
 */
export async function loadModels(paths: readonly string[], { asOf, ...options }: LoadOptions): Promise<Model[]> {
  const today = asOf ?? nodeRuntime.today();
  const progress = createProgress(process.stderr);
  try {
    const models: Model[] = [];
    for (const [folder, only] of await foldersOf(paths)) {
      models.push(await loadFolder(folder, only, { today, ...options }, progress));
    }
    return models;
  } finally {
    progress.end();
  }
}

async function loadFolder(
  folder: string,
  only: ReadonlySet<string> | undefined,
  options: Omit<WorkspaceOptions, 'defaultSystem'>,
  progress: Progress,
): Promise<Model> {
  const root = URI.file(folder).toString();
  const workspace = createWorkspace({ defaultSystem: systemNameOf(root), ...options });
  // A named file counts even where its name begins with a dot.
  const inFolder = await filesIn(folder, () => progress.step('Looking for models …'));
  const all = [...new Set([...inFolder, ...(only ?? [])])].sort();
  const changes: FileChange[] = [];
  let characters = 0;
  let read = 0;
  for (const path of all) {
    progress.step(`Reading file ${read + 1} of ${all.length} …`);
    const content = await readModelFile(path, folder).catch((error: unknown) => {
      progress.end();
      return leaveOut(path, error);
    });
    read++;
    if (!content) continue;
    characters += content.text.length;
    changes.push({ uri: URI.file(path).toString(), ...content });
  }
  progress.step(`Checking ${all.length} files …`, characters / CHARACTERS_A_MILLISECOND);
  workspace.update(changes);
  const files = all
    .filter((path) => !only || only.has(path))
    .flatMap((path): ModelFile[] => {
      const file = workspace.files.get(URI.file(path).toString());
      return file ? [{ path: displayPath(path), file }] : [];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { folder: displayPath(folder), workspace, files };
}

/** One line for each folder that holds no model: nothing found must not look like nothing wrong. */
export function emptyFolders(models: readonly Model[]): string[] {
  return models.filter(({ files }) => files.length === 0).map(({ folder }) => noModelsIn(folder));
}

/** One line where files have syntax errors: what a command says of them may be incomplete. */
export function unreadFiles(models: readonly Model[]): string[] {
  const broken = models.flatMap(({ files }) => files.filter(({ file }) => isBroken(file)).map(({ path }) => path));
  if (broken.length === 0) return [];
  return [`Incomplete: syntax errors in ${abridge(broken, 3)}. See 'zones check'.`];
}
