import { describe, expect, it } from "vitest";
import type { Report } from "#model/report.ts";
import { rolecall } from "./support.ts";

const role = (properties: string): string =>
  `Resources:\n  A:\n    Type: AWS::IAM::Role\n    Properties:\n${properties}`;
const trust = (principal: string): string =>
  role(`      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - { Effect: Allow, Principal: { AWS: ${principal} }, Action: sts:AssumeRole }
`);
const harmless = trust("arn:aws:iam::111122223333:role/ci");

/** Aliases of aliases: each line has nine times the values of the one before. */
const bomb = Array.from(
  { length: 9 },
  (_, i) =>
    `  L${i}: &l${i} [${Array(9)
      .fill(i === 0 ? "x" : `*l${i - 1}`)
      .join(", ")}]`,
);
/** The same one inside of the other, so that each is no larger than it looks, and deeper than anything. */
const chain = Array.from({ length: 400 }, (_, i) => `  L${i}: &l${i} [${i === 0 ? "x" : `*l${i - 1}`}]`);
const merges = Array.from(
  { length: 200 },
  (_, i) => `  M${i}: &m${i} { ${i === 0 ? "" : `<<: *m${i - 1}, `}K${i}: x }`,
);

/** Templates that nobody can judge: what is said of them. */
const refused: readonly (readonly [name: string, template: string, says: string])[] = [
  [
    "a bomb of aliases",
    `Metadata:\n${bomb.join("\n")}\n${harmless}`,
    "has aliases that make it larger than a million values",
  ],
  ["a chain of aliases", `Metadata:\n${chain.join("\n")}\n${harmless}`, "or deeper than 256 levels"],
  [
    "a list that holds itself",
    `Metadata: &m [*m]\n${harmless}`,
    "has aliases that make it larger than a million values",
  ],
  ["a mapping that holds itself", `Metadata: &m { a: *m }\n${harmless}`, "has aliases that make it larger"],
  [
    "keys merged into each other",
    `Metadata:\n${merges.join("\n")}\n${harmless}`,
    "merges more keys than a template can have",
  ],
  ["five million lists", `${harmless}Metadata: ${"[".repeat(5_000_000)}`, "is nested deeper than 100 levels"],
  ["five million mappings", `${harmless}Metadata: ${"{a: ".repeat(5_000_000)}`, "is nested deeper than 100 levels"],
  ["five million items", `${harmless}Metadata:\n  ${"- ".repeat(5_000_000)}x\n`, "is nested deeper than 100 levels"],
  ["two templates", `${harmless}---\n${harmless}`, "holds several documents"],
  ["a tab for an indentation", `${harmless}\tB: x\n`, "is not valid YAML (line 9, column 1)"],
  ["a quote that is never closed", `${harmless}Description: "hunter2\n`, "is not valid YAML (line 10, column 1)"],
  ["an alias of nothing", `${harmless}Metadata: *nobody\n`, "is not valid YAML (line 9, column 18)"],
  ["a tag of somebody else", `${harmless}Metadata: !<tag:example.com,2000:hunter2> x\n`, "is not valid YAML (line 9,"],
  ["a NUL byte", harmless.replace("Allow", "All\0ow"), "is not valid YAML"],
  ["a key that is a mapping", `${harmless}  ? { hunter2: x }\n  : { Type: x }\n`, "has a key that is no text"],
  ["a key that is a function", `${harmless}  !Ref hunter2: { Type: x }\n`, "has a key that is no text"],
  ["a value without a key", `${harmless}  : { Type: x }\n`, "is not valid YAML (line 9,"],
  ["a merge with a text", `${harmless}Metadata: { <<: hunter2 }\n`, "is not valid YAML (line 9,"],
  [
    "no resources",
    "AWSTemplateFormatVersion: 2010-09-09\nResources:\n",
    "is a CloudFormation template without resources",
  ],
  [
    "a list of resources",
    "AWSTemplateFormatVersion: 2010-09-09\nResources: [a]\n",
    "is a CloudFormation template without resources",
  ],
  [
    "a text that is a template's",
    'AWSTemplateFormatVersion: "2010-09-09"',
    "is a CloudFormation template without resources",
  ],
  [
    "five million levels of JSON",
    `{"AWSTemplateFormatVersion":"2010-09-09","Resources":${'{"a":'.repeat(5_000_000)}`,
    "is nested deeper than 256 levels",
  ],
  ["JSON that is cut off", '{"AWSTemplateFormatVersion":"2010-09-09","Resources":{"A":{', "is cut off"],
];

describe("templates that nobody can judge", () => {
  it.each(refused)("%s", async (_name, template, says) => {
    const run = await rolecall(["check", "t.yaml"], { files: { "t.yaml": template } });
    const [error = "", help = ""] = run.err.split("\n");
    expect([run.code, run.out]).toEqual([3, ""]);
    expect(error).toContain("error: t.yaml ");
    expect(error).toContain(says);
    expect(help).toMatch(/^hint: /);
    expect(run.err).not.toMatch(/hunter2|YAMLException|\bat .*:\d+:\d+/);
  });
});

