/** What writes documents, in a bundle of its own: it is loaded when one is written. */
export { writeDocx } from './documents/docx.ts';
