import { describe, expect, it } from "vitest";
import { plain, planOf, resourceIn } from "../support.ts";
import { made, preview, recorded, urn } from "./support.ts";

const role = "aws:iam/role:Role";

describe("the provider of a resource of Pulumi", () => {
  it("tells account, region and default tags in the words of Terraform", async () => {
    const plan = await recorded("components/preview-all.json");
    const { provider } = resourceIn(plan, `urn:pulumi:dev::components::${role}::prod-tagged`).scope;
    expect([provider.name, provider.key]).toEqual(["aws", "aws.prod"]);
    expect(plain(provider.settings)).toMatchObject({
      region: "eu-central-1",
      assume_role: [{ role_arn: "arn:aws:iam::210987654321:role/deploy", external_id: "ext" }],
      default_tags: { tags: { owner: "prod-team", managed: "pulumi" } },
      allowed_account_ids: ["210987654321"],
    });
  });

  it("is the configuration of the stack where a program makes none", async () => {
    const plan = await recorded("components/preview-all.json");
    const { provider } = resourceIn(plan, `urn:pulumi:dev::components::${role}::guarded`).scope;
    expect([provider.key, plain(provider.settings)]).toEqual(["aws", { region: "eu-west-1" }]);
  });

  it("takes lists and objects in the configuration for what they are", async () => {
    const config = {
      "aws:assumeRoles": '[{"roleArn":"arn:aws:iam::111122223333:role/ci"}]',
      "aws:defaultTags": '{"tags":{"costCenter":"7"}}',
      "app:size": "3",
    };
    const { changes } = await planOf(preview([made(role, "a", {})], { config }));
    expect(changes.map((one) => plain(one.scope.provider.settings))).toEqual([
      { assume_role: [{ role_arn: "arn:aws:iam::111122223333:role/ci" }], default_tags: { tags: { costCenter: "7" } } },
    ]);
  });

  it("is not known where a preview leaves it out, and says so", async () => {
    const provider = `${urn("pulumi:providers:aws", "prod")}::0c4a`;
    const { changes, notices } = await planOf(preview([made(role, "a", {}, { provider })]));
    expect(changes.map((one) => plain(one.scope.provider.settings))).toEqual(["?unresolved-reference"]);
    expect(notices.map((one) => [one.code, one.location.address])).toEqual([
      ["provider-not-told", urn("pulumi:providers:aws", "prod")],
    ]);
    expect(notices[0]?.message).toContain("pulumi preview --json --show-sames");
  });

  it("of aws-native is another one than that of the bridge", async () => {
    const config = { "aws:region": "eu-west-1", "aws-native:region": "us-east-1" };
    const steps = [made(role, "a", {}), made("aws-native:iam:Role", "b", {})];
    const { changes } = await planOf(preview(steps, { config }));
    const told = changes.map(({ scope: { provider } }) => [provider.name, provider.key, plain(provider.settings)]);
    expect(told).toEqual([
      ["aws", "aws-native", { region: "us-east-1" }],
      ["aws", "aws", { region: "eu-west-1" }],
    ]);
  });

  it("keeps two of one name apart", async () => {
    const inside = "urn:pulumi:dev::app::acme:x:Team$pulumi:providers:aws::prod";
    const steps = [
      made(role, "a", {}, { provider: `${urn("pulumi:providers:aws", "prod")}::1` }),
      made(role, "b", {}, { provider: `${inside}::2` }),
    ];
    const { changes } = await planOf(preview(steps));
    expect(changes.map((one) => one.scope.provider.key)).toEqual(["aws.prod", inside]);
  });
});
