import type { GraphBuilder } from "#model/graph-builder.ts";
import type { Dialect } from "#model/plan.ts";
import { identityKinds } from "../data/identity-types.ts";
import { isKnownWithoutIdentity, looksLikeIdentity } from "./data/types-without-identity.ts";
import type { Resource } from "./link/resource.ts";

/** What a type may hide when it is not read: grants and trust keep a gate from passing, the rest is worth saying. */
const grave = new Set(["identity", "trust", "policy", "attachment", "resource-policy"]);

/** Whether resources of a type that is not in our list may still say something about access. */
export function mayMatter(type: string, dialect: Dialect): boolean {
  return isOfAws(type, dialect) && !isKnownWithoutIdentity(type);
}

function isOfAws(type: string, dialect: Dialect): boolean {
  return type.startsWith(dialect === "cloudformation" ? "AWS::" : "aws_");
}

/** Says that a resource of AWS was not judged, when it is known to be about access or looks like it. */
export function noticeUnjudged(resource: Resource, builder: GraphBuilder): void {
  const { type, at, mode, dialect } = resource.change;
  if (mode !== "managed" || !isOfAws(type, dialect)) return;
  const kinds = identityKinds(type);
  if (kinds !== undefined) {
    const level = kinds.some((kind) => grave.has(kind)) ? "incomplete" : "info";
    builder.notice({
      code: "type-not-judged",
      level,
      message: `${type} is about access (${kinds.join(", ")}) and is not judged by this version`,
      location: at,
    });
  } else if (resource.values.kind === "map" && looksLikeIdentity(resource.values.keys())) {
    const message = `${type} is not in the list of known types and has an attribute that looks like a role, a policy or a principal`;
    builder.notice({ code: "type-not-known", level: "incomplete", message, location: at });
  }
}
