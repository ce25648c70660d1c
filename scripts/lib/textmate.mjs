/**
 * The TextMate grammar: colours before the server's semantic tokens arrive, and in previews and diffs, where they
 * never do. Langium's own takes keywords for words inside names (`zone` in `zone-bypass`) and knows no string that a
 * line's end can close, so only its list of keywords is used.
 */

const letter = '[\\p{L}_]';
const inName = '[\\p{L}\\p{N}_-]';
const name = `${letter}(?:${inName}*[\\p{L}\\p{N}_])?`;
/** @param {string} pattern */
const wholeWord = (pattern) => `(?<![\\p{L}\\p{N}_.-])(?:${pattern})(?!${inName})`;

/** Properties whose values are words; those with texts and numbers are known by what follows them. */
const wordProperties =
  'via|criticality|safety|network|baseline|flags|class|alternate-class|classes|applies|authentication|encryption|integrity|secured-by|mitigated-by|role';

/**
 * @param {string} langiumTextMate the TextMate grammar that Langium generated (JSON)
 * @param {string} grammar text of the Langium grammar
 * @returns {string} JSON text
 */
export function textMateGrammar(langiumTextMate, grammar) {
  const { patterns } = JSON.parse(langiumTextMate);
  /** @type {string} */
  const keywords = patterns.find((/** @type {{ name?: string }} */ { name }) => name?.startsWith('keyword')).match;
  const words = keywords.replace(/^\\b\(|\)\\b$/g, '');
  // A keyword directly before `name=` in the grammar declares something of that name.
  const declaring = [...new Set([...grammar.matchAll(/'([\w-]+)' name=/g)].map(([, keyword]) => keyword))].sort();
  return `${JSON.stringify(
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
          match: wholeWord(
            '(?:SR|CR|SAR|EDR|HDR|NDR)[ \\t]*\\d+\\.\\d+(?:[ \\t]*(?:RE[ \\t]*)?\\([ \\t]*\\d+[ \\t]*\\)|[ \\t]*RE[ \\t]*\\d+)?',
          ),
        },
        { name: 'constant.numeric.date.zones', match: wholeWord('\\d{4}-\\d{2}-\\d{2}') },
        {
          // Only where a declaration can start: `control` is also a zone's name and kind.
          match: `(?:^|[{}])[ \\t]*(${declaring.join('|')})[ \\t]+(${name})`,
          captures: { 1: { name: 'storage.type.zones' }, 2: { name: 'entity.name.zones' } },
        },
        { match: `:[ \\t]*(${name}(?:\\.${name})*)`, captures: { 1: { name: 'entity.name.type.zones' } } },
        { name: 'keyword.control.zones', match: wholeWord(words) },
        { name: 'constant.language.requirement-group.zones', match: wholeWord('IAC|UC|SI|DC|RDF|TRE|RA') },
        { name: 'constant.numeric.zones', match: wholeWord('\\d+(?:\\.\\d+)?') },
        { name: 'keyword.operator.flow.zones', match: '<?->' },
        { name: 'variable.other.property.zones', match: `${wholeWord(name)}(?=[ \\t]+["\\d])` },
        { name: 'variable.other.property.zones', match: `${wholeWord(wordProperties)}(?=[ \\t]+${letter})` },
      ],
      repository: { escape: { name: 'constant.character.escape.zones', match: '\\\\.' } },
    },
    null,
    2,
  )}\n`;
}
