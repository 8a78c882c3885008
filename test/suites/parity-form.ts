import type {
  DocumentAttachment,
  DocumentCredential,
  DocumentEndpoint,
  DocumentIdentity,
  DocumentMembership,
  DocumentNode,
  DocumentPasswordPolicy,
  DocumentPatterns,
  DocumentPolicy,
  DocumentPrincipal,
  DocumentSecretBearer,
  DocumentStatement,
  DocumentTarget,
  DocumentText,
  DocumentWorkload,
  GraphDocument,
} from "#model/graph-document.ts";
import type { NodeId } from "#model/node.ts";
import { type Fields, type Form, unknownMark } from "./parity.ts";

/**
 * What a graph says, in words that every format shares: no addresses, types, places or node ids, nothing that follows from the rest (grants), and not how the
 * change goes about it. Lists are sets. What AWS maintains is named, not spelled out.
 */
export function formOf(graph: GraphDocument): Fields {
  const former = new Former(graph);
  return {
    identities: graph.identities.filter(isTold).map((one) => former.identity(one)),
    policies: graph.policies.filter(isOwnResource).map((one) => former.policy(one)),
    resources: graph.targets.map((one) => former.target(one)),
    workloads: graph.workloads.map((one) => former.workload(one)),
    credentials: graph.credentials.map((one) => former.credential(one)),
    ...list(
      "endpoints",
      graph.endpoints.map((one) => former.endpoint(one)),
    ),
    ...list("passwordPolicies", graph.passwordPolicies.map(passwordsForm)),
    ...list("secrets", graph.secretBearers.map(secretsForm)),
    unplaced: [
      ...graph.attachments.filter((one) => one.to === null).map((one) => former.attachment(one)),
      ...graph.memberships.filter((one) => one.member === null).map((one) => `somebody in ${former.group(one)}`),
    ],
  };
}

/** The roles that deploy an assembly are no part of it. */
function isTold({ presence }: DocumentNode): boolean {
  return !presumed.has(presence);
}

const presumed: ReadonlySet<string> = new Set(["presumed"]);

/** A guardrail has no owner, and is a resource of its own all the same. */
function isOwnResource({ subject, kind, origin }: DocumentPolicy): boolean {
  return subject !== null || (kind === "guardrail" && origin === "customer");
}

class Former {
  readonly #graph: GraphDocument;
  readonly #labels: ReadonlyMap<NodeId, string>;

