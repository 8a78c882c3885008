import type { PermissionStatement } from "#model/policy.ts";
import type { Reach } from "#model/semantics.ts";
import { type ActionTable, beyondReading } from "../data/actions.ts";
import { lowered } from "./deny.ts";
import { knownPatterns, patternHoles } from "./patterns.ts";

/** Actions that hand out what is secret. */
const secrets = new Set([
  "secretsmanager:GetSecretValue",
  "secretsmanager:BatchGetSecretValue",
  "kms:Decrypt",
  "ssm:GetParameter",
  "ssm:GetParameters",
  "ssm:GetParametersByPath",
]);

/** The worst that a statement lets its callers do: see `Semantics.reach`. What is not known is taken for writing. */
export function reach(statement: PermissionStatement, table: ActionTable): Reach {
  if (statement.actions.match === "all-except" || patternHoles(statement.actions).length > 0) return "write";
  const facts = knownPatterns(lowered(statement.actions)).flatMap((pattern) => table.expand(pattern));
  if (facts.some((fact) => secrets.has(fact.name))) return "secrets";
  return facts.length === 0 || facts.some(beyondReading) ? "write" : "read";
}
