import type { Attachment } from "#model/attachment.ts";
import type { AccessGraph } from "#model/graph.ts";
import type { Credential, Identity, Subject, Target, Workload } from "#model/identity.ts";
import type { NodeId } from "#model/node.ts";
import type { PatternSet } from "#model/pattern.ts";
import type { Condition, PermissionStatement, Policy, Statement, TrustStatement } from "#model/policy.ts";
import type { Principal, PrincipalSet } from "#model/principal.ts";
import type { Tags } from "#model/tags.ts";
import type { Text } from "#model/text.ts";
import type { Form } from "./parity.ts";

/** Stands for what is not known: a whole value, a part of a text, or, in a list, items that there may be besides. */
export const unknownMark = "<unknown>";

/**
 * What a graph says, in words that every format shares: no addresses, types, places or node ids, nothing that follows from the rest (grants), and not how the
 * change goes about it. Lists are sets. What AWS maintains is named, not spelled out.
 */
export function formOf(graph: AccessGraph): Form {
  const former = new Former(graph);
  return {
    identities: graph.identities.map((one) => former.identity(one)),
    policies: graph.policies.filter((one) => one.subject !== undefined).map((one) => former.policy(one)),
    resources: graph.targets.map((one) => former.target(one)),
    workloads: graph.workloads.map((one) => former.workload(one)),
    credentials: graph.credentials.map((one) => former.credential(one)),
    unplaced: [
      ...graph.attachments.filter((one) => one.to === undefined).map((one) => former.attachment(one)),
      ...graph.memberships
        .filter((one) => one.member === undefined)
        .map((one) => `somebody in ${former.label(one.group)}`),
    ],
  };
}

class Former {
  readonly #graph: AccessGraph;
  readonly #labels: ReadonlyMap<NodeId, string>;

