import type { IRecognitionException, IToken, TokenType } from 'chevrotain';
import {
  AbstractLangiumParser,
  type AstReflection,
  AstUtils,
  createParser,
  GrammarAST,
  type LangiumCoreServices,
} from 'langium';
import type { SyntaxNode } from './syntax-node.ts';

type Rule = Parameters<AbstractLangiumParser['rule']>[0];
type RuleBody = Parameters<AbstractLangiumParser['rule']>[1];
type RuleResult = ReturnType<AbstractLangiumParser['rule']>;
type Arguments = Parameters<AbstractLangiumParser['subrule']>[4];
type Element = Parameters<AbstractLangiumParser['consume']>[2];

interface Assignment {
  readonly feature: string;
  readonly operator: '=' | '+=' | '?=';
}

/** Makes the parser of a grammar. The grammar must do without fragments, actions and data type rules. */
export function createSyntaxParser(services: LangiumCoreServices): SyntaxParser {
  const parser = new SyntaxParser(services);
  createParser(services.Grammar, parser, services.parser.Lexer.definition);
  parser.finalize();
  return parser;
}

/**
 * Runs Langium's grammar, lookahead and error recovery, and builds nodes with their words only: no tree of all
 * tokens, no links to containers, no references.
 */
export class SyntaxParser extends AbstractLangiumParser {
  readonly #stack: SyntaxNode[] = [];
  readonly #assignments = new Map<Element, Assignment | undefined>();
  readonly #defaultsOf: (type: string) => readonly Default[];

  constructor(services: LangiumCoreServices) {
    super(services, false);
    this.#defaultsOf = createDefaults(services.shared.AstReflection);
  }

  /** Parses tokens from the entry rule. Never throws a syntax error: what could not be read is in `errors`. */
  parse(tokens: IToken[]): { readonly root: SyntaxNode; readonly errors: readonly IRecognitionException[] } {
    this.#stack.length = 0;
    this.wrapper.input = tokens;
    const result = this.wrapper.rule(this.mainRule) as SyntaxNode | undefined;
    return { root: result ?? this.#close(), errors: this.wrapper.errors };
  }

  override rule(rule: Rule, body: RuleBody): RuleResult {
    const type = rule.name;
    const implementation = (args: Arguments): SyntaxNode | undefined => {
      if (this.isRecording()) {
        body(args);
        return undefined;
      }
      this.#stack.push(this.#create(type));
      body(args);
      return this.#close();
    };
    const result = this.wrapper.DEFINE_RULE(`${type}\u200B`, implementation);
    this.allRules.set(type, result);
    if (GrammarAST.isParserRule(rule) && rule.entry) this.mainRule = result;
    return result;
  }

  override consume(index: number, tokenType: TokenType, element: Element): void {
    const token = this.wrapper.wrapConsume(index, tokenType);
    // A token that recovery made up stands nowhere.
    if (this.isRecording() || token.isInsertedInRecovery || !(token.startOffset >= 0)) return;
    const node = this.#stack.at(-1)!;
    const { startOffset: start, image } = token;
    if (node.$start < 0) node.$start = start;
    node.$end = start + image.length;
    const assignment = this.#assignmentOf(element);
    if (!assignment) return;
    node.$words.push({ feature: assignment.feature, raw: image, start });
    assign(node, assignment, image);
  }

  override subrule(index: number, rule: RuleResult, _fragment: boolean, element: Element, args: Arguments): void {
    let node: SyntaxNode | undefined;
    try {
      node = this.wrapper.wrapSubrule(index, rule, args) as SyntaxNode | undefined;
    } finally {
      // After a syntax error the rule has left its node on the stack; it is kept, and the error goes its way.
      if (!this.isRecording()) this.#adopt(node ?? this.#close(), element);
    }
  }

  override action(): never {
    throw new Error('The grammar has an action, which this parser does not know.');
  }

  #adopt(node: SyntaxNode, element: Element): void {
    if (node.$start < 0) return;
    const parent = this.#stack.at(-1)!;
    if (parent.$start < 0) parent.$start = node.$start;
    parent.$end = node.$end;
    const assignment = this.#assignmentOf(element);
    if (assignment) assign(parent, assignment, node);
  }

  #create(type: string): SyntaxNode {
    const node: SyntaxNode & Record<string, unknown> = { $type: type, $start: -1, $end: -1, $words: [] };
    for (const { name, value } of this.#defaultsOf(type)) node[name] = Array.isArray(value) ? [] : value;
    return node;
  }

  #close(): SyntaxNode {
    return this.#stack.pop()!;
  }

  #assignmentOf(element: Element): Assignment | undefined {
    let assignment = this.#assignments.get(element);
    if (assignment === undefined && !this.#assignments.has(element)) {
      const found = AstUtils.getContainerOfType(element, GrammarAST.isAssignment);
      assignment = found && { feature: found.feature, operator: found.operator };
      this.#assignments.set(element, assignment);
    }
    return assignment;
  }
}

function assign(node: SyntaxNode, { feature, operator }: Assignment, value: unknown): void {
  const properties = node as SyntaxNode & Record<string, unknown>;
  if (operator === '=') properties[feature] = value;
  else if (operator === '?=') properties[feature] = true;
  else (properties[feature] as unknown[]).push(value);
}

interface Default {
  readonly name: string;
  readonly value: unknown;
}

/** The properties that a node of a type has in any case: lists, and flags that are false until they are read. */
function createDefaults(reflection: AstReflection): (type: string) => readonly Default[] {
  const known = new Map<string, readonly Default[]>();
  return (type) => {
    let defaults = known.get(type);
    if (!defaults) {
      defaults = Object.values(reflection.getTypeMetaData(type).properties).flatMap(({ name, defaultValue }) =>
        defaultValue === undefined ? [] : [{ name, value: defaultValue }],
      );
      known.set(type, defaults);
    }
    return defaults;
  };
}
