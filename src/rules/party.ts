import type { EnvironmentFact } from "#model/environment.ts";
import type { Identity } from "#model/identity.ts";
import type { Principal } from "#model/principal.ts";
import type { Entrant } from "#model/semantics.ts";
import { literalText, showText, wholeText } from "#model/text.ts";
import { environmentOfOrganization } from "./environment-of-organization.ts";
import type { RuleContext } from "./rule.ts";
import { nameOf } from "./words.ts";

/** Somebody who may be trusted: an account, an organization or an identity, or nobody can tell who. */
export interface Party {
  /** Stable, and the same however it is spelled: the address of an identity of this deployment, the number of an account, else as the policy names it. */
  readonly key: string;
  /** For people: `role ci`, `account 111122223333`. */
  readonly name: string;
  /** Names by which a ruleset may mean it. */
  readonly aliases: readonly string[];
  readonly environment: EnvironmentFact;
  /** True when it surely lives in the role's own account. */
  readonly sameAccount?: boolean;
  /** True when others may belong to it, of environments that nobody told: the accounts of an organization. */
  readonly partly?: boolean;
  /** Set when another deployment of the run has it. */
  readonly neighbour?: Identity & { readonly deployedBy: string };
}

const untold: EnvironmentFact = { kind: "untold" };

/** Who an entrant is. Services, federated subjects and really anyone are no parties with an environment. */
export function partyOf(
  { principal, holds }: Entrant,
  role: Identity,
  context: RuleContext<unknown>,
): Party | undefined {
  const text = showText(principal.text);
  switch (principal.kind) {
    case "account":
      return ofAccount(principal.account, text, role, context);
    case "identity":
      return ofIdentity(principal, text, role, context);
    case "organization":
      return {
        key: text,
        name: `organization ${text}`,
        aliases: [text],
        environment: environmentOfOrganization(text, context),
        partly: true,
      };
    case "anyone":
      return holds === "yes" || text !== "*" ? undefined : stranger("*", "perhaps anyone");
    case "unknown":
      // The role's own account is in the role's environment.
      return principal.own === true ? undefined : stranger(text, text);
    case "unrecognized":
      return stranger(text, text);
    case "service":
    case "federated":
      return undefined;
  }
}

function stranger(text: string, name: string): Party {
  return { key: text, name, aliases: [text], environment: untold };
}

/** The role's own account is in the role's environment. */
function ofAccount(account: string, text: string, role: Identity, context: RuleContext<unknown>): Party | undefined {
  if (account === role.account) return undefined;
  const { accounts, vendors } = context.settings;
  const vendor = vendors.get(account)?.name;
  return {
    key: account,
    name: vendor === undefined ? `account ${account}` : `vendor ${vendor} (account ${account})`,
    aliases: [account, text, accounts.get(account)?.name, vendor].filter((one) => one !== undefined),
    environment: context.environmentOf({ account, name: [] }),
  };
}

function ofIdentity(
  { node, account, own, text }: Principal & { kind: "identity" },
  shown: string,
  role: Identity,
  context: RuleContext<unknown>,
): Party {
  const found = node === undefined ? undefined : context.node(node);
  const identity = found !== undefined && "machine" in found ? found : undefined;
  const home = identity?.account ?? account;
  const name = identity === undefined ? nameInArn(shown) : showText(identity.name);
  const { accounts, vendors } = context.settings;
  const accountName = home === undefined ? undefined : accounts.get(home)?.name;
  const vendor = home === undefined ? undefined : vendors.get(home)?.name;
  const neighbour = isNeighbour(identity) ? identity : undefined;
  return {
    // Whether its own input is given, too, changes no id.
    key: neighbour === undefined ? (identity?.address ?? shown) : shown,
    name: identity !== undefined ? nameOfNode(identity) : vendor === undefined ? shown : `${shown} of vendor ${vendor}`,
    ...(neighbour !== undefined && { neighbour }),
    aliases: [name, shown, home, accountName, vendor].filter((one) => one !== undefined),
    environment: identity?.environment ?? context.environmentOf(outsider(text, name, home)),
    sameAccount: own === true || sharesAccount(home, identity, role),
  };
}

function isNeighbour(identity: Identity | undefined): identity is NonNullable<Party["neighbour"]> {
  return identity?.deployedBy !== undefined;
}

function nameOfNode(identity: Identity): string {
  return isNeighbour(identity) ? `${nameOf(identity)} of ${identity.deployedBy}` : nameOf(identity);
}

function outsider(text: Principal["text"], name: string, account: string | undefined) {
  return { name: wholeText(text).known ? literalText(name) : text, ...(account !== undefined && { account }) };
}

function sharesAccount(home: string | undefined, identity: Identity | undefined, role: Identity): boolean {
  return home === undefined || role.account === undefined
    ? identity?.providerKey === role.providerKey
    : home === role.account;
}

/** `arn:aws:iam::111122223333:role/path/ci` goes by `ci`; of a session, `…:assumed-role/ci/session`, the role counts. */
function nameInArn(arn: string): string {
  const session = /:assumed-role\/([^/]+)\//.exec(arn)?.[1];
  return session ?? arn.slice(arn.lastIndexOf("/") + 1);
}