/** A condition for each of sixty values, so that every two of them are told apart. */
const sixty = Array.from({ length: 60 }, (_, i) => i);
const conditioned = `Parameters: { P: { Type: String } }\nConditions:\n${sixty.map((i) => `  C${i}: !Equals [!Ref P, "${i}"]\n`).join("")}`;
const policy = (statements: string): string =>
  role(`      Policies:
        - PolicyName: p
          PolicyDocument: { Version: 2012-10-17, Statement: ${statements} }
`);
const chosen = (one: string, other: string) => sixty.map((i) => `!If [C${i}, ${one}, ${other}]`).join(", ");
const inside = sixty.reduce((inner, i) => `!If [C${i}, ${inner}, "s3:Put${i}"]`, '"s3:GetObject"');
const eight = sixty.map((i) => `  Q${i}: { Type: String, AllowedValues: [a, b, c, d, e, f, g, h] }\n`).join("");
const loops = ["D", "C", "B", "A"].reduce(
  (inner, name) => `{ "Fn::ForEach::L${name}": [${name}, [${sixty.map((i) => `v${i}`).join(", ")}], ${inner}] }`,
  `{ "R\${A}\${B}\${C}\${D}": { Type: AWS::IAM::Role } }`,
);

const doubled = (levels: number): string => (levels === 0 ? "x" : `!Sub ["\${A}\${A}", { A: ${doubled(levels - 1)} }]`);
const conditions = Array.from({ length: 60 }, (_, i) => `  C${i}: !And [Condition: C${i + 1}, Condition: C${i + 1}]`);
const everything = `      Policies:
        - PolicyName: p
          PolicyDocument: { Version: 2012-10-17, Statement: { Effect: Allow, Action: "*", Resource: "*" } }
`;

