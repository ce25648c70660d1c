/** What a file holds, as the server sends it: a text, or bytes in base 64. */
export interface SentFile {
  readonly text?: string;
  readonly base64?: string;
}

export const bytesOf = ({ text = '', base64 }: SentFile): Uint8Array =>
  base64 === undefined ? new TextEncoder().encode(text) : Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
