/** The version of this package; the build puts it in. */
declare const ROLECALL_VERSION: string | undefined;

export const version: string = typeof ROLECALL_VERSION === "string" ? ROLECALL_VERSION : "0.0.0-development";
