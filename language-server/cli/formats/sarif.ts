import { createHash } from 'node:crypto';
import type { Severity, SeveritySetting } from '../../core/model/system.ts';
import { rulePage } from '../../core/rules/frame/page.ts';
import type { AnyRule } from '../../core/rules/frame/rule.ts';
import { RULES } from '../../core/rules/index.ts';
import { VERSION } from '../../core/text/fault.ts';
import { jsonText } from '../../core/text/json.ts';
import { visible } from '../../core/text/visible.ts';
import { rulePageUri } from '../../editor/diagnostics.ts';
import type { Range } from '../../language/workspace.ts';
import { uriReference } from '../../paths.ts';
import type { CheckReport, ReportedFinding } from '../check-report.ts';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** SARIF 2.1.0 for code scanning: the rules as a table, the findings as results. */
export function formatSarif({ findings }: CheckReport): string {
  const found = new Set(findings.map(({ rule }) => rule));
  const run = {
    tool: {
      driver: {
        name: 'zones',
        semanticVersion: VERSION,
        rules: RULES.map((rule) => ({
          id: rule.code,
          name: pascalCase(rule.code),
          shortDescription: { text: rule.title },
          helpUri: rulePageUri(rule.code),
          // The page itself, readable without the editor: of the rules with findings, or the log would be mostly pages.
          ...(found.has(rule.code) && help(rule)),
          defaultConfiguration: configuration(rule.severity),
          properties: { tags: ['IEC 62443', rule.group, rule.basis, ...rule.clauses] },
        })),
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [BASE]: { description: { text: 'The folder that zones ran in.' } } },
    results: withFingerprints(findings).map(([finding, fingerprint]) => result(finding, fingerprint)),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return jsonText(log);
}

function help(rule: AnyRule) {
  const page = rulePage(rule);
  return page === undefined ? {} : { help: { text: page, markdown: page } };
}

const BASE = 'SRCROOT';

const configuration = (severity: SeveritySetting) =>
  severity === 'off' ? { enabled: false } : { enabled: true, level: LEVELS[severity] };

const RULE_INDEX = new Map(RULES.map(({ code }, index) => [code, index]));

function result(finding: ReportedFinding, fingerprint: string) {
  const { rule, severity, message, file, range, system, element, controls, fr, frs, focus, related = [] } = finding;
  return {
    ruleId: rule,
    ruleIndex: RULE_INDEX.get(rule),
    level: LEVELS[severity],
    message: messageOf(message),
    locations: [
      {
        physicalLocation: physicalLocation(file, range),
        ...(element && { logicalLocations: [{ fullyQualifiedName: `${system}.${element}` }] }),
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        message: messageOf(place.message),
        physicalLocation: physicalLocation(place.file, place.range),
      })),
    }),
    partialFingerprints: { 'zones/v1': fingerprint },
    properties: { severity, system, element, controls, fr, frs, focus },
  };
}

/** Viewers make links of `[text](address)`, also in plain text. */
const messageOf = (text: string) => ({ text: visible(text).replace(/\](?=\()/g, '] ') });

function physicalLocation(file: string, { start, end }: Range) {
  const isUri = file.startsWith('zones-library:/');
  const { uri, isRelative } = isUri ? { uri: file, isRelative: false } : uriReference(file);
  return {
    artifactLocation: isRelative ? { uri, uriBaseId: BASE } : { uri },
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
  };
}

/**
 * Each finding with what it is recognised by in the next run, where its line may be another: its rule, system, element
 * and what it lists, and its number among those that are alike.
 */
function withFingerprints(findings: readonly ReportedFinding[]): [ReportedFinding, string][] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, file, system, element, fr, frs, focus } = finding;
    const identity = JSON.stringify([rule, file, system, element, fr, frs, focus]);
    const number = counts.get(identity) ?? 0;
    counts.set(identity, number + 1);
    return [finding, createHash('sha256').update(`${identity}#${number}`).digest('hex').slice(0, 32)];
  });
}

const pascalCase = (code: string): string =>
  code
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
