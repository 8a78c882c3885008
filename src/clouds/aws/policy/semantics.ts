import type { PermissionStatement } from "#model/policy.ts";
import type { Semantics, WildcardAction } from "#model/semantics.ts";
import type { ActionTable } from "../data/actions.ts";
import { entrants } from "./entrants.ts";
import { adminGrade, allowsEverything } from "./everything.ts";
import { narrowings } from "./narrowings.ts";
import { openToAnyone } from "./open.ts";
import { isEverything } from "./patterns.ts";
import { reach } from "./reach.ts";
import { wildcardActions } from "./wildcards.ts";

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
  readonly narrowings = narrowings;
  readonly reach: Semantics["reach"] = (statement) => reach(statement, this.#actions());

  #actions(): ActionTable {
    if (this.#table === undefined) throw new Error("the table of AWS actions was not loaded");
    return this.#table;
  }
}