  constructor(graph: GraphDocument) {
    this.#graph = graph;
    this.#labels = new Map([
      ...graph.identities.map((one) => [one.id, `${one.kind} ${nameOf(one.name)}`] as const),
      ...graph.policies.map((one) => [one.id, `${one.origin} ${nameOf(one.name)}`] as const),
      ...graph.workloads.map((one) => [one.id, `workload ${nameOf(one.name)}`] as const),
    ]);
  }

  label(id: NodeId | null): string {
    return (id === null ? undefined : this.#labels.get(id)) ?? unknownMark;
  }

  identity(one: DocumentIdentity): Form {
    const trust = this.#graph.trust.filter((statement) => statement.identity === one.id);
    const ties = this.#graph.attachments.filter((tie) => tie.to === one.id);
    const groups = this.#graph.memberships.filter((membership) => membership.member === one.id);
    return {
      name: this.label(one.id),
      ...nodeForm(one),
      machine: one.machine === "unknown" ? unknownMark : one.machine,
      ...(one.serviceLinked && { serviceLinked: "yes" }),
      ...tagsForm(one),
      ...list("trust", [...trust.map((statement) => this.#statement(statement)), ...more(one.trustUnread)]),
      ...list(
        "attached",
        ties.map((tie) => this.attachment(tie)),
      ),
      ...list(
        "memberOf",
        groups.map((one) => this.group(one)),
      ),
    };
  }

  group({ group, groupText }: DocumentMembership): string {
    return group === null ? nameOf(groupText) : this.label(group);
  }

  /** Inline policies stand where they are attached; others are named there. */
  attachment(tie: DocumentAttachment): Form {
    const policy = this.#graph.policies.find((one) => one.id === tie.policy);
    const name = policy === undefined ? nameOf(tie.policyText) : this.label(policy.id);
    const content = policy?.origin === "inline" ? this.#content(policy) : {};
    return { name: `${tie.kind} ${name}`, ...content };
  }

  policy(one: DocumentPolicy): Form {
    const subject = one.subject === null ? {} : nodeForm(one.subject);
    return { name: this.label(one.id), ...subject, ...this.#content(one) };
  }

  target(one: DocumentTarget): Form {
    const policies = this.#graph.policies.filter((policy) => one.policies.includes(policy.id));
    const blocks = one.publicAccessBlock?.blocks;
    return {
      name: nameOf(one.name),
      ...nodeForm(one),
      ...(blocks !== undefined && { publicAccessBlock: blocks === "unknown" ? unknownMark : blocks }),
      policy: policies.flatMap((policy) => this.#statements(policy)),
    };
  }

  workload(one: DocumentWorkload): Form {
    const runsAs = one.runsAs.map(
      (use) => `${use.use}: ${use.identity === null ? nameOf(use.text) : this.label(use.identity)}`,
    );
    return { name: nameOf(one.name), ...nodeForm(one), ...list("runsAs", runsAs) };
  }

  credential(one: DocumentCredential): Form {
    return { name: one.form, ...nodeForm(one), of: this.label(one.of) };
  }

  endpoint(one: DocumentEndpoint): Form {
    const leadsTo = one.leadsTo.map(
      (to) => `${howForm(to.how)}: ${to.node === null ? nameOf(to.text) : this.label(to.node)}`,
    );
    return {
      name: `${one.form} ${nameOf(one.name)}`,
      ...nodeForm(one),
      open: one.open.holds === "unknown" ? unknownMark : one.open.holds,
      ...(one.asksFor !== null && { asksFor: one.asksFor }),
      ...list("leadsTo", [...leadsTo, ...more(one.leadsToUnread)]),
    };
  }

  #content(policy: DocumentPolicy): Record<string, Form> {
    return { ...(policy.assumed && { assumed: "yes" }), statements: this.#statements(policy) };
  }

  #statements(policy: DocumentPolicy): readonly Form[] {
    return [...policy.statements.map((one) => this.#statement(one)), ...more(policy.unread)];
  }

  #statement(one: DocumentStatement): Form {
    const { principals } = one;
    return {
      ...(one.sid !== null && { sid: one.sid }),
      effect: typeof one.effect === "string" ? one.effect : unknownMark,
      ...list(
        principals?.match === "all-except" ? "notPrincipals" : "principals",
        principals?.principals.map((each) => this.#principal(each)) ?? [],
      ),
      ...patternsForm("actions", "notActions", one.actions),
      ...(one.resources !== null && patternsForm("resources", "notResources", one.resources)),
      ...conditionsForm(one),
    };
  }

  /** Somebody of the plan goes by his own name, whatever the policy calls him. */
  #principal({ kind, text, account, node }: DocumentPrincipal): string {
    if (kind === "anyone") return kind;
    if (kind === "unknown") return nameOf(text);
    if (kind === "account" && account !== null) return `account ${account}`;
    return kind === "identity" && node !== null ? this.label(node) : `${kind} ${nameOf(text)}`;
  }
}

function passwordsForm(one: DocumentPasswordPolicy): Form {
  const limit = (value: DocumentPasswordPolicy["days"]) =>
    typeof value === "number" ? String(value) : value === null ? "none" : unknownMark;
  const [length, remembered, days] = [one.length, one.remembered, one.days].map(limit);
  return { ...nodeForm(one), limits: `length ${length}, remembered ${remembered}, days ${days}` };
}

/** Somebody may be a guest or a user. */
function howForm(how: DocumentEndpoint["leadsTo"][number]["how"]): string {
  return how === "acts-as-somebody" ? `acts-as-${unknownMark}` : how;
}

function secretsForm(one: DocumentSecretBearer): Form {
  const secrets = one.secrets.map((each) => `${each.what}, ${each.place}: spelled out ${each.spelledOut}`);
  return { name: nameOf(one.name), ...nodeForm(one), secrets };
}

function nodeForm(one: DocumentNode): Record<string, Form> {
  return {
    account: one.account ?? unknownMark,
    environment: environmentForm(one.environment),
    owner: ownerForm(one.owner),
    ...(one.presence === "outside" && { presence: "outside" }),
  };
}

function environmentForm(one: DocumentNode["environment"]): string {
  if (one.kind === "told") return one.name;
  return one.kind === "untold" ? "untold" : unknownMark;
}

function ownerForm(one: DocumentNode["owner"]): string {
  if (one.kind === "told") return one.name;
  return one.kind === "hidden" ? unknownMark : one.kind;
}

function tagsForm({ tags, tagsUnread }: DocumentIdentity): Record<string, Form> {
  const entries = Object.entries(tags ?? {}).map(([key, value]) => `${key} = ${textForm(value)}`);
  return list("tags", [...entries, ...more(tagsUnread)]);
}

function patternsForm(only: string, except: string, set: DocumentPatterns): Record<string, Form> {
  return list(set.match === "only" ? only : except, set.patterns.map(textForm));
}

function conditionsForm(one: DocumentStatement): Record<string, Form> {
  return list("conditions", [...one.conditions.map(conditionForm), ...more(one.unread)]);
}

function conditionForm({
  qualifier,
  operator,
  ifExists,
  key,
  values,
}: DocumentStatement["conditions"][number]): string {
  const test = `${qualifier === null ? "" : `${qualifier}:`}${operator}${ifExists ? "IfExists" : ""}`;
  return `${test} ${textForm(key)} = ${values.map(textForm).sort().join(" | ")}`;
}

function nameOf(text: DocumentText): string {
  return text === "" ? unknownMark : textForm(text);
}

function textForm(text: DocumentText): string {
  if (typeof text === "string") return text;
  return text.parts.map((part) => (typeof part === "string" ? part : (part.predicted ?? unknownMark))).join("");
}

/** The mark for what may be there besides. */
function more(unread: unknown): readonly string[] {
  return unread === null ? [] : [unknownMark];
}

function list(key: string, items: readonly Form[]): Record<string, Form> {
  return items.length === 0 ? {} : { [key]: items };
}
