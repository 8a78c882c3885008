import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defaultRuleset } from "#ruleset/default.ts";
import { graph } from "../../src/check.ts";
import { fixtures, folders } from "./rule-cases.ts";

/** What the scenarios of parity tell together, so that each kind of everything is compared across the formats. */
const root = join(fixtures, "parity");
const scenarios = folders(root);
const forms = scenarios.map((name) => readFileSync(join(root, name, "graph.json"), "utf8")).join("\n");

test("there are forty scenarios", () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(40);
});

describe("each kind is told", () => {
  test.each<[noun: string, words: readonly string[]]>([
    ["identities", ["role ", "user ", "group ", "account "].map((kind) => `"name": "${kind}`)],
    ["what is said of an identity", ['"serviceLinked"', '"memberOf"', '"presence": "outside"', '"tags"']],
    ["people and machines", ['"machine": "no"', '"machine": "yes"']],
    ["attachments", ["grants inline ", "grants customer ", "grants vendor ", "bounds ", "guards "]],
    [
      "principals",
      ["anyone", "account 4", "identity arn:", "role ", "service ", "federated ", "unrecognized ", "<unk"],
    ],
    ["statements", ['"deny"', '"notActions"', '"notResources"', '"notPrincipals"', '"sid"', '"conditions"']],
    ["conditions", ["ForAllValues:", "ForAnyValue:", "IfExists ", "Bool ", "Null ", "DateLessThan ", "ArnLike "]],
    ["unknowns", ['"role <unknown>"', "::<unknown>:role/ci", '"<unknown>"']],
    ["workloads", ['"execution role: ', '"task role: ', '"instance profile: ', '"target role: ', '"pod role: ']],
    ["credentials", ['"access-key"', '"password"']],
    ["endpoints", ['"function-url ', '"api-method ', '"identity-pool ', '"asksFor"', '"acts-as-guest: ', '"runs: ']],
    ["the rest", ['"publicAccessBlock"', '"passwordPolicies"', '"secrets"', '"unplaced": [\n']],
    ["environments", ['"prod"', '"dev"', '"staging"', '"untold"']],
    ["accounts", ['"account": "111122223333"', '"account": "444455556666"']],
  ])("%s", (_, words) => {
    expect(words.filter((word) => !forms.includes(word))).toEqual([]);
  });
});

test("ten services have policies of their resources", async () => {
  const services = new Set<string>();
  for (const name of scenarios) {
    const path = join(root, name, "terraform/plan.json");
    const { targets } = await graph({ path, bytes: readFileSync(path) }, { ruleset: defaultRuleset() }, "after");
    for (const { type, policies } of targets) if (policies.length > 0) services.add(type.split("_")[1] ?? type);
  }
  expect([...services].sort()).toEqual(
    ["api", "backup", "dynamodb", "ecr", "kms", "lambda", "s3", "secretsmanager", "sns", "sqs"].sort(),
  );
});
