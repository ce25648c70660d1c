import { Command } from 'commander';
import { runServer } from '../../main-node.ts';
import { examples } from '../options.ts';

/** `zones lsp --stdio`: the language server, for any editor. */
export function lspCommand(): Command {
  return new Command('lsp')
    .description('Run the language server (LSP 3.17), for any editor that speaks the protocol.')
    .requiredOption('--stdio', 'speak over standard input and output')
    .option('--clientProcessId <id>', 'end when this process has ended')
    .addHelpText('after', examples(['zones lsp --stdio', 'the command to give an editor for .zones files']))
    .action(runServer);
}
