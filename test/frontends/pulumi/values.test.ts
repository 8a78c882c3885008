import { describe, expect, it } from "vitest";
import { field } from "#model/tree.ts";
import { holeAt, plain, planOf, resourceIn } from "../support.ts";
import { made, preview, recorded, sentinel, urn } from "./support.ts";

const signature = "4dabf18193072939515e22adb298388d";
const secret = { [signature]: "1b47061264138c4ac30d75fd1eb44270" };
const reference = { [signature]: "5cf8f73096256a8f31e491e813e4eb8e" };
const policy = urn("aws:iam/policy:Policy", "star");

/** A value of a property in a preview, and what it is for us. */
const rows: readonly (readonly [name: string, written: unknown, read: unknown])[] = [
  ["text", "Admin", "Admin"],
  ["a number", 3600, 3600],
  ["a truth", true, true],
  ["nothing", null, null],
  ["what is not known", sentinel, `?exact ${policy}.`],
  ["what is not known, as a number", "3eeb2bf0-c639-47a8-9e75-3b44932eb421", `?exact ${policy}.`],
  ["a list with something that is not known", ["a", sentinel], ["a", `?exact ${policy}.`]],
  ["two values that are not known, and one resource", [sentinel, sentinel], [`?set ${policy}.`, `?set ${policy}.`]],
  ["a secret of a preview", "[secret]", `?exact ${policy}.`],
  ["a secret that is encrypted", { ...secret, ciphertext: "v1:abc" }, `?exact ${policy}.`],
  ["a secret that is told", { ...secret, plaintext: '"s3cr3t-value"' }, "s3cr3t-value"],
  [
    "a list in a secret",
    { ...secret, plaintext: '["one-secret",{"two":"second-secret"}]' },
    ["one-secret", { two: "second-secret" }],
  ],
  ["an output", { [signature]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", value: "known" }, "known"],
  ["an output without a value", { [signature]: "d0e6a833031e9bbcd3f4e8bde6ca49a4" }, `?exact ${policy}.`],
  [
    "an output that is secret",
    { [signature]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", value: "hush-hush", secret: true },
    "hush-hush",
  ],
  ["a resource", { ...reference, urn: policy, id: "star-id", packageVersion: "7" }, "star-id"],
  ["a resource without an id", { ...reference, urn: policy, id: "" }, `?exact ${policy}.`],
  ["an asset", { [signature]: "c44067f5952c0a294b673a41bacd8c17", text: "x" }, "?unsupported-expression"],
  ["an archive", { [signature]: "0def7320c3a5731c473e5ecbe6d01bc7", assets: {} }, "?unsupported-expression"],
  [
    "something that is signed otherwise",
    { [signature]: "803fd3297a5875dc03ca845dda5d2a98" },
    "?unsupported-expression",
  ],
  ["what the bridge keeps for itself", { __defaults: [], roleArn: "r" }, { role_arn: "r" }],
  ["a number that JavaScript cannot hold", 2 ** 60, "?ambiguous-text"],
];

const job = "aws:glue/job:Job";

async function readOf(value: unknown): Promise<{ readonly read: unknown; readonly secrets: ReadonlySet<string> }> {
  const propertyDependencies = { other: [policy] };
  const plan = await planOf(preview([made(job, "a", { other: value }, { propertyDependencies })]));
  return { read: plain(field(resourceIn(plan, urn(job, "a")).after, "other")), secrets: plan.secrets };
}

describe("a value of Pulumi", () => {
  it.each(rows)("that is %s", async (_name, written, read) => {
    expect((await readOf(written)).read).toEqual(read);
  });

  it("says why it is not known", async () => {
    const holes = { a: sentinel, b: "[secret]" };
    const plan = await planOf(preview([made(job, "a", holes)]));
    const { after } = resourceIn(plan, urn(job, "a"));
    expect([holeAt(after, "a"), holeAt(after, "b")]).toEqual([
      { reason: "computed-at-apply", refs: [], unset: false },
      { reason: "sensitive", refs: [], unset: false },
    ]);
  });

  it("waits for one of several resources where its property depends on several, in the same order always", async () => {
    const others = [urn("aws:iam/user:User", "b"), urn("aws:iam/user:User", "a")];
    const plan = await planOf(preview([made(job, "a", { x: sentinel }, { propertyDependencies: { x: others } })]));
    expect(holeAt(resourceIn(plan, urn(job, "a")).after, "x").refs).toEqual([
      { expression: "a", targets: [others[1]], certainty: "set" },
      { expression: "b", targets: [others[0]], certainty: "set" },
    ]);
  });

  it("keeps what is known around what is not", async () => {
    const plan = await planOf(preview([made(job, "a", { x: `arn:aws:s3:::${sentinel}/*` })]));
    expect(plain(field(resourceIn(plan, urn(job, "a")).after, "x"))).toBe(`arn:aws:s3:::${"$"}{unknown}/*`);
  });

  it("is collected where it is secret and told, words of policies aside", async () => {
    expect((await readOf({ ...secret, plaintext: '"s3cr3t-value"' })).secrets).toEqual(new Set(["s3cr3t-value"]));
    const document = JSON.stringify({
      Statement: {
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "sts:ExternalId": "ext-4711" } },
      },
    });
    const { secrets } = await readOf({ ...secret, plaintext: JSON.stringify(document) });
    expect(secrets).toEqual(new Set([document, "ext-4711"]));
  });

  it("is collected of resources that nobody wants, too", async () => {
    const password = made(
      "random:index/password:Password",
      "p",
      {},
      { outputs: { result: { ...secret, plaintext: '"hunter2hunter2"' } } },
    );
    const plan = await planOf(preview([password]), () => false);
    expect([plan.changes, plan.secrets]).toEqual([[], new Set(["hunter2hunter2"])]);
  });

  it("is a name that nobody gave where the provider made it of the logical one", async () => {
    const inputs = { __defaults: ["name", "path"], name: "ci-1a2b3c4", path: "/", description: "ci-by-hand" };
    const role = "aws:iam/role:Role";
    const plan = await planOf(preview([made(role, "ci", inputs)]));
    const { after } = resourceIn(plan, urn(role, "ci"));
    expect(holeAt(after, "name")).toMatchObject({ unset: true, predicted: "ci-1a2b3c4" });
    expect([plain(field(after, "path")), plain(field(after, "description"))]).toEqual(["/", "ci-by-hand"]);
  });

  it("that stands twice is not known", async () => {
    const text = JSON.stringify(preview([made(job, "a", { x: "one", y: "y" })])).replace(
      '"x":"one"',
      '"x":"one","x":"two"',
    );
    const plan = await planOf(text);
    const { after } = resourceIn(plan, urn(job, "a"));
    expect([plain(field(after, "x")), plain(field(after, "y"))]).toEqual(["?ambiguous-text", "y"]);
    expect(plan.notices.map(({ code, level, location }) => [code, level, location.pointer])).toEqual([
      ["duplicate-key", "info", "/steps/0/newState/inputs/x"],
    ]);
  });

  it("that a program turned into a text too early is told", async () => {
    const plan = await recorded("change/preview-all.json");
    expect(
      plan.notices.map(({ code, level, location, message }) => [code, level, location.address, message.slice(0, 40)]),
    ).toEqual([
      [
        "output-as-text",
        "info",
        "urn:pulumi:dev::change::aws:iam/role:Role::added",
        "assumeRolePolicy holds an output that th",
      ],
    ]);
  });
});
