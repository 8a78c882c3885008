import type { Claim } from "#model/finding.ts";
import type { Identity, Target } from "#model/identity.ts";
import type { Principal } from "#model/principal.ts";
import type { OpenStatement } from "#model/semantics.ts";
import { showText } from "#model/text.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { unreadDocument } from "./unread-document.ts";
import { subjectName } from "./words.ts";

export default defineRule({
  id: "no-dangling-principal",
  family: "TRUST",
  severity: "medium",
  title: "Every principal of a policy exists",
  why: "Who was meant has lost access in silence, and nobody can read from the policy who it is for.",
  fix: "Remove the principal, or name the identity that is meant by its ARN.",
  inspects: "principals",
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims({ subject, documents }, context) {
    for (const { statements, unread } of documents) {
      for (const statement of statements)
        for (const principal of statement.principals?.principals ?? [])
          yield* claimsOf(principal, statement, subject, context);
      if (unread !== undefined)
        yield unreadDocument(unread, `${subjectName(subject)} could perhaps name a principal that does not exist`);
    }
  },
});

function* claimsOf(
  principal: Principal,
  statement: OpenStatement,
  subject: Identity | Target,
  context: RuleContext<unknown>,
): Iterable<Claim> {
  const text = showText(principal.text);
  const evidence = [{ role: "primary", message: `Principal "${text}"`, location: statement.at }] as const;
  const common = { detail: text, evidence, statements: [statement.id] };
  if (principal.kind === "unknown" && principal.own !== true) {
    const message = `${subjectName(subject)} could perhaps name a principal that does not exist: ${text}`;
    yield { ...common, holds: "unknown", message, waits: [principal.hole] };
  }
  const why = context.semantics(subject).deadPrincipal(principal);
  if (why !== undefined)
    yield { ...common, holds: "yes", message: `${subjectName(subject)} names ${text}, ${why}`, waits: [] };
}
