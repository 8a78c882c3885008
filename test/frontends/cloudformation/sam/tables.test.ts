import { describe, expect, it } from "vitest";
import { profiles } from "#frontends/cloudformation/sam/connectors/profiles.ts";
import { namesByPath } from "#frontends/cloudformation/sam/data/managed-policies.generated.ts";
import { blocks } from "#frontends/cloudformation/sam/data/policy-templates.generated.ts";
import { policyOfTemplate } from "#frontends/cloudformation/sam/policy-templates.ts";

const action = /^[a-z0-9-]+:[A-Za-z*]+$/;

/** The variables of a text that no template and no deployment tells. */
function openVariables(text: string, known: readonly string[]): readonly string[] {
  const names = [...text.matchAll(/\$\{([^}]+)\}/g)].map(([, name = ""]) => name);
  return names.filter((name) => !/^AWS::(Partition|Region|AccountId)$/.test(name) && !known.includes(name));
}

describe("policy templates", () => {
  it.each(blocks.map((block) => [block.split(/[\s]/)[0] ?? "", block]))("%s", (name, block) => {
    const [head = "", ...lines] = block.split("\n");
    const [, ...parameters] = head.split(" ");
    expect(policyOfTemplate(name, {})).toHaveProperty("Statement");
    for (const line of lines) {
      const [actions = "", resources = "", condition = ""] = line.split("\t");
      expect(actions.split(" ").filter((one) => !action.test(one))).toEqual([]);
      expect(resources).not.toBe("");
      expect(openVariables(`${resources} ${condition}`, parameters)).toEqual([]);
    }
  });

  it("are those of SAM, and none else", () => {
    expect(blocks).toHaveLength(81);
    expect(policyOfTemplate("ReadTheFuture", {})).toBeUndefined();
  });
});

describe("connectors", () => {
  const ends = ["SourceArn", "SourceResourceId", "SourceQualifier", "DestinationArn", "DestinationName"];

  it.each([...profiles])("%s", (_, { way, service, from = "", access }) => {
    const allowed = Object.values(access).flat();
    expect(allowed.flatMap(([actions]) => actions.split(" ")).filter((one) => !action.test(one))).toEqual([]);
    expect(openVariables([from, ...allowed.flat()].join(" "), ends)).toEqual([]);
    expect(service === undefined).toBe(way.startsWith("role-"));
  });

  it("are as many as SAM has", () => {
    expect(profiles.size).toBe(31);
  });
});

describe("managed policies with a path", () => {
  it("are no others of the same name", () => {
    const names = Object.values(namesByPath).flatMap((all) => all.split(" "));
    expect(names.length).toBeGreaterThan(150);
    expect(new Set(names).size).toBe(names.length);
    expect(namesByPath["service-role"]).toMatch(/\bAWSLambdaBasicExecutionRole\b/);
  });
});
