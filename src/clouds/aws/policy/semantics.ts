import type { PermissionStatement, Policy } from "#model/policy.ts";
import type { OpenStatement, Semantics } from "#model/semantics.ts";
import type { ActionTable } from "../data/actions.ts";
import { logDeliveryAccounts } from "../data/aws-accounts.ts";
import { actionPatterns } from "./action-patterns.ts";
import { deadPrincipal } from "./dead-principal.ts";
import { demanded } from "./demands.ts";
import { entrants } from "./entrants.ts";
import { adminGrade, allowsEverything } from "./everything.ts";
import { looseSubjects } from "./federation.ts";
import { letsGuestsIn } from "./guests.ts";
import { inversions } from "./inversions.ts";
import { idleMfaTests } from "./mfa.ts";
import { narrowings } from "./narrowings.ts";
import { guardedByNetworkOnly } from "./network.ts";
import { openToAnyone } from "./open.ts";
import { passesAnyRole } from "./pass-role.ts";
import { isEverything } from "./patterns.ts";
import { reach } from "./reach.ts";
import { saysSource } from "./says-source.ts";
import { unscopedActions } from "./unscoped.ts";
import { isOwner, wholeServices } from "./whole-services.ts";
import { wildcardActions } from "./wildcards.ts";
import { writes } from "./writes.ts";

type Question<Found extends object> = (statement: PermissionStatement, policy: Policy) => Found;

/** A policy that is attached to many identities is judged once. */
function once<Found extends object>(ask: Question<Found>): Question<Found> {
  const answers = new WeakMap<PermissionStatement, Found>();
  return (statement, policy) => {
    const found = answers.get(statement) ?? ask(statement, policy);
    answers.set(statement, found);
    return found;
  };
}

type DocumentQuestion<Found> = (statement: OpenStatement, document: readonly OpenStatement[]) => Found;

/** Several rules ask the same of a statement in its document. */
function onceInDocument<Found>(ask: DocumentQuestion<Found>): DocumentQuestion<Found> {
  const answers = new WeakMap<OpenStatement, { readonly document: readonly OpenStatement[]; readonly found: Found }>();
  return (statement, document) => {
    const known = answers.get(statement);
    if (known?.document === document) return known.found;
    const found = ask(statement, document);
    answers.set(statement, { document, found });
    return found;
  };
}

/** The policy language of AWS. */
export class AwsSemantics implements Semantics {
  #table: ActionTable | undefined;

  /** Gives it the table of actions; asking before is a mistake of ours. */
  use(table: ActionTable): void {
    this.#table = table;
  }

  readonly wildcardActions = once((statement, policy) => wildcardActions(statement, policy, this.#actions()));

  readonly allowsEverything = allowsEverything;
  readonly adminGrade: Semantics["adminGrade"] = (policy) => adminGrade(policy, this.#actions());
  readonly onEverything: Semantics["onEverything"] = (statement) => isEverything(statement.resources);
  readonly unscopedActions = once((statement, policy) => unscopedActions(statement, policy, this.#actions()));
  readonly passesAnyRole = once(passesAnyRole);
  readonly inversions = once((statement, policy) => inversions(statement, policy, this.#actions()));
  readonly wholeServices = wholeServices;
  readonly isOwner = isOwner;
  readonly openToAnyone = onceInDocument(openToAnyone);
  readonly entrants = onceInDocument(entrants);
  readonly letsGuestsIn = letsGuestsIn;
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
