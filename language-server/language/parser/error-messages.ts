import type { IToken, TokenType } from 'chevrotain';
import { AbstractParserErrorMessageProvider } from 'langium';

/** What a token is called in a message to the author of a model. */
const TOKEN_TITLES: Record<string, string> = {
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
  EOF: 'the end of the declaration',
};

/** What may stand directly inside a block, named by the rule that failed. */
const BLOCK_CONTENTS: Record<string, string> = {
  Fragment: 'a declaration (system, zone, conduit, profile, risk, catalog, asset-type, protocol or reference-model)',
  Declaration: 'a declaration (system, zone, conduit, profile, risk, catalog, asset-type, protocol or reference-model)',
  SystemMember: 'a setting, a statement (implements, plans, …) or a rule of the system',
  System: 'a setting, a statement (implements, plans, …) or a rule of the system',
  ZoneMember: 'an asset, a zone, a flow, a statement or a property of the zone',
  Zone: 'an asset, a zone, a flow, a statement or a property of the zone',
  AssetMember: 'a property or a statement of the asset',
  Asset: 'a property or a statement of the asset',
  ConduitMember: 'a flow, a statement or a property of the conduit',
  Conduit: 'a flow, a statement or a property of the conduit',
  FlowMember: 'a property of the flow',
  Levels: 'security levels (2, or 2 { RDF 3 }, or { 2 2 0 1 3 1 3 })',
  Statement: 'a requirement such as SR 1.1, or a profile',
  RiskMember: 'likelihood, impact, residual or a property of the risk',
  CatalogMember: 'a group or a control',
  GroupMember: 'a control',
  ReferenceModelMember: 'a kind or adjacent',
};

const titleOf = (type: TokenType): string => TOKEN_TITLES[type.name] ?? `'${type.name}'`;

const found = (token: IToken): string => {
  if (token.tokenType.name === 'EOF') return 'the declaration ends here';
  const image = token.image.length > 40 ? `${token.image.slice(0, 37)}…` : token.image;
  return `found ${image.startsWith('"') ? image : `'${image}'`}`;
};

/** Syntax errors in the words of the language: what was expected, what stands there. */
export class ZonesErrorMessages extends AbstractParserErrorMessageProvider {
  override buildMismatchTokenMessage(options: {
    expected: TokenType;
    actual: IToken;
    previous: IToken;
    ruleName: string;
  }): string {
    const { expected, actual, previous } = options;
    const ruleName = options.ruleName.replace('\u200B', '');
    const contents = expected.name === '}' ? BLOCK_CONTENTS[ruleName] : undefined;
    const after = previous?.image && previous.image.length <= 40 ? ` after '${previous.image}'` : '';
    if (contents) return `Expected ${contents}, or '}'${after}; ${found(actual)}.`;
    return `Expected ${titleOf(expected)}${after}; ${found(actual)}.`;
  }

  override buildNotAllInputParsedMessage({ firstRedundant }: { firstRedundant: IToken }): string {
    return `Expected ${BLOCK_CONTENTS.Declaration}; ${found(firstRedundant)}.`;
  }

  override buildNoViableAltMessage(options: { actual: IToken[]; previous: IToken; ruleName: string }): string {
    return this.expectedIn(options);
  }

  override buildEarlyExitMessage(options: { actual: IToken[]; previous: IToken; ruleName: string }): string {
    return this.expectedIn(options);
  }

  private expectedIn({ actual, previous, ruleName }: { actual: IToken[]; previous: IToken; ruleName: string }) {
    const contents = BLOCK_CONTENTS[ruleName.replace('\u200B', '')] ?? 'something else';
    const after = previous?.image && previous.image.length <= 40 ? ` after '${previous.image}'` : '';
    const first = actual[0];
    return `Expected ${contents}${after}${first ? `; ${found(first)}` : ''}.`;
  }
}
