import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { nodeFiles } from "#cli/node-files.ts";
import { inputsIn } from "#frontends/index.ts";
import type { DocumentText } from "#model/graph-document.ts";
import type { Report } from "#model/report.ts";
import { rules } from "#rules/index.generated.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { loadRuleset } from "#ruleset/load.ts";
import { check, graph } from "../../src/check.ts";
import { facts } from "./own-cdk-facts.ts";

const assemblies = fileURLToPath(new URL("../../../shared/corpus/assemblies/own__cdk-apps", import.meta.url));

const text = `extends: [recommended]
accounts:
  "111111111111": { name: dev, environment: dev }
`;

/** The number that the CDK puts behind a name. */
const hash = /(?<=[a-zA-Z0-9])[0-9A-F]{8}(?=$|\/)/g;

/** Facts of the graph that no rule says anything of: what is tied to whom, and who is trusted. */
const ties: readonly (readonly [app: string, what: string])[] = [
  // The boundary of the stack is put over the one that the role has.
  [
    "04-github-oidc-boundary",
    "bounds arn:aws:iam::555555555555:policy/cdk-hnb659fds-boundary-555555555555-eu-central-1 to Bounded/Worker2",
  ],
  [
    "06-eks-irsa",
    "grants arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy to arn:aws:iam::888888888888:role/external-admin",
  ],
  ["02-nested-stacks", "Root/Caller trusts Root/OuterNestedStackOuterNestedStackResource/WorkerRole"],
  ["14-weak-refs", "ProdUs/R trusts ProdData/Reader"],
  ["14-weak-refs", "DevApp/TrustsProd trusts ProdData/Reader"],
];

async function tiesOf(app: string): Promise<readonly string[]> {
  const inputs = (await inputsIn(app, nodeFiles(assemblies))) ?? [];
  const { attachments, trust } = await graph(inputs, { ruleset: defaultRuleset() }, "after");
  const name = (node: string | null) => (node ?? "nobody").replace(hash, "");
  const shown = (text: DocumentText) => (typeof text === "string" ? text : text.shown);
  return [
    ...attachments.flatMap((one) =>
      [name(one.to), shown(one.toText)].map((whom) => `${one.kind} ${shown(one.policyText)} to ${whom}`),
    ),
    ...trust.flatMap(({ identity, principals }) =>
      (principals?.principals ?? []).map((who) => `${name(identity)} trusts ${name(who.node)}`),
    ),
  ];
}

async function reportOf(app: string): Promise<Report> {
  const read = async (path: string): Promise<string> => Promise.reject(new Error(`${path} is not asked for`));
  const files = { resolve: (_from: string, to: string) => to, read };
  const ruleset = await loadRuleset({ file: { path: "rolecall.yaml", text }, rules, files });
  const gate = { failOn: "high", gate: "changed", allowIncomplete: false } as const;
  const inputs = (await inputsIn(app, nodeFiles(assemblies))) ?? [];
  return check(inputs, { ...gate, ruleset, version: "0.0.0", today: "2026-01-15" });
}

describe.skipIf(!existsSync(assemblies))("our own CDK apps (skipped where they are absent)", () => {
  test.each(Object.entries(facts))("%s", async (app, { found, silent, notices = [] }) => {
    const report = await reportOf(app);
    const subject = (address: string) => address.replace(hash, "");
    const all = report.findings.map((one) => [one.rule, one.verdict, subject(one.subject.address)] as const);
    expect(all).toEqual(expect.arrayContaining(found.map((one) => [...one])));
    for (const [rule, whom] of silent) expect(all.filter((one) => one[0] === rule && one[2] === whom)).toEqual([]);
    expect(report.notices.map(({ code }) => code)).toEqual(expect.arrayContaining([...notices]));
  });

  test.each(ties)("%s: %s", async (app, what) => {
    expect(await tiesOf(app)).toContain(what);
  });
});
