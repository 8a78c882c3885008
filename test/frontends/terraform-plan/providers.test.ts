import { describe, expect, it } from "vitest";
import type { ProviderScope } from "#model/plan.ts";
import { field } from "#model/tree.ts";
import { fixtures, plain, planAt, planOf, resourceIn } from "../support.ts";

const registry = "example.com/hashicorp/aws";

interface Written {
  readonly address?: string;
  readonly providerName?: string;
  /** `provider_config_key` of the resource's block; none means that it has no block. */
  readonly key?: string;
}

/** The scope of one resource of a plan with these provider configurations. */
async function scopeWith(
  provider_config: object,
  { address = "aws_x.a", providerName = registry, key }: Written,
): Promise<ProviderScope> {
  const [, ...modules] = address.split("module.").map((part) => part.split(".")[0] ?? "");
  const resources = key === undefined ? [] : [{ address: "aws_x.a", expressions: {}, provider_config_key: key }];
  const root_module = modules.reduceRight<object>((module, name) => ({ module_calls: { [name]: { module } } }), {
    resources,
  });
  const change = { actions: ["create"], before: null, after: {}, after_unknown: {} };
  const resource_changes = [
    { address, mode: "managed", type: "aws_x", name: "a", provider_name: providerName, change },
  ];
  const plan = await planOf({
    format_version: "1.2",
    resource_changes,
    configuration: { provider_config, root_module },
  });
  return resourceIn(plan, address).scope.provider;
}

const aws = { name: "aws", expressions: { region: { constant_value: "eu-west-1" } } };
const prod = { name: "aws", alias: "prod", expressions: { region: { constant_value: "us-east-1" } } };

describe("the provider of a resource", () => {
  it("is what its block names", async () => {
    expect(await scopeWith({ aws, "aws.prod": prod }, { key: "aws.prod" })).toMatchObject({
      name: "aws",
      key: "aws.prod",
    });
    expect(plain((await scopeWith({ aws, "aws.prod": prod }, { key: "aws.prod" })).settings)).toEqual({
      region: "us-east-1",
    });
  });

  it("has no settings where nothing is configured", async () => {
    const scope = await scopeWith({}, { key: "aws" });
    expect([scope.key, plain(scope.settings)]).toEqual(["aws", {}]);
  });

  it("is inherited from the nearest module that configures it", async () => {
    const inner = { ...prod, alias: undefined, module_address: "module.a" };
    const written = { address: "module.a.module.b.aws_x.a", key: "b:aws" };
    expect((await scopeWith({ aws }, written)).key).toBe("aws");
    expect((await scopeWith({ aws, "module.a:aws": inner }, written)).key).toBe("module.a:aws");
    expect((await scopeWith({ aws, "module.a:aws": { name: "aws", module_address: "module.a" } }, written)).key).toBe(
      "aws",
    );
  });

  it("is not known where a module may have been given another one", async () => {
    const scope = await scopeWith({ aws, "aws.prod": prod }, { address: "module.vpc.aws_x.a", key: "vpc:aws" });
    expect([scope.key, plain(scope.settings)]).toEqual(["module.vpc:aws", "?unresolved-reference"]);
  });

  it("is not known for a resource without a block where there are several", async () => {
    expect(plain((await scopeWith({ aws, "aws.prod": prod }, {})).settings)).toBe("?unresolved-reference");
    expect((await scopeWith({ aws }, {})).key).toBe("aws");
  });

  it("is told by the resource itself in Terraform 0.12", async () => {
    const scope = await scopeWith(
      { aws, "aws.prod": prod },
      { address: "module.vpc.aws_x.a", key: "vpc:aws", providerName: "aws.prod" },
    );
    expect([scope.name, scope.key, plain(scope.settings)]).toEqual(["aws", "aws.prod", { region: "us-east-1" }]);
    expect((await scopeWith({}, { key: "provider.aws", providerName: "aws" })).key).toBe("aws");
  });

  it("is one for each key in OpenTofu", async () => {
    const each = {
      name: "aws",
      alias: "each",
      expressions: { assume_role: [{ role_arn: { references: ["each.value"] } }] },
    };
    const scope = await scopeWith({ "aws.each": each }, { address: 'aws_x.a["dev"]', key: "aws.each" });
    expect(scope.key).toBe('aws.each["dev"]');
  });

  it("has settings that say what they wait for", async () => {
    const expressions = {
      assume_role: [{ role_arn: { references: ["var.role"] }, external_id: { constant_value: "x" } }],
      default_tags: [{ tags: {} }],
    };
    const { settings } = await scopeWith({ aws: { name: "aws", expressions } }, { key: "aws" });
    expect(plain(field(settings, "assume_role", "external_id"))).toBe("x");
    expect(plain(field(settings, "assume_role", "role_arn"))).toBe("?unresolved-reference".replace("-reference", " ."));
    expect(plain(field(settings, "default_tags", "tags"))).toBe("?unresolved-reference");
    expect(plain(field(settings, "region"))).toBeNull();
  });

  it("is absent where the plan has no configuration", async () => {
    const change = { actions: ["create"], before: null, after: {}, after_unknown: {} };
    const plan = await planOf({
      resource_changes: [{ address: "aws_x.a", type: "aws_x", provider_name: registry, change }],
    });
    expect(plan.changes[0]?.scope.provider).toMatchObject({ name: "aws", key: "aws", settings: { kind: "absent" } });
  });
});

describe("captured plans", () => {
  it("tells two accounts of one configuration apart", async () => {
    const plan = await planAt(`${fixtures}/two-accounts/plan.json`);
    const scope = resourceIn(plan, "module.deploy_prod.aws_iam_role.deploy").scope;
    expect([scope.provider.key, scope.module]).toEqual(["aws.prod", "module.deploy_prod"]);
    expect(plain(field(scope.provider.settings, "assume_role", "role_arn"))).toBe(
      "arn:aws:iam::222233334444:role/deploy",
    );
    expect(plain(field(scope.provider.settings, "default_tags", "tags"))).toEqual({ owner: "shop", stage: "prod" });
  });

  it("knows OpenTofu by the registry of its providers", async () => {
    expect((await planAt(`${fixtures}/opentofu/plan.json`)).format).toMatch(
      /^OpenTofu 1\.\d+\.\d+ plan \(format 1\.2\)$/,
    );
    expect((await planAt(`${fixtures}/two-accounts/plan.json`)).format).toBe("Terraform 1.11.4 plan (format 1.2)");
  });
});
