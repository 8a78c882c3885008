import { literalText } from "#model/text.ts";
import { field } from "#model/tree.ts";
import { join } from "../link/join.ts";
import { policyNode } from "../link/linking.ts";
import { attribute } from "../link/resource.ts";
import { tagsOf, untaggable } from "../link/tags.ts";
import { nodeOf } from "../link/world.ts";
import type { ResourceType } from "./resource-type.ts";

/** What a device may do once it has proved who it is, by a certificate or through Cognito. https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html */
const policy: ResourceType = {
  terraform: "aws_iot_policy",
  cloudformation: "AWS::IoT::Policy",
  spelling: { name: "PolicyName", policy: "PolicyDocument" },
  naming: { kind: "device-policy", names: ["name", "id"] },
  contribute(resource, linking) {
    const { address, type } = resource.change;
    const name = attribute(resource, "name") ?? [];
    const facts = { name, tags: tagsOf(resource), ...linking.world.accountFacts(resource) };
    const subject = linking.graph.subject(resource.change, "aws", facts);
    const tree = field(resource.values, "policy");
    const head = { id: address, kind: "identity", origin: "customer", name, address, type, assumed: false } as const;
    linking.graph.addPolicy(policyNode({ ...head, subject }, linking.document(tree), tree));
  },
};

/** Whoever holds the certificate gets the policy. A certificate is no identity here, so that the policy is judged by itself. */
const policyAttachment: ResourceType = {
  terraform: "aws_iot_policy_attachment",
  cloudformation: "AWS::IoT::PolicyPrincipalAttachment",
  spelling: { policy: "PolicyName", target: "Principal" },
  contribute(resource, linking) {
    const policyText = attribute(resource, "policy") ?? [];
    const link = linking.world.link(policyText, ["device-policy"], resource);
    linking.graph.addAttachment({
      id: resource.change.address,
      kind: "grants",
      policyText,
      toText: attribute(resource, "target") ?? [],
      address: resource.change.address,
      at: resource.change.at,
      ...(link.kind === "thing" && { policy: nodeOf(link.thing) }),
    });
  },
};

/** A device is what its certificate says it is. */
const thingPrincipal: ResourceType = {
  terraform: "aws_iot_thing_principal_attachment",
  cloudformation: "AWS::IoT::ThingPrincipalAttachment",
  spelling: { thing: "ThingName" },
  contribute(resource, linking) {
    const memberText = attribute(resource, "principal") ?? [];
    const groupText = attribute(resource, "thing") ?? [];
    join(resource, { memberText, member: undefined, groupText, group: undefined }, linking);
  },
};

const certificate: ResourceType = {
  terraform: "aws_iot_certificate",
  cloudformation: "AWS::IoT::Certificate",
  contribute(resource, linking) {
    const facts = { name: literalText(resource.change.name), tags: untaggable };
    const subject = linking.graph.subject(resource.change, "aws", {
      ...facts,
      ...linking.world.accountFacts(resource),
    });
    linking.graph.addCredential({ ...subject, kind: "credential", form: "certificate" });
  },
};

export default [policy, policyAttachment, thingPrincipal, certificate] satisfies readonly ResourceType[];
