import { Command } from 'commander';
import { URI } from 'vscode-uri';
import { systems } from '../../core/plant/index.ts';
import type { PlantSystem } from '../../core/plant/plant.ts';
import { printableLine } from '../../core/text/visible.ts';
import { abridge } from '../../core/text/words.ts';
import { isBroken } from '../../language/workspace.ts';
import { Failure } from '../failure.ts';
import { displayPath } from '../model-paths.ts';
import { emptyFolders, loadModels, type Model } from '../models.ts';
import { examples, PATHS } from '../options.ts';
import { warn } from '../terminal.ts';

interface Options {
  readonly system?: string;
}

/** `zones hash`: what an approval names, to tell later whether the model has changed since. */
export function hashCommand(): Command {
  return new Command('hash')
    .description('Print the hash of each system: the same until the model says something else.')
    .argument(...PATHS)
    .option('--system <name>', 'the system to take, where there are several')
    .addHelpText(
      'after',
      `${examples(
        ['zones hash plant', 'what an approval names: approval on … by "…" hash "sha256:1:…"'],
        ['zones hash plants --system riverside', 'one of several systems'],
      )}\nWhite space, comments, the order of files and declarations, and the approvals themselves do not change it.\n`,
    )
    .action(async (paths: string[], { system: wanted }: Options) => {
      const models = await loadModels(paths, { judged: false });
      const all = models.flatMap(systemsIn);
      const found = wanted === undefined ? all : all.filter(({ name }) => name === wanted);
      if (wanted !== undefined && found.length === 0) {
        const names = [...new Set(all.map(({ name }) => name))];
        throw new Failure(
          names.length > 0
            ? `There is no system '${wanted}': choose one of ${abridge(names, 10)}.`
            : `There is no system '${wanted}', and no other one.`,
        );
      }
      for (const system of found) refuseBroken(models, system);
      for (const system of found) {
        const name = found.length > 1 ? `  ${printableLine(system.name)}` : '';
        process.stdout.write(`${system.hash}${name}\n`);
      }
      warn(...emptyFolders(models));
    });
}

/** The systems that the files of a model belong to. */
function systemsIn({ workspace, files }: Model): PlantSystem[] {
  const named = new Set(files.map(({ file }) => file.system));
  return systems(workspace.store.query()).filter(({ name, units }) => named.has(name) && units.length > 0);
}

/** What is not read is not in the hash, so that whoever approved it would have approved something else. */
function refuseBroken(models: readonly Model[], { name, units }: PlantSystem): void {
  const uris = new Set(units.map(({ entry }) => entry.file));
  const broken = models.flatMap(({ workspace }) =>
    [...workspace.files.values()]
      .filter((file) => uris.has(file.uri) && isBroken(file))
      .map(({ uri }) => displayPath(URI.parse(uri).fsPath)),
  );
  if (broken.length === 0) return;
  throw new Failure(
    `System '${name}' has syntax errors in ${abridge(broken, 3)}, so a hash would leave out what cannot be read: mend them first. See 'zones check'.`,
  );
}
