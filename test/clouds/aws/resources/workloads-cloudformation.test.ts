import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cloudsFor } from "#clouds/index.ts";
import { buildGraph } from "#graph/build.ts";
import { jsonTree } from "#model/json-tree.ts";
import { inside } from "#model/location.ts";
import type { ResourceChange } from "#model/plan.ts";
import { absent } from "#model/tree.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { noRoles, otherUsers, profiles } from "./cloudformation-only.ts";

interface Paths {
  readonly type: string;
  /** Where a role's ARN stands, and an instance profile's name. */
  readonly roles: readonly string[];
  readonly profiles: readonly string[];
}

const [, ...lines] = readFileSync("data/cloudformation-roles.tsv", "utf8").trim().split("\n");
const table = lines.map((line) => line.split("\t"));

/** The types of CloudFormation that use roles, with every property that names one. */
const types = [...new Set(table.map(([type = ""]) => type))]
  .filter((type) => otherUsers[type] === undefined)
  .map((type): Paths => {
    const rows = table.filter((row) => row[0] === type).map(([, kind, path = ""]) => ({ kind, path }));
    const isProfile = ({ kind, path }: (typeof rows)[number]) =>
      kind === "instance-profile-ref" || profiles.has(`${type} ${path}`);
    const paths = (of: typeof rows) => [...new Set(of.map(({ path }) => path))];
    return { type, roles: paths(rows.filter((row) => !isProfile(row))), profiles: paths(rows.filter(isProfile)) };
  })
  .filter(({ roles, profiles }) => roles.length + profiles.length > 0);

const roleArn = "arn:aws:iam::111122223333:role/role";

/** Puts a value at a path such as `Rules[].Action.RoleArn`. */
function put(values: Record<string, unknown>, path: string, value: string): void {
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  let block = values;
  for (const step of steps) {
    const name = step.replace(/\[\]|\{\}/g, "");
    const inside = step.includes("[]") ? [{}] : {};
    const next = (block[name] ?? (step.includes("{}") ? { Any: inside } : inside)) as Record<string, unknown>;
    block[name] = next;
    const of = (step.includes("{}") ? next.Any : next) as Record<string, unknown>;
    block = (Array.isArray(of) ? of[0] : of) as Record<string, unknown>;
  }
  block[last.replace("[]", "")] = last.endsWith("[]") ? [value] : value;
}

function changeOf(id: string, type: string, properties: object): ResourceChange {
  const at = { document: "template.json", pointer: `/Resources/${id}`, address: id };
  const settings = jsonTree({ region: "eu-west-1", allowed_account_ids: ["111122223333"] }, at);
  const scope = { provider: { name: "aws", key: "stack", settings }, module: "", stack: "x" };
  const after = jsonTree(properties, inside(at, "Properties"));
  const head = { address: id, dialect: "cloudformation", type, name: id, mode: "managed", action: "create" } as const;
  return { ...head, before: absent(at), after, scope, at };
}

/** Who a resource runs as, by the path that says so. */
async function usesOf({ type, roles, profiles }: Paths): Promise<readonly string[]> {
  const properties = {};
  for (const path of roles) put(properties, path, roleArn);
  for (const path of profiles) put(properties, path, "profile");
  const changes = [
    changeOf("Role", "AWS::IAM::Role", { RoleName: "role" }),
    changeOf("Profile", "AWS::IAM::InstanceProfile", { InstanceProfileName: "profile", Roles: ["role"] }),
    changeOf("X", type, properties),
  ];
  const { settings } = defaultRuleset();
  const clouds = cloudsFor(settings, undefined);
  const head = { document: "template.json", frontend: "cloudformation", format: "template", hasBefore: false };
  const plan = { ...head, resources: changes.length, changes, notices: [], secrets: new Set<string>() };
  for (const cloud of clouds) await cloud.prepare(plan);
  const { graph } = buildGraph(plan, clouds, "after", { settings, environment: undefined });
  return graph.workloads
    .filter((one) => one.address === "X")
    .flatMap((one) => one.runsAs)
    .map(
      (use) =>
        `${use.identity ?? "nobody"} by ${use.at.pointer
          .split("/Properties/")[1]
          ?.replaceAll(/\/(0|Any)\b/g, "")
          .replaceAll("/", ".")}`,
    )
    .sort();
}

describe("what runs as a role, in CloudFormation's words", () => {
  it.each(types.map((one) => [one.type, one] as const))("%s", async (type, one) => {
    const expected = [...one.roles, ...one.profiles]
      .filter((path) => noRoles[type]?.includes(path) !== true)
      .map((path) => `Role by ${path.replaceAll(/\[\]|\{\}/g, "")}`);
    expect(await usesOf(one)).toEqual(expected.sort());
  });
});
