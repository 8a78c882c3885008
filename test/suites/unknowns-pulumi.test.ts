import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isRecord } from "#model/json-tree.ts";
import type { Report } from "#model/report.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { check } from "../../src/check.ts";
import { breaches } from "./laws.ts";
import { fixtures } from "./rule-cases.ts";

/**
 * The laws of unknowns.test.ts for previews of Pulumi: every value that a program sets is hidden in turn, as a value that is not known yet, and as a secret.
 * A finding may become undecided, and is never gone; none begins to fail.
 */

type Path = readonly (string | number)[];

const ways = { "value that is not known": "04da6b54-80e4-46f7-96ec-b56ff0331ba9", secret: "[secret]" };

const options = {
  ruleset: defaultRuleset(),
  version: "0.0.0",
  today: "2026-01-15",
  failOn: "high",
  gate: "all",
  allowIncomplete: false,
} as const;

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

function reportOf(preview: unknown): Promise<Report> {
  return check([{ path: "preview.json", bytes: Buffer.from(JSON.stringify(preview)) }], options);
}

test.each(["greenfield/preview.json", "change/preview-all.json", "yaml/preview.json"])("%s", async (name) => {
  const preview: unknown = JSON.parse(readFileSync(join(fixtures, "plans/pulumi", name), "utf8"));
  const known = await reportOf(preview);
  const broken: string[] = [];
  const places = [...placesIn(preview)].filter(isInput);
  expect(places).not.toEqual([]);
  for (const place of places)
    for (const [how, by] of Object.entries(ways))
      for (const { law, rule, subject } of breaches(known, await reportOf(hidden(preview, place, by))))
        broken.push(`${place.join("/")} by a ${how}: ${rule} of ${subject} is ${law}`);
  expect(broken).toEqual([]);
});
