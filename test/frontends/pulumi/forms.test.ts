import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { frontendFor } from "#frontends/index.ts";
import type { Plan } from "#model/plan.ts";
import { field } from "#model/tree.ts";
import { plain, planOf, refusalOf, resourceIn } from "../support.ts";
import { made, preview, recorded, recordings, urn } from "./support.ts";

const role = "aws:iam/role:Role";
const said = ({ notices }: Plan) => notices.map(({ code, level }) => `${code} ${level}`);

/** Recordings, with what the reader of a report has to know of them. */
const recordingsWith: readonly (readonly [
  name: string,
  format: string,
  resources: number,
  notices: readonly string[],
])[] = [
  ["greenfield/preview.json", "Pulumi preview", 38, ["secrets-not-told info"]],
  ["greenfield/events.ndjson", "Pulumi events", 39, ["dependencies-not-told info", "secrets-not-told info"]],
  ["greenfield/plan.json", "Pulumi plan", 39, ["before-not-told info", "secrets-not-told info"]],
  ["reads/stream.ndjson", "Pulumi events", 12, ["dependencies-not-told info"]],
  ["reads/preview.json", "Pulumi preview", 12, ["reads-not-told info"]],
  ["components/stack.json", "Pulumi stack", 29, ["no-change-told info", "secrets-not-told info"]],
  ["components/stack.secrets.json", "Pulumi stack", 29, ["no-change-told info"]],
  [
    "components/refused-by-a-pack.json",
    "Pulumi preview",
    5,
    ["preview-refused info", "sames-left-out incomplete", "forgotten info"],
  ],
  ["change/preview.json", "Pulumi preview", 13, ["sames-left-out incomplete", "output-as-text info"]],
  ["change/noop.json", "Pulumi preview", 1, ["sames-left-out incomplete"]],
  ["errors/throw.json", "Pulumi preview", 1, ["preview-failed incomplete", "sames-left-out incomplete"]],
  ["errors/protected.json", "Pulumi preview", 2, ["preview-failed incomplete", "sames-left-out incomplete"]],
  ["errors/throw.events.ndjson", "Pulumi events", 4, ["preview-failed incomplete"]],
  ["yaml/preview.json", "Pulumi preview", 6, []],
];

