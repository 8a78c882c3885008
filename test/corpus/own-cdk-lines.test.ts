import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { nodeFiles } from "#cli/node-files.ts";
import { inputsIn } from "#frontends/index.ts";
import type { Origin } from "#model/location.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { check } from "../../src/check.ts";

const corpus = fileURLToPath(new URL("../../../shared/corpus", import.meta.url));
const assemblies = `${corpus}/assemblies/own__cdk-apps`;

/** What an app writes where it makes a construct that findings are about, read in the app. */
type Lines = Readonly<Record<string, string>>;

const apps: Readonly<Record<string, Lines>> = {
  "01-stages-cross-account": {
    "Dev/Roles/DeployRole/Resource": "new iam.Role(this, 'DeployRole'",
    "Prod/Roles/DeployRole/DefaultPolicy/Resource":
      "addToPolicy(new iam.PolicyStatement({ actions: ['cloudformation:*', 's3:*']",
    "Prod/Roles/VendorRole/Resource": "new iam.Role(this, 'VendorRole'",
    "Prod/Roles/Data/Policy/Resource": "library",
  },
  "02-nested-stacks": {
    "Root/Caller/Resource": "new iam.Role(this, 'Caller'",
    "Root/Outer/WorkerRole/Resource": "new iam.Role(this, 'WorkerRole'",
    "Root/Outer/Inner/Shared/Resource": "new iam.ManagedPolicy(this, 'Shared'",
  },
  "03-lambda-grants": {
    "Orders/Api/ServiceRole/Resource": "new lambda.Function(stack, 'Api'",
    "Orders/Api/FunctionUrl/Resource": "addFunctionUrl(",
    "Orders/Topic/Policy/Resource": "addToResourcePolicy(",
    "Orders/Admins/Resource": "new iam.Group(stack, 'Admins')",
    "Orders/Bot/Resource": "new iam.User(stack, 'Bot'",
    "Orders/BotKey/Resource": "new iam.AccessKey(stack, 'BotKey'",
    "Reader/ReaderRole/Resource": "new iam.Role(other, 'ReaderRole'",
  },
  "04-github-oidc-boundary": {
    "CiAccess/AnyRepo/Resource": "new iam.Role(stack, 'AnyRepo'",
    "CiAccess/WholeOrg/Resource": "new iam.Role(stack, 'WholeOrg'",
    "CiAccess/Sso/Resource": "new iam.Role(stack, 'Sso'",
    "Bounded/Worker2/Resource": "new iam.Role(bounded, 'Worker2'",
    "Bounded/Worker2/DefaultPolicy/Resource":
      "addToPolicy(new iam.PolicyStatement({ actions: ['iam:CreatePolicyVersion'",
  },
  "05-cfn-include": { "Legacy/Tpl/AppRole": "new CfnInclude(stack, 'Tpl'" },
  "06-eks-irsa": {
    "Eks/Cluster/Role/Resource": "new eks.Cluster(stack, 'Cluster'",
    "EksV2/Cluster/Irsa2/Role/Resource": "addServiceAccount('Irsa2'",
  },
  "07-ecs-taskroles": {
    "Web/Svc/TaskDef/TaskRole/Resource": "new patterns.ApplicationLoadBalancedFargateService(stack, 'Svc'",
    "Web/Shared/Resource": "new iam.Role(stack, 'Shared'",
  },
  "08-pipeline": {
    "Staging/App/R/Resource": "new iam.Role(st, 'R'",
    "Pipeline/Production/App/R/Resource": "new iam.Role(st, 'R'",
  },
  "09-missing-context": { "Lookups/R/Resource": "new iam.Role(stack, 'R'" },
  "10-customize-roles": {},
  "11-validation-plugin": {
    "Dev/Svc/N/NR/Resource": "new iam.Role(nested, 'NR'",
    "Dev/Svc/Role/Resource": "new iam.Role(stack, 'Role'",
    "Prod/Svc/Role/DefaultPolicy/Resource": "addToPolicy(new iam.PolicyStatement({ actions: ['*'], resources: ['*'] })",
  },
  "12-plugin-variants": { "S/R/Resource": "new iam.Role(stack, 'R'" },
  "13-cdk-nag": {
    "S/R/Resource": "new iam.Role(stack, 'R'",
    "S/R/DefaultPolicy/Resource": "addToPolicy(new iam.PolicyStatement({ actions: ['s3:*']",
    "S/N/NR/Resource": "new iam.Role(n, 'NR'",
    "S/AnyTrust/Resource": "new iam.Role(stack, 'AnyTrust'",
  },
  "14-weak-refs": {
    "ProdData/Reader/Resource": "new iam.Role(prod, 'Reader'",
    "ProdUs/R/Resource": "new iam.Role(region, 'R'",
    "DevApp/TrustsProd/Resource": "new iam.Role(dev, 'TrustsProd'",
  },
};

describe.skipIf(!existsSync(assemblies))("findings of our own CDK apps (skipped where these are absent)", () => {
  test.each(Object.entries(apps))("%s", async (app, lines) => {
    const origins = await originsIn(app);
    const found = new Map(origins.map((one) => [one.construct, writtenAt(one)]));
    for (const [construct, text] of Object.entries(lines))
      expect([construct, found.get(construct)]).toEqual([construct, expect.stringContaining(text)]);
    // Whatever the line: it makes something, or has something made.
    for (const text of found.values()) expect(text).toMatch(/^(?:new [\w.]+\(|\w+\(|library$)/);
  });
});

async function originsIn(app: string): Promise<readonly Origin[]> {
  const inputs = (await inputsIn(app, nodeFiles(assemblies))) ?? [];
  const gate = { failOn: "high", gate: "changed", allowIncomplete: false } as const;
  const options = { ...gate, ruleset: defaultRuleset(), version: "0.0.0", today: "2026-01-15" };
  const { findings } = await check(inputs, options);
  return findings.flatMap(({ evidence }) => evidence.flatMap(({ location }) => location.origin ?? []));
}

/** What stands in the app where a construct was made. The apps were synthesized in a folder /app. */
function writtenAt({ file, line, column, madeBy }: Origin): string {
  if (file === undefined || line === undefined || column === undefined) return madeBy;
  const source = readFileSync(file.replace(/^\/app\//, `${corpus}/own-cdk-apps/`), "utf8");
  return source.split("\n")[line - 1]?.slice(column - 1) ?? "no such line";
}
