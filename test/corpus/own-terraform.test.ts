import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compare } from "./compare.ts";

const folder = fileURLToPath(new URL("../../../shared/corpus/own-terraform", import.meta.url));

/**
 * What each configuration makes, counted by reading it: identities, statements of trust, policies, statements in them, attachments, memberships,
 * credentials, workloads. Documents and lists that are not known before apply are not counted.
 */
const samples: readonly (readonly [name: string, ...counts: readonly number[]])[] = [
  ["aws/boundaries-and-groups/plan.json", 8, 4, 4, 5, 10, 4, 0, 0],
  ["aws/change-default-tags/plan.json", 3, 2, 0, 0, 0, 0, 0, 0],
  ["aws/change-delete/plan.json", 3, 1, 3, 3, 1, 0, 0, 0],
  ["aws/change-drift/no-refresh.json", 4, 4, 1, 1, 1, 0, 0, 0],
  ["aws/change-drift/plan.json", 4, 4, 1, 1, 2, 0, 0, 0],
  ["aws/change-drift/refresh-only.json", 2, 2, 0, 0, 1, 0, 0, 0],
  ["aws/change-forget/plan.json", 0, 0, 0, 0, 0, 0, 0, 0],
  ["aws/change-import/plan.json", 2, 1, 2, 2, 2, 0, 0, 0],
  ["aws/change-moved/plan.json", 4, 3, 1, 1, 1, 0, 0, 0],
  ["aws/change-nothing/plan.json", 1, 1, 1, 2, 0, 0, 0, 0],
  ["aws/change-rename/plan.json", 3, 1, 3, 2, 2, 0, 0, 0],
  ["aws/change-replace-reasons/plan.json", 4, 3, 0, 0, 0, 0, 1, 0],
  ["aws/change-widen/plan.json", 2, 2, 4, 5, 2, 0, 0, 1],
  ["aws/checks-and-conditions/plan.json", 1, 1, 0, 0, 0, 0, 0, 0],
  ["aws/compute-roles/plan.json", 11, 11, 1, 0, 1, 0, 0, 10],
  ["aws/count-and-for-each/plan.json", 8, 3, 3, 3, 10, 3, 0, 0],
  ["aws/credentials/plan.json", 5, 0, 0, 0, 1, 0, 6, 1],
  ["aws/deferred-actions/plan.json", 1, 0, 0, 0, 0, 0, 0, 0],
  ["aws/eks-workload-identity/plan.json", 5, 3, 0, 0, 2, 1, 0, 3],
  ["aws/ephemeral-and-write-only/plan.json", 1, 1, 1, 0, 1, 0, 3, 0],
  ["aws/errored-condition/plan.json", 1, 1, 0, 0, 0, 0, 0, 0],
  ["aws/errored-data-source/plan.json", 1, 1, 1, 0, 0, 0, 0, 0],
  ["aws/existing-things/plan.json", 2, 2, 0, 0, 2, 0, 0, 0],
  ["aws/github-oidc/plan.json", 5, 1, 0, 0, 4, 0, 0, 0],
  ["aws/identity-center/plan.json", 2, 0, 1, 1, 6, 3, 0, 0],
  ["aws/json-syntax/plan.json", 1, 1, 2, 1, 1, 0, 0, 0],
  ["aws/modules-two-deep/destroy.json", 0, 0, 0, 0, 0, 0, 0, 0],
  ["aws/modules-two-deep/plan.json", 3, 1, 2, 0, 4, 0, 0, 2],
  ["aws/modules-two-deep/target.json", 1, 1, 0, 0, 0, 0, 0, 0],
  ["aws/newest-format/create.json", 2, 2, 0, 0, 0, 0, 0, 1],
  ["aws/newest-format/plan.json", 3, 3, 0, 0, 0, 0, 0, 1],
  ["aws/opentofu/plan.json", 3, 1, 2, 0, 2, 0, 0, 0],
  ["aws/opentofu/second.json", 4, 4, 2, 2, 2, 0, 0, 0],
  ["aws/organization-guardrails/plan.json", 1, 0, 2, 3, 2, 0, 0, 0],
  ["aws/policy-documents/plan.json", 2, 0, 5, 3, 0, 0, 0, 0],
  ["aws/public-and-wildcards/plan.json", 3, 3, 20, 19, 0, 0, 0, 0],
  ["aws/reference-shapes/plan.json", 3, 2, 10, 4, 4, 0, 0, 0],
  ["aws/resource-policies/plan.json", 1, 1, 7, 8, 0, 0, 0, 1],
  ["aws/sensitive-values/plan.json", 1, 1, 1, 1, 2, 0, 1, 0],
  ["aws/tags-and-owners/plan.json", 9, 9, 0, 0, 0, 0, 0, 0],
  ["aws/two-accounts/plan.json", 4, 3, 3, 4, 4, 0, 0, 0],
  ["real-providers/azuread-identity/plan.json", 0, 0, 0, 0, 0, 0, 0, 0],
  ["real-providers/azurerm-identity/plan.json", 0, 0, 0, 0, 0, 0, 0, 0],
  ["real-providers/google-iam/plan.json", 0, 0, 0, 0, 0, 0, 0, 0],
  ["real-providers/kubernetes-rbac/plan.json", 0, 0, 0, 0, 0, 0, 0, 0],
  ["samples/p2-update-replace-move-forget-import-read.json", 0, 0, 0, 0, 0, 0, 0, 0],
];

describe.skipIf(!existsSync(folder))("plans of our own configurations (skipped where they are absent)", () => {
  test.each(samples.map(([name, ...counts]) => [name, counts] as const))("%s", async (name, counts) => {
    const { total, differences } = await compare(name, readFileSync(`${folder}/${name}`));
    expect(differences).toEqual([]);
    expect(Object.values(total)).toEqual(counts);
  });
});
