import type { Claim, Severity } from "#model/finding.ts";
import type { Identity, Target } from "#model/identity.ts";
import type { Demanded, Entrant, OpenStatement, Semantics } from "#model/semantics.ts";
import { showText } from "#model/text.ts";
import { both, not, type Truth, truth } from "#model/truth.ts";
import { accountOf, type Guest, guestsOf, standingNeeds } from "./guests.ts";
import { defineRule, type PrincipalDocument, type RuleContext } from "./rule.ts";
import { unreadDocument } from "./unread-document.ts";
import { subjectName } from "./words.ts";

export default defineRule({
  id: "no-confused-deputy",
  family: "TRUST",
  severity: "high",
  title: "Third parties and services use what they may use for us alone",
  why: "A third party, or a service of AWS, works for many customers. Any of them can ask it to use your role or resource, unless the policy tells for whom it may act.",
  fix: 'Ask third parties for a secret that both agreed on: "StringEquals": {"sts:ExternalId": "..."}. Accounts that are ours stand in rolecall.yaml under accounts.',
  inspects: "principals",
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims({ subject, documents }, context) {
    for (const document of documents) {
      if (isRole(subject)) yield* thirdParties(subject, document, context);
      yield* services(subject, document, context);
      if (document.unread !== undefined)
        yield unreadDocument(document.unread, `somebody could perhaps act for others on ${subjectName(subject)}`);
    }
  },
});

function isRole(subject: Identity | Target): subject is Identity {
  return subject.kind !== "resource";
}

/** Only a role can ask for an external id. */
function* thirdParties(role: Identity, document: PrincipalDocument, context: RuleContext<unknown>): Iterable<Claim> {
  for (const guest of guestsOf(role, document, context)) {
    const asked = askedOf(guest, role, context);
    const holds = both(guest.holds, isThird(guest, context), ...asked.map((one) => not(one.holds)));
    if (holds === "no") continue;
    yield {
      holds,
      detail: guest.key,
      message: `${guest.name} ${holds === "yes" ? "can" : "could perhaps"} assume ${subjectName(role)} without an external id`,
      evidence: [{ role: "primary", message: `${named(guest)} without sts:ExternalId`, location: guest.statement.at }],
      statements: [guest.statement.id],
      waits: [...guest.waits, ...asked.flatMap((one) => one.waits)],
      needs: standingNeeds(guest, role),
    };
  }
}

/** People who prove themselves by a second factor act for themselves; so does our own organization. */
function askedOf({ statement, document }: Guest, role: Identity, context: RuleContext<unknown>): readonly Demanded[] {
  const semantics = context.semantics(role);
  const ask = (demand: "external-id" | "mfa" | "organization") =>
    semantics.demanded(statement, document.statements, demand);
  return [ask("external-id"), ask("mfa"), ownOrganization(ask("organization"), context)];
}

function ownOrganization(asked: Demanded, { settings: { organization } }: RuleContext<unknown>): Demanded {
  const foreign = organization !== undefined && asked.values.some((one) => one.split("/", 1)[0] !== organization);
  return foreign ? { ...asked, holds: "no", waits: [] } : asked;
}

function isThird({ standing, principal }: Guest, { settings }: RuleContext<unknown>): Truth {
  if (standing === "unknown") return "unknown";
  const account = accountOf(principal);
  const vendor = account === undefined ? undefined : settings.vendors.get(account);
  return truth(standing === "foreign" || (standing === "vendor" && vendor?.externalId !== "optional"));
}

function named({ principal }: Entrant): string {
  return `Principal "${showText(principal.text)}"`;
}

function* services(
  subject: Identity | Target,
  { statements }: PrincipalDocument,
  context: RuleContext<unknown>,
): Iterable<Claim> {
  const semantics = context.semantics(subject);
  for (const statement of statements) {
    const entrants = semantics.entrants(statement, statements).filter((one) => mayBeService(one, subject));
    if (entrants.length === 0) continue;
    const source = semantics.demanded(statement, statements, "source");
    const name = semantics.demanded(statement, statements, "source-name");
    for (const entrant of entrants) {
      const says = semantics.saysSource(entrant.principal.text, statement, isRole(subject) ? "identity" : "resource");
      const holds = both(entrant.holds, says.holds, not(source.holds));
      if (holds !== "no") yield service(entrant, statement, { holds, says, source, name }, subject);
    }
  }
}

/** Who is not known yet may be a service; of a role that is said already, since he may be a third party. */
function mayBeService({ principal }: Entrant, subject: Identity | Target): boolean {
  return principal.kind === "service" || (principal.kind === "unknown" && principal.own !== true && !isRole(subject));
}

interface Judged {
  readonly holds: Truth;
  readonly says: ReturnType<Semantics["saysSource"]>;
  readonly source: Demanded;
  readonly name: Demanded;
}

function service(
  entrant: Entrant,
  statement: OpenStatement,
  { holds, says: { documentation, waits }, source, name }: Judged,
  subject: Identity | Target,
): Claim {
  const service = showText(entrant.principal.text);
  const byName = name.holds === "yes";
  const can = holds === "yes" ? "can" : "could perhaps";
  const missing = byName
    ? "aws:SourceArn names a bucket, which tells no account; without aws:SourceAccount"
    : "without aws:SourceArn or aws:SourceAccount";
  return {
    holds,
    detail: service,
    message: `${service} ${can} ${isRole(subject) ? "assume" : "use"} ${subjectName(subject)} for ${byName ? "whoever owns the name of that bucket next" : "any account"}`,
    evidence: [
      { role: "primary", message: `${named(entrant)} ${missing}`, location: statement.at },
      ...(documentation === undefined
        ? []
        : [{ role: "because", message: `AWS tells how: ${documentation}`, location: statement.at } as const]),
    ],
    severity: severityOf(subject, byName),
    fix: 'Tell for whom the service may act: "StringEquals": {"aws:SourceAccount": "<your account>"}, or "ArnLike": {"aws:SourceArn": "<ARN with your account>"}.',
    statements: [statement.id],
    waits: [...entrant.waits, ...waits, ...source.waits],
  };
}

/** A service takes a role only from who may pass it, in the role's own account; a resource it uses for whoever names it. */
function severityOf(subject: Identity | Target, byName: boolean): Severity {
  return isRole(subject) || byName ? "medium" : "high";
}
