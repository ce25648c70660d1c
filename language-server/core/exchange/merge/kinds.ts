import type { ZoneKind } from '../../model/reference-model.ts';
import { spellingOf, wordsOf } from '../../text/spelling.ts';

/** The levels that a zone's name tells of, English and German; the first word that fits counts. */
const LEVELS_BY_WORDS: readonly (readonly [words: RegExp, levels: readonly number[]])[] = [
  [/\b(i?dmz|perimeter|demilitari[sz]ed)\b/, [3.5]],
  [/\b(enterprise|office|business|corporate|buero|unternehmen|verwaltung|erp)\b/, [4, 5]],
  [/\b(cell|zelle|line|linie|machine|maschine|basic control|packaging|verpackung|skid|cells|zellen)\b/, [1]],
  [/\b(process|prozess|field|feld|feldebene|fieldbus|feldbus|sensor|instrumentation)\b/, [0]],
  [/\b(operations|betrieb|betriebsebene|site operations|mes)\b/, [3, 2]],
  [
    /\b(control|scada|supervisory|supervision|leitwarte|leitebene|leitstand|leitsystem|hmi|prozessleit\w*|warte|steuerung)\b/,
    [2, 3],
  ],
];

const EXTERNAL =
  /\b(external|extern|internet|wan|vendor|cloud|remote vendor|fernwartung|provider|utility|dienstleister|public)\b/;
const SAFETY = /\b(safety|sis|sif|esd|sicherheitssteuerung)\b/;

/** The kind of the reference model that a zone's level or name tells of; undefined where neither does. */
export function kindFor(
  kinds: readonly ZoneKind[],
  { stated, levels, name }: { readonly stated?: string; readonly levels: readonly number[]; readonly name: string },
): string | undefined {
  if (stated !== undefined) {
    const found = kinds.find((kind) =>
      [kind.name, kind.title ?? ''].some((text) => spellingOf(text) === spellingOf(stated)),
    );
    if (found) return found.name;
    const meant = byName(kinds, stated);
    if (meant) return meant;
  }
  return byLevels(kinds, levels) ?? byName(kinds, name);
}

/** The outermost kind inside the plant that has the highest of the levels: of control and cell at level 2 the control zone. */
function byLevels(kinds: readonly ZoneKind[], levels: readonly number[]): string | undefined {
  const highest = levels.length > 0 ? Math.max(...levels) : undefined;
  if (highest === undefined) return undefined;
  return kinds
    .filter(
      (kind) => kind.levels.includes(highest) && !kind.flags.includes('external') && !kind.flags.includes('safety'),
    )
    .sort((a, b) => b.rank - a.rank)[0]?.name;
}

function byName(kinds: readonly ZoneKind[], name: string): string | undefined {
  const words = wordsOf(name).join(' ');
  const flagged = (flag: 'external' | 'safety') => kinds.find(({ flags }) => flags.includes(flag))?.name;
  if (SAFETY.test(words)) return flagged('safety');
  const levels = LEVELS_BY_WORDS.find(([told]) => told.test(words))?.[1] ?? [];
  for (const level of levels) {
    const kind = byLevels(kinds, [level]);
    if (kind) return kind;
  }
  return EXTERNAL.test(words) ? flagged('external') : undefined;
}
