import { describe, expect, it } from "vitest";
import type { Plan } from "#model/plan.ts";
import { field } from "#model/tree.ts";
import { plain, planOf, resourceIn } from "../support.ts";
import { made, preview, recorded, urn } from "./support.ts";

/** What happens to each resource, by its logical name; types are told where a name is used twice. */
function actionsOf({ changes }: Plan): Readonly<Record<string, string>> {
  return Object.fromEntries(changes.map(({ type, name, action }) => [`${type} ${name}`, action]));
}

/** After fixtures/plans/pulumi/change/program/index.ts, deployed with `after` false and previewed with `after` true. */
const changed = {
  "aws_iam_access_key leaver": "delete",
  "aws_iam_policy app": "update",
  "aws_iam_policy format": "none",
  "aws_iam_role added": "create",
  "aws_iam_role added-known": "create",
  "aws_iam_role base": "none",
  "aws_iam_role moved": "replace",
  "aws_iam_role named": "replace",
  "aws_iam_role opened": "update",
  "aws_iam_role untagged": "update",
  "aws_iam_role_policy named-inline": "replace",
  "aws_iam_role_policy_attachment added-app": "create",
  "aws_iam_role_policy_attachment base-app": "none",
  "aws_iam_role_policy_attachment moved-read": "replace",
  "aws_iam_user leaver": "delete",
};

const role = "aws:iam/role:Role";
describe("the steps of a preview", () => {
  it.each(["change/preview-all.json", "change/preview-steps.json"])("tell what happens to each: %s", async (name) => {
    expect(actionsOf(await recorded(name))).toEqual(changed);
  });

  it("tell a replacement once, with what is before it and after it", async () => {
    for (const name of ["change/preview-all.json", "change/preview-steps.json"]) {
      const plan = await recorded(name);
      for (const [resource, old, next] of [
        ["moved", "/old/", "/new/"],
        ["named", "/", "/"],
      ] as const) {
        const change = resourceIn(plan, `urn:pulumi:dev::change::${role}::${resource}`);
        expect([plain(field(change.before, "path")), plain(field(change.after, "path"))]).toEqual([old, next]);
      }
      const named = resourceIn(plan, `urn:pulumi:dev::change::${role}::named`);
      expect([plain(field(named.before, "name")), plain(field(named.after, "name"))]).toEqual(["name-one", "name-two"]);
    }
  });

  it("keep what the provider chose where a resource stays, and not where it is made anew", async () => {
    const plan = await recorded("change/preview-all.json");
    const arn = (name: string) =>
      plain(field(resourceIn(plan, `urn:pulumi:dev::change::${role}::${name}`).after, "arn"));
    expect(arn("opened")).toMatch(/^arn:aws:iam::123456789012:role\/opened-[0-9a-f]{7}$/);
    expect(arn("base")).toMatch(/^arn:aws:iam::123456789012:role\/base-[0-9a-f]{7}$/);
    expect([arn("moved"), arn("named"), arn("added")]).toEqual([null, null, null]);
  });

  it("tell the rest of life: protection, aliases, imports, what is kept", async () => {
    const plan = await recorded("components/preview-all.json");
    const at = (name: string, type = role) => resourceIn(plan, `urn:pulumi:dev::components::${type}::${name}`);
    expect(at("guarded").action).toBe("update");
    expect(at("adopted").action).toBe("import");
    expect(at("kept", "aws:iam/user:User").action).toBe("forget");
    expect(at("new-name").previousAddress).toBe(`urn:pulumi:dev::components::${role}::old-name`);
    expect(at("movers", "aws:iam/group:Group").previousAddress).toBe(
      "urn:pulumi:dev::components::acme:iam:Team$aws:iam/group:Group::movers",
    );
    expect(plan.notices.filter((one) => one.code === "forgotten").map((one) => one.message)).toEqual([
      "kept will no longer be managed here, but stays as it is",
    ]);
  });

  it("tell the components that a resource is in", async () => {
    const plan = await recorded("components/preview-all.json");
    const modules = plan.changes.filter((one) => one.scope.module !== "").map((one) => [one.name, one.scope.module]);
    expect(modules).toEqual([
      ["plat-core-key", "plat/plat-core"],
      ["plat-core-role", "plat/plat-core"],
      ["plat-core-user", "plat/plat-core"],
      ["ops-key", "ops"],
      ["ops-role", "ops"],
      ["ops-user", "ops"],
    ]);
    expect(new Set(plan.changes.map((one) => one.scope.stack))).toEqual(new Set(["dev"]));
  });

  it("tell what is only looked up by its id", async () => {
    const plan = await recorded("reads/preview.json");
    const at = (name: string, type = role) => resourceIn(plan, `urn:pulumi:dev::reads::${type}::${name}`);
    expect([at("legacy").mode, at("legacy").action]).toEqual(["outside", "none"]);
    expect(plain(field(at("legacy").after, "name"))).toBe("legacy-admin");
    expect(plain(field(at("boundary", "aws:iam/policy:Policy").after, "arn"))).toBe(
      "arn:aws:iam::123456789012:policy/boundary",
    );
    expect(plain(field(at("read-later").after, "name"))).toBeNull();
    expect(["assume_role_policy", "tags", "tags_all"].map((name) => field(at("legacy").after, name).kind)).toEqual([
      "unknown",
      "unknown",
      "unknown",
    ]);
    expect(field(at("legacy").after, "inline_policy").kind).toBe("absent");
  });

  it("tell what was found where the engine tells it", async () => {
    const plan = await recorded("reads/stream.ndjson");
    const { after } = resourceIn(plan, `urn:pulumi:dev::reads::${role}::legacy`);
    expect(field(after, "assume_role_policy").kind).toBe("text");
  });

  it("does not take an unknown word of the engine for something else", async () => {
    const step = { ...made(role, "a", {}), op: "transmogrify" };
    const { changes, notices } = await planOf(preview([step]));
    expect(changes.map((one) => one.action)).toEqual(["unrecognized"]);
    expect(notices.map((one) => [one.code, one.level, one.location.address])).toEqual([
      ["unknown-action", "incomplete", urn(role, "a")],
    ]);
  });
});
