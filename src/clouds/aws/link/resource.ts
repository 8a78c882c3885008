import type { ResourceChange } from "#model/plan.ts";
import { holesOf, type Text, wholeText } from "#model/text.ts";
import { absent, field, type Tree, textOf } from "#model/tree.ts";
import { type Hole, hole } from "#model/value.ts";

/** A resource as it is at one moment: its change, and the values of that moment. */
export interface Resource {
  readonly change: ResourceChange;
  readonly values: Tree;
  /** The name under which resource types are listed: `aws_iam_role`, `data.aws_iam_role`. */
  readonly typeKey: string;
}

/** The resource at a moment; nothing when it does not exist then. */
export function resourceAt(change: ResourceChange, moment: "before" | "after"): Resource | undefined {
  const values = moment === "before" ? beforeOf(change) : change.after;
  if (values.kind === "absent") return undefined;
  return { change, values, typeKey: change.mode === "data" ? `data.${change.type}` : change.type };
}

/** What is only looked up, or lies outside of this change, is the same before and after it. */
function beforeOf(change: ResourceChange): Tree {
  return change.mode === "managed" ? change.before : change.after;
}

/** A text attribute; undefined when it is not set. */
export function attribute(resource: Resource, ...path: readonly string[]): Text | undefined {
  return textOf(field(resource.values, ...path));
}

/** A text attribute that is wholly known. */
export function literal(resource: Resource, ...path: readonly string[]): string | undefined {
  const text = attribute(resource, ...path);
  const value = text === undefined ? undefined : wholeText(text);
  return value?.known === true ? value.value : undefined;
}

/** A name that nobody gave: the cloud will make one up. */
const leftOut: Hole = { ...hole("computed-at-apply"), unset: true };

/**
 * The name that an attribute holds. What nobody gave is made up by the cloud, or by the tool before it. The provider makes one up behind a prefix, and tells the prefix of every name that looks like that.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role#name_prefix-1
 */
export function nameFacts(resource: Resource, from: string): { readonly name: Text; readonly generatedName?: true } {
  const prefix = textOf(written(resource, `${from}_prefix`));
  const name = attribute(resource, from) ?? [leftOut];
  const generated = Boolean(prefix?.length) || holesOf(name).some((one) => one.unset);
  return { name, ...(generated && { generatedName: true }) };
}

/** True when the attribute is unknown only because nobody set it: the provider will choose. */
function isProviderDefault(tree: Tree): boolean {
  return tree.kind === "unknown" && tree.hole.unset;
}

/** An attribute that counts as set: what the provider will choose by itself is absent. */
export function written(resource: Resource, ...path: readonly string[]): Tree {
  const tree = field(resource.values, ...path);
  return isProviderDefault(tree) ? absent(tree.at) : tree;
}
