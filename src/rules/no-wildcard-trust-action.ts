import { defineRule } from "./rule.ts";
import { unreadDocument } from "./unread-document.ts";
import { nameOf } from "./words.ts";

export default defineRule({
  id: "no-wildcard-trust-action",
  family: "TRUST",
  severity: "medium",
  title: "A trust policy names its action",
  why: "A wildcard also allows ways in that the principal does not need, session tags and a source identity of its own choice among them.",
  fix: "Allow sts:AssumeRole; for an identity provider sts:AssumeRoleWithWebIdentity or sts:AssumeRoleWithSAML. Add sts:TagSession where sessions carry tags.",
  inspects: "trust",
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims({ identity, statements }, context) {
    for (const statement of statements)
      for (const { pattern, holds, waits } of context.semantics(identity).actionPatterns(statement))
        yield {
          holds,
          detail: pattern,
          message: `${nameOf(identity)} ${holds === "yes" ? "lets" : "could perhaps let"} whom it trusts do ${pattern}`,
          evidence: [{ role: "primary", message: `Action "${pattern}"`, location: statement.at }],
          statements: [statement.id],
          waits,
        };
    if (identity.trustUnread !== undefined)
      yield unreadDocument(identity.trustUnread, `${nameOf(identity)} could perhaps allow a wildcard`);
  },
});
