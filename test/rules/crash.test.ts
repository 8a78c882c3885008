import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analyze } from "#analyzer/analyze.ts";
import { reportOf } from "#analyzer/report.ts";
import type { Engine } from "#cli/engine.ts";
import type { Io } from "#cli/io.ts";
import { main } from "#cli/main.ts";
import { engine as real } from "#cli/node-engine.ts";
import { cloudsFor } from "#clouds/index.ts";
import { frontendFor } from "#frontends/index.ts";
import { rules } from "#rules/index.generated.ts";
import { defineRule, type Rule } from "#rules/rule.ts";
import { judged, planOf, role } from "../analyzer/support.ts";

/** Conformance case O4: a rule that throws on one resource. */

/** A rule with a mistake in it, which shows on one role only. */
const crashing = defineRule({
  id: "no-crash",
  family: "META",
  severity: "info",
  title: "No rule crashes",
  why: "A gate must not pass because a rule crashed.",
  fix: "Mend the rule.",
  inspects: "identity",
  defaults: {},
  options: (z) => z.strictObject({}),
  claims({ identity }) {
    if (identity.address === "aws_iam_role.plain") throw new TypeError("cannot read a hunter2 of undefined");
    return [];
  },
});

const path = "fixtures/rules/require-owner/flags-g2-alias-without-default-tags/plan.json";
const bytes = readFileSync(new URL(`../../${path}`, import.meta.url));

/** The program, with one rule more. */
function engineWith(more: readonly Rule[]): Engine {
  return {
    ...real,
    async check(inputs, options) {
      const all = inputs.map(async (input) => {
        const clouds = cloudsFor(options.ruleset.settings, options.account);
        const plan = await frontendFor(input).read(input, (type) => clouds.some((one) => one.wants(type, "terraform")));
        for (const cloud of clouds) await cloud.prepare(plan);
        return analyze(plan, clouds, [...rules, ...more], options);
      });
      const done = await Promise.all(all);
      return reportOf(
        done,
        done.flatMap((one) => one.findings),
        [],
        { ...options, rules: [...rules, ...more] },
      );
    },
  };
}

/** Runs a command line over the plan, with nothing else in the world. */
async function run(line: string, more: readonly Rule[], env: Readonly<Record<string, string>> = {}) {
  const said = { out: "", err: "" };
  const write = (to: "out" | "err") => async (text: string) => {
    said[to] += text;
  };
  const files: Io["files"] = {
    kind: async (name) => (name === "plan.json" ? "file" : "missing"),
    list: async () => [],
    read: async () => bytes,
    write: async (name) => {
      said.out += `(wrote ${name})`;
    },
    resolve: (_from, to) => to,
    real: async (name) => name,
    above: () => "/",
  };
  const io: Io = {
    stdin: { isTTY: true, read: async () => new Uint8Array() },
    stdout: { isTTY: false, write: write("out") },
    stderr: { isTTY: false, write: write("err") },
    env,
    files,
    today: () => "2026-01-15",
    now: () => 0,
  };
  return { code: await main(line.split(" "), io, engineWith(more)), ...said };
}

describe("a rule that throws on one resource", () => {
  test("is named with the resource, and keeps what it threw as the cause", async () => {
    const plan = planOf([
      { address: "aws_iam_role.app", action: "create", after: role("app") },
      { address: "aws_iam_role.plain", action: "create", after: role("plain") },
    ]);
    await expect(judged(plan, [crashing])).rejects.toMatchObject({
      name: "RuleCrash",
      message: "rule no-crash crashed on aws_iam_role.plain",
      cause: expect.any(TypeError),
    });
  });

  test("fails the run too where it throws on the state before the change", async () => {
    const [before, after] = [role("plain"), role("plain", { description: "orders" })];
    const onlyOnce = { threw: 0 };
    const later = defineRule({
      ...crashing,
      *claims({ identity }, context) {
        if (context.graph.moment === "before") throw new TypeError(`no claim ${++onlyOnce.threw}`);
        yield {
          holds: "yes",
          detail: "x",
          message: "x",
          evidence: [{ role: "primary", message: "x", location: identity.at }],
        };
      },
    });
    const plan = planOf([{ address: "aws_iam_role.plain", action: "update", before, after }]);
    await expect(judged(plan, [later])).rejects.toThrow("rule no-crash crashed on aws_iam_role.plain");
    expect(onlyOnce.threw).toBe(1);
  });

  test("ends the program with 4 and without a report, and tells rule and resource alone", async () => {
    const { code, out, err } = await run("check plan.json --format json --output json=report.json", [crashing]);
    expect([code, out]).toEqual([4, ""]);
    expect(err.split("\n")[0]).toBe("error: rule no-crash crashed on aws_iam_role.plain: nothing was judged");
    expect(err).not.toContain("hunter2");
  });

  test("shows where it happened when asked for it", async () => {
    const { code, err } = await run("check plan.json", [crashing], { ROLECALL_DEBUG: "1" });
    expect(code).toBe(4);
    expect(err).toContain("caused by TypeError");
  });

  test("is what makes the difference: without it the same plan is judged", async () => {
    expect(await run("check plan.json", [])).toMatchObject({ code: 0, err: "" });
  });

  test("is not asked at all when the ruleset turns it off", async () => {
    const plan = planOf([{ address: "aws_iam_role.plain", action: "create", after: role("plain") }]);
    const { defaultRuleset } = await import("#ruleset/default.ts");
    const ruleset = defaultRuleset();
    const off = new Map([...ruleset.rules, ["no-crash", { severity: "off", options: {}, locked: false }] as const]);
    const { findings } = await judged(plan, [crashing], { ...ruleset, rules: off });
    expect(findings).toEqual([]);
  });
});
