import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import type { Files } from "#frontends/frontend.ts";
import { inputsIn } from "#frontends/index.ts";
import type { GraphDocument } from "#model/graph-document.ts";
import type { Report } from "#model/report.ts";
import { rolecall, systemError } from "../../hostile/support.ts";

/** Files by path; a text that begins with `-> ` is a symbolic link. */
function filesOf(texts: Readonly<Record<string, string>>): Files {
  const isFolder = (path: string) => Object.keys(texts).some((one) => one.startsWith(`${path}/`));
  const followed = (path: string) => (texts[path]?.startsWith("-> ") === true ? texts[path].slice(3) : path);
  return {
    kind: async (path) =>
      texts[followed(path)] !== undefined ? "file" : isFolder(followed(path)) ? "folder" : "missing",
    read: async (path) => new TextEncoder().encode(texts[followed(path)]),
    resolve: (from, to) => posix.normalize(posix.join(from, to)),
    real: async (path) => `/real/${posix.normalize(followed(path))}`,
  };
}

function manifest(artifacts: object, more: object = {}): string {
  return JSON.stringify({ version: "55.0.0", artifacts, ...more });
}

function stack(templateFile: string | undefined, more: object = {}): object {
  const { tags, ...rest } = { tags: {}, environment: "aws://unknown-account/unknown-region", ...more };
  return { type: "aws:cloudformation:stack", properties: { templateFile, tags }, ...rest };
}

const stage = (directoryName: string) => ({ type: "cdk:cloud-assembly", properties: { directoryName } });

describe("a cloud assembly", () => {
  test("is as many inputs as it has stacks, those of its stages too", async () => {
    const files = filesOf({
      "out/manifest.json": manifest({
        Root: stack("Root.template.json"),
        Prod: stage("assembly-Prod"),
        Tree: { type: "cdk:tree" },
      }),
      "out/Root.template.json": "{}",
      "out/assembly-Prod/manifest.json": manifest({
        App: stack("App.template.json", { environment: "aws://222233334444/eu-west-1", tags: { owner: "shop" } }),
      }),
      "out/assembly-Prod/App.template.json": "{}",
    });
    const inputs = await inputsIn("out", files);
    const told = inputs?.map(({ path, format, given: { account, tags } = {} }) => ({ path, format, account, tags }));
    expect(told).toEqual([
      { path: "out/Root.template.json", format: "cloudformation", account: undefined, tags: new Map() },
      {
        path: "out/assembly-Prod/App.template.json",
        format: "cloudformation",
        account: "222233334444",
        tags: new Map([["owner", "shop"]]),
      },
    ]);
  });

  test.each([
    ["key", "value"],
    ["Key", "Value"],
  ])("has the tags of its stacks in their metadata before schema 6 (%s, %s)", async (key, value) => {
    const data = [{ [key]: "owner", [value]: "shop" }];
    const metadata = { "/Root": [{ type: "aws:cdk:stack-tags", data }] };
    const files = filesOf({
      "out/manifest.json": manifest({ Root: { ...stack("A.json", { tags: undefined }), metadata } }),
      "out/A.json": "{}",
    });
    const [input] = (await inputsIn("out", files)) ?? [];
    expect(input?.given?.tags).toEqual(new Map([["owner", "shop"]]));
  });

  test("that waits for look-ups says so of each stack: what is in its templates is made up", async () => {
    const files = filesOf({
      "out/manifest.json": manifest({ Root: stack("Root.template.json") }, { missing: [{ key: "a" }, { key: "b" }] }),
      "out/Root.template.json": "{}",
    });
    const [input] = (await inputsIn("out", files)) ?? [];
    expect(input?.given?.notices?.map(({ code, level, message }) => [code, level, message])).toEqual([
      [
        "context-missing",
        "incomplete",
        "the app waits for 2 look-ups that were not made (cdk synth with credentials makes them): values in its templates are made up",
      ],
    ]);
  });

  test.each([
    ["no manifest", { "out/index.html": "" }],
    ["the manifest of something else", { "out/manifest.json": '{"name":"a web app"}' }],
    ["a manifest that is no JSON", { "out/manifest.json": "{" }],
  ])("is not a folder with %s", async (_, texts) => {
    expect(await inputsIn("out", filesOf(texts))).toBeUndefined();
  });
});

