/** Replaced by esbuild.mjs when the bundle is made. */
declare const ZONES_VERSION: string;

/** The version of the package. */
export const VERSION: string = ZONES_VERSION;
