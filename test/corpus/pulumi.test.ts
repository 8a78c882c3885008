import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { InputError } from "#model/input-error.ts";
import type { Report } from "#model/report.ts";
import { check } from "../../src/check.ts";
import { filesBelow } from "../frontends/support.ts";
import { usual } from "../usual.ts";
import { identitiesIn } from "./count-pulumi.ts";

const corpus = fileURLToPath(new URL("../../../shared/corpus", import.meta.url));

/** Documents that are refused, by the reason. */
const refused: ReadonlyMap<string, readonly string[]> = new Map([
  // Calls between the engine and its plugins.
  [
    "pulumi-grpc-log",
    [
      "pulumi__pulumi-azure/keyvault__5.89.0__grpc.json",
      "pulumi__pulumi-azuread/ad-app-password__5.53.5__grpc.json",
      "pulumi__pulumi-azuread/ad-app__5.53.5__grpc.json",
      "pulumi__pulumi-gcp/iam-binding__7.0.0__grpc.json",
      "pulumi__pulumi-gcp/iam-member__7.0.0__grpc.json",
      "pulumi__pulumi-gcp/logsink__7.0.0__grpc.json",
    ],
  ],
  // What is printed for people.
  [
    "pulumi-text",
    ["creates", "creates_and_updates", "deletions", "unchanged", "updates"].map(
      (name) => `sparetimecoders__pulumi-preview-commenter/${name}.txt`,
    ),
  ],
  // A list of properties by type, which a tool keeps for itself.
  ["not-a-plan", ["pulumi-labs__pulumi-tool-drift-adopter/aws_input_properties.json"]],
]);

/** Documents that the index takes for ones about identities, and that hold none: a key, parameters, a function, an alert. */
const withoutIdentities = [
  "pulumi-labs__pulumi-tool-drift-adopter/aws_cascading_deps.json",
  "pulumi-labs__pulumi-tool-drift-adopter/aws_secret_input.json",
  "pulumi-labs__pulumi-tool-drift-adopter/aws_secret_input_state.json",
  "pulumi__pulumi-gcp/monitoring-alertpolicy-1__6.67.0__stack.json",
];

function documentsOf(folder: string): readonly string[] {
  const root = join(corpus, folder);
  return (existsSync(root) ? filesBelow(root) : [])
    .map((path) => path.slice(root.length + 1))
    .filter((name) => /\.(json|ndjson|txt)$/.test(name) && !/(^|\/)(program|packs)\/|exit-codes/.test(name));
}

/** What comes of a document: a report, or the code of the refusal. */
async function outcome(folder: string, name: string): Promise<Report | string> {
  try {
    return await check([{ path: name, bytes: readFileSync(join(corpus, folder, name)) }], usual);
  } catch (error) {
    if (error instanceof InputError) return error.code;
    throw error;
  }
}

describe.skipIf(!existsSync(join(corpus, "pulumi")))(
  "what Pulumi wrote for others (skipped where it is absent)",
  () => {
    const documents = documentsOf("pulumi");

    test("is read, but for what tells of no resource", async () => {
      const codes = new Map<string, string[]>();
      for (const name of documents) {
        const found = await outcome("pulumi", name);
        if (typeof found === "string") codes.set(found, [...(codes.get(found) ?? []), name]);
        else expect([name, found.summary.exitCode === 4]).toEqual([name, false]);
      }
      expect(documents.length).toBe(164);
      expect(codes).toEqual(refused);
    });

    test.each(["pulumi", "own-pulumi"])("has as many identities as it writes down: %s", async (folder) => {
      const differences: string[] = [];
      let total = 0;
      for (const name of documentsOf(folder)) {
        const found = await outcome(folder, name);
        if (typeof found === "string") continue;
        const written = identitiesIn(readFileSync(join(corpus, folder, name), "utf8"));
        total += written;
        if (found.summary.identities !== written)
          differences.push(`${name}: ${found.summary.identities}, not ${written}`);
      }
      expect(differences).toEqual([]);
      expect(total).toBeGreaterThan(10);
    });

    test("says of identities of other clouds that they are not judged", async () => {
      const index = readFileSync(join(corpus, "pulumi/index.tsv"), "utf8").trim().split("\n").slice(1);
      const untold: string[] = [];
      for (const line of index) {
        const [name = "", , , , , kind, , about] = line.split("\t");
        if (about !== "yes" || kind === undefined || /grpc|^json$|text/.test(kind)) continue;
        const found = await outcome("pulumi", name);
        if (typeof found === "string") throw new Error(`${name} is refused`);
        const isTold = found.notices.some((one) => one.code === "cloud-not-judged");
        if (!isTold && found.summary.identities === 0) untold.push(name);
      }
      expect(untold).toEqual([...withoutIdentities].sort());
    });
  },
);
