import { type FlowRef, flowOf } from '../engine/element.ts';
import type { FlowProtection } from '../model/conduit.ts';
import { listAnd } from '../text/words.ts';
import type { Fix } from './fix.ts';

/** States that a flow uses what its protocol leaves optional. Only who runs the plant knows whether it does. */
export function statingUse(ref: FlowRef, protections: readonly FlowProtection[]): Fix {
  const { protocol, carrier, protections: stated } = flowOf(ref);
  const last = stated.at(-1);
  const before = last ? { at: last.at, text: `${last.value},` } : (carrier ?? protocol!);
  const words = protections.join(', ');
  return {
    title: `State that it uses ${listAnd(protections)} ('with')`,
    edits: [{ kind: 'replace', at: before.at, text: `${before.text} ${last ? '' : 'with '}${words}` }],
  };
}
