import type { Reporter } from "./reporter.ts";

/** Every format, loaded when it is asked for. */
export const reporters: ReadonlyMap<string, () => Promise<Reporter>> = new Map<string, () => Promise<Reporter>>([
  ["text", async () => (await import("./text.ts")).text],
  ["json", async () => (await import("./json.ts")).json],
  ["sarif", async () => (await import("./sarif.ts")).sarif],
]);
