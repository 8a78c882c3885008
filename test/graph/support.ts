import { Builder } from "#graph/builder.ts";
import type { Attachment } from "#model/attachment.ts";
import type { Subject } from "#model/identity.ts";
import type { SourceLocation } from "#model/location.ts";
import type { ResourceChange } from "#model/plan.ts";
import type { PermissionStatement, Policy } from "#model/policy.ts";
import type { EnvironmentSetting, Settings } from "#model/ruleset.ts";
import type { Tags } from "#model/tags.ts";
import { literalText, type Text } from "#model/text.ts";
import { absent } from "#model/tree.ts";
import { type Hole, hole, known } from "#model/value.ts";

export const at: SourceLocation = { document: "plan.json", pointer: "/resource_changes/0" };
export const later: Hole = hole("computed-at-apply");

function environment(name: string, rank: number, words: readonly string[]): EnvironmentSetting {
  const tags = new Map([["env", words]]);
  return { name, rank, tags, workspaces: words, stacks: words, modules: words, names: words };
}

export const settings: Settings = {
  accounts: new Map([
    ["111122223333", { environment: "prod", owner: "platform" }],
    ["444455556666", {}],
  ]),
  environments: [environment("prod", 3, ["prod", "live-*"]), environment("dev", 1, ["dev"])],
  owners: { tags: ["owner", "owner_team"] },
  trustAllowed: [],
  vendors: new Map(),
};

/** What a plan and a cloud say about a node; what is left out says nothing. */
export interface Given {
  readonly account?: string;
  /** Tags as text, or as a hole; `null`: the type has none. */
  readonly tags?: Readonly<Record<string, string | Hole>> | null;
  readonly unread?: Hole;
  readonly declared?: string;
  readonly stack?: string;
  readonly module?: string;
  readonly name?: Text;
  readonly sourceName?: string;
}

/** The subject that the builder makes of it. */
export function subjectOf(given: Given): Subject {
  const { account } = given;
  const facts = { name: given.name ?? ["worker"], tags: tagsOf(given), ...(account !== undefined && { account }) };
  return new Builder("after", settings, given.declared).subject(changeOf(given), "aws", facts);
}

function tagsOf({ tags = {}, unread }: Given): Tags {
  if (tags === null) return { taggable: false, entries: new Map() };
  const entries = Object.entries(tags).map(([key, value]) => [key, texted(value)] as const);
  return { taggable: true, entries: new Map(entries), ...(unread !== undefined && { unread }) };
}

function texted(value: string | Hole): Text {
  return typeof value === "string" ? literalText(value) : [value];
}

function changeOf({ module = "", stack, sourceName = "this" }: Given): ResourceChange {
  return {
    address: `aws_iam_role.${sourceName}`,
    dialect: "terraform",
    type: "aws_iam_role",
    name: sourceName,
    mode: "managed",
    action: "create",
    before: absent(at),
    after: absent(at),
    scope: {
      provider: { name: "aws", key: "aws", settings: absent(at) },
      module,
      ...(stack !== undefined && { stack }),
    },
    at,
  };
}

export function statement(id: string, effect: "allow" | "deny" = "allow"): PermissionStatement {
  const any = { match: "only", patterns: [["*"]] } as const;
  return { id, effect: known(effect), actions: any, resources: any, conditions: [], at };
}

/** A policy with statements; one that this deployment manages as a resource of its own has a subject. */
export function policy(id: string, statements: readonly PermissionStatement[], managed = false): Policy {
  const { type, address } = changeOf({});
  const head = { id, kind: "identity", origin: managed ? "customer" : "inline", name: [id], address, type } as const;
  return { ...head, statements, assumed: false, at, ...(managed && { subject: subjectOf({}) }) };
}

export function attachment(
  to: string | undefined,
  of: string | undefined,
  kind: Attachment["kind"] = "grants",
): Attachment {
  const ends = { ...(to !== undefined && { to }), ...(of !== undefined && { policy: of }) };
  return { id: `${to} ${of}`, kind, policyText: [of ?? later], toText: [to ?? later], address: "", at, ...ends };
}
