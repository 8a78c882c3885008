import type { Claim } from "#model/finding.ts";
import type { Identity, Target } from "#model/identity.ts";
import type { Demanded, Entrant } from "#model/semantics.ts";
import { showText } from "#model/text.ts";
import { both, not, type Truth, truth } from "#model/truth.ts";
import { accountOf, type Guest, guestsOf, standingNeeds } from "./guests.ts";
import { defineRule, type PrincipalDocument, type RuleContext } from "./rule.ts";
import { unreadDocument } from "./unread-document.ts";
import { subjectName } from "./words.ts";

export default defineRule({
  id: "no-unknown-account-trust",
  family: "TRUST",
  severity: "high",
  title: "Only accounts that somebody declared are trusted",
  why: "An account that nobody declared belongs to nobody here: a former vendor, a mistyped number, or an attacker's way back in.",
  fix: "Remove it, or declare it in rolecall.yaml: under accounts when it is ours, under vendors when it is a vendor's.",
  inspects: "principals",
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims({ subject, documents }, context) {
    const { accounts, organization } = context.settings;
    if (accounts.size === 0 && organization === undefined) return;
    for (const document of documents) {
      yield* ofAccounts(subject, document, context);
      yield* ofOrganizations(subject, document, context);
      if (document.unread !== undefined)
        yield unreadDocument(document.unread, `an unknown account could perhaps use ${subjectName(subject)}`);
    }
  },
});

function* ofAccounts(
  subject: Identity | Target,
  document: PrincipalDocument,
  context: RuleContext<unknown>,
): Iterable<Claim> {
  for (const guest of guestsOf(subject, document, context)) {
    const asked = context.semantics(subject).demanded(guest.statement, document.statements, "organization");
    const holds = both(guest.holds, isUnknown(guest, context), not(isOurs(asked, context)));
    if (holds === "no") continue;
    const account = accountOf(guest.principal);
    yield {
      holds,
      detail: account ?? guest.key,
      message: `${subjectName(subject)} ${holds === "yes" ? "trusts" : "could perhaps trust"} ${guest.name}, which nobody declared`,
      evidence: [
        { role: "primary", message: `Principal "${showText(guest.principal.text)}"`, location: guest.statement.at },
      ],
      statements: [guest.statement.id],
      waits: [...guest.waits, ...asked.waits],
      needs: needsOf(guest, subject, context),
    };
  }
}

/** Where only an organization is declared, nobody can tell which accounts are in it. */
function isUnknown({ standing }: Guest, { settings }: RuleContext<unknown>): Truth {
  if (standing === "unknown") return "unknown";
  if (standing !== "foreign") return "no";
  return settings.accounts.size === 0 ? "unknown" : "yes";
}

function isOurs(asked: Demanded, { settings: { organization } }: RuleContext<unknown>): Truth {
  if (asked.holds !== "yes") return asked.holds;
  return truth(organization !== undefined && asked.values.every((one) => one.split("/", 1)[0] === organization));
}

function needsOf(guest: Guest, subject: Identity | Target, { settings }: RuleContext<unknown>): readonly string[] {
  const account = accountOf(guest.principal);
  const member = guest.standing === "foreign" && settings.accounts.size === 0 && account !== undefined;
  return member ? [`whether account ${account} belongs to the organization`] : standingNeeds(guest, subject);
}

/** Everybody of an organization, by a condition that narrows everybody down to it. */
function* ofOrganizations(
  subject: Identity | Target,
  { statements }: PrincipalDocument,
  context: RuleContext<unknown>,
): Iterable<Claim> {
  for (const statement of statements)
    for (const entrant of context.semantics(subject).entrants(statement, statements)) {
      const id = showText(entrant.principal.text);
      if (entrant.principal.kind !== "organization" || id === context.settings.organization) continue;
      yield ofOrganization(entrant, id, subject, statement, context);
    }
}

function ofOrganization(
  entrant: Entrant,
  id: string,
  subject: Identity | Target,
  statement: PrincipalDocument["statements"][number],
  { settings }: RuleContext<unknown>,
): Claim {
  const holds = both(entrant.holds, settings.organization === undefined ? "unknown" : "yes");
  return {
    holds,
    detail: id,
    message: `${subjectName(subject)} ${holds === "yes" ? "trusts" : "could perhaps trust"} organization ${id}, which nobody declared`,
    evidence: [{ role: "primary", message: `everybody, narrowed down to organization ${id}`, location: statement.at }],
    statements: [statement.id],
    waits: entrant.waits,
    needs: settings.organization === undefined ? [`whether organization ${id} is ours`] : [],
  };
}
