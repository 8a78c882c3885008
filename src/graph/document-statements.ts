import type { DocumentPatterns, DocumentPrincipal, DocumentStatement } from "#model/graph-document.ts";
import type { PatternSet } from "#model/pattern.ts";
import type { PermissionStatement, TrustStatement } from "#model/policy.ts";
import type { Principal, PrincipalSet } from "#model/principal.ts";
import { holeOf, orNull, textOf } from "./document-values.ts";

/** A trust statement is about the role that has it, and names no resources. */
export function statementOf(one: PermissionStatement | TrustStatement): DocumentStatement {
  return {
    id: one.id,
    sid: one.sid ?? null,
    effect: one.effect.known ? one.effect.value : holeOf(one.effect.hole),
    principals: orNull(one.principals, principalsOf),
    actions: patternsOf(one.actions),
    resources: "identity" in one ? null : patternsOf(one.resources),
    conditions: one.conditions.map(({ operator, qualifier, ifExists, key, values }) => ({
      operator,
      qualifier: qualifier ?? null,
      ifExists,
      key: textOf(key),
      values: values.map(textOf),
    })),
    unread: orNull(one.unread, holeOf),
    at: one.at,
  };
}

function patternsOf(set: PatternSet): DocumentPatterns {
  return { match: set.match, patterns: set.patterns.map(textOf) };
}

function principalsOf(set: PrincipalSet): DocumentStatement["principals"] {
  return { match: set.match, principals: set.principals.map(principalOf) };
}

function principalOf(one: Principal): DocumentPrincipal {
  return {
    kind: one.kind,
    text: textOf(one.text),
    account: "account" in one ? (one.account ?? null) : null,
    node: "node" in one ? (one.node ?? null) : null,
  };
}
