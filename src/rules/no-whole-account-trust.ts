import type { Claim, Severity } from "#model/finding.ts";
import type { Identity, Target } from "#model/identity.ts";
import { showText } from "#model/text.ts";
import { both, not, type Truth } from "#model/truth.ts";
import { type Guest, guestsOf, standingNeeds } from "./guests.ts";
import { defineRule } from "./rule.ts";
import { unreadDocument } from "./unread-document.ts";
import { subjectName } from "./words.ts";

export default defineRule({
  id: "no-whole-account-trust",
  family: "TRUST",
  severity: "medium",
  title: "Named identities are trusted, not whole accounts",
  why: "Who trusts an account trusts whatever its administrators allow, now and later: every role and user there may be given the right.",
  fix: "Name the role that comes, or narrow the account by a condition on aws:PrincipalArn; a third party also by sts:ExternalId.",
  inspects: "principals",
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims({ subject, documents }, context) {
    for (const document of documents) {
      for (const guest of guestsOf(subject, document, context)) {
        const narrowed = context.semantics(subject).demanded(guest.statement, document.statements, "caller");
        const holds = both(guest.holds, isWhole(guest, subject), not(narrowed.holds));
        if (holds !== "no") yield claimOf(guest, holds, narrowed.waits, subject);
      }
      if (document.unread !== undefined)
        yield unreadDocument(document.unread, `${subjectName(subject)} could perhaps trust a whole account`);
    }
  },
});

/** In the policy of a resource the own account is how it leaves the decision to its own policies. */
function isWhole({ principal, standing }: Guest, subject: Identity | Target): Truth {
  if (principal.kind === "identity" || standing === "amazon") return "no";
  if (standing === "unknown") return "unknown";
  return standing === "own" && subject.kind === "resource" ? "no" : "yes";
}

function claimOf(guest: Guest, holds: Truth, waits: Guest["waits"], subject: Identity | Target): Claim {
  const { standing, statement, principal } = guest;
  const own =
    standing === "own" ? `its whole own account: whoever may call sts:AssumeRole there` : `all of ${guest.name}`;
  return {
    holds,
    detail: guest.key,
    message: `${subjectName(subject)} ${holds === "yes" ? "trusts" : "could perhaps trust"} ${own}`,
    evidence: [
      {
        role: "primary",
        message: `Principal "${showText(principal.text)}" without a condition that tells who of it comes`,
        location: statement.at,
      },
    ],
    severity: severityOf(guest),
    statements: [statement.id],
    waits: [...guest.waits, ...waits],
    needs: standingNeeds(guest, subject),
  };
}

function severityOf({ standing }: Guest): Severity {
  return standing === "own" || standing === "ours" ? "low" : "medium";
}
