import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The code of one of a rule's fixtures: of the one that says `"example": true`, else of the first. Only creations are
 * shown: a change needs two configurations to be understood.
 */
export function exampleOf(root: string, rule: string, kind: "flags" | "passes"): string | undefined {
  const folder = join(root, "fixtures/rules", rule);
  if (!existsSync(folder)) return undefined;
  const cases = readdirSync(folder)
    .filter((name) => name.startsWith(`${kind}-`) && existsSync(join(folder, name, "main.tf")))
    .sort();
  const chosen = cases.find((name) => isExample(join(folder, name))) ?? cases[0];
  return chosen === undefined ? undefined : withoutSetup(readFileSync(join(folder, chosen, "main.tf"), "utf8"));
}

function isExample(folder: string): boolean {
  const path = join(folder, "expected.json");
  if (!existsSync(path)) return false;
  const expected: unknown = JSON.parse(readFileSync(path, "utf8"));
  return typeof expected === "object" && expected !== null && "example" in expected && expected.example === true;
}

/** Terraform code without the blocks that only say which provider makes the plan. */
function withoutSetup(code: string): string {
  return code
    .replaceAll("\r\n", "\n")
    .replace(/^(?:terraform|provider "[^"]*") \{\n(?:.*\n)*?\}\n+/gm, "")
    .trim();
}
