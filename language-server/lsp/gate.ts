import { ErrorCodes, type Message, ResponseError } from 'vscode-languageserver';
import { faultOf } from './params.ts';

/** What comes of a message: nothing against it, or why it is not handled. Of a request that is the answer. */
export type Admit = (message: Message) => ResponseError<void> | undefined;

interface Call extends Message {
  readonly id?: unknown;
  readonly method: string;
  readonly params?: unknown;
}

const isCall = (message: Message): message is Call => typeof (message as Partial<Call>).method === 'string';

/** True for a message that must be answered. */
export const isRequest = (message: Message): message is Call =>
  isCall(message) && message.id !== undefined && message.id !== null;

/**
 * Lets through what the protocol allows at the time: nothing but `initialize` first, that once, and after `shutdown`
 * nothing but `exit`; and only parameters that are what they have to be. Handlers need not doubt what they are given.
 */
export function createGate(): Admit {
  let stage: 'new' | 'serving' | 'shut down' = 'new';

  function lifecycle(method: string): ResponseError<void> | undefined {
    if (method === 'exit') return undefined;
    if (stage === 'shut down') {
      return new ResponseError(ErrorCodes.InvalidRequest, `After 'shutdown' nothing is answered, so not '${method}'.`);
    }
    if (method === 'initialize' && stage === 'serving') {
      return new ResponseError(ErrorCodes.InvalidRequest, "'initialize' is asked once; this server has answered it.");
    }
    if (method === 'initialize' || stage === 'serving') return undefined;
    return new ResponseError(ErrorCodes.ServerNotInitialized, `'${method}' is answered only after 'initialize'.`);
  }

  return (message) => {
    if (!isCall(message)) return undefined;
    const { method } = message;
    const early = lifecycle(method);
    if (early) return early;
    const fault = faultOf(method, message.params);
    if (fault !== undefined) return new ResponseError(ErrorCodes.InvalidParams, fault);
    if (method === 'initialize') stage = 'serving';
    if (method === 'shutdown') stage = 'shut down';
    return undefined;
  };
}
