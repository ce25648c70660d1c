import type { Access, FlowProtection, Trust } from '../core/model/conduit.ts';
import type { Treatment } from '../core/model/risk.ts';

/** What the values of words mean whose values are words of a fixed set and do not speak for themselves. */
const MEANINGS = {
  trust: {
    trusted: 'Carried by the plant’s own network, and open to nobody else',
    untrusted: 'Carried by somebody else, or open to others',
  } satisfies Record<Trust, string>,
  access: {
    read: 'The source reads at the target and changes nothing',
    write: 'The source changes something at the target: set points, programs, files',
  } satisfies Record<Access, string>,
  treatment: {
    accept: 'It stays as it is, and somebody with the authority says so',
    mitigate: 'Countermeasures make it less likely, or its consequence smaller',
    transfer: 'Somebody else bears the consequence, such as an insurer',
    avoid: 'What causes it is given up',
  } satisfies Record<Treatment, string>,
  with: {
    authentication: 'The side that is reached knows who comes',
    'mutual-authentication': 'Both sides know each other',
    integrity: 'Nobody changes a message on the way unnoticed',
    encryption: 'Nobody reads along on the way',
  } satisfies Record<FlowProtection, string>,
} as const;

/** What a value means behind a word; undefined for one that needs no words, or is none of the word's. */
export function valueMeaning(word: string | undefined, value: string): string | undefined {
  const ofWord = (MEANINGS as Readonly<Record<string, Readonly<Record<string, string>>>>)[word ?? ''];
  return ofWord && Object.hasOwn(ofWord, value) ? ofWord[value] : undefined;
}
