import { isRecord } from "#model/json-tree.ts";
import { countAttachment } from "./count-attachments.ts";
import { countResourcePolicy } from "./count-policies.ts";
import { countWorkload } from "./count-workloads.ts";
import { type Counts, counts } from "./counts.ts";
import { isJudged, type Listed, listedTypes } from "./listed-types.ts";
import { type Json, listOf, type RawResource } from "./raw-plan.ts";
import { type Count, known, lengthOf, statementsIn, statementsOf, sum } from "./raw-values.ts";

export function countRaw(resource: RawResource): Counts {
  const listed = isJudged(resource.type) ? (listedTypes.get(resource.type) ?? []) : [];
  const sums = listed.map((one) => countKind(one, resource));
  return { ...Object.assign({}, ...sums), ...(resource.type === "aws_iam_role" && inRole(resource)) };
}

function countKind({ kind, attributes }: Listed, resource: RawResource): Counts {
  switch (kind) {
    case "identity":
      // What it makes has an address of its own.
      return resource.type === "aws_cloudcontrolapi_resource" ? {} : { identities: 1 };
    case "trust":
      return attributes.includes("assume_role_policy")
        ? counts({ trust: statementsOf(resource, "assume_role_policy") })
        : { workloads: 1 };
    case "policy":
      return policy(resource, attributes);
    case "resource-policy":
      return countResourcePolicy(resource, attributes);
    case "attachment":
      return countAttachment(resource, attributes);
    case "credential":
      return counts({ credentials: credentials(resource) });
    case "guardrail":
      return guardrail(resource, attributes);
    case "role-user":
      return counts({ workloads: countWorkload(resource) });
    default:
      return {};
  }
}

/** An inline policy is tied to the identity that it stands beside; a template is not read. */
function policy(resource: RawResource, attributes: readonly string[]): Counts {
  const attribute = attributes.find((one) => one === "policy" || one === "inline_policy");
  if (attribute === undefined) return {};
  const attachments = resource.type === "aws_iam_policy" ? 0 : 1;
  return counts({ policies: 1, statements: statementsOf(resource, attribute), attachments });
}

/** Policies of an organization about tags, backups and the like say nothing about access. */
function guardrail(resource: RawResource, attributes: readonly string[]): Counts {
  if (attributes.includes("service_principal")) return { policies: 1, statements: 1 };
  if (!attributes.includes("content")) return {};
  const type = attributes.includes("type") ? (known(resource, "type") ?? "SERVICE_CONTROL_POLICY") : "RESOURCE_POLICY";
  const isAccess =
    type === "RESOURCE_POLICY" || type === "SERVICE_CONTROL_POLICY" || type === "RESOURCE_CONTROL_POLICY";
  return isAccess ? counts({ policies: 1, statements: statementsOf(resource, "content") }) : { policies: 0 };
}

/** A parameter is a secret where it is encrypted, a client where it gets one, and users of a cache where they have a password. */
function credentials(resource: RawResource): Count {
  const is = (attribute: string, test: (value: unknown) => boolean): Count => {
    const value = known(resource, attribute);
    return value === undefined ? undefined : test(value) ? 1 : 0;
  };
  switch (resource.type) {
    case "aws_ssm_parameter":
      return is("type", (type) => type === "SecureString");
    case "aws_cognito_user_pool_client":
      return is("generate_secret", (value) => value === true);
    case "aws_elasticache_user":
    case "aws_memorydb_user":
      return undefined;
    default:
      return 1;
  }
}

/** A role may hold policies, name policies and have a boundary. */
function inRole(resource: RawResource): Counts {
  const blocks = known(resource, "inline_policy");
  if (blocks === undefined) return {};
  // Older providers write an empty block where there is none.
  const inline = listOf(blocks).filter(
    (one) => isRecord(one) && typeof one.policy === "string" && !(one.name === "" && one.policy === ""),
  );
  const statements = inline.map((one) => statementsIn((one as Json).policy));
  const managed = lengthOf(resource, "managed_policy_arns");
  const boundary = known(resource, "permissions_boundary");
  const bounds = boundary === undefined ? undefined : typeof boundary === "string" && boundary !== "" ? 1 : 0;
  return counts({
    policies: inline.length,
    statements: sum(statements),
    attachments: sum([inline.length, managed, bounds]),
  });
}
