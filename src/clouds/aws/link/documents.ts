import { follow, type Tree, textOf } from "#model/tree.ts";
import { type PolicyDocument, readDocument } from "../policy/document.ts";
import { readDocumentBlocks } from "./document-blocks.ts";
import type { Resource } from "./resource.ts";
import type { World } from "./world.ts";

const maxSteps = 8;

/** `data.aws_iam_policy_document.x[each.key].json` loses its last part in a plan; nothing else of it is a policy. */
function lostAttribute(target: Resource | undefined): string | undefined {
  return target?.typeKey === "data.aws_iam_policy_document" ? "json" : undefined;
}

/**
 * The policy document that an attribute holds. One that is unknown is looked for where it comes from: the blocks of a policy document data source, or the
 * attribute of another resource. What cannot be found stays `unread`.
 */
export function documentAt(tree: Tree, world: World, steps = 0): PolicyDocument {
  const source =
    tree.kind === "unknown" && !tree.hole.unset && steps < maxSteps ? sourceOf(tree, world, steps) : undefined;
  return source ?? readDocument(tree);
}

function sourceOf(tree: Tree & { kind: "unknown" }, world: World, steps: number): PolicyDocument | undefined {
  const [ref] = tree.hole.refs;
  const target = ref === undefined || tree.hole.refs.length !== 1 ? undefined : world.target(ref);
  const attribute = ref?.attribute ?? lostAttribute(target);
  if (target === undefined || attribute === undefined) return undefined;
  const value = follow(target.values, attribute);
  if (target.typeKey === "data.aws_iam_policy_document" && value.kind !== "text") {
    return readDocumentBlocks(target, (source) => documentAt(source, world, steps + 1));
  }
  if (value.kind === "absent" || (value.kind === "unknown" && value.hole.unset)) return undefined;
  return textOf(value) === undefined ? undefined : documentAt(value, world, steps + 1);
}
