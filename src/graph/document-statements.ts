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
    effect: effectOf(one),
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

/** Of a statement that is there only in one form of a choice nobody can say what it does. */
function effectOf({ effect, form }: PermissionStatement | TrustStatement): DocumentStatement["effect"] {
  if (form !== undefined) return holeOf(form.hole);
  return effect.known ? effect.value : holeOf(effect.hole);
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
