import { createRequire } from 'node:module';

/** What writes documents: most runs need none of it, and would start later for it. */
export const loadDocuments = (): typeof import('./main-documents.ts') => createRequire(__filename)('./documents.cjs');
