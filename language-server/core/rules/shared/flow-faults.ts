import type { FlowRef } from '../../engine/element.ts';
import { flowOf } from '../../engine/element.ts';
import type { FlowProtection } from '../../model/conduit.ts';
import type { Fr } from '../../model/levels.ts';
import { listAnd } from '../../text/words.ts';
import type { Related } from '../frame/rule.ts';
import { formatMessage } from '../frame/rule.ts';

/** What a protection is called in a sentence. */
export const PROTECTION_NAMES: Readonly<Record<FlowProtection, string>> = {
  authentication: 'authentication',
  'mutual-authentication': 'authentication of both ends',
  integrity: 'integrity protection',
  encryption: 'encryption',
};

/** The FR that asks for a protection. */
export const FR_OF: Readonly<Record<FlowProtection, Fr>> = {
  authentication: 'IAC',
  'mutual-authentication': 'IAC',
  integrity: 'SI',
  encryption: 'DC',
};

/** What asks for a protection that a flow does not have. */
export interface Lack {
  readonly protection: FlowProtection;
  readonly level: number;
  /** The path of the zone or conduit that is to reach it. */
  readonly by: string;
}

/** What a flow lacks, as the values of a sentence: `IAC 2 and SI 2` in `'line'`. */
export const lackValues = (lacks: readonly Lack[]) => ({
  levels: listAnd(lacks.map(({ protection, level }) => `${FR_OF[protection]} ${level}`)),
  askers: listAnd([...new Set(lacks.map(({ by }) => `'${by}'`))]),
});

/** The names of what is lacking. */
export const lackNames = (lacks: readonly Lack[]): string[] =>
  lacks.map(({ protection }) => PROTECTION_NAMES[protection]);

const ALSO = "Flow '{source} -> {target}' uses it, too.";

/** What findings of the flows of a conduit by one protocol share, but for the message of several and how bad it is. */
export function sharedByProtocol({ entry, index }: FlowRef): { readonly cause: string; readonly also: Related } {
  const { protocol, source, target, conduit } = flowOf({ entry, index });
  const message = formatMessage(ALSO, { source: source.text, target: target.text });
  return { cause: `${conduit} ${protocol!.text}`, also: { entry, at: protocol!.at, message } };
}

/** The name of the conduit that a flow is written in. */
export const conduitName = ({ entry, index }: FlowRef): string =>
  entry.unit.conduits[flowOf({ entry, index }).conduit]!.name.value;

/** How bad it is where much is lacking: the more first, then the higher. */
export const weightOf = (lacks: readonly Lack[]): number =>
  lacks.length * 10 + Math.max(0, ...lacks.map(({ level }) => level));
