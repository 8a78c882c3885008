import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A rule's first fixture of a kind, as its author's code. */
export function exampleOf(root: string, rule: string, kind: "flags" | "passes"): string | undefined {
  const folder = join(root, "fixtures/rules", rule);
  if (!existsSync(folder)) return undefined;
  const cases = readdirSync(folder)
    .filter((name) => name.startsWith(`${kind}-`))
    .sort();
  const sources = cases.map((name) => join(folder, name, "main.tf")).filter((path) => existsSync(path));
  const [first] = sources;
  return first === undefined ? undefined : withoutSetup(readFileSync(first, "utf8"));
}

/** Terraform code without the blocks that only say which provider makes the plan. */
function withoutSetup(code: string): string {
  return code
    .replaceAll("\r\n", "\n")
    .replace(/^(?:terraform|provider "[^"]*") \{\n(?:.*\n)*?\}\n+/gm, "")
    .trim();
}
