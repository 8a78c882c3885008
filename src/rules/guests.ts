import type { AccessGraph } from "#model/graph.ts";
import type { Identity, Subject, Target } from "#model/identity.ts";
import type { Principal } from "#model/principal.ts";
import type { Entrant, OpenStatement } from "#model/semantics.ts";
import { showText } from "#model/text.ts";
import type { Hole } from "#model/value.ts";
import type { PrincipalDocument, RuleContext } from "./rule.ts";
import { nameOrAddress } from "./words.ts";

/** Somebody from an account, or perhaps from one, who gets in by a policy that names principals. */
export interface Guest extends Entrant {
  readonly statement: OpenStatement;
  readonly document: PrincipalDocument;
  readonly standing: Standing;
  /** The number of the account where all of it is meant, else as the policy names it. */
  readonly key: string;
  /** For people: `account 999900001111`, `vendor monitoring-co (account 999900001111)`. */
  readonly name: string;
}

/**
 * Whose account somebody comes from: `own` is that of the role or resource itself, `ours` another one that is declared or deployed to, `vendor` one that the ruleset registers, `amazon` one of
 * the cloud's vendor, `foreign` any other. `unknown` where the own account, another one that is deployed to, or the guest, is not known.
 */
export type Standing = "own" | "ours" | "vendor" | "amazon" | "foreign" | "unknown";

/** The guests of all statements of a document: accounts, identities of accounts, and those of whom nobody can tell. */
export function guestsOf(
  subject: Identity | Target,
  document: PrincipalDocument,
  context: RuleContext<unknown>,
): readonly Guest[] {
  const semantics = context.semantics(subject);
  return document.statements.flatMap((statement) =>
    semantics.entrants(statement, document.statements).flatMap((entrant) => {
      const standing = standingOf(entrant, subject, context);
      if (standing === undefined) return [];
      const waits = [...entrant.waits, ...hidden(entrant.principal)];
      return [{ ...entrant, ...naming(entrant.principal, context), waits, statement, document, standing }];
    }),
  );
}

function hidden(principal: Principal): readonly Hole[] {
  return principal.kind === "unknown" && principal.own !== true ? [principal.hole] : [];
}

/** Services, federated subjects and really anyone come from no account; organizations are asked for by a condition. */
function standingOf(
  { principal, holds }: Entrant,
  subject: Subject,
  context: RuleContext<unknown>,
): Standing | undefined {
  switch (principal.kind) {
    case "account":
      return ofAccount(principal.account, subject, context);
    case "identity":
      return ofIdentity(principal, subject, context);
    case "anyone":
      return holds === "yes" ? undefined : "unknown";
    case "unknown":
      return principal.own === true ? "own" : "unknown";
    case "service":
    case "federated":
    case "organization":
    case "unrecognized":
      return undefined;
  }
}

/** Who is part of this plan, or was looked up by it, is ours. */
function ofIdentity(
  { node, account, own }: Principal & { kind: "identity" },
  subject: Subject,
  context: RuleContext<unknown>,
): Standing {
  const found = node === undefined ? undefined : context.node(node);
  if (found !== undefined && found.providerKey === subject.providerKey) return "own";
  if (found !== undefined) return found.account !== undefined && found.account === subject.account ? "own" : "ours";
  if (own === true) return "own";
  return account === undefined ? "unknown" : ofAccount(account, subject, context);
}

function ofAccount(account: string, subject: Subject, context: RuleContext<unknown>): Standing {
  const { settings, graph } = context;
  const { accounts, untold } = deployedTo(graph);
  if (account === subject.account) return "own";
  if (settings.accounts.has(account) || accounts.has(account)) return "ours";
  if (settings.vendors.has(account)) return "vendor";
  if (context.semantics(subject).vendorAccount(account) !== undefined) return "amazon";
  return subject.account === undefined || untold ? "unknown" : "foreign";
}

/** The accounts that a plan deploys to, and whether it deploys to one that nobody can tell. */
interface DeployedTo {
  readonly accounts: ReadonlySet<string>;
  readonly untold: boolean;
}

const deployed = new WeakMap<AccessGraph, DeployedTo>();

/** Whoever applies a plan works in the accounts that it deploys to, so they are no stranger's. */
function deployedTo(graph: AccessGraph): DeployedTo {
  const known = deployed.get(graph);
  if (known !== undefined) return known;
  const { identities, targets, workloads } = graph;
  const managed = [...identities, ...targets, ...workloads].filter((one) => one.presence === "managed");
  const accounts = new Set(managed.map((one) => one.account));
  const found = {
    accounts: new Set([...accounts].filter((one) => one !== undefined)),
    untold: accounts.has(undefined),
  };
  deployed.set(graph, found);
  return found;
}

function naming(principal: Principal, context: RuleContext<unknown>): Pick<Guest, "key" | "name"> {
  const text = showText(principal.text);
  const account = accountOf(principal);
  const vendor = account === undefined ? undefined : context.settings.vendors.get(account)?.name;
  if (principal.kind === "account") {
    const name = `account ${principal.account}`;
    return { key: principal.account, name: vendor === undefined ? name : `vendor ${vendor} (${name})` };
  }
  if (principal.kind === "anyone") return { key: text, name: "perhaps anyone" };
  return { key: text, name: vendor === undefined ? text : `${text} of vendor ${vendor}` };
}

/** The account that a guest comes from, when it is known. */
export function accountOf(principal: Principal): string | undefined {
  return principal.kind === "account" || principal.kind === "identity" ? principal.account : undefined;
}

/** What the ruleset or the user could tell about a guest whose standing is not known. */
export function standingNeeds({ standing, principal }: Guest, subject: Subject): readonly string[] {
  const account = accountOf(principal);
  if (standing !== "unknown" || account === undefined) return [];
  if (subject.account !== undefined) return [`whether account ${account} is one that this plan deploys to`];
  return [`the account that ${nameOrAddress(subject)} lives in`];
}
