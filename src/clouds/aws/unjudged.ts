import type { GraphBuilder } from "#model/graph-builder.ts";
import type { Dialect } from "#model/plan.ts";
import type { Tree } from "#model/tree.ts";
import { identityKinds } from "../data/identity-types.ts";
import { kindsInCloudFormation } from "./data/cloudformation-types.ts";
import { isKnownWithoutIdentity, looksLikeIdentity } from "./data/types-without-identity.ts";
import type { Resource } from "./link/resource.ts";

/** What a type may hide when it is not read: grants and trust keep a gate from passing, the rest is worth saying. */
const grave = new Set(["identity", "trust", "policy", "attachment", "resource-policy"]);

/** Whether resources of a type that is not in our list may still say something about access. */
export function mayMatter(type: string, dialect: Dialect): boolean {
  if (!isOfAws(type, dialect)) return false;
  return dialect === "cloudformation" ? kindsInCloudFormation(type)?.length !== 0 : !isKnownWithoutIdentity(type);
}

/** The provider `awscc` has types of its own for the same services. https://registry.terraform.io/providers/hashicorp/awscc/latest/docs */
function isOfAws(type: string, dialect: Dialect): boolean {
  return dialect === "cloudformation" ? type.startsWith("AWS::") : /^aws(cc)?_/.test(type);
}

/** Says that a resource of AWS was not judged, when it is known to be about access or looks like it. */
export function noticeUnjudged(resource: Resource, builder: GraphBuilder): void {
  const { type, at, mode, dialect } = resource.change;
  if (mode !== "managed" || !mayMatter(type, dialect)) return;
  const kinds = dialect === "cloudformation" ? kindsInCloudFormation(type) : identityKinds(type);
  if (kinds !== undefined) {
    const level = kinds.some((kind) => grave.has(kind)) ? "incomplete" : "info";
    builder.notice({
      code: "type-not-judged",
      level,
      message: `${type} is about access (${kinds.join(", ")}) and is not judged by this version`,
      location: at,
    });
  } else if (looksLikeIdentity(namesIn(resource.values, dialect))) {
    const message = `${type} is not in the list of known types and has an attribute that looks like a role, a policy or a principal`;
    builder.notice({ code: "type-not-known", level: "incomplete", message, location: at });
  }
}

/** Maps whose keys their author makes up. */
const madeUp = /(^|_)(tags|tags_all|labels|annotations|variables|parameters|metadata)$/;

/** Deeper than the blocks of any type are. */
const maxDepth = 12;

/** The names of attributes at any depth. */
function* namesIn(tree: Tree, dialect: Dialect, depth = 0): Iterable<string> {
  if (depth > maxDepth) return;
  if (tree.kind === "list") for (const item of tree.items) yield* namesIn(item, dialect, depth + 1);
  if (tree.kind !== "map") return;
  for (const key of tree.keys()) {
    const name = dialect === "terraform" ? key : key.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
    yield name;
    if (!madeUp.test(name)) yield* namesIn(tree.get(key), dialect, depth + 1);
  }
}
