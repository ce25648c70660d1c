/**
 * Writes the TextMate grammar: colours before the server's semantic tokens arrive, and in previews and diffs, where they
 * never do. Langium's own takes keywords for words inside names (`zone` in `zone-bypass`) and knows no string that a
 * line's end can close. Run by `npm run generate`; with `--check` the file is compared instead, and a stale one is an
 * error.
 */
import { FRS } from '../language-server/core/model/levels.ts';
import { REQUIREMENT_PATTERN } from '../language-server/language/syntax/requirement.ts';
import type { PropertyName } from '../language-server/language/syntax/schemas.ts';
import { DECLARING_WORDS, KEYWORDS } from '../language-server/language/syntax/words.generated.ts';
import { writeGenerated } from './lib/generated-file.mjs';
import { root } from './lib/process.mjs';

const letter = '[\\p{L}_]';
const inName = '[\\p{L}\\p{N}_-]';
const name = `${letter}(?:${inName}*[\\p{L}\\p{N}_])?`;
const wholeWord = (pattern: string): string => `(?<![\\p{L}\\p{N}_.-])(?:${pattern})(?!${inName})`;

/** Properties whose values are words; those with texts and numbers are known by what follows them. */
const WORD_PROPERTIES: readonly PropertyName[] = [
  'via',
  'criticality',
  'safety',
  'network',
  'baseline',
  'flags',
  'class',
  'alternate-class',
  'classes',
  'scope',
  'independent',
  'applies',
  'authentication',
  'encryption',
  'integrity',
  'secured-by',
  'defers-to',
  'mitigated-by',
  'existing',
  'supports',
  'category',
  'treatment',
  'access',
  'runs-on',
  'redundant-with',
  'separated-from',
  'closed',
  'trust',
  'role',
];

/** The longest first: of two keywords one may begin the other. */
const keywords = [...KEYWORDS].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

const text = `${JSON.stringify(
  {
    name: 'Zones',
    scopeName: 'source.zones',
    fileTypes: ['zones'],
    patterns: [
      { name: 'comment.block.documentation.zones', begin: '/\\*\\*(?!/)', end: '\\*/' },
      { name: 'comment.block.zones', begin: '/\\*', end: '\\*/' },
      { name: 'comment.line.double-slash.zones', match: '//.*$' },
      {
        name: 'string.quoted.triple.zones',
        begin: '"""',
        end: '"""',
        patterns: [{ include: '#escape' }],
      },
      { name: 'string.quoted.double.zones', begin: '"', end: '"|$', patterns: [{ include: '#escape' }] },
      {
        name: 'constant.other.requirement.zones',
        match: wholeWord(REQUIREMENT_PATTERN),
      },
      { name: 'constant.numeric.date.zones', match: wholeWord('\\d{4}-\\d{2}-\\d{2}') },
      {
        // Only where a declaration can start: `control` is also a zone's name and kind.
        match: `(?:^|[{}])[ \\t]*(${[...DECLARING_WORDS].sort().join('|')})[ \\t]+(${name})`,
        captures: { 1: { name: 'storage.type.zones' }, 2: { name: 'entity.name.zones' } },
      },
      { match: `:[ \\t]*(${name}(?:\\.${name})*)`, captures: { 1: { name: 'entity.name.type.zones' } } },
      { name: 'keyword.control.zones', match: wholeWord(keywords.join('|')) },
      { name: 'constant.language.requirement-group.zones', match: wholeWord(FRS.join('|')) },
      { name: 'constant.numeric.zones', match: wholeWord('\\d+(?:\\.\\d+)?') },
      { name: 'keyword.operator.flow.zones', match: '<?->' },
      { name: 'variable.other.property.zones', match: `${wholeWord(name)}(?=[ \\t]+["\\d])` },
      { name: 'variable.other.property.zones', match: `${wholeWord(WORD_PROPERTIES.join('|'))}(?=[ \\t]+${letter})` },
    ],
    repository: { escape: { name: 'constant.character.escape.zones', match: '\\\\.' } },
  },
  null,
  2,
)}\n`;

writeGenerated(root, 'syntaxes/zones.tmLanguage.json', text);
