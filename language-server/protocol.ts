/**
 * The custom LSP requests between client and server: types and method names only, no behaviour.
 * Everything else the editor asks goes through the standard protocol.
 */

/** Client to server: the text of a starter model, the same that `zones init` writes. */
export const starterModelMethod = 'zones/starterModel';
export interface StarterModelParams {
  /** Name of the new system, a name of the language. */
  readonly system: string;
}
export interface StarterModelResult {
  /** The whole text of one `.zones` file. */
  readonly text: string;
}
