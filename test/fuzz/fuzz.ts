import { ErrorCodes } from 'vscode-languageserver-protocol';
import { type ProbedClient, startProbed } from '../../bench/support/probed-client.ts';
import { PARAMS } from '../../language-server/lsp/params.ts';
import { createDisk } from '../support/disk.ts';
import { goodParams, isNotification, ODD_URIS, WRONG } from '../support/messages.ts';
import { strayRanges } from './ranges.ts';
import { createDice, type Dice, hostileText, mutated } from './texts.ts';

/** So many milliseconds of its own CPU may an answer take. */
const MOST_CPU = 5000;

export interface Fuzzed {
  /** Texts and messages that were sent. */
  readonly inputs: number;
  /** Milliseconds of CPU that the dearest answer took. */
  readonly dearest: number;
}

/**
 * Sends a server texts and messages that no editor sends. Whatever comes, it lives on, throws nothing, answers in time,
 * and speaks of places that there are.
 * @param goesOn is asked before each input, with how many there have been
 * @throws with the seed and the number of the input after which that did not hold
 */
export async function fuzz(seed: number, goesOn: (inputs: number) => boolean): Promise<Fuzzed> {
  const dice = createDice(seed);
  const disk = createDisk();
  const client = await startProbed(disk.uri('.'));
  const texts = new Map<string, string>();
  const names = ['a.zones', 'b.zones', 'inner/c.zones'].map(disk.uri);
  let inputs = 0;
  let dearest = 0;
  const fail = (what: string): never => {
    throw new Error(`seed ${seed}, input ${inputs}: ${what}`);
  };
  try {
    for (; goesOn(inputs); inputs++) {
      const before = (await client.usage()).cpu;
      const about =
        dice.below(4) === 0 ? await sendMessage(client, dice) : sendText(client, dice, texts, dice.pick(names));
      const answers = await ask(client, dice, about ?? dice.pick(names), texts);
      const cost = (await client.usage()).cpu - before;
      dearest = Math.max(dearest, cost);
      const last = texts.get(about ?? '')?.slice(0, 4000);
      if (cost > MOST_CPU) fail(`${Math.round(cost)} ms of CPU for:\n${last}`);
      if (client.errors.length > 0) fail(`${client.errors.join('\n')}\nafter:\n${last}`);
      for (const { method, uri, answer } of answers) {
        for (const stray of strayRanges(answer, uri, (of) => texts.get(of)))
          fail(`${method} tells ${stray} in:\n${texts.get(uri)}`);
      }
      for (const [uri, diagnostics] of client.findings()) {
        for (const stray of strayRanges(diagnostics, uri, (of) => texts.get(of)))
          fail(`a finding of ${uri} tells ${stray} in:\n${JSON.stringify([...texts])}`);
      }
    }
    await client.stop();
  } finally {
    client.expectEnd();
    client.process.kill();
    disk.removeAll();
  }
  return { inputs, dearest };
}

/** Opens, changes or closes a document. */
function sendText(client: ProbedClient, dice: Dice, texts: Map<string, string>, uri: string): string {
  const known = texts.get(uri);
  if (known !== undefined && dice.below(20) === 0) {
    client.close(uri);
    texts.delete(uri);
    return uri;
  }
  const text = known !== undefined && dice.below(2) === 0 ? mutated(known, dice) : hostileText(dice);
  texts.set(uri, text);
  if (known === undefined) void client.open(uri, text);
  else void client.change(uri, text);
  return uri;
}

/** Sends a message with something in it that does not belong there. */
async function sendMessage(client: ProbedClient, dice: Dice): Promise<undefined> {
  const method = dice.pick(
    [...PARAMS.keys()].filter((other) => !/initialize|didOpen|didChange$|didClose|Folders/.test(other)),
  );
  const params = spoiltOnce(goodParams(method), dice);
  if (isNotification(method)) void client.connection.sendNotification(method, params as object);
  else {
    await client.request(method, params).catch(({ code, message }: { code: number; message: string }) => {
      if (code === ErrorCodes.InternalError) throw new Error(`${method} ${JSON.stringify(params)}: ${message}`);
    });
  }
}

/** A value with one part of it, at any depth, replaced. */
function spoiltOnce(value: unknown, dice: Dice): unknown {
  if (typeof value === 'string' && /^\w+:/.test(value) && dice.below(2) === 0) return dice.pick(ODD_URIS);
  if (typeof value !== 'object' || value === null || dice.below(4) === 0) return dice.pick(WRONG);
  const keys = Object.keys(value);
  if (keys.length === 0) return dice.pick(WRONG);
  const key = dice.pick(keys);
  const part = spoiltOnce((value as Record<string, unknown>)[key], dice);
  return Array.isArray(value) ? value.map((item, i) => (String(i) === key ? part : item)) : { ...value, [key]: part };
}

interface Answered {
  readonly method: string;
  readonly uri: string;
  readonly answer: unknown;
}

const OF_TEXTS = [...PARAMS.keys()].filter(
  (method) =>
    !isNotification(method) && !/initialize|willSave|starterModel|exportFormats|printPage|resolve$/.test(method),
);

/** Asks a few things about a document, as it stands. */
async function ask(
  client: ProbedClient,
  dice: Dice,
  uri: string,
  texts: ReadonlyMap<string, string>,
): Promise<Answered[]> {
  const lines = (texts.get(uri) ?? '').split(/\r\n|\n|\r/);
  const answers: Answered[] = [];
  for (let left = 3; left > 0; left--) {
    const method = left === 1 ? 'textDocument/hover' : dice.pick(OF_TEXTS);
    const line = dice.below(lines.length + 1);
    const position = { line, character: dice.below((lines[line]?.length ?? 0) + 3) };
    const range = { start: position, end: { line: lines.length, character: 0 } };
    const diagnostics = (client.diagnostics(uri) ?? []).slice(0, 3 + dice.below(60));
    const params = {
      ...goodParams(method),
      ...{ uri, textDocument: { uri }, position, range, ranges: [range], positions: [position] },
      ...(method === 'textDocument/codeAction' && { context: { diagnostics } }),
    };
    const answer = await client
      .request(method, params)
      .catch(({ code, message }: { code: number; message: string }) => {
        if (code === ErrorCodes.InternalError) throw new Error(`${method}: ${message}\n${texts.get(uri)}`);
      });
    answers.push({ method, uri, answer });
  }
  return answers;
}
