import { expect, test } from 'vitest';
import { KEYWORDS, REQUIREMENT_FAMILIES } from '../../language-server/language/syntax/words.generated.ts';
import { projectFiles, textOf } from '../support/sources.ts';

/** What runs, but for core: it knows no grammar, and `words.test.ts` compares what both have. */
const sources = projectFiles().filter(
  (file) =>
    /^(language-server|src|scripts)\/.*\.(ts|mjs)$/.test(file) &&
    !/\/generated\/|\.generated\.ts$|\/library\/generated\.ts$|^language-server\/core\//.test(file),
);

/** Words in a row: in an array or a union, in a pattern, or in a text that is split. */
const rows = [
  /'[a-z-]+'(?:\s*[,|]\s*'[a-z-]+')+/g,
  /(?<![\w-])[a-z-]+(?:\|[a-z-]+)+(?![\w-])/g,
  /(['"`])[a-z-]+(?: [a-z-]+)+\1(?=\s*\.split\()/g,
];

/** Rows that are no list of the language's words, by what they are instead. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'sorts of elements, as core has them': [
    "editor/completion/elements.ts: 'zone' | 'asset' | 'side' | 'scope' | 'risk'",
    "editor/completion/elements.ts: 'asset', 'zone'",
    "editor/completion/elements.ts: 'zone', 'conduit'",
    "editor/elements-around.ts: 'zone' | 'conduit'",
    "editor/cursor.ts: 'kind', 'matrix', 'revision'",
    "editor/cursor.ts: 'zone', 'asset', 'conduit', 'risk'",
    "editor/diagram-places.ts: 'zone', 'asset', 'conduit'",
    "editor/hover/index.ts: 'system', 'zone', 'asset', 'conduit', 'risk', 'access-point'",
    "language/lowering/elements-around.ts: 'zone', 'asset', 'conduit', 'flow', 'risk'",
    "language/lowering/record.ts: 'on', 'zone'",
    "language/lowering/system-record.ts: 'environment' | 'assessment'",
    "lsp/params.ts: 'zone', 'asset', 'conduit', 'risk'",
  ],
  'values of a setting': ["editor/settings.ts: 'zone', 'fr', 'control'"],
  'columns of a table': ["cli/formats/posture.ts: 'system', 'element', 'path', 'title', 'kind', 'level', 'between'"],
  'which clauses a statement takes: what lowering is about': [
    "language/lowering/clauses.ts: 'because', 'evidence', 'by'",
    "language/lowering/clauses.ts: 'by', 'evidence', 'verified', 'note', 'because'",
    "language/lowering/clauses.ts: 'until' | 'with'",
    "language/lowering/sides.ts: 'none', 'because'",
    "language/lowering/clauses.ts: 'until', 'because'",
    "language/lowering/clauses.ts: 'until', 'because', 'by'",
    "language/lowering/clauses.ts: 'until', 'because', 'by', 'evidence'",
    "language/lowering/clauses.ts: 'until', 'by', 'note', 'because', 'evidence'",
    "language/lowering/clauses.ts: 'with', 'because'",
    "language/lowering/clauses.ts: 'evidence', 'verified', 'until'",
    "language/lowering/clauses.ts: 'from', 'because'",
    "language/lowering/clauses.ts: 'note', 'by', 'on'",
    "language/lowering/clauses.ts: 'on', 'by'",
    "language/lowering/clauses.ts: 'on', 'by', 'evidence'",
    "language/lowering/clauses.ts: 'on', 'by', 'note'",
    "language/lowering/clauses.ts: 'on', 'by', 'of', 'hash', 'review'",
    "language/lowering/clauses.ts: 'with', 'because', 'by', 'until', 'evidence', 'verified'",
  ],
  'meaning that no grammar has; typed by its words, and each tested in words.test.ts': [
    "language/parser/member-starts.ts: 'system', 'zone', 'conduit', 'risk'",
    "language/parser/member-starts.ts: 'between', 'extends', 'on', 'rank'",
    "language/parser/mistakes/texts.ts: 'accepts', 'accepted'",
    "language/parser/name-position.ts: 'by', 'with', 'via', 'maps', 'from', 'source', 'separated-from', 'category', 'flags', 'applies'",
    'language/parser/split.ts: between|on|extends|edition|level',
    "language/syntax/members.ts: 'zone', 'conduit'",
    "language/syntax/members.ts: 'asset', 'asset-type'",
    "language/syntax/value-words.ts: 'description', 'owner', 'provider', 'network', 'policy', 'assumption', 'vendor', 'product', 'version', 'address', 'when', 'threat', 'vulnerability', 'consequence', 'guidance', 'doc', 'clause', 'evidence', 'because', 'document', 'classification', 'function', 'intended-use', 'equipment', 'shared-address', 'serial', 'location', 'protection', 'used-by', 'supplier', 'certificate', 'value', 'software', 'data', 'authority', 'tolerable-risk', 'hash'",
  ],
  'words that people write where another is due': [
    "language/parser/mistakes/lists.ts: 'in', 'for', 'at', 'of'",
    "language/parser/mistakes/texts.ts: 'assessment', 'tolerable-risk', 'revision', 'approval'",
    "language/parser/mistakes/foreign.ts: 'source', 'from'",
    "language/parser/mistakes/foreign.ts: 'zone', 'conduit', 'asset', 'access-point'",
    "language/parser/mistakes/foreign.ts: 'import', 'include', 'use', 'using', 'require', 'source', 'from'",
    "language/parser/mistakes/controls.ts: 'till', 'before', 'due', 'on', 'by', 'target', 'date', 'deadline'",
    "language/parser/mistakes/flows.ts: 'conduit', 'between', 'from'",
    "language/parser/mistakes/flows.ts: 'over', 'port', 'with'",
    "language/parser/mistakes/flows.ts: 'to', 'and', 'into', 'from', 'with'",
    "language/parser/mistakes/flows.ts: 'to', 'with'",
    "language/parser/mistakes/headers.ts: '-', 'is', 'as', 'of', 'in', 'for', 'on', 'extends', 'type', 'kind'",
    "language/syntax/members.ts: 'through', 'firewall', 'over', 'boundary'",
  ],
};

test('the words of the language stand in the grammar alone', () => {
  const known = new Set<string>(KEYWORDS);
  const found = sources.flatMap((file) =>
    rows.flatMap((row) =>
      [...textOf(file).matchAll(row)].flatMap(({ 0: text }) => {
        const words = new Set(text.match(/[a-z]+(?:-[a-z]+)*/g)?.filter((word) => known.has(word)));
        return words.size < 2 ? [] : [`${file.replace('language-server/', '')}: ${text.replace(/\s+/g, ' ')}`];
      }),
    ),
  );
  expect([...new Set(found)].sort()).toEqual(Object.values(allowed).flat().sort());
});

test('so do the families of requirements', () => {
  const families = new RegExp(`\\b(?:${REQUIREMENT_FAMILIES.join('|')})\\|(?:${REQUIREMENT_FAMILIES.join('|')})\\b`);
  const files = projectFiles().filter((file) => /\.(ts|mjs|json)$/.test(file) && !/generated/.test(file));
  const guilty = files.filter((file) => families.test(textOf(file)));
  // The first shows a pattern that is made of them, the second is generated.
  expect(guilty).toEqual(['language-server/language/syntax/requirement.ts', 'syntaxes/zones.tmLanguage.json']);
});
