import { InvalidArgumentError, Option } from 'commander';
import { SEVERITIES } from '../core/model/system.ts';
import { readSeverities } from '../core/rules/frame/severities.ts';
import { RULES } from '../core/rules/index.ts';
import { isDate } from '../language/syntax/text.ts';

/** `--as-of`, for the commands that compare dates. */
export function asOfOption(): Option {
  return new Option('--as-of <date>', 'the day that dates are compared with, YYYY-MM-DD (default: today)').argParser(
    (text: string) => {
      if (isDate(text)) return text;
      throw new InvalidArgumentError('Write a day that exists as YYYY-MM-DD, such as 2027-03-31.');
    },
  );
}

/** `--rule`, given once for each rule or group: the severities by their names. */
export function ruleOption(): Option {
  return new Option(
    '--rule <code=severity>',
    `severity of a rule or group of rules (${SEVERITIES.join(', ')}) where the model sets none; may be repeated`,
  ).argParser((text: string, before: Readonly<Record<string, string>> = {}) => {
    const [name = '', severity = ''] = text.split('=');
    const [fault] = readSeverities(RULES, { [name]: severity }).faults;
    if (fault) throw new InvalidArgumentError(`${fault} Write it as --rule zone-owner=off.`);
    return { ...before, [name]: severity };
  });
}

/** `--format` with its choices, the first being what a command writes unless asked. */
export function formatOption(...formats: readonly [string, ...string[]]): Option {
  return new Option('--format <format>', 'how to write it').choices([...formats]).default(formats[0]);
}

/** Examples for the end of a command's help. */
export function examples(...lines: readonly (readonly [command: string, what: string])[]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  return `\nExamples:\n${lines.map(([command, what]) => `  $ ${command.padEnd(width)}  ${what}`).join('\n')}\n`;
}

/** The argument that most commands take. */
export const PATHS = ['[paths...]', 'folders or .zones files (default: the current folder)'] as const;
