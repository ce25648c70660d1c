import { createTypeRecogniser } from '../../../language-server/core/exchange/types/recognise-type.ts';
import { createWorkspace } from '../../../language-server/language/workspace.ts';

const workspace = createWorkspace({ defaultSystem: 'plant', today: '2026-12-01', judged: false });

/** The types of the library, with all that people call them. */
export const candidates = workspace.store.query().libraryCandidates('asset-type');

/** What tells types by them. */
export const types = createTypeRecogniser(candidates);
