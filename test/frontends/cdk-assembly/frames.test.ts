import { expect, test } from "vitest";
import { ownFrame } from "#frontends/cdk-assembly/frames.ts";

const library = "...new Role2 in aws-cdk-lib...";

test.each<[string, readonly string[], ReturnType<typeof ownFrame>]>([
  [
    "the first one behind those of libraries",
    [library, "new Roles (file:///app/lib/roles.ts:13:20)", "<anonymous> (file:///app/app.ts:46:1)"],
    { file: "/app/lib/roles.ts", line: 13, column: 20 },
  ],
  [
    "with a path that is no URL",
    ["new Role (/app/node_modules/aws-cdk-lib/aws-iam/lib/role.js:1:99)", "Object.<anonymous> (/app/bin/app.js:8:3)"],
    { file: "/app/bin/app.js", line: 8, column: 3 },
  ],
  ["as the engine writes it", ["    at new Roles (/app/roles.ts:7:9)"], { file: "/app/roles.ts", line: 7, column: 9 }],
  ["without a name", ["at /app/app.js:3:1"], { file: "/app/app.js", line: 3, column: 1 }],
  [
    "of a path with a space",
    ["new A (file:///my%20app/a%c3%a9.ts:3:1)"],
    { file: "/my app/aé.ts", line: 3, column: 1 },
  ],
  ["of Windows", ["new A (C:\\app\\a.ts:3:1)"], { file: "C:\\app\\a.ts", line: 3, column: 1 }],
  ["of Windows, as a URL", ["new A (file:///C:/app/a.ts:3:1)"], { file: "C:/app/a.ts", line: 3, column: 1 }],
  [
    "at the outermost level of a module, whose column the CDK cuts",
    [library, "file:///app/app.ts:13: (file:///app/app.ts:13:1)"],
    { file: "/app/app.ts", line: 13 },
  ],
  [
    "at the outermost level of a module, whose column the CDK loses",
    [library, "file:///app/app.ts:15 (:)", "...node internals..."],
    { file: "/app/app.ts", line: 15 },
  ],
  [
    "behind a function of the language",
    ["Array.forEach (:)", "new A (/a.ts:3:1)"],
    { file: "/a.ts", line: 3, column: 1 },
  ],
  [
    "in another language: the program that hosts the library is not the author's",
    [
      "new RestApi (/tmp/jsii-kernel-a1/node_modules/@aws-cdk/aws-apigateway/lib/restapi.js:5:9)",
      "Kernel._create (/tmp/tmpq/lib/program.js:1:2)",
      "KernelHost.run (/tmp/tmpq/lib/program.js:3:4)",
      "Immediate._onImmediate (/tmp/tmpq/lib/program.js:5:6)",
      "processImmediate (node:internal/timers:4:1)",
    ],
    undefined,
  ],
  [
    "of Node.js before version 15",
    ["Module.load (internal/modules/cjs/loader.js:9:1)", "emit (events.js:3:1)"],
    undefined,
  ],
  [
    "that a library makes by itself",
    ["...aws-cdk-lib...", "(no user code in 10 frames, use --stack-trace-limit to capture more)"],
    undefined,
  ],
  [
    "folded, though it has a path",
    [".../app/node_modules/aws-cdk-lib/aws-ec2/lib/vpc.js:1:2 in aws-cdk-lib..."],
    undefined,
  ],
  ["that is no frame", ["!!DESTRUCTIVE_CHANGES: WILL_DESTROY", "bam:ssss", ""], undefined],
])("the author's own frame: %s", (_, trace, frame) => {
  expect(ownFrame(trace)).toEqual(frame);
});

test("a trace that was made to be slow to read is read at once", () => {
  expect(
    ownFrame([`${"a".repeat(50_000)}:`, `${":1".repeat(50_000)} (:`, `${" (".repeat(50_000)}:1:1`]),
  ).toBeUndefined();
});
