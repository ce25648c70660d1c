/** What `dist/files.cjs` is: all that knows files of other tools, with the libraries for them. */
export { createTwoFilesPatch } from 'diff';
export { openFile } from './files/index.ts';
export { Unreadable } from './files/source.ts';
export { writeWorkbook } from './files/writers/xlsx.ts';
