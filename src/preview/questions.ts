import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type FindInDiagramParams,
  type FindInDiagramResult,
  type FindingsOfParams,
  type FindingsOfResult,
  findInDiagramMethod,
  findingsOfMethod,
  type ReachingParams,
  type ReachingResult,
  reachingMethod,
} from '../../language-server/protocol.ts';
import { createLatest } from './latest.ts';
import type { FromPage } from './messages.ts';
import type { PageLink } from './page-link.ts';
import type { Shown } from './shown.ts';

/** What a person asks of the system that is shown; the server answers, and the page is told. */
export interface Questions {
  find(query: string): void;
  /** What an element can be reached from. */
  reach(element: string): void;
  /** The findings of what a part of the picture shows. */
  findingsOf(asked: PartAsked): void;
  /** The place of one of the findings that the page was told of a part; undefined where there is none. */
  placeOf(part: string, at: number): FoundPlace | undefined;
}

type PartAsked = Omit<Extract<FromPage, { type: 'findingsOf' }>, 'type'>;
type FoundPlace = Pick<FindingsOfResult['findings'][number], 'uri' | 'range'>;

/** The page's questions to the server; of those that follow each other fast the last is answered. */
export function createQuestions(client: LanguageClient, page: PageLink, shown: Shown): Questions {
  /** What the page was told last of a part. */
  const told = new Map<string, FindingsOfResult['findings']>();
  return {
    findingsOf: createLatest(async ({ part, elements, withInner }: PartAsked) => {
      const { state, system } = shown;
      if (system === undefined) return;
      const params: FindingsOfParams = { uri: state.uri, system, elements, withInner };
      const { findings }: FindingsOfResult = await client.sendRequest(findingsOfMethod, params);
      told.set(part, findings);
      const texts = findings.map(({ rule, severity, message }) => ({ rule, severity, message }));
      page.post({ type: 'findings', part, findings: texts });
    }),
    placeOf: (part, at) => told.get(part)?.[at],
    find: createLatest(async (query: string) => {
      const { state, system } = shown;
      if (system === undefined) return;
      const params: FindInDiagramParams = { uri: state.uri, system, query };
      const { note, hits, elements }: FindInDiagramResult = await client.sendRequest(findInDiagramMethod, params);
      page.post({ type: 'found', query, note, hits, elements });
    }),
    reach: createLatest(async (element: string) => {
      const { state, system } = shown;
      if (system === undefined) return;
      const params: ReachingParams = { uri: state.uri, system, element };
      const { elements }: ReachingResult = await client.sendRequest(reachingMethod, params);
      page.post({ type: 'reaching', element, elements });
    }),
  };
}
