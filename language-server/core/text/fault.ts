/** Replaced by esbuild.mjs when the bundle is made. */
declare const ZONES_VERSION: string | undefined;

/** The version of the package; of the sources as they are there is none. */
export const VERSION: string = typeof ZONES_VERSION === 'string' ? ZONES_VERSION : 'development';

/** An error of the program in short, for who mends it: what it says and where in the program it was thrown. */
export function errorInShort(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // The file's name without its folders: those tell of the machine.
  const [, at] = /([^/\\(]+:\d+:\d+)\)?$/m.exec(error.stack ?? '') ?? [];
  const said = `${error.name}: ${error.message.split('\n')[0]}`;
  return at ? `${said}, ${at}` : said;
}

/** What to do where the program itself is at fault. */
const REPORT = `The fault is in Zones ${VERSION}, not in your model: report it with this message and the text that it stands at.`;

/** That a rule has failed: a sentence for its user. */
export const failedRule = (rule: string, error: unknown): string =>
  `The rule '${rule}' has failed here (${errorInShort(error)}): what it would say of this file may be missing, all other findings stand. ${REPORT}`;

/** That a declaration could not be judged as a whole. */
export const failedJudging = (error: unknown): string =>
  `This declaration could not be checked (${errorInShort(error)}): what would be said of it may be missing, all other findings stand. ${REPORT}`;

/** That a text could not be read. */
export const failedReading = (error: unknown): string =>
  `This could not be read (${errorInShort(error)}): nothing is known of what is declared here, all else is. ${REPORT}`;

/** That a request of the editor could not be answered. */
export const failedRequest = (method: string, error: unknown): string =>
  `'${method}' could not be answered (${errorInShort(error)}); all else goes on. The fault is in Zones ${VERSION}: report it with this message and what you did.`;
