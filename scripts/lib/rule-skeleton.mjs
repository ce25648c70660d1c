/** What `npm run new-rule` writes. */
import { RULE_GROUPS } from '../../language-server/core/rules/frame/rule.ts';

/** @param {string} code such as `zone-bypass`: the rule's variable */
const variableOf = (code) => code.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/**
 * The files that a rule begins with, by their paths from the top of the project.
 * @param {string} code two words or more in small letters, joined by hyphens
 * @param {string} group
 * @returns {Record<string, string>}
 * @throws where the code or the group is none
 */
export function beginRule(code, group) {
  if (!/^[a-z]+(-[a-z]+)+$/.test(code)) {
    throw new Error(`A code is two words or more in small letters, such as zone-bypass; '${code}' is none.`);
  }
  if (!(/** @type {readonly string[]} */ (RULE_GROUPS).includes(group))) {
    throw new Error(`A group is one of ${RULE_GROUPS.join(', ')}; '${group}' is none.`);
  }
  const variable = variableOf(code);
  return {
    [`language-server/core/rules/${code}.ts`]: `import { conduitOf } from '../engine/element.ts';
import { defineRule } from './frame/rule.ts';

export const ${variable} = defineRule({
  code: '${code}',
  title: 'What is wrong, in a few words',
  group: '${group}',
  severity: 'warning',
  basis: 'convention',
  clauses: [],
  messages: {
    conduit: "Conduit '{name}' …: what is wrong, why it matters, what to do.",
  },
  checks: {
    // All of the unit's own elements may be read; of an element elsewhere, what \`query.fact\` answers.
    conduit(ref, { query }, report) {
      const { name } = conduitOf(ref);
      const isWrong = query.today === '';
      if (!isWrong) return;
      report('conduit', { name: name.value }, { at: name.at, subject: { sort: 'conduit', index: ref.index } });
    },
  },
});
`,
    [`language-server/core/rules/${code}.md`]: `# What is wrong, in a few words

What the rule finds, in a sentence or two.

\`\`\`zones wrong
zone office : enterprise
zone line : cell
conduit orders between office and line
        ^^^^^^ warning ${code}: Conduit 'orders' …
\`\`\`

## Why it matters

What may happen in a plant, with the clause that asks for it and as strong as that clause.

## How to mend it

\`\`\`zones right
zone office : enterprise
zone line : cell
\`\`\`

## When it is a false alarm

\`\`\`zones allowed
zone office : enterprise
zone line : cell
conduit orders between office and line {
  allow ${code} because "…"
}
\`\`\`
`,
    [`test/rules/${code}.test.ts`]: `import { ${variable} } from '../../language-server/core/rules/${code}.ts';
import { describeRule } from './support/describe-rule.ts';

describeRule(${variable}, {
  fires: {
    'a conduit that …': \`
      zone office : enterprise
      zone line : cell
      conduit orders between office and line
              ^^^^^^ warning ${code}: Conduit 'orders' …
      \`,
  },
  silent: {
    'the near miss': 'zone office : enterprise  zone line : cell',
  },
});
`,
  };
}

/**
 * The list of rules with one more, at the end of its group.
 * @param {string} list text of language-server/core/rules/index.ts
 * @param {string} code
 * @param {string} group
 */
export function listed(list, code, group) {
  const variable = variableOf(code);
  const heading = `  // ${group}\n`;
  const start = list.indexOf(heading);
  if (start < 0) throw new Error(`The list of rules has no heading for the group ${group}.`);
  const end = list.slice(start + heading.length).search(/^( {2}\/\/|\])/m) + start + heading.length;
  return `import { ${variable} } from './${code}.ts';\n${list.slice(0, end)}  ${variable},\n${list.slice(end)}`;
}
