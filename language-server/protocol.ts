/**
 * The custom LSP requests between client and server: types and method names only, no behaviour.
 * Everything else the editor asks goes through the standard protocol.
 */
