import { z } from "zod";
import { InputError } from "#model/input-error.ts";
import type { Ruleset } from "#model/ruleset.ts";
import { loadRuleset } from "#ruleset/load.ts";
import type { KnownRule } from "#ruleset/read-layer.ts";

function rule(id: string, severity: KnownRule["severity"], options: z.ZodType = z.object({})): KnownRule {
  return { id, severity, options: () => options };
}

/** Rules as they could be: the rulesets of these tests are about them. */
export const rules: readonly KnownRule[] = [
  rule("no-full-admin", "critical"),
  rule("no-wildcard-action", "high", z.object({ allow: z.array(z.string()).default([]), depth: z.int().default(3) })),
  rule("no-admin-machine-identity", "high"),
  rule("no-public-trust", "critical"),
  rule("no-public-resource-policy", "critical"),
  rule("no-cross-environment-trust", "high"),
  rule("require-owner", "high", z.object({ on: z.array(z.enum(["role", "user"])).default(["role", "user"]) })),
  rule("no-unknown-account-trust", "high"),
  rule("no-undecided-check", "info"),
];

/** Files by path; `rolecall.yaml` is the ruleset, `base.yaml` the base ruleset. */
export type Tree = Readonly<Record<string, string>>;

export function load(tree: Tree): Promise<Ruleset> {
  const source = (path: string) => (tree[path] === undefined ? undefined : { path, text: tree[path] });
  const file = source("rolecall.yaml");
  const base = source("base.yaml");
  return loadRuleset({
    ...(file === undefined ? {} : { file }),
    ...(base === undefined ? {} : { base }),
    rules,
    files: {
      resolve: (_, to) => to.replace(/^\.\//, ""),
      read: async (path) => {
        const text = tree[path];
        if (text === undefined) throw new InputError(2, "unreadable-ruleset", "no such file");
        return text;
      },
    },
  });
}

/** The mistakes of a ruleset, one a line; empty when there are none. */
export async function mistakes(tree: Tree): Promise<readonly string[]> {
  try {
    await load(tree);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const lines = error.message.split("\n");
    return lines.length === 1 ? lines : lines.slice(1);
  }
}
