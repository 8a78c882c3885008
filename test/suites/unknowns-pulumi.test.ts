import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { expect, test } from "vitest";
import { isRecord } from "#model/json-tree.ts";
import type { Report } from "#model/report.ts";
import { type CheckOptions, check } from "../../src/check.ts";
import { breaches } from "./laws.ts";
import { fixtures, optionsOf, previewCases } from "./rule-cases.ts";

/**
 * The laws of unknowns.test.ts for previews of Pulumi: every value that a program sets is hidden in turn, as a value that is not known yet, and as a secret.
 * A finding may become undecided, and is never gone; none begins to fail.
 */

type Path = readonly (string | number)[];

const ways = { "value that is not known": "04da6b54-80e4-46f7-96ec-b56ff0331ba9", secret: "[secret]" };

/** What a program sets of each resource, and everything in it; what the bridge keeps for itself is never hidden. */
function* placesIn(value: unknown, at: Path = []): Iterable<Path> {
  const parts: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(isRecord(value) ? value : {});
  for (const [key, part] of parts) {
    if (String(key).startsWith("__")) continue;
    yield [...at, key];
    yield* placesIn(part, [...at, key]);
  }
}

function isInput(path: Path): boolean {
  return path[0] === "steps" && path[2] === "newState" && path[3] === "inputs" && path.length > 4;
}

/** The preview without a value; where that is a name, those that were given the name by an output do not know it either. */
function hidden(preview: unknown, place: Path, by: string): unknown {
  const value = place.reduce<unknown>(
    (one, step) => (isRecord(one) || Array.isArray(one) ? one[step as never] : undefined),
    preview,
  );
  const isName = place.length === 5 && place[4] === "name" && typeof value === "string";
  return isName ? withoutText(preview, value, by) : changed(preview, place, by);
}

function changed(value: unknown, [step, ...rest]: Path, by: string): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((one, i) => (i === step ? changed(one, rest, by) : one));
  const entries = Object.entries(isRecord(value) ? value : {});
  return Object.fromEntries(entries.map(([key, one]) => [key, key === step ? changed(one, rest, by) : one]));
}

function withoutText(value: unknown, text: string, by: string): unknown {
  if (value === text) return by;
  if (Array.isArray(value)) return value.map((one) => withoutText(one, text, by));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutText(one, text, by)]));
}

function reportOf(preview: unknown, options: CheckOptions): Promise<Report> {
  return check([{ path: "preview.json", bytes: Buffer.from(JSON.stringify(preview)) }], options);
}

const recordings = ["greenfield", "change", "yaml"].map((name) => join(fixtures, "plans/pulumi", name));
const whole: Readonly<Record<string, string>> = { change: "preview-all.json" };
const previews = [
  ...recordings.map((folder) => [folder, join(folder, whole[basename(folder)] ?? "preview.json")] as const),
  ...previewCases().map(({ folder }) => [folder, join(folder, "preview.json")] as const),
].map(([folder, path]) => [relative(fixtures, path), folder, path] as const);

test.each(previews)("%s", async (_, folder, path) => {
  const options = { ...(await optionsOf(folder)), gate: "all" } as const;
  const preview: unknown = JSON.parse(readFileSync(path, "utf8"));
  const known = await reportOf(preview, options);
  const broken: string[] = [];
  const places = [...placesIn(preview)].filter(isInput);
  // A secret that is handed in is none that the source spells out.
  for (const place of places)
    for (const [how, by] of Object.entries(ways))
      for (const { law, rule, subject } of breaches(known, await reportOf(hidden(preview, place, by), options)))
        if (rule !== "no-hardcoded-secret" || law !== "gone")
          broken.push(`${place.join("/")} by a ${how}: ${rule} of ${subject} is ${law}`);
  expect(broken).toEqual([]);
});

test("only where everything is deleted is nothing hidden", () => {
  const empty = previews.filter(([, , path]) => ![...placesIn(JSON.parse(readFileSync(path, "utf8")))].some(isInput));
  expect(empty.map(([name]) => name)).toEqual(["rules/no-static-credential/passes-pulumi-deleted-key/preview.json"]);
});
