import type { EnvironmentFact } from "#model/environment.ts";
import type { Identity } from "#model/identity.ts";
import type { TrustStatement } from "#model/policy.ts";
import type { Principal } from "#model/principal.ts";
import { literalText, showText, wholeText } from "#model/text.ts";
import type { Hole } from "#model/value.ts";
import type { RuleContext } from "./rule.ts";
import { nameOf } from "./words.ts";

/** Somebody whom a role's trust policy lets in: an account or an identity, or nobody can tell who. */
export interface TrustedParty {
  readonly statement: TrustStatement;
  /** Stable: the address of an identity of this deployment, else as the policy names it. */
  readonly key: string;
  /** For people: `role ci`, `account 111122223333`. */
  readonly name: string;
  /** Names by which a ruleset may mean it. */
  readonly aliases: readonly string[];
  readonly environment: EnvironmentFact;
  /** True when it surely lives in the role's own account. */
  readonly sameAccount: boolean;
  /** What it waits for, when nobody can tell who it is. */
  readonly hole?: Hole;
}

/** The accounts and identities that a role trusts. Services, federated subjects and anyone are no parties with an environment. */
export function trustedParties(
  role: Identity,
  statements: readonly TrustStatement[],
  context: RuleContext<unknown>,
): readonly TrustedParty[] {
  return statements.filter(mayAllow).flatMap((statement) =>
    statement.principals.principals.flatMap((principal) => {
      const party = partyOf(principal, role, context);
      return party === undefined ? [] : [{ ...party, statement }];
    }),
  );
}

function mayAllow({ effect, principals }: TrustStatement): boolean {
  return principals.match === "only" && (!effect.known || effect.value === "allow");
}

type Party = Omit<TrustedParty, "statement">;

const untold: EnvironmentFact = { kind: "untold" };

function partyOf(principal: Principal, role: Identity, context: RuleContext<unknown>): Party | undefined {
  const text = showText(principal.text);
  switch (principal.kind) {
    case "account":
      return ofAccount(principal.account, text, role, context);
    case "identity":
      return ofIdentity(principal, text, role, context);
    case "unknown":
      return { key: text, name: text, aliases: [], environment: untold, sameAccount: false, hole: principal.hole };
    case "unrecognized":
      return { key: text, name: text, aliases: [text], environment: untold, sameAccount: false };
    default:
      return undefined;
  }
}

/** The role's own account is in the role's environment. */
function ofAccount(account: string, text: string, role: Identity, context: RuleContext<unknown>): Party | undefined {
  if (account === role.account) return undefined;
  const environment = context.environmentOf({ account, name: [] });
  const name = context.settings.accounts.get(account)?.name;
  return {
    key: text,
    name: `account ${account}`,
    aliases: [account, ...(name === undefined ? [] : [name])],
    environment,
    sameAccount: false,
  };
}

function ofIdentity(
  { node, account, text }: Principal & { kind: "identity" },
  shown: string,
  role: Identity,
  context: RuleContext<unknown>,
): Party {
  const identity = node === undefined ? undefined : context.node(node);
  const home = identity?.account ?? account;
  const name = identity === undefined || !("machine" in identity) ? shown : nameOf(identity);
  const lastName = identity === undefined ? lastNameOf(shown) : showText(identity.name);
  const outsider = {
    name: wholeText(text).known ? literalText(lastName) : text,
    ...(home !== undefined && { account: home }),
  };
  const together =
    home === undefined || role.account === undefined
      ? identity?.providerKey === role.providerKey
      : home === role.account;
  const accountName = home === undefined ? undefined : context.settings.accounts.get(home)?.name;
  const aliases = [lastName, shown, home, accountName].filter((one) => one !== undefined);
  return {
    key: identity?.address ?? shown,
    name,
    aliases,
    environment: identity?.environment ?? context.environmentOf(outsider),
    sameAccount: together,
  };
}

/** `arn:aws:iam::111122223333:role/path/ci` goes by `ci`. */
function lastNameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
