import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBinaries, nothingFound } from "../../fixtures/maker/make/binary.ts";
import { makeCase } from "../../fixtures/maker/make/make-case.ts";
import type { Recipe, Step } from "../../fixtures/maker/make/recipe.ts";

interface Plan {
  readonly resource_changes: readonly {
    readonly address: string;
    readonly change: { readonly actions: readonly string[]; readonly after_unknown: Record<string, unknown> };
  }[];
}

const [binary] = await findBinaries();

const statement = '{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }';
const configuration = (name: string, more = "") => `
  resource "aws_iam_role" "r" {
    name               = "${name}"
    assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [${statement}] })
    ${more}
  }
  resource "aws_iam_role_policy" "p" {
    role   = aws_iam_role.r.name
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = aws_iam_role.r.arn }] })
  }`;

/** What each configuration is, by the folder that it is planned from after \`one\` was applied. */
const folders: Readonly<Record<string, string>> = {
  one: configuration("one"),
  tagged: configuration("one", 'tags = { owner = "a" }'),
  renamed: configuration("two"),
  broken: 'resource "aws_iam_policy" "p" { policy = "no policy" }',
};

describe.skipIf(binary === undefined)(`plans of the real program (skipped when absent: ${nothingFound})`, () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "maker-"));
    for (const [name, text] of Object.entries(folders)) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "main.tf"), text);
    }
    writeFileSync(join(folder, "gone.json"), JSON.stringify({ resources: { aws_iam_role: { one: null } } }));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const make = async (steps: Recipe["steps"]) => {
    if (binary === undefined) throw new Error(nothingFound);
    return makeCase(folder, { steps }, binary);
  };
  const planOf = async (...steps: readonly Step[]): Promise<Plan> => {
    const made = await make([...steps, { plan: "plan.json" }]);
    return JSON.parse(made.get("plan.json") ?? "null") as Plan;
  };
  const actions = (plan: Plan) =>
    Object.fromEntries(plan.resource_changes.map(({ address, change }) => [address, change.actions.join(" ")]));
  const applied: readonly Step[] = [{ files: "one" }, { apply: [] }];

  it("creates, with what is computed not known", async () => {
    const plan = await planOf({ files: "one" });
    expect(actions(plan)).toEqual({ "aws_iam_role.r": "create", "aws_iam_role_policy.p": "create" });
    const [role, policy] = plan.resource_changes.map(({ change }) => change.after_unknown);
    expect(role).toMatchObject({ arn: true, id: true });
    expect(role).not.toHaveProperty("name");
    expect(policy).toMatchObject({ policy: true });
  });

  it.each<[what: string, steps: readonly Step[], actions: readonly [role: string, policy: string]]>([
    ["changes nothing", [], ["no-op", "no-op"]],
    ["updates in place", [{ files: "tagged" }], ["update", "no-op"]],
    ["replaces what has another name, and what names it", [{ files: "renamed" }], ["delete create", "delete create"]],
    // The ARN is not known again, so neither is the policy; the name that the policy is found by stays.
    ["makes anew what the world has lost", [{ world: "gone.json" }], ["create", "update"]],
  ])("%s", async (_, steps, [role, policy]) => {
    const plan = await planOf(...applied, ...steps);
    expect(actions(plan)["aws_iam_role.r"]).toBe(role);
    expect(actions(plan)["aws_iam_role_policy.p"]).toBe(policy);
  });

  it("makes the same bytes each time", async () => {
    const steps: readonly Step[] = [{ files: "one" }, { plan: "plan.json" }, { apply: [] }, { state: "state.json" }];
    expect(await make(steps)).toEqual(await make(steps));
  });

  it("says what the program says when it fails, and when it should have failed", async () => {
    await expect(make([{ files: "broken" }, { plan: "plan.json" }])).rejects.toThrow("invalid JSON policy");
    await expect(make([{ files: "one" }, { plan: "plan.json", fails: true }])).rejects.toThrow("did not fail");
  });
});
