import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Rule } from "#rules/rule.ts";
import { exampleOf } from "../../scripts/docs/examples.ts";
import { rulePage } from "../../scripts/docs/rule-page.ts";
import { rulesIndex } from "../../scripts/docs/rules-index.ts";

const rule: Rule<"graph", { readonly on: string[] }> = {
  id: "require-owner",
  family: "OWN",
  severity: "high",
  title: "Every identity has an owner",
  why: "Nobody rotates what nobody owns.",
  fix: "Tag it.",
  frameworks: { "owasp-nhi": ["NHI1"] },
  inspects: "graph",
  defaults: { on: ["role"] },
  options: (z) =>
    z.strictObject({
      on: z
        .array(z.enum(["role", "user"]))
        .default(["role"])
        .meta({ description: "Kinds that need one." }),
    }),
  claims: () => [],
};

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "rolecall-"));
  const write = (name: string, text: string): void => {
    mkdirSync(join(root, "fixtures/rules/require-owner", name), { recursive: true });
    writeFileSync(join(root, "fixtures/rules/require-owner", name, "main.tf"), text);
  };
  write("flags-b", "never shown");
  write(
    "flags-a",
    'terraform {\n  required_providers {\n    aws = {}\n  }\n}\n\nprovider "aws" {\n  region = "eu-west-1"\n}\n\nresource "aws_iam_role" "ci" {\n}\n',
  );
  write("passes-a", 'resource "aws_iam_role" "ci" {\n  tags = { owner = "platform" }\n}\n');
});
afterAll(() => rmSync(root, { recursive: true }));

test("a page is made from the rule, its presets and its first fixtures", () => {
  const presets = new Map([
    ["recommended", { rules: { "require-owner": "medium" as const } }],
    ["strict", { extends: ["recommended"] }],
  ]);
  expect(
    rulePage(root, rule, presets),
  ).toBe(`<!-- Made by \`npm run generate\` from the rule and its fixtures. Do not edit. -->

# require-owner

**Every identity has an owner.**

Severity high · about ownership · presets: recommended (medium), strict (medium)

## Why

Nobody rotates what nobody owns.

## How to mend it

Tag it.

## Flagged

\`\`\`hcl
resource "aws_iam_role" "ci" {
}
\`\`\`

## Passes

\`\`\`hcl
resource "aws_iam_role" "ci" {
  tags = { owner = "platform" }
}
\`\`\`

## Options

- \`on\` (a list, each one of \`role\`, \`user\`): Kinds that need one. Default: \`["role"]\`.

\`\`\`yaml
rules:
  require-owner: { severity: high, options: {"on":["role"]} }
\`\`\`

## Frameworks

- owasp-nhi: NHI1
`);
});

test("a rule without fixtures has a page without examples", () => {
  const page = rulePage(root, { ...rule, id: "no-public-trust" }, new Map());
  expect(page).not.toContain("```hcl");
});

test("the index lists every rule", () => {
  expect(rulesIndex([rule])).toContain(
    "| [require-owner](require-owner.md) | high | ownership | Every identity has an owner |\n",
  );
});

test("a case that its author marked is the example", () => {
  const folder = join(root, "fixtures/rules/require-owner/flags-c");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "main.tf"), "marked");
  writeFileSync(join(folder, "expected.json"), '{ "example": true }');
  expect(exampleOf(root, "require-owner", "flags")).toBe("marked");
});
