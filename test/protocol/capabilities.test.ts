import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as lsp from 'vscode-languageserver-protocol';
import * as ours from '../../language-server/protocol.ts';
import { type LspClient, startClient } from '../support/lsp-client.ts';
import { promisedBy } from '../support/promised.ts';
import { ASKED, OURS, paramsOf } from '../support/requests.ts';
import vscodeCapabilities from '../support/vscode-capabilities.json' with { type: 'json' };

const isRequest = (type: object): boolean =>
  type instanceof lsp.ProtocolRequestType || type instanceof lsp.ProtocolRequestType0;

/** All requests of LSP that a client sends, but those of the handshake and its end. */
const REQUESTS = Object.values(lsp)
  .filter((item) => typeof item === 'object' && 'messageDirection' in item && 'type' in item)
  .filter(({ messageDirection, type }) => messageDirection !== lsp.MessageDirection.serverToClient && isRequest(type))
  .map(({ method }): string => method)
  // The library that keeps the texts of open files listens to it unasked.
  .filter((method) => !['initialize', 'shutdown', 'textDocument/willSaveWaitUntil'].includes(method));

/** True for an answer in which something stands, be it a text or a number: a list without items tells nothing. */
const tells = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null
    ? Object.values(answer).some(tells)
    : typeof answer === 'number' || (typeof answer === 'string' && answer !== '');

const isUnknown = (error: unknown): boolean => (error as { code?: number }).code === lsp.ErrorCodes.MethodNotFound;

describe.each([
  ['VS Code', vscodeCapabilities as lsp.ClientCapabilities],
  ['an editor that can do nothing', {}],
])('the server says what it can do, and can do no more and no less: to %s', (_, capabilities) => {
  let client: LspClient;
  let promised: readonly string[];

  beforeAll(async () => {
    client = await startClient(['file:///plant'], { capabilities });
    await client.open(ASKED.uri, ASKED.text);
    promised = promisedBy(client.initialized.capabilities);
  });
  afterAll(() => client.stop());

  it('answers each request that its capabilities promise', async () => {
    expect(promised.length).toBeGreaterThan(5);
    const answers = await Promise.all(
      promised.map(async (method) => [method, await client.request(method, paramsOf(method))]),
    );
    expect(answers.filter(([, answer]) => !tells(answer))).toEqual([]);
  });

  it('answers no other', async () => {
    expect(REQUESTS.length).toBeGreaterThan(40);
    expect(REQUESTS).toEqual(expect.arrayContaining([...promised]));
    const answered: string[] = [];
    for (const method of REQUESTS) {
      await client.request(method, paramsOf(method)).then(
        () => answered.push(method),
        (error: unknown) => expect(error).toSatisfy(isUnknown),
      );
    }
    expect(answered.sort()).toEqual([...promised].sort());
  });

  it('answers our own requests', async () => {
    const { modelChangedMethod, shownFilesMethod, ...methods } = ours;
    const names = Object.values(methods);
    expect(names.length).toBeGreaterThan(8);
    const answers = await Promise.all(names.map(async (name) => [name, await client.request(name, OURS)]));
    expect(answers.filter(([, answer]) => !tells(answer))).toEqual([]);
  });
});
