import { type RuleSetting, SEVERITIES, type SystemHeader } from '../../core/model/system.ts';
import type { RuleSetting as RuleSettingNode, System as SystemNode } from '../generated/ast.ts';
import { syntaxOf } from '../parser/syntax-node.ts';
import { SCHEMAS } from '../syntax/schemas.ts';
import { readProperties } from './properties.ts';
import {
  docOf,
  nameOf,
  placedWord,
  placeOfNode,
  REASON,
  type Reader,
  referTo,
  report,
  textOf,
  titleOf,
  wordOf,
} from './reader.ts';
import { readStatements } from './statements.ts';
import { readRecord } from './system-record.ts';
import { oneText, texts } from './values.ts';

export function readSystem(reader: Reader, node: SystemNode): SystemHeader {
  const properties = readProperties(reader, node, SCHEMAS.system, 'A system');
  const model = properties.get('reference-model')?.values[0];
  return {
    name: nameOf(reader, node),
    title: titleOf(reader, node),
    at: placeOfNode(reader, node),
    settings: reader.text.endsWith('}', syntaxOf(node).$end),
    description: oneText(reader, properties, 'description'),
    owner: oneText(reader, properties, 'owner'),
    document: oneText(reader, properties, 'document'),
    classification: oneText(reader, properties, 'classification'),
    function: oneText(reader, properties, 'function'),
    intendedUse: oneText(reader, properties, 'intended-use'),
    equipment: texts(reader, properties, 'equipment'),
    model: model && referTo(reader, 'reference-model', model),
    baseline: properties.get('baseline')?.values.map((value) => referTo(reader, 'catalog', value)) ?? [],
    ...readRecord(reader, node),
    statements: readStatements(reader, node.members).statements,
    rules: node.members.flatMap((member) =>
      member.$type === 'RuleSetting' ? (readRuleSetting(reader, member) ?? []) : [],
    ),
    doc: docOf(reader, node),
  };
}

function readRuleSetting(reader: Reader, node: RuleSettingNode): RuleSetting | undefined {
  const code = placedWord(reader, node, 'code');
  const level = placedWord(reader, node, 'severity');
  const reason = placedWord(reader, node, 'reason');
  if (!code) return undefined;
  const rule = referTo(reader, 'rule', code);
  if (!level) {
    report(reader, 'syntax-error', code.at, `Say how severe '${code.raw}' is: off, hint, info, warning or error.`);
    return undefined;
  }
  const severity = wordOf(reader, level, 'A severity', SEVERITIES);
  return (
    severity && {
      rule,
      severity: severity.value,
      at: placeOfNode(reader, node),
      reason: reason && textOf(reader, reason, REASON),
    }
  );
}
