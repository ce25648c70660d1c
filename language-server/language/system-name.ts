/** The name of a folder, as a name of the language: what a system without a header is called. */
export function systemNameOf(folder: string): string {
  const last = decodeURIComponent(folder.slice(folder.lastIndexOf('/') + 1));
  const name = last.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^[^\p{L}_]+|-+$/gu, '');
  return name || 'plant';
}
