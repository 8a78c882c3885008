import { type Tree, textOf } from "#model/tree.ts";
import { type PolicyDocument, readDocument } from "../policy/document.ts";
import { readDocumentBlocks } from "./document-blocks.ts";
import { walk, type World } from "./world.ts";

const maxSteps = 8;

/**
 * The policy document that an attribute holds. One that is unknown is looked for where it comes from: the blocks of a policy document data source, or the
 * attribute of another resource. What cannot be found stays `unread`.
 */
export function documentAt(tree: Tree, world: World, steps = 0): PolicyDocument {
  const source = tree.kind === "unknown" && !tree.hole.unset && steps < maxSteps ? sourceOf(tree, world, steps) : undefined;
  return source ?? readDocument(tree);
}

function sourceOf(tree: Tree & { kind: "unknown" }, world: World, steps: number): PolicyDocument | undefined {
  const [ref] = tree.hole.refs;
  if (ref === undefined || tree.hole.refs.length !== 1 || ref.attribute === undefined) return undefined;
  const target = world.target(ref);
  if (target === undefined) return undefined;
  const value = walk(target.values, ref.attribute);
  if (target.typeKey === "data.aws_iam_policy_document" && value.kind !== "text") {
    return readDocumentBlocks(target, (source) => documentAt(source, world, steps + 1));
  }
  if (value.kind === "absent" || (value.kind === "unknown" && value.hole.unset)) return undefined;
  return textOf(value) === undefined ? undefined : documentAt(value, world, steps + 1);
}
