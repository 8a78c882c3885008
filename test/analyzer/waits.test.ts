import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkCase, fixtures } from "../suites/rule-cases.ts";

const folder = join(fixtures, "plans/terraform-plan");

async function waitsOf(sample: string, rule: string, address: string): Promise<readonly string[] | undefined> {
  const report = await checkCase(join(folder, sample), readFileSync(join(folder, sample, "plan.json")));
  return report.findings.find((one) => one.rule === rule && one.subject.address === address)?.waitsFor;
}

test("what is known already is not waited for, though the same text refers to it", async () => {
  // The bucket exists; the key is new.
  expect(await waitsOf("shop", "no-full-admin", "aws_iam_user.invoice_export")).toEqual(["aws_kms_key.invoices.arn"]);
});

test("what stands in a module is named by its whole address", async () => {
  // main.tf:69 module.deploy_prod.role_arn, which is aws_iam_role.deploy.arn in there
  expect(await waitsOf("two-accounts", "no-full-admin", "aws_iam_role.pipeline")).toEqual([
    "module.deploy_prod.aws_iam_role.deploy.arn",
  ]);
});
