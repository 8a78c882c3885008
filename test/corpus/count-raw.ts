import { isRecord } from "#model/json-tree.ts";
import { isJudged, isWorkload, type Listed, listedTypes } from "./listed-types.ts";
import { type Json, listOf, type RawResource } from "./raw-plan.ts";

/**
 * What a resource must add to the graph, counted in the raw JSON with the list of types and none of the program's code. What cannot be counted without
 * judging (it is unknown, or no plain JSON) is left out.
 */
export interface Counts {
  readonly identities?: number;
  readonly trust?: number;
  readonly policies?: number;
  readonly statements?: number;
  readonly attachments?: number;
  readonly memberships?: number;
  readonly credentials?: number;
  readonly workloads?: number;
}

type Count = number | undefined;

export function countRaw(resource: RawResource): Counts {
  const listed = isJudged(resource.type) ? (listedTypes.get(resource.type) ?? []) : [];
  const sums = listed.map((one) => countKind(one, resource));
  return { ...Object.assign({}, ...sums), ...(resource.type === "aws_iam_role" && inRole(resource)) };
}

function countKind({ kind, attributes }: Listed, resource: RawResource): Counts {
  switch (kind) {
    case "identity":
      return { identities: 1 };
    case "trust":
      return counts({ trust: statementsOf(resource, "assume_role_policy") });
    case "policy":
      return counts({
        policies: 1,
        statements: statementsOf(resource, "policy"),
        attachments: resource.type === "aws_iam_policy" ? 0 : 1,
      });
    case "resource-policy":
      return resourcePolicy(resource, attributes);
    case "attachment":
      return attachment(resource, attributes);
    case "credential":
      return { credentials: 1 };
    case "role-user":
      return isWorkload(resource.type) ? { workloads: 1 } : {};
    default:
      return {};
  }
}

function counts(all: Readonly<Record<string, Count>>): Counts {
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count !== undefined));
}

function resourcePolicy(resource: RawResource, attributes: readonly string[]): Counts {
  if (resource.type === "aws_lambda_permission") return { policies: 1, statements: 1 };
  const attribute = attributes.find((one) => one === "policy" || one === "repository_policy");
  if (attribute === undefined) throw new Error(`${resource.type} has no policy`);
  const text = known(resource, attribute);
  if (text === "" || text === null) return { policies: 0, statements: 0 };
  return text === undefined ? {} : counts({ policies: 1, statements: statementsOf(resource, attribute) });
}

/** One policy for one identity, a list of policies, lists of identities, or lists of members: as its attributes say. */
function attachment(resource: RawResource, attributes: readonly string[]): Counts {
  const has = (...names: readonly string[]) => names.every((one) => attributes.includes(one));
  if (has("users") && !has("policy_arn")) return counts({ memberships: lengthOf(resource, "users") });
  if (has("groups") && !has("policy_arn")) return counts({ memberships: lengthOf(resource, "groups") });
  if (has("policy_arns")) return counts({ attachments: lengthOf(resource, "policy_arns") });
  if (!has("policy_arn")) return {};
  const lists = ["roles", "users", "groups"].filter((one) => has(one)).map((one) => lengthOf(resource, one));
  return lists.length === 0 ? { attachments: 1 } : counts({ attachments: sum(lists) });
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

/** The value of an attribute; undefined where it, or a part of it, is not known. */
function known({ values, unknown }: RawResource, attribute: string): unknown {
  if (unknown === undefined || holdsTrue(unknown[attribute])) return undefined;
  return values[attribute] ?? null;
}

function holdsTrue(mask: unknown): boolean {
  if (typeof mask !== "object" || mask === null) return mask === true;
  return Object.values(mask).some(holdsTrue);
}

function lengthOf(resource: RawResource, attribute: string): Count {
  const value = known(resource, attribute);
  return value === undefined ? undefined : listOf(value).length;
}

function statementsOf(resource: RawResource, attribute: string): Count {
  return statementsIn(known(resource, attribute));
}

/** Statements of a document that is plain JSON. */
function statementsIn(text: unknown): Count {
  if (typeof text !== "string") return undefined;
  try {
    const document: unknown = JSON.parse(text);
    const statement = isRecord(document) ? document.Statement : undefined;
    return Array.isArray(statement) ? statement.length : isRecord(statement) ? 1 : undefined;
  } catch {
    return undefined;
  }
}

function sum(all: readonly Count[]): Count {
  return all.reduce<Count>((total, one) => (total === undefined || one === undefined ? undefined : total + one), 0);
}