  constructor(graph: AccessGraph) {
    this.#graph = graph;
    this.#labels = new Map([
      ...graph.identities.map((one) => [one.id, `${one.kind} ${nameOf(one.name)}`] as const),
      ...graph.policies.map((one) => [one.id, `${one.origin} ${nameOf(one.name)}`] as const),
    ]);
  }

  label(id: NodeId | undefined): string {
    return (id === undefined ? undefined : this.#labels.get(id)) ?? unknownMark;
  }

  identity(one: Identity): Form {
    const trust = this.#graph.trust.filter((statement) => statement.identity === one.id);
    const groups = this.#graph.memberships.filter((membership) => membership.member === one.id);
    return {
      name: this.label(one.id),
      ...subjectForm(one),
      machine: one.machine === "unknown" ? unknownMark : one.machine,
      ...(one.serviceLinked && { serviceLinked: "yes" }),
      ...tagsForm(one.tags),
      ...list("trust", [...trust.map((statement) => this.#statement(statement)), ...more(one.trustUnread)]),
      ...list(
        "attached",
        this.#graph.attachments.filter((tie) => tie.to === one.id).map((tie) => this.attachment(tie)),
      ),
      ...list(
        "memberOf",
        groups.map((membership) => this.label(membership.group)),
      ),
    };
  }

  /** Inline policies stand where they are attached; others are named there. */
  attachment(tie: Attachment): Form {
    const policy = this.#graph.policies.find((one) => one.id === tie.policy);
    const name = policy === undefined ? nameOf(tie.policyText) : this.label(policy.id);
    const content = policy?.origin === "inline" ? this.#content(policy) : {};
    return { name: `${tie.kind} ${name}`, ...content };
  }

  policy(one: Policy): Form {
    const subject = one.subject === undefined ? {} : subjectForm(one.subject);
    return { name: this.label(one.id), ...subject, ...this.#content(one) };
  }

  target(one: Target): Form {
    const policies = this.#graph.policies.filter((policy) => one.policies.includes(policy.id));
    const block = one.publicAccessBlock?.blocks;
    return {
      name: nameOf(one.name),
      ...subjectForm(one),
      ...(block !== undefined && { publicAccessBlock: block === "unknown" ? unknownMark : block }),
      policy: policies.flatMap((policy) => this.#statements(policy)),
    };
  }

  workload(one: Workload): Form {
    const runsAs = one.runsAs.map(
      (use) => `${use.use}: ${use.identity === undefined ? nameOf(use.text) : this.label(use.identity)}`,
    );
    return { name: nameOf(one.name), ...subjectForm(one), ...list("runsAs", runsAs) };
  }

  credential(one: Credential): Form {
    return { name: one.form, ...subjectForm(one), of: this.label(one.of) };
  }

  #content(policy: Policy): Record<string, Form> {
    return { ...(policy.assumed && { assumed: "yes" }), statements: this.#statements(policy) };
  }

  #statements(policy: Policy): readonly Form[] {
    return [...policy.statements.map((one) => this.#statement(one)), ...more(policy.unread)];
  }

  #statement(one: TrustStatement | PermissionStatement): Form {
    return {
      ...(one.sid !== undefined && { sid: one.sid }),
      effect: one.effect.known ? one.effect.value : unknownMark,
      ...principalsForm(one.principals, (principal) => this.#principal(principal)),
      ...patternsForm("actions", "notActions", one.actions),
      ...("resources" in one && patternsForm("resources", "notResources", one.resources)),
      ...conditionsForm(one),
    };
  }

  #principal(one: Principal): string {
    switch (one.kind) {
      case "anyone":
        return "anyone";
      case "account":
        return `account ${one.account}`;
      case "service":
        return `service ${one.service}`;
      case "identity":
        return one.node === undefined ? `identity ${nameOf(one.text)}` : this.label(one.node);
      case "federated":
      case "organization":
      case "unrecognized":
        return `${one.kind} ${nameOf(one.text)}`;
      case "unknown":
        return nameOf(one.text);
    }
  }
}

function subjectForm(one: Subject): Record<string, Form> {
  return {
    account: one.account ?? unknownMark,
    environment: environmentForm(one.environment),
    owner: ownerForm(one.owner),
    ...(one.presence === "outside" && { presence: "outside" }),
  };
}

function environmentForm(one: Subject["environment"]): string {
  if (one.kind === "told") return one.environment.name;
  return one.kind === "untold" ? "untold" : unknownMark;
}

function ownerForm(one: Subject["owner"]): string {
  if (one.kind === "told") return one.name;
  return one.kind === "hidden" ? unknownMark : one.kind;
}

function tagsForm(tags: Tags): Record<string, Form> {
  if (!tags.taggable) return {};
  return list("tags", [
    ...[...tags.entries].map(([key, value]) => `${key} = ${textForm(value)}`),
    ...more(tags.unread),
  ]);
}

function principalsForm(set: PrincipalSet | undefined, form: (one: Principal) => string): Record<string, Form> {
  if (set === undefined) return {};
  return list(set.match === "only" ? "principals" : "notPrincipals", set.principals.map(form));
}

function patternsForm(only: string, except: string, set: PatternSet): Record<string, Form> {
  return list(set.match === "only" ? only : except, set.patterns.map(textForm));
}

function conditionsForm(one: Statement): Record<string, Form> {
  return list("conditions", [...one.conditions.map(conditionForm), ...more(one.unread)]);
}

function conditionForm({ qualifier, operator, ifExists, key, values }: Condition): string {
  const test = `${qualifier === undefined ? "" : `${qualifier}:`}${operator}${ifExists ? "IfExists" : ""}`;
  return `${test} ${textForm(key)} = ${values.map(textForm).sort().join(" | ")}`;
}

function nameOf(text: Text): string {
  return text.length === 0 ? unknownMark : textForm(text);
}

function textForm(text: Text): string {
  return text.map((part) => (typeof part === "string" ? part : (part.predicted ?? unknownMark))).join("");
}

/** The mark for what may be there besides, once. */
function more(unread: unknown): readonly string[] {
  return unread === undefined ? [] : [unknownMark];
}

function list(key: string, items: readonly Form[]): Record<string, Form> {
  return items.length === 0 ? {} : { [key]: items };
}
