import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { URI } from 'vscode-uri';
import { systemNameOf } from '../../core/text/names.ts';
import { starterModel } from '../../language/starter-model.ts';
import { Failure, reasonOf } from '../failure.ts';
import { displayPath } from '../model-paths.ts';
import { examples } from '../options.ts';
import { say } from '../terminal.ts';
import { writeNew } from '../write-file.ts';

/** `zones init`: a model to start from. */
export function initCommand(): Command {
  return new Command('init')
    .description('Write a starter model with five zones. A file that is there already is never overwritten.')
    .argument('[dir]', 'the folder to write it into; made where there is none', '.')
    .addHelpText(
      'after',
      examples(
        ['zones init', 'into the current folder'],
        ['zones init riverside', 'riverside/riverside.zones, of the system riverside'],
      ),
    )
    .action(async (dir: string) => {
      const folder = resolve(dir);
      const system = systemNameOf(URI.file(folder).toString());
      const file = join(folder, `${system}.zones`);
      try {
        await mkdir(folder, { recursive: true });
        await writeNew(file, starterModel(system));
      } catch (error) {
        const path = displayPath(file);
        throw new Failure(`Cannot write '${path}': ${reasonOf(error)}. Name another folder: zones init <dir>.`);
      }
      const shown = displayPath(folder);
      const argument = /[^\w./-]/.test(shown) ? `"${shown}"` : shown;
      say(`Wrote ${displayPath(file)}`, `Next: zones check ${argument}`);
    });
}