const outside = "out names ../secret.json, which is not inside of it";

test.each<[string, Readonly<Record<string, string>>, string]>([
  [
    "a path that leads out",
    { "out/manifest.json": manifest({ A: stack("../secret.json") }), "secret.json": "{}" },
    outside,
  ],
  [
    "a link that leads out",
    { "out/manifest.json": manifest({ A: stack("A.json") }), "out/A.json": "-> secret.json", "secret.json": "{}" },
    "out names A.json, which is not inside of it",
  ],
  [
    "a stage that leads out",
    { "out/manifest.json": manifest({ A: stage("../other") }), "other/manifest.json": manifest({}) },
    "out names ../other, which is not inside of it",
  ],
  [
    "a folder that only begins like the assembly",
    { "out/manifest.json": manifest({ A: stack("../out2/A.json") }), "out2/A.json": "{}" },
    "out names ../out2/A.json, which is not inside of it",
  ],
  ["no stacks", { "out/manifest.json": manifest({}) }, "out is a cloud assembly without stacks"],
])("an assembly with %s is refused", async (_, texts, sentence) => {
  await expect(inputsIn("out", filesOf(texts))).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringContaining(sentence),
  });
});

type Texts = Readonly<Record<string, string>>;

test.each<[string, object, string, Texts]>([
  ["a template that is not there", { A: stack("A.json") }, "out names A.json, which is not there", {}],
  ["a stack without a template", { A: stack(undefined) }, "out/manifest.json: stack A names no template", {}],
  [
    "a stage without a manifest",
    { A: stage("a") },
    "out names the stage a, which has no manifest",
    { "out/a/b.json": "{}" },
  ],
  [
    "a stage in a stage that leads back",
    { A: stage("a") },
    "out/a names the stage ., which was read already",
    { "out/a/manifest.json": manifest({ A: stage(".") }) },
  ],
  ["an artifact that is no object", { A: "a stack" }, "out/manifest.json: artifact A is no object", {}],
  ["a stage without a folder", { A: { type: "cdk:cloud-assembly" } }, "out/manifest.json: stage A names no folder", {}],
  [
    "an environment that is none",
    { A: stack("A.json", { environment: "awsx://111122223333/eu-west-1" }) },
    "out/manifest.json: the environment of stack A is awsx://111122223333/eu-west-1, and not aws://account/region",
    { "out/A.json": "{}" },
  ],
  [
    "a tag that is no text",
    { A: stack("A.json", { tags: { team: ["a", "b"] } }) },
    "out/manifest.json: the tag team of stack A is no text",
    { "out/A.json": "{}" },
  ],
])("%s does not hide the other stacks", async (_, artifacts, sentence, more) => {
  const files = { "out/manifest.json": manifest({ ...artifacts, Good: stack("Good.json") }), "out/Good.json": "{}" };
  const inputs = (await inputsIn("out", filesOf({ ...files, ...more }))) ?? [];
  const location = expect.objectContaining({ pointer: "/artifacts/A" });
  expect(inputs.filter(({ unread }) => unread !== undefined).map(({ unread }) => unread)).toEqual([
    { problem: sentence, location },
  ]);
  expect(inputs.filter(({ unread }) => unread === undefined).map(({ path }) => path)).toEqual(["out/Good.json"]);
});

test("a template that cannot be read by the system does not hide the other stacks", async () => {
  const files = filesOf({
    "out/manifest.json": manifest({ A: stack("A.json"), Good: stack("Good.json") }),
    "out/A.json": "{}",
    "out/Good.json": "{}",
  });
  const read = async (path: string) => {
    if (path === "out/A.json") throw systemError("EACCES");
    return files.read(path);
  };
  const inputs = (await inputsIn("out", { ...files, read })) ?? [];
  expect(inputs.map(({ path, unread }) => [path, unread?.problem])).toEqual([
    ["out/A.json", "out/A.json cannot be read (EACCES)"],
    ["out/Good.json", undefined],
  ]);
});

