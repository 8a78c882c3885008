import { isRecord } from "#model/json-tree.ts";
import { callIn } from "../calls.ts";
import { choiceIn, choose, isMissing, isNothing, listed } from "./language.ts";
import { policyArn } from "./managed-policies.ts";
import { type Json, type Moved, type Steps, type Unread, unread } from "./parts.ts";
import { policyOfTemplate } from "./policy-templates.ts";

/** The policies of a role as IAM takes them. */
export interface Policies {
  readonly managed: readonly unknown[];
  readonly inline: readonly unknown[];
  /** What was not understood, and where the rest was written. */
  readonly parts: readonly (Unread | Moved)[];
}

/** What an entry of `Policies` becomes. */
type Entry = { readonly managed: unknown } | { readonly inline: unknown } | { readonly neither: true };

/**
 * What stands under `Policies`: names and ARNs of policies, documents, and policy templates, one or many.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-policies
 */
export function policiesIn(written: unknown, roleId: string, steps: Steps): Policies {
  const entries = isMissing(written) ? [] : listed(written);
  const read = entries.map((entry, i) => entryOf(entry, `${roleId}Policy${i}`));
  return {
    managed: read.flatMap((one) => ("managed" in one ? [one.managed] : [])),
    inline: read.flatMap((one) => ("inline" in one ? [one.inline] : [])),
    parts: read.flatMap((one, i) => placeOf(one, entries[i], Array.isArray(written) ? [...steps, i] : steps)),
  };
}

function placeOf(read: Entry, written: unknown, steps: Steps): readonly (Unread | Moved)[] {
  if ("neither" in read) return isNothing(written) ? [] : [unread("this policy", steps)];
  const made = "managed" in read ? read.managed : read.inline;
  return typeof made === "object" && made !== null ? [{ moved: made, steps }] : [];
}

function entryOf(entry: unknown, name: string): Entry {
  if (typeof entry === "string") return { managed: policyArn(entry) };
  const choice = choiceIn(entry);
  if (choice !== undefined) return chosen(choice, name);
  if (isNothing(entry)) return { neither: true };
  if (callIn(entry) !== undefined) return { managed: entry };
  const document = documentIn(entry);
  return document === undefined ? { neither: true } : { inline: { PolicyName: name, PolicyDocument: document } };
}

/** Either policy, where both are of one kind, or one is none at all. */
function chosen([condition, yes, no]: readonly [string, unknown, unknown], name: string): Entry {
  const [first, second] = [entryOf(yes, name), entryOf(no, name)];
  const either = (key: "managed" | "inline") => {
    const [one, other] = [valueIn(first, key) ?? unset(yes), valueIn(second, key) ?? unset(no)];
    return one === undefined || other === undefined ? undefined : choose(condition, one, other);
  };
  if ("neither" in first && "neither" in second) return { neither: true };
  const [managed, inline] = [either("managed"), either("inline")];
  if (managed !== undefined) return { managed };
  return inline === undefined ? { neither: true } : { inline };
}

function valueIn(entry: Entry, key: "managed" | "inline"): unknown {
  return key in entry ? (entry as Readonly<Record<string, unknown>>)[key] : undefined;
}

function unset(written: unknown): unknown {
  return isNothing(written) ? written : undefined;
}

function documentIn(entry: unknown): Json | undefined {
  if (!isRecord(entry)) return undefined;
  if ("Statement" in entry) return entry;
  const [name, ...others] = Object.keys(entry);
  return name === undefined || others.length > 0 ? undefined : policyOfTemplate(name, entry[name]);
}
