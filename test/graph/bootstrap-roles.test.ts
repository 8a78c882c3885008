import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { nodeFiles } from "#cli/node-files.ts";
import { inputsIn } from "#frontends/index.ts";
import type { GraphDocument } from "#model/graph-document.ts";
import { Subjects } from "#ruleset/custom/subjects.ts";
import { check, graph } from "../../src/index.ts";

const samples = fileURLToPath(new URL("../../fixtures/plans/cdk-assembly", import.meta.url));
const inputs = (await inputsIn("deployed-by-a-build/cdk.out", nodeFiles(samples))) ?? [];

const deploy = "cdk-hnb659fds-deploy-role-222233334444-eu-west-1";
const exec = "cdk-hnb659fds-cfn-exec-role-222233334444-eu-west-1";

/** What somebody may do to what, as far as it is written out: `action resource`. */
function powersOf(holder: string | undefined, { grants, policies }: GraphDocument): readonly string[] {
  const statements = new Map(policies.flatMap((one) => one.statements.map((statement) => [statement.id, statement])));
  return grants
    .filter((one) => one.holder === holder)
    .flatMap(({ statement }) => JSON.stringify(statements.get(statement)));
}

test("the way from a build over the bootstrap to all power is in the graph", async () => {
  const document = await graph(inputs);
  const build = document.identities.find(({ name }) => name === "build");
  expect(powersOf(build?.id, document).join()).toContain(`arn:aws:iam::222233334444:role/${deploy}`);
  expect(powersOf(deploy, document).some((one) => one.includes("iam:PassRole") && one.includes(`:role/${exec}`))).toBe(
    true,
  );
  const trust = document.trust.filter(({ identity }) => identity === exec);
  expect(JSON.stringify(trust)).toContain("cloudformation.amazonaws.com");
  const attached = document.attachments.filter(({ to }) => to === exec);
  expect(attached.map(({ policyText }) => policyText)).toEqual(["arn:aws:iam::aws:policy/AdministratorAccess"]);
});

test("the roles of the bootstrap are marked as presumed, and who else may come is not known", async () => {
  const { identities } = await graph(inputs);
  const presumed = identities.filter(({ presence }) => presence === "presumed");
  expect(presumed.length).toBe(10);
  expect(identities.find(({ id }) => id === deploy)?.trustUnread).not.toBeNull();
  expect(identities.find(({ id }) => id === exec)?.trustUnread).toBeNull();
});

test("nobody is told of them, and they are not counted", async () => {
  const report = await check(inputs, { today: "2026-01-15", gate: "all" });
  expect(report.summary.identities).toBe(2);
  expect(report.identities.map(({ name }) => name)).toEqual(["build", "api"]);
  expect(report.findings.filter(({ subject }) => subject.name.startsWith("cdk-"))).toEqual([]);
});

test.each(["identities", "trust", "policies", "attachments", "grants"] as const)(
  "and rules of a ruleset pass over their %s",
  async (list) => {
    const document = await graph(inputs);
    const subjects = new Subjects(document);
    const owners = new Set(document[list].flatMap((_, index) => subjects.of([list, String(index)])));
    const managed = document.identities.filter(({ presence }) => presence === "managed").map(({ id }) => id);
    expect(owners.size).toBeGreaterThan(0);
    for (const owner of owners) expect(managed).toContain(owner);
  },
);

test("an app that is compared with an earlier one neither makes nor deletes them", async () => {
  const [shop] = (await inputsIn("shop/cdk.out", nodeFiles(samples))) ?? [];
  const earlier = inputs.find(({ given }) => given?.stack?.name === "Tools");
  if (shop === undefined || earlier === undefined) throw new Error("one of the apps has lost its stack");
  const compared = { ...shop, given: { ...shop.given, earlier } };
  const { identities } = await graph(compared);
  const presumed = identities.filter(({ presence }) => presence === "presumed");
  expect(presumed.map(({ account, action }) => [account, action])).toEqual(Array(5).fill(["111122223333", "none"]));
  // The role of the earlier stack, which was in the same place.
  expect((await check([compared], { today: "2026-01-15" })).summary.identityChanges.removed).toBe(1);
});