/** Templates that can be judged: the exit code, what the asked rules find, and what is said about them. */
const readable: readonly (readonly [
  name: string,
  template: string,
  code: number,
  findings: readonly string[],
  notices: readonly string[],
])[] = [
  ["a template", harmless, 0, [], []],
  ["an account with a leading zero", trust("011111111111"), 0, ["no-whole-account-trust undecided 011111111111"], []],
  // What is no principal is no valid policy either, which blocks.
  ["one in octal", trust("0o11111111111"), 1, [], []],
  ["one in hexadecimal", trust("0x19debd01c7"), 1, [], []],
  ["one as a number of seconds", trust("111122:22:33"), 1, [], []],
  ["one with an exponent", trust("1.11122223333e11"), 1, [], []],
  ["one with underscores", trust("111_122_223_333"), 1, [], []],
  ["carriage returns", harmless.replaceAll("\n", "\r\n"), 0, [], []],
  ["a byte order mark", `\ufeff${harmless}`, 0, [], []],
  [
    "a tag of somebody's tool",
    trust("!Include who.yaml"),
    0,
    ["no-public-trust undecided", "no-whole-account-trust undecided"],
    [],
  ],
  ["a tag of a language", trust("!!python/object:os.system x"), 1, [], []],
  ["a binary", trust("!!binary Kg=="), 1, [], []],
  [
    "a key that stands twice in a policy",
    harmless.replace("Action:", "Principal: { AWS: '*' }, Action:"),
    0,
    ["no-public-trust undecided", "no-whole-account-trust undecided"],
    ["info duplicate-key"],
  ],
  [
    "a resource that stands twice",
    `${role(everything)}  A: { Type: AWS::IAM::Role }\n`,
    3,
    [],
    ["incomplete duplicate-key"],
  ],
  [
    "a parameter that stands twice",
    `Parameters:\n  P: { Default: arn:aws:iam::111122223333:role/ci }\n  P: { Default: "*" }\n${trust("!Ref P")}`,
    3,
    ["no-public-trust fails"],
    ["incomplete duplicate-key"],
  ],
  [
    "a condition that stands twice",
    `Conditions:\n  C: !Equals [a, a]\n  C: !Equals [a, b]\n${trust("!If [C, arn:aws:iam::111122223333:role/ci, '*']")}`,
    3,
    ["no-public-trust fails"],
    ["incomplete duplicate-key"],
  ],
  [
    "a principal that an alias brings along",
    `Metadata: { X: &x { AWS: "*" } }\n${harmless.replace("{ AWS: arn:aws:iam::111122223333:role/ci }", "*x")}`,
    1,
    ["no-public-trust fails"],
    [],
  ],
  [
    "a principal that is written over one that is merged",
    `Metadata: { X: &x { AWS: "*" } }\n${harmless.replace("{ AWS:", "{ <<: *x, AWS:")}`,
    0,
    [],
    [],
  ],
  [
    "sixty choices in one statement",
    `${conditioned}${policy(`{ Effect: Allow, Action: [${chosen('"s3:GetObject"', '"s3:ListBucket"')}], Resource: "*" }`)}`,
    0,
    // Whatever is chosen, it is not everything.
    [],
    [],
  ],
  [
    "sixty choices, each inside of the next",
    `${conditioned}${policy(`{ Effect: Allow, Action: ${inside}, Resource: "*" }`)}`,
    0,
    ["no-full-admin undecided"],
    [],
  ],
  [
    "sixty statements to choose from",
    `${conditioned}${policy(`[${chosen('{ Effect: Allow, Action: "s3:GetObject", Resource: "*" }', '{ Effect: Deny, Action: "s3:GetObject", Resource: "*" }')}]`)}`,
    0,
    [],
    [],
  ],
  [
    "sixty parameters of eight values in one text",
    `Parameters:\n${eight}${trust(`!Sub "${sixty.map((i) => `\${Q${i}}`).join("")}"`)}`,
    0,
    // Of one parameter each value is considered, of sixty not each of all combinations.
    ["no-public-trust undecided", ...Array<string>(8).fill("no-whole-account-trust undecided")],
    [],
  ],
  [
    "a mapping that looks itself up",
    `Mappings: { M: { a: { b: !FindInMap [M, a, b] } } }\n${trust("!FindInMap [M, a, b]")}`,
    0,
    ["no-public-trust undecided", "no-whole-account-trust undecided"],
    [],
  ],
  [
    "thirteen million resources of four loops",
    `Transform: AWS::LanguageExtensions\nResources: ${loops}\n`,
    3,
    [],
    Array<string>(4).fill("incomplete loop-not-expanded"),
  ],
  [
    "names of Object's own",
    `${harmless}  __proto__: { Type: AWS::IAM::User }\n  constructor: { Type: AWS::IAM::User }\n`,
    0,
    [],
    [],
  ],
  [
    "a parameter called __proto__",
    `Parameters: { __proto__: { Default: x } }\n${trust("!Ref toString")}`,
    0,
    ["no-public-trust undecided", "no-whole-account-trust undecided"],
    [],
  ],
  [
    "a text that doubles forty times",
    `${role(everything)}      RoleName: ${doubled(40)}\n`,
    1,
    ["no-full-admin fails"],
    [],
  ],
  [
    "a text that doubles ten times",
    `${role(everything)}      RoleName: ${doubled(10)}\n`,
    1,
    ["no-full-admin fails"],
    [],
  ],
  [
    "sixty conditions, each of twice the next",
    `Conditions:\n${conditions.join("\n")}\n  C60: !Equals [!Ref AWS::Region, x]\n${role(`${everything}    Condition: C0\n`)}`,
    1,
    ["no-full-admin fails"],
    ["info conditional-resources"],
  ],
  [
    "a condition that leads to itself",
    `Conditions: { C: !Not [Condition: C] }\n${role(`${everything}    Condition: C\n`)}`,
    1,
    ["no-full-admin fails"],
    ["info conditional-resources"],
  ],
  ["a reference to itself", `${role("      RoleName: !Ref A\n")}`, 0, [], []],
  [
    "functions that are given nothing",
    `${role("      RoleName: !Sub\n      Path: !Join []\n      Tags: !If []\n")}`,
    0,
    [],
    [],
  ],
  [
    "a loop that is not expanded",
    `${harmless}  Fn::ForEach::R: [X, !Ref Nobody, { "R\${X}": { Type: AWS::IAM::Role } }]\n`,
    3,
    [],
    ["incomplete loop-not-expanded"],
  ],
  [
    "a macro",
    `Transform: [AWS::LanguageExtensions, Company::Macro]\n${harmless}`,
    3,
    [],
    ["incomplete macro-not-expanded"],
  ],
  [
    "a part of a template",
    `${harmless}    Metadata: { Fn::Transform: { Name: AWS::Include } }\n`,
    3,
    [],
    ["incomplete macro-not-expanded"],
  ],
  ["a resource without a type", `${harmless}  B: { Properties: {} }\n`, 3, [], ["incomplete unexpected-shape"]],
];

/** The rules that are asked here. */
const asked = new Set(["no-full-admin", "no-public-trust", "no-whole-account-trust"]);

describe("templates that can be judged", () => {
  it.each(readable)("%s", async (_name, template, code, findings, notices) => {
    const run = await rolecall(["check", "t.yaml", "--format", "json"], { files: { "t.yaml": template } });
    expect(run.err).toBe("");
    const report = JSON.parse(run.out) as Report;
    const found = report.findings.filter((one) => asked.has(one.rule));
    const shown = findings.map((one) => one.split(" ").length === 3);
    expect(run.code).toBe(code);
    expect(
      found.map((one, i) => [one.rule, one.verdict, ...(shown[i] === true ? [one.detail] : [])].join(" ")),
    ).toEqual(findings);
    expect(report.notices.map((one) => `${one.level} ${one.code}`)).toEqual(notices);
  });
});
