import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Binary, binaryFor, findBinaries } from "../../fixtures/maker/make/binary.ts";
import { allCases, casesAt, fixtures } from "../../fixtures/maker/make/cases.ts";
import { productsOf, recipeOf } from "../../fixtures/maker/make/recipe.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "recipe-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text = "") => {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
};

describe("recipeOf", () => {
  it("plans a creation", () => {
    put("main.tf");
    expect(recipeOf(folder)).toEqual({ steps: [{ files: "." }, { plan: "plan.json" }] });
  });

  it("applies a creation whose state is kept", () => {
    put("main.tf");
    put("applied.state.json");
    const steps = [{ files: "." }, { plan: "plan.json" }, { apply: [] }, { state: "applied.state.json" }];
    expect(recipeOf(folder)).toEqual({ steps });
  });

  it("applies what is before and plans what is after", () => {
    put("before/main.tf");
    put("after/main.tf");
    const steps = [{ files: "before" }, { apply: [] }, { files: "after" }, { plan: "plan.json" }];
    expect(recipeOf(folder)).toEqual({ steps });
  });

  it("takes what make.json says, and the steps that the files imply where it says none", () => {
    put("main.tf");
    put("make.json", '{ "needs": { "product": "opentofu", "atLeast": "1.11" } }');
    expect(recipeOf(folder)).toEqual({
      needs: { product: "opentofu", atLeast: "1.11" },
      steps: [{ files: "." }, { plan: "plan.json" }],
    });
  });

  it("makes nothing that was made by hand", () => {
    put("make.json", '{ "byHand": "no program writes this" }');
    expect(recipeOf(folder)).toEqual({ byHand: "no program writes this" });
  });
});

describe("productsOf", () => {
  it("names the files that the steps write", () => {
    const steps = [{ files: "." }, { plan: "plan.json" }, { state: "applied.state.json" }, { keep: "generated.tf" }];
    expect([...productsOf({ steps })]).toEqual(["plan.json", "applied.state.json", "generated.tf"]);
  });
});

describe("allCases", () => {
  it("finds the folders nearest to the top with a configuration or a recipe", () => {
    put("rules/b/two/before/main.tf");
    put("rules/a/one/main.tf");
    put("rules/a/one/modules/m/main.tf");
    put("plans/json/main.tf.json");
    put("plans/hand/make.json");
    put("reports/r/report.json");
    expect(allCases(folder).map((one) => one.name)).toEqual(["plans/hand", "plans/json", "rules/a/one", "rules/b/two"]);
  });

  it("knows every folder of this project with a plan in it", () => {
    const names = allCases().map((one) => one.name);
    expect(names.filter((name) => !/^(?:rules|plans|parity|rulesets)\//.test(name))).toEqual([]);
    expect(names).toContain("plans/terraform-plan/change-widen");
  });
});

describe("casesAt", () => {
  const all = ["rules/a/one", "rules/a/one-more", "rules/b/two"].map((name) => ({
    name,
    folder: join(fixtures, name),
  }));

  it.each([
    ["rules/a/one", ["rules/a/one"]],
    ["rules/a/one/", ["rules/a/one"]],
    ["rules/a", ["rules/a/one", "rules/a/one-more"]],
    [join(fixtures, "rules/b/two"), ["rules/b/two"]],
    ["one", []],
  ])("finds at %s", (argument, names) => {
    expect(casesAt(argument, all).map((one) => one.name)).toEqual(names);
  });
});

describe("binaryFor", () => {
  const terraform: Binary = { path: "t", product: "terraform", version: "1.11.4" };
  const nightly: Binary = { path: "n", product: "terraform", version: "1.17.0-dev" };
  const tofu: Binary = { path: "o", product: "opentofu", version: "1.12.6" };
  const needs = (product: "terraform" | "opentofu", atLeast: string, experiments = false) => ({
    needs: { product, atLeast, experiments },
    steps: [],
  });

  it.each([
    ["anything", { steps: [] }, [terraform, tofu], terraform],
    ["anything, of OpenTofu only", { steps: [] }, [tofu], tofu],
    ["anything, of nothing", { steps: [] }, [], undefined],
    ["the same version", needs("terraform", "1.11.4"), [terraform], terraform],
    ["a version with two digits", needs("terraform", "1.9"), [terraform], terraform],
    ["a later version", needs("terraform", "1.12"), [terraform, tofu], undefined],
    ["the other product", needs("opentofu", "1.11"), [terraform, tofu], tofu],
    ["experiments", needs("terraform", "1.17", true), [terraform, nightly], nightly],
    ["experiments of a release", needs("terraform", "1.11", true), [terraform], undefined],
  ])("is for %s", (_, recipe, binaries, binary) => {
    expect(binaryFor(recipe, binaries)).toEqual(binary);
  });
});

describe("findBinaries", () => {
  it("finds nothing where there is nothing", async () => {
    expect(await findBinaries({ TERRAFORM: join(folder, "no"), TOFU: join(folder, "no") })).toEqual([]);
  });
});
