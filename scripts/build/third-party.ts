import type { Plugin } from "rolldown";
import { minify } from "rolldown/utils";

/** Code of packages, minified: who wants to read it has it from its makers. */
export const thirdParty: Plugin = {
  name: "third-party",
  transform: {
    filter: { id: /node_modules.*\.m?js$/ },
    handler: (source, id) => (/zod.v4.locales.index\.js$/.test(id) ? onlyEnglish : minified(id, source)),
  },
};

/** Zod's messages in fifty languages are a third of what a ruleset loads, and are never asked for. */
const onlyEnglish = 'export { default as en } from "./en.js";';

async function minified(id: string, source: string): Promise<string> {
  // Of a module, what it does not export is nobody's business.
  const module = /^(?:import|export)\b/m.test(source);
  const { code, errors } = await minify(id, source, { module, compress: true, mangle: true });
  if (errors.length > 0) throw new Error(`${id}: ${errors.map(({ message }) => message).join(", ")}`);
  return code;
}
