import type { TokenType } from 'chevrotain';
import { AbstractParserErrorMessageProvider } from 'langium';
import { listOr } from '../../core/text/words.ts';
import type { ZonesAstType } from '../generated/ast.ts';
import { DECLARATION_WORDS, type TokenName } from '../syntax/words.generated.ts';

/** What a token is called in a message to the author of a model. */
const TOKEN_TITLES: Partial<Record<TokenName | 'EOF', string>> = {
  NAME: 'a name',
  ID: 'a name',
  PATH: 'a name',
  REFERENCE: 'a name',
  CONTROL_NAME: 'a control such as SR 1.1 or ACME-1',
  CONTROL: 'a requirement such as SR 1.1, or a profile',
  TEXT: 'a text in quotes',
  VALUE: 'a value (a text in quotes, a number, a date or a name)',
  STRING: 'a text in quotes',
  TEXT_BLOCK: 'a text in quotes',
  NUMBER: 'a number',
  DATE: 'a date (YYYY-MM-DD)',
  REQUIREMENT: 'a requirement such as SR 1.1',
  EOF: "'{' or the end of the declaration",
};

/** What may stand directly inside a block, named by the rule that failed. */
const BLOCK_CONTENTS: Partial<Record<keyof ZonesAstType, string>> = {
  Fragment: `a declaration (${listOr(DECLARATION_WORDS)})`,
  Revision: 'a number, or a text in quotes',
  Residual: 'likelihood or impact',
  System: 'a setting, a statement (implements, plans, …) or a rule of the system',
  Zone: 'an asset, a zone, a flow, a statement or a property of the zone',
  Asset: 'a property or a statement of the asset',
  Conduit: 'a flow, a statement or a property of the conduit',
  Flow: 'a property of the flow',
  Levels: 'security levels (2, or 2 { RDF 3 }, or { 2 2 0 1 3 1 3 })',
  LevelEntry: 'a level from 0 to 4',
  Statement: 'a requirement such as SR 1.1, or a profile',
  Risk: 'likelihood, impact, residual or a property of the risk',
  RiskMatrix: 'likelihood, impact, row or tolerable',
  EssentialFunction: 'a description',
  Policy: 'version, owner, document or supports',
  Countermeasure: 'owner, description, evidence, verified or until',
  Regulation: 'authority, document or requires',
  ThreatSource: 'capability, description or source',
  Catalog: 'a group or a control',
  Group: 'a control',
  ReferenceModel: 'a kind or adjacent',
};

const titleOf = ({ name }: TokenType): string => TOKEN_TITLES[name as TokenName] ?? `'${name}'`;

/** Chevrotain's names of rules end in a character that no name has. */
const contentsOf = (ruleName: string): string | undefined =>
  BLOCK_CONTENTS[ruleName.replace('\u200B', '') as keyof ZonesAstType];

/** Ends the messages about what may stand in a block: such a thing is not due on the line of what stands before it. */
export const IN_BLOCK = ", or '}'";

/**
 * What was expected, in the words of the language. What stands there instead, and after what, is for the parser to say:
 * in the midst of recovery that is not known.
 */
export class ZonesErrorMessages extends AbstractParserErrorMessageProvider {
  override buildMismatchTokenMessage({ expected, ruleName }: { expected: TokenType; ruleName: string }): string {
    const contents = expected.name === '}' ? contentsOf(ruleName) : undefined;
    return contents ? `Expected ${contents}${IN_BLOCK}` : `Expected ${titleOf(expected)}`;
  }

  override buildNotAllInputParsedMessage(): string {
    return `Expected ${BLOCK_CONTENTS.Fragment}`;
  }

  override buildNoViableAltMessage(options: { ruleName: string }): string {
    return expectedIn(options);
  }

  override buildEarlyExitMessage(options: { ruleName: string }): string {
    return expectedIn(options);
  }
}

const expectedIn = ({ ruleName }: { ruleName: string }): string =>
  `Expected ${contentsOf(ruleName) ?? 'something else'}`;
