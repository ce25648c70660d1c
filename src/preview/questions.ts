import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type FindInDiagramParams,
  type FindInDiagramResult,
  findInDiagramMethod,
  type ReachingParams,
  type ReachingResult,
  reachingMethod,
} from '../../language-server/protocol.ts';
import { createLatest } from './latest.ts';
import type { PageLink } from './page-link.ts';
import type { Shown } from './shown.ts';

/** What a person asks of the system that is shown; the server answers, and the page is told. */
export interface Questions {
  find(query: string): void;
  /** What an element can be reached from. */
  reach(element: string): void;
}

/** The page's questions to the server; of those that follow each other fast the last is answered. */
export function createQuestions(client: LanguageClient, page: PageLink, shown: Shown): Questions {
  return {
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
