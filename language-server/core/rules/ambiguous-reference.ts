import { meaningOf } from '../analysis/references.ts';
import { pathFrom } from '../engine/handle.ts';
import { withArticle } from '../text/words.ts';
import { defineRule } from './frame/rule.ts';
import { subjectAt } from './frame/subjects.ts';

/** More candidates than this make no message better. */
const MOST = 5;

export const ambiguousReference = defineRule({
  code: 'ambiguous-reference',
  title: 'Ambiguous reference',
  group: 'names',
  severity: 'error',
  basis: 'convention',
  clauses: [],
  messages: {
    several: "'{name}' may mean {candidates}, and a guess may take the wrong one: rename one of them.",
    many: "'{name}' may mean {candidates}, and a guess may take the wrong one: write more of the path.",
  },
  checks: {
    reference(reference, { entry, query, ruleCodes }, report) {
      const meaning = meaningOf(query, entry, reference, ruleCodes);
      if (meaning.kind === 'several') {
        const candidates = meaning.declarations.map(({ sort }) => withArticle(sort)).join(' or ');
        report(
          'several',
          { name: reference.text, candidates },
          {
            at: reference.at,
            subject: subjectAt(entry.unit, reference),
            related: meaning.declarations.map(({ entry, at, sort }) => ({ entry, at, message: `The ${sort}` })),
          },
        );
      }
      if (meaning.kind !== 'many') return;
      // By name, since their order in the files may change without this unit being asked again.
      const paths = meaning.candidates.map((candidate) => pathFrom({ entry }, candidate)).sort();
      const shown = paths.length > MOST ? [...paths.slice(0, MOST), `${paths.length - MOST} others`] : paths;
      report(
        'many',
        { name: reference.text, candidates: shown.join(' or ') },
        {
          at: reference.at,
          subject: subjectAt(entry.unit, reference),
          fixes: () =>
            paths.slice(0, 20).map((path) => ({
              title: `Change to '${path}'`,
              edits: [{ kind: 'replace', at: reference.at, text: path }],
            })),
        },
      );
    },
  },
});
