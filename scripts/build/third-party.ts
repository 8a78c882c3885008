import { readFileSync } from "node:fs";
import { type Plugin, transform } from "esbuild";

/** Code of packages, minified with its names: who wants to read it has it from its makers. */
export const thirdParty: Plugin = {
  name: "third-party",
  setup(build) {
    build.onLoad({ filter: /node_modules.*\.js$/ }, async ({ path }) => {
      const source = readFileSync(path, "utf8");
      return { contents: /locales.index\.js$/.test(path) ? onlyEnglish : await minified(source) };
    });
  },
};

/** Zod's messages in fifty languages are a third of what a ruleset loads, and are never asked for. */
const onlyEnglish = 'export { default as en } from "./en.js";';

async function minified(source: string): Promise<string> {
  // Of a module, what it does not export is nobody's business. CommonJS would be taken for a module if it were called one.
  const format = /^(?:import|export)\b/m.test(source) ? ({ format: "esm" } as const) : {};
  const { code } = await transform(source, {
    ...format,
    minify: true,
    target,
    legalComments: "inline",
    charset: "utf8",
  });
  return code;
}

/** What the package runs on. */
export const target = "node22.12";
