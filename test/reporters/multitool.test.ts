import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sarif } from "#reporters/sarif.ts";
import { plain, reportOf } from "./support.ts";

/** The validator of Microsoft, which knows what GitHub asks for besides. It is there on Linux x64 only; elsewhere this file says so and skips. */
const tool = fileURLToPath(
  new URL("../../node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool", import.meta.url),
);
const isHere = existsSync(tool) && process.platform === "linux" && process.arch === "x64";

interface Log {
  readonly runs: readonly {
    readonly results?: readonly { readonly ruleId: string; readonly level?: string; readonly message: object }[];
  }[];
}

/** What the validator says about logs. Its exit code is 0 whatever it finds, so what it writes is read. */
function validated(logs: Readonly<Record<string, string>>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "rolecall-sarif-"));
  try {
    for (const [name, text] of Object.entries(logs)) writeFileSync(join(folder, `${name}.sarif`), text);
    const out = join(folder, "validation.json");
    const files = Object.keys(logs).map((name) => join(folder, `${name}.sarif`));
    chmodSync(tool, 0o755);
    execFileSync(tool, ["validate", ...files, "--rule-kind", "Sarif;Ghas", "--output", out], {
      stdio: "ignore",
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1", DOTNET_BUNDLE_EXTRACT_BASE_DIR: folder },
    });
    const { runs } = JSON.parse(readFileSync(out, "utf8")) as Log;
    return runs.flatMap(({ results = [] }) =>
      results.map((one) => `${one.level ?? "warning"} ${one.ruleId} ${JSON.stringify(one.message)}`),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const names = readdirSync(new URL("../../fixtures/reports/", import.meta.url));

test.skipIf(!isHere)(
  "the validator has nothing against the reports (skipped where it is not installed)",
  () => {
    const said = validated(Object.fromEntries(names.map((name) => [name, sarif.render(reportOf(name), plain)])));
    expect(said.filter((one) => one.startsWith("error"))).toEqual([]);
    // The project has no page of its own to name yet.
    expect(said.filter((one) => !one.includes("SARIF2005"))).toEqual([]);
  },
  120_000,
);

test.skipIf(!isHere)(
  "and would tell",
  () => {
    const broken = JSON.parse(sarif.render(reportOf("mixed"), plain)) as {
      runs: { results: { locations?: unknown }[] }[];
    };
    for (const { results } of broken.runs) for (const result of results) delete result.locations;
    expect(validated({ broken: JSON.stringify(broken) }).join("\n")).toMatch(/^error GH/m);
  },
  120_000,
);
