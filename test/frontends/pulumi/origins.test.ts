import { describe, expect, it } from "vitest";
import type { Origin } from "#model/location.ts";
import { planOf, resourceIn } from "../support.ts";
import { made, preview, recorded, urn } from "./support.ts";

const role = "aws:iam/role:Role";

async function originOf(state: object): Promise<Origin | undefined> {
  const plan = await planOf(preview([made(role, "a", {}, state)]));
  return resourceIn(plan, urn(role, "a")).at.origin;
}

const own = "project:///src/iam.ts#13,16";
const inPackage = "project:///node_modules/@pulumi/awsx/ecs.ts#1,2";
const inYaml = "project:///../../github.com/pulumi/pulumi-yaml@v1.38.1/pkg/run.go#1026";
const at = (file: string, line: number, column: number) => ({ construct: "a", madeBy: "program", file, line, column });

/** Places that a state tells, and what of a program made the resource. */
const states: readonly (readonly [name: string, state: object, origin: object | undefined])[] = [
  ["its own line", { sourcePosition: own }, at("src/iam.ts", 13, 16)],
  [
    "a line without a column",
    { sourcePosition: "project:///a.py#7" },
    { construct: "a", madeBy: "program", file: "a.py", line: 7 },
  ],
  [
    "a line behind that of a package",
    { sourcePosition: inPackage, stackTrace: [{}, { sourcePosition: inPackage }, { sourcePosition: own }] },
    at("src/iam.ts", 13, 16),
  ],
  [
    "a package alone",
    { sourcePosition: inPackage, stackTrace: [{ sourcePosition: inPackage }] },
    { construct: "a", madeBy: "library" },
  ],
  ["a program in YAML", { sourcePosition: inYaml, stackTrace: [{ sourcePosition: inYaml }] }, undefined],
  ["a place outside of the project", { sourcePosition: "project:///../../etc/passwd#1,1" }, undefined],
  ["no place", {}, undefined],
  ["something else", { sourcePosition: 7, stackTrace: "x" }, undefined],
];

describe("the origin of a resource of Pulumi", () => {
  it.each(states)("is told by %s", async (_name, state, origin) => {
    expect(await originOf(state)).toEqual(origin);
  });

  it("has the components that the resource is in, and goes to all that is said of it", async () => {
    const plan = await recorded("components/preview-all.json");
    const address = "urn:pulumi:dev::components::acme:iam:Platform$acme:iam:Team$aws:iam/role:Role::plat-core-role";
    const { at: place, after } = resourceIn(plan, address);
    const origin = {
      construct: "plat/plat-core/plat-core-role",
      madeBy: "program",
      file: "index.ts",
      line: 13,
      column: 21,
    };
    expect([place.origin, after.at.origin]).toEqual([origin, origin]);
    expect(after.kind === "map" ? after.get("assume_role_policy").at.origin : undefined).toEqual(origin);
  });
});