test("a nested template is found by the name under which its asset is published", async () => {
  const hash = "0123456789abcdef".repeat(4);
  const url = { "Fn::Join": ["", ["https://s3.", { Ref: "AWS::Region" }, `.amazonaws.com/assets/${hash}.json`]] };
  const files = filesOf({
    "out/manifest.json": manifest({
      A: stack("A.json"),
      Assets: { type: "cdk:asset-manifest", properties: { file: "A.assets.json" } },
    }),
    "out/A.assets.json": JSON.stringify({
      files: {
        [hash]: {
          source: { path: "AChild.nested.template.json" },
          destinations: { here: { objectKey: `${hash}.json` } },
        },
      },
    }),
    "out/A.json": JSON.stringify({
      Resources: { Child: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: url } } },
    }),
    "out/AChild.nested.template.json": "{}",
  });
  const [input] = (await inputsIn("out", files)) ?? [];
  expect([...(input?.beside ?? [])].map(([name, one]) => [name, "path" in one ? one.path : one])).toEqual([
    [`${hash}.json`, "out/AChild.nested.template.json"],
  ]);
});

test("what an app hands in for parameters is known, and a file of the user counts more", async () => {
  const template = JSON.stringify({
    Parameters: { Name: { Type: "String", Default: "nobody" }, Path: { Type: "String", Default: "/" } },
    Resources: {
      People: { Type: "AWS::IAM::Group", Properties: { GroupName: { Ref: "Name" }, Path: { Ref: "Path" } } },
    },
  });
  const properties = { templateFile: "A.json", parameters: { Name: "admins", Path: ["/"] } };
  const files = {
    "cdk.out": ["manifest.json"],
    "cdk.out/manifest.json": manifest({ A: { type: "aws:cloudformation:stack", properties } }),
    "cdk.out/A.json": template,
    "p.json": '{"Name":"others"}',
  };
  const nameOf = async (...args: readonly string[]) => {
    const run = await rolecall(["graph", "cdk.out", ...args], { files });
    return (JSON.parse(run.out) as GraphDocument).identities.map(({ name }) => name);
  };
  expect(await nameOf()).toEqual(["admins"]);
  expect(await nameOf("--parameters", "p.json")).toEqual(["others"]);
});

describe("an assembly with a broken stack", () => {
  const good = JSON.stringify({
    Resources: {
      Open: {
        Type: "AWS::IAM::Role",
        Properties: {
          AssumeRolePolicyDocument: { Statement: [{ Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" }] },
        },
      },
    },
  });
  const run = async (broken: string, ...args: readonly string[]) => {
    const files = {
      "cdk.out": ["manifest.json"],
      "cdk.out/manifest.json": manifest({ Bad: stack("Bad.json"), Good: stack("Good.json") }),
      "cdk.out/Bad.json": broken,
      "cdk.out/Good.json": good,
    };
    return rolecall(["check", "cdk.out", "--format", "json", ...args], { files });
  };

  test.each([
    ["is empty", "", "cdk.out/Bad.json is empty"],
    ["is no JSON", '{"Resources": {', "cdk.out/Bad.json"],
  ])("whose template %s is judged all the same, and incomplete", async (_, broken, sentence) => {
    const report = JSON.parse((await run(broken)).out) as Report;
    expect(report.inputs.map(({ path, complete, resources }) => [path, complete, resources])).toEqual([
      ["cdk.out/Bad.json", false, 0],
      ["cdk.out/Good.json", true, 1],
    ]);
    expect(report.findings.map(({ rule, subject }) => [rule, subject.address])).toContainEqual([
      "no-public-trust",
      "Good/Open",
    ]);
    const told = report.notices.filter(({ code }) => code === "stack-not-read");
    expect(told.map(({ level, message }) => [level, message])).toEqual([
      ["incomplete", expect.stringContaining(sentence)],
    ]);
    expect(report.summary.exitCode).toBe(3);
  });

  test("and no other one is refused, and says what is wrong", async () => {
    const files = {
      "cdk.out": ["manifest.json"],
      "cdk.out/manifest.json": manifest({ Bad: stack("Bad.json") }),
      "cdk.out/Bad.json": "",
    };
    const { code, err } = await rolecall(["check", "cdk.out"], { files });
    expect([code, err]).toEqual([3, expect.stringContaining("cdk.out/Bad.json is empty")]);
  });
});
