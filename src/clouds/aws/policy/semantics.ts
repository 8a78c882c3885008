import type { PermissionStatement } from "#model/policy.ts";
import type { Semantics, WildcardAction } from "#model/semantics.ts";
import type { ActionTable } from "../data/actions.ts";
import { logDeliveryAccounts } from "../data/aws-accounts.ts";
import { actionPatterns } from "./action-patterns.ts";
import { deadPrincipal } from "./dead-principal.ts";
import { demanded } from "./demands.ts";
import { entrants } from "./entrants.ts";
import { adminGrade, allowsEverything } from "./everything.ts";
import { looseSubjects } from "./federation.ts";
import { idleMfaTests } from "./mfa.ts";
import { narrowings } from "./narrowings.ts";
import { guardedByNetworkOnly } from "./network.ts";
import { openToAnyone } from "./open.ts";
import { isEverything } from "./patterns.ts";
import { reach } from "./reach.ts";
import { saysSource } from "./says-source.ts";
import { wildcardActions } from "./wildcards.ts";
import { writes } from "./writes.ts";

/** The policy language of AWS. A policy that is attached to many identities is judged once. */
export class AwsSemantics implements Semantics {
  readonly #wildcards = new WeakMap<PermissionStatement, readonly WildcardAction[]>();
  #table: ActionTable | undefined;

  /** Gives it the table of actions; asking before is a mistake of ours. */
  use(table: ActionTable): void {
    this.#table = table;
  }

  readonly wildcardActions: Semantics["wildcardActions"] = (statement, policy) => {
    const found = this.#wildcards.get(statement) ?? wildcardActions(statement, policy, this.#actions());
    this.#wildcards.set(statement, found);
    return found;
  };

  readonly allowsEverything = allowsEverything;
  readonly adminGrade: Semantics["adminGrade"] = (policy) => adminGrade(policy, this.#actions());
  readonly onEverything: Semantics["onEverything"] = (statement) => isEverything(statement.resources);
  readonly openToAnyone = openToAnyone;
  readonly entrants = entrants;
  readonly demanded = demanded;
  readonly guardedByNetworkOnly = guardedByNetworkOnly;
  readonly idleMfaTests = idleMfaTests;
  readonly looseSubjects = looseSubjects;
  readonly actionPatterns = actionPatterns;
  readonly saysSource = saysSource;
  readonly deadPrincipal = deadPrincipal;
  readonly narrowings = narrowings;
  readonly reach: Semantics["reach"] = (statement) => reach(statement, this.#actions());

  readonly writes: Semantics["writes"] = (statement) => writes(statement, this.#actions());

  readonly vendorAccount: Semantics["vendorAccount"] = (account) => {
    const region = logDeliveryAccounts.get(account);
    return region === undefined ? undefined : `log delivery in ${region}`;
  };

  #actions(): ActionTable {
    if (this.#table === undefined) throw new Error("the table of AWS actions was not loaded");
    return this.#table;
  }
}
