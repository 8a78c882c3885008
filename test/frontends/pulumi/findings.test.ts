import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Finding } from "#model/finding.ts";
import type { Report } from "#model/report.ts";
import { check } from "../../../src/check.ts";
import { usual } from "../../usual.ts";
import { made, preview, recordings, sentinel, urn } from "./support.ts";

function reportOf(document: object | Uint8Array): Promise<Report> {
  const bytes = document instanceof Uint8Array ? document : Buffer.from(JSON.stringify(document));
  return check([{ path: "preview.json", bytes }], usual);
}

function recorded(name: string): Promise<Report> {
  return reportOf(readFileSync(`${recordings}/${name}`));
}

/** `rule of logical name`, with the change where it is asked for. */
function grave({ findings }: Report, verdict: Finding["verdict"] = "fails"): readonly string[] {
  const found = findings.filter(
    (one) => one.verdict === verdict && (one.severity === "critical" || one.severity === "high"),
  );
  return [
    ...new Set(found.map((one) => `${one.rule} of ${one.subject.address.split("::").at(-1)}: ${one.change}`)),
  ].sort();
}

/** After fixtures/plans/pulumi/greenfield/program.ts.txt. */
const greenfield = [
  "no-admin-machine-identity of deploy-known: added",
  "no-confused-deputy of jobs: added",
  "no-full-admin of deploy: added",
  "no-inverted-allow of robot: added",
  "no-public-resource-policy of api: added",
  "no-public-resource-policy of images: added",
  "no-public-trust of open: added",
  "no-static-credential of robot: added",
  "no-unscoped-passrole of ec2: added",
  "no-unscoped-resource of ec2: added",
  "no-wildcard-action of ec2: added",
];

/** After fixtures/plans/pulumi/change/program.ts.txt, of what the change does; what was there before is left out. */
const change = [
  "no-confused-deputy of opened: widened",
  "no-full-admin of added: added",
  "no-full-admin of base: widened",
  "no-invalid-policy-document of added: added",
  "no-unscoped-passrole of opened: widened",
  "no-wildcard-action of opened: widened",
];

describe("findings in previews of Pulumi", () => {
  it("are those of what the program makes", async () => {
    expect(grave(await recorded("greenfield/preview.json"))).toEqual(greenfield);
  });

  it("are those of what the change does", async () => {
    const found = grave(await recorded("change/preview-all.json"));
    expect(found.filter((one) => /: (added|widened)$/.test(one))).toEqual(change);
  });

  it("name a resource as the program does, and its URN", async () => {
    const { findings } = await recorded("greenfield/preview.json");
    const found = findings.find((one) => one.rule === "no-public-trust" && one.verdict === "fails");
    expect([found?.message, found?.subject.address]).toEqual([
      "anyone can assume role open",
      "urn:pulumi:dev::greenfield::aws:iam/role:Role::open",
    ]);
  });

  it("have the same id though the provider makes up another name each time", async () => {
    const text = readFileSync(`${recordings}/greenfield/preview.json`, "utf8");
    const other = text.replaceAll(/"([a-z-]+)-[0-9a-f]{7}"/g, '"$1-0000000"');
    expect(other).not.toBe(text);
    const [one, two] = await Promise.all([text, other].map((each) => reportOf(Buffer.from(each))));
    expect(two?.findings.map((each) => [each.id, each.message])).toEqual(
      one?.findings.map((each) => [each.id, each.message]),
    );
  });

  it("are made of what is inside of secrets, which are not shown", async () => {
    const report = await recorded("components/stack.secrets.json");
    expect(grave(report)).toContain("no-full-admin of secret-doc: present");
    const hidden = await recorded("components/stack.json");
    expect(grave(hidden, "undecided")).toContain("no-full-admin of secret-doc: present");
    for (const one of ["t0ken", "s3cr3t-ext"]) expect(JSON.stringify([report, hidden])).not.toContain(one);
  });

  it("go through the account of a provider that the program configures", async () => {
    const { findings } = await recorded("components/preview-all.json");
    const admin = findings.filter((one) => one.rule === "no-admin-machine-identity" && one.verdict === "fails");
    expect(admin.map((one) => [one.subject.account, one.subject.address.split("::").at(-1)])).toEqual([
      ["210987654321", "prod-reader"],
    ]);
  });

  it("are made of aws-native, too, and wait for parts of a document alone", async () => {
    const document = (principal: unknown) => ({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" }],
    });
    const policies = [
      {
        policyName: "all",
        policyDocument: { Statement: [{ Effect: "Allow", Action: "*", Resource: ["*", sentinel] }] },
      },
    ];
    const report = await reportOf(
      preview([
        made("aws-native:iam:Role", "open", { assumeRolePolicyDocument: document("*"), policies }),
        made("aws-native:iam:Role", "later", { assumeRolePolicyDocument: document({ AWS: sentinel }) }),
      ]),
    );
    expect(grave(report)).toEqual(
      expect.arrayContaining(["no-full-admin of open: added", "no-public-trust of open: added"]),
    );
    expect(grave(report, "undecided")).toContain("no-public-trust of later: added");
    expect(
      report.findings.every(
        (one) =>
          one.subject.address !== urn("aws-native:iam:Role", "later") ||
          one.verdict === "undecided" ||
          one.severity !== "critical",
      ),
    ).toBe(true);
  });

  it("keep a gate from passing where a preview failed, or left something out", async () => {
    for (const name of ["errors/throw.json", "change/noop.json"])
      expect((await recorded(name)).summary.exitCode).toBe(3);
    expect((await recorded("yaml/preview.json")).summary.exitCode).toBe(1);
  });
});
