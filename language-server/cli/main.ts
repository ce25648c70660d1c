import { Command, CommanderError } from 'commander';
import { VERSION } from '../core/text/fault.ts';
import { catalogCommand } from './commands/catalog.ts';
import { checkCommand } from './commands/check.ts';
import { diagramCommand } from './commands/diagram.ts';
import { exportCommand } from './commands/export.ts';
import { formatCommand } from './commands/format.ts';
import { hashCommand } from './commands/hash.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { lspCommand } from './commands/lsp.ts';
import { postureCommand } from './commands/posture.ts';
import { reportCommand } from './commands/report.ts';
import { roadmapCommand } from './commands/roadmap.ts';
import { COULD_NOT, Failure } from './failure.ts';
import { examples } from './options.ts';
import { warn } from './terminal.ts';

function createProgram(): Command {
  const program = new Command('zones')
    .description('Models of zones and conduits by IEC 62443, as text.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText(
      'after',
      `${examples(
        ['zones init plant', 'write a starter model'],
        ['zones check plant', 'list what is wrong and what is missing'],
        ['zones posture plant', 'SL-T, SL-A, SL-C and gap of every zone'],
        ['zones diagram plant -o plant.svg', 'draw it'],
        ['zones format plant', 'one way to write it'],
      )}\nExit codes: 0 done; 1 findings at or above --fail-on, or files that format --check\nfinds not formatted; 2 could not do what was asked.\n`,
    );
  const commands = [
    checkCommand(),
    postureCommand(),
    roadmapCommand(),
    reportCommand(),
    hashCommand(),
    importCommand(),
    exportCommand(),
    diagramCommand(),
    formatCommand(),
    catalogCommand(),
    initCommand(),
    lspCommand(),
  ];
  for (const command of commands) program.addCommand(command.helpOption('-h, --help', 'print this help'));
  for (const command of [program, ...commands]) {
    command.exitOverride().configureOutput({ outputError: (text) => complain(oneLine(text), command) });
  }
  return program;
}

function complain(message: string, command: Command): void {
  const name = command.parent ? `zones ${command.name()}` : 'zones';
  warn(`${name}: ${message}`);
}

/** What commander says in several lines (`error: …`, `(Did you mean …?)`), as one, with where to read on. */
function oneLine(text: string): string {
  const words = text
    .replace(/^error: /, '')
    .trim()
    .split(/\s*\n\s*/)
    .join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.?!)]$/.test(words) ? '' : '.'} See --help.`;
}

/** Does what the arguments of the process say, and sets its exit code. */
export async function runCommandLine(): Promise<void> {
  const program = createProgram();
  const complainOfCrash = (error: unknown) =>
    complain(`Internal error, please report it: ${String(error).split('\n')[0]}`, program);
  // Node would print a line of the bundle, which is the whole program.
  process.on('uncaughtException', (error) => {
    complainOfCrash(error);
    process.exit(COULD_NOT);
  });
  // Whoever reads may stop before the end (`zones check | head`): nobody is left to write to, and nothing is wrong.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    complain(`Cannot write to standard output: ${error.message}.`, program);
    process.exitCode = COULD_NOT;
  });
  try {
    if (process.argv.length <= 2) program.help();
    await program.parseAsync();
  } catch (error) {
    // Commander has said what is wrong by now; help and version end this way too, with 0.
    const isCommander = error instanceof CommanderError;
    if (isCommander && error.exitCode === 0) return;
    process.exitCode = COULD_NOT;
    if (error instanceof Failure) complain(error.message, program);
    else if (!isCommander) complainOfCrash(error);
  }
}
