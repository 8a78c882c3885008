import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Finding } from "#model/finding.ts";
import { checkCase, fixtures, folders, readJson } from "./rule-cases.ts";

/**
 * What somebody who read the configuration wrote down before the run, each with the line that justifies it. Where the texts left room,
 * the entry is arguable and says how it was decided.
 */
interface Sample {
  readonly plan: string;
  readonly findings: readonly SampleFinding[];
  readonly arguable?: readonly (SampleFinding & { readonly decided: "finding" | "none" })[];
}

interface SampleFinding {
  readonly rule: string;
  readonly verdict: string;
  readonly subject: string;
  readonly detail?: string;
  readonly change?: string;
}

/** The rules that the readers of the configurations judged by. */
const judged = new Set([
  "no-full-admin",
  "no-wildcard-action",
  "no-admin-machine-identity",
  "no-public-trust",
  "no-public-resource-policy",
  "no-cross-environment-trust",
  "require-owner",
]);

const root = join(fixtures, "plans/terraform-plan");

const samples = folders(root).flatMap((name) =>
  readdirSync(join(root, name))
    .filter((file) => file.endsWith("expected.json"))
    .map((file) => [`${name}/${file}`, join(root, name), readJson<Sample>(join(root, name, file))] as const),
);

test.each(samples)("%s", async (_, folder, sample) => {
  const report = await checkCase(folder, readFileSync(join(folder, sample.plan)));
  const found = report.findings.filter((one) => judged.has(one.rule));
  const wanted = [...sample.findings, ...(sample.arguable ?? []).filter((one) => one.decided === "finding")];
  expect(lines(found.map((one) => reduce(one, wanted)))).toEqual(lines(wanted));
});

function reduce({ rule, verdict, subject, detail, change }: Finding, wanted: readonly SampleFinding[]): SampleFinding {
  const full = { rule, verdict, subject: subject.address, detail, change };
  const like = wanted.find(
    (one) =>
      one.rule === rule &&
      one.verdict === verdict &&
      one.subject === subject.address &&
      (one.detail === undefined || one.detail === detail),
  );
  if (like === undefined) return full;
  return {
    rule,
    verdict,
    subject: subject.address,
    ...(like.detail !== undefined && { detail }),
    ...(like.change !== undefined && { change }),
  };
}

function lines(findings: readonly SampleFinding[]): readonly string[] {
  return findings
    .map(({ rule, verdict, subject, detail, change }) =>
      [rule, verdict, subject, detail ?? "", change ?? ""].join(" | "),
    )
    .sort();
}
