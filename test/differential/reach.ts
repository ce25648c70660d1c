import type { Shown } from '../support/shown.ts';

/**
 * Rules that look at their own declaration and the day only, each with the reason: that their findings come and go with
 * its text is all there is to see of them. All others have to say something else of a file that nobody has touched.
 */
export const OF_ONE_DECLARATION: Readonly<Record<string, string>> = {
  'internal-error': 'speaks of the program, and of no text',
  'syntax-error': 'is found as the text of a declaration is read',
  'invalid-value': 'is found as the text of a declaration is read',
  'duplicate-property': 'is found as the text of a declaration is read',
  'expired-allow': 'compares the date of an allowance with the day',
  'overdue-plan': 'compares the date of a statement with the day',
  'expired-acceptance': 'compares the date of a statement or a risk with the day',
  'missing-evidence': 'asks whether a statement has a clause',
  'invalid-address': 'reads the texts of addresses and networks',
  'risk-incomplete': 'asks whether a risk says all that it has to',
  'level-order': 'compares the level of a zone with that of the zone around it, which is in the same declaration',
};

/** A workspace as it is at some time. */
export interface Seen {
  readonly shown: Shown;
  readonly texts: ReadonlyMap<string, string>;
  readonly today: string;
}

/** Which rules' findings have come, gone or changed while a workspace was edited, in files that no edit touched. */
export interface Reach {
  readonly rules: ReadonlySet<string>;
  /** Begins with another workspace, whose first findings are no change. */
  start(): void;
  /** Takes note of what the workspace shows after an edit. */
  see(now: Seen): void;
}

export function createReach(): Reach {
  const rules = new Set<string>();
  let last: Seen | undefined;
  return {
    rules,
    start() {
      last = undefined;
    },
    see(now) {
      if (last) for (const rule of reached(last, now)) rules.add(rule);
      last = now;
    },
  };
}

/** The rules that say something else of a file, by no more than what they look at. */
function* reached(before: Seen, now: Seen): Generator<string> {
  // Another day ends allowances, and a setting turns a rule off: that says nothing of what the rule reads.
  const isAlike = before.today === now.today && settingsOf(before) === settingsOf(now);
  for (const uri of new Set([...before.shown.keys(), ...now.shown.keys()])) {
    const isTouched = before.texts.get(uri) !== now.texts.get(uri);
    const [old, said] = [saidIn(before, uri), saidIn(now, uri)];
    for (const rule of new Set([...old.keys(), ...said.keys()])) {
      if (old.get(rule) === said.get(rule)) continue;
      if (rule in OF_ONE_DECLARATION || (isAlike && !isTouched)) yield rule;
    }
  }
}

const settingsOf = ({ texts }: Seen): string =>
  [...texts.values()].flatMap((text) => text.match(/\brule\b.*/g) ?? []).join('\n');

function saidIn({ shown }: Seen, uri: string): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const { rule, message } of shown.get(uri) ?? []) {
    said.set(rule, `${said.get(rule) ?? ''}${message}\n`);
  }
  return said;
}