describe("a document of Pulumi", () => {
  it.each(recordingsWith)("%s is read as %s", async (name, format, resources, notices) => {
    const plan = await recorded(name);
    expect([plan.frontend, plan.format, plan.resources]).toEqual(["pulumi", format, resources]);
    expect(said(plan)).toEqual(notices);
  });

  it("tells the same of a resource in each form", async () => {
    const forms = await Promise.all(
      ["preview.json", "events.ndjson", "plan.json"].map((one) => recorded(`greenfield/${one}`)),
    );
    for (const name of ["ec2", "open", "partner", "deploy-known"]) {
      const [first, ...others] = forms.map((plan) => {
        const { after } = resourceIn(plan, `urn:pulumi:dev::greenfield::${role}::${name}`);
        return ["path", "assume_role_policy", "inline_policy", "max_session_duration", "tags_all"].map((key) =>
          plain(field(after, key)),
        );
      });
      for (const other of others) expect(other).toEqual(first);
    }
  });

  it("tells what a value waits for in previews and plans alone", async () => {
    const policy = "urn:pulumi:dev::greenfield::aws:iam/rolePolicyAttachment:RolePolicyAttachment::deploy-star";
    const waits = async (form: string) =>
      plain(field(resourceIn(await recorded(`greenfield/${form}`), policy).after, "policy_arn"));
    const star = "?exact urn:pulumi:dev::greenfield::aws:iam/policy:Policy::star.";
    expect(await Promise.all(["preview.json", "plan.json", "events.ndjson"].map(waits))).toEqual([star, star, "?"]);
  });

  it("has a before in previews and events alone", async () => {
    const names = [
      "greenfield/preview.json",
      "greenfield/events.ndjson",
      "greenfield/plan.json",
      "components/stack.json",
    ];
    const plans = await Promise.all(names.map(recorded));
    expect(plans.map((one) => one.hasBefore)).toEqual([true, true, false, false]);
    expect(new Set(plans[3]?.changes.map((one) => one.action))).toEqual(new Set(["create"]));
  });

  it("has secrets that are told, and none of a debug message", async () => {
    const { secrets } = await recorded("components/stack.secrets.json");
    expect([secrets.has("t0ken"), secrets.has("s3cr3t-ext")]).toEqual([true, true]);
    expect((await recorded("greenfield/events.ndjson")).secrets.size).toBe(0);
  });

  it("may be events in a list, or in an object as Pulumi Cloud answers", async () => {
    const lines = readFileSync(`${recordings}/reads/stream.ndjson`, "utf8").trim().split("\n");
    const events = lines.map((line) => JSON.parse(line) as unknown);
    const plans = await Promise.all([recorded("reads/stream.ndjson"), planOf(events), planOf({ events })]);
    const told = plans.map((plan) => [
      plan.format,
      plan.resources,
      plan.changes.map((one) => [one.address, one.action]),
    ]);
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
  });

  it("may be the file of a stack in a backend of one's own", async () => {
    const { deployment } = JSON.parse(readFileSync(`${recordings}/components/stack.json`, "utf8"));
    const plan = await planOf({ version: 3, checkpoint: { stack: "dev", latest: deployment } });
    expect([plan.format, plan.resources]).toEqual(["Pulumi stack", 29]);
  });

  it("tells what an earlier deployment could not delete as something of its own", async () => {
    const own = urn(role, "a");
    const state = { urn: own, custom: true, type: role, inputs: { name: "a" } };
    const plan = await planOf({ version: 3, deployment: { resources: [state, { ...state, delete: true }] } });
    expect(plan.changes.map((one) => one.address)).toEqual([own, `${own} (left over)`]);
  });

  it("is not whole where an update was interrupted", async () => {
    const resources = [{ urn: urn(role, "a"), custom: true, type: role, inputs: {} }];
    const said = async (pending_operations: unknown) =>
      (await planOf({ version: 3, deployment: { resources, pending_operations } })).notices
        .filter((one) => one.level === "incomplete")
        .map(({ code, location }) => [code, location.pointer]);
    expect(await said([])).toEqual([]);
    expect(await said(null)).toEqual([]);
    expect(await said([{ type: "creating", resource: {} }])).toEqual([
      ["pending-operations", "/deployment/pending_operations"],
    ]);
  });

  it("of events may tell what was done already", async () => {
    const text = readFileSync(`${recordings}/reads/stream.ndjson`, "utf8");
    const plan = await planOf(text.replace('"isPreview":true', '"isPreview":false'));
    expect(said(plan)).toEqual(["update-done info", "dependencies-not-told info"]);
  });

  it("places what a plan tells where it stands", async () => {
    const plan = await recorded("greenfield/plan.json");
    const own = `urn:pulumi:dev::greenfield::${role}::open`;
    const { after } = resourceIn(plan, own);
    expect(field(after, "assume_role_policy").at.pointer).toBe(
      `/resourcePlans/${own.replace("/", "~1")}/state/assumeRolePolicy`,
    );
  });

  it("without a summary may lack what stays as it is", async () => {
    expect(said(await planOf({ steps: [made(role, "a", {})] }))).toEqual(["sames-not-told incomplete"]);
  });

  it("may have lines of a wrapper around it, and nothing else", async () => {
    const text = JSON.stringify(preview([made(role, "a", {})]), null, 4);
    const plan = await planOf(`Installing policy pack acme...\n${text}\n\n::debug::done\n`);
    expect(plan.changes.map((one) => one.name)).toEqual(["a"]);
    expect((await refusalOf(`${text}\n${text}\n`)).code).toBe("json-trailing");
    const cut = await refusalOf(Buffer.from(text.slice(0, -30)));
    expect([cut.code, cut.hint]).toEqual([
      "json-truncated",
      "The command that wrote it may have failed, or the disk is full: pulumi preview --json --show-sames > preview.json && rolecall check preview.json",
    ]);
  });

  it("tells itself what was before", async () => {
    const document = preview([made(role, "a", {})]);
    const bytes = Buffer.from(JSON.stringify(document));
    expect(() => frontendFor({ path: "preview.json", bytes, given: { earlier: "none" } })).toThrow(
      "preview.json is a document of Pulumi, which tells itself what was before: --before is for templates",
    );
  });

  it("says so where a step is no step", async () => {
    const odd = [
      { op: "create" },
      "x",
      { op: "create", urn: urn(role, "b"), inputs: {} },
      { ...made(role, "c", {}), urn: "c" },
    ];
    const plan = await planOf(preview([made(role, "a", {}), ...(odd as readonly object[])]));
    expect(plan.notices.map(({ code, level }) => `${code} ${level}`)).toEqual(
      Array(4).fill("unexpected-shape incomplete"),
    );
    expect(plan.notices.map(({ location }) => location.pointer).sort()).toEqual([
      "/steps/1",
      "/steps/2",
      "/steps/3",
      "/steps/4",
    ]);
    expect(plan.changes.map((one) => one.name)).toEqual(["a"]);
  });
});
