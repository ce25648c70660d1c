import { Command, Option } from 'commander';
import type { Severity } from '../../core/model/system.ts';
import { readSeverities } from '../../core/rules/frame/severities.ts';
import { RULES } from '../../core/rules/index.ts';
import { type CheckReport, reportOf } from '../check-report.ts';
import { formatGithub } from '../formats/github.ts';
import { formatJson } from '../formats/json.ts';
import { formatJunit } from '../formats/junit.ts';
import { formatSarif } from '../formats/sarif.ts';
import { formatText } from '../formats/text.ts';
import { emptyFolders, loadModels } from '../models.ts';
import { asOfOption, examples, formatOption, PATHS, ruleOption } from '../options.ts';
import { createRuleStats } from '../rule-stats.ts';
import { paintFor, warn } from '../terminal.ts';

const FAIL_ON = ['error', 'warning', 'info', 'never'] as const;

type FailOn = (typeof FAIL_ON)[number];

const FORMATS = {
  text: (report: CheckReport) => formatText(report, paintFor(process.stdout)),
  json: formatJson,
  sarif: formatSarif,
  junit: formatJunit,
  github: formatGithub,
} as const;

/** The formats that people read, not programs. */
const FOR_PEOPLE: readonly (keyof typeof FORMATS)[] = ['text', 'github'];

interface Options {
  readonly format: keyof typeof FORMATS;
  readonly failOn: FailOn;
  readonly asOf?: string;
  readonly rule?: Readonly<Record<string, string>>;
  readonly stats?: boolean;
}

/** `zones check`: all findings. Exits with 1 where one is at or above `--fail-on`. */
export function checkCommand(): Command {
  return new Command('check')
    .description('Check models: list what is wrong, and which requirements each zone and conduit misses.')
    .argument(...PATHS)
    .addOption(formatOption('text', 'json', 'sarif', 'junit', 'github'))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 on findings of this severity or a higher one')
        .choices(FAIL_ON)
        .default('error'),
    )
    .addOption(ruleOption())
    .addOption(asOfOption())
    .option('--stats', 'list on standard error how long each rule took')
    .addHelpText(
      'after',
      examples(
        ['zones check', 'every model in the current folder'],
        ['zones check plant/dmz.zones', 'one file, read together with its folder'],
        ['zones check --fail-on warning --format github', 'annotate a pull request and stop it on warnings'],
        ['zones check --format sarif plant > zones.sarif', 'for code scanning'],
        ['zones check --rule documentation=off', 'without the rules about the record'],
        ['zones check --as-of 2027-12-31', 'what will be overdue by the end of 2027'],
      ),
    )
    .action(async (paths: string[], { format, failOn, asOf, rule = {}, stats }: Options) => {
      const ruleStats = stats ? createRuleStats() : undefined;
      const models = await loadModels(paths, {
        asOf,
        severities: readSeverities(RULES, rule).severities,
        measure: ruleStats?.measure,
      });
      const report = reportOf(models, FOR_PEOPLE.includes(format));
      process.stdout.write(FORMATS[format](report));
      warn(...emptyFolders(models));
      if (ruleStats) warn(...ruleStats.report(report.findings));
      // What could not be read has been told by now, with an exit code that is graver.
      if (fails(report, failOn)) process.exitCode ||= 1;
    });
}

const RANKS: Record<Severity, number> = { error: 3, warning: 2, info: 1, hint: 0 };

function fails({ findings }: CheckReport, failOn: FailOn): boolean {
  return failOn !== 'never' && findings.some(({ severity }) => RANKS[severity] >= RANKS[failOn]);
}
