import type { Claim } from "#model/finding.ts";
import { matchesGlob } from "#model/glob.ts";
import type { Identity } from "#model/identity.ts";
import type { TrustStatement } from "#model/policy.ts";
import type { Principal } from "#model/principal.ts";
import type { Answer, Entrant } from "#model/semantics.ts";
import { showText, wholeText } from "#model/text.ts";
import { both, not, type Truth, truth } from "#model/truth.ts";
import type { Hole } from "#model/value.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { unreadDocument } from "./unread-document.ts";
import { nameOf } from "./words.ts";

interface Options {
  /** Names of roles that people use, globs without letter case. */
  readonly people: readonly string[];
  /** ARNs of SAML providers that ask for a second factor themselves. */
  readonly "providers-with-mfa": readonly string[];
}

const emergency = ["*break-glass*", "*breakglass*", "*break_glass*"];

export default defineRule<"trust", Options>({
  id: "require-mfa-for-humans",
  family: "BG",
  severity: "high",
  title: "People prove themselves by a second factor",
  why: "A password or a key of a person is stolen sooner or later. Without a second factor the thief has the role.",
  fix: 'Ask for it in the trust policy: "Bool": {"aws:MultiFactorAuthPresent": "true"}. Not BoolIfExists, which also passes without one; that form belongs into a Deny, with "false".',
  inspects: "trust",
  defaults: { people: emergency, "providers-with-mfa": [] },
  options: (z) =>
    z.strictObject({
      people: z.array(z.string()).default(emergency).describe("names of roles that people use, with `*`"),
      "providers-with-mfa": z
        .array(z.string())
        .default([])
        .describe("ARNs of SAML providers that ask for a second factor themselves, with `*`"),
    }),
  *claims({ identity, statements }, context) {
    for (const statement of statements) {
      yield* idleTests(statement, statements, identity, context);
      yield* people(statement, statements, identity, context);
    }
    if (identity.trustUnread !== undefined && identity.machine !== "yes")
      yield unreadDocument(identity.trustUnread, `people could perhaps use ${nameOf(identity)} without MFA`);
  },
});

/** Who wrote such a test meant to ask for MFA, and does not. */
function* idleTests(
  statement: TrustStatement,
  document: readonly TrustStatement[],
  role: Identity,
  context: RuleContext<Options>,
): Iterable<Claim> {
  const semantics = context.semantics(role);
  const asked = semantics.demanded(statement, document, "mfa");
  if (asked.holds === "yes") return;
  for (const test of semantics.idleMfaTests(statement))
    yield {
      holds: not(asked.holds),
      detail: "mfa",
      message: `${nameOf(role)} seems to ask for MFA, but ${test} also lets in who has none`,
      evidence: [{ role: "primary", message: test, location: statement.at }],
      statements: [statement.id],
      waits: asked.waits,
    };
}

function* people(
  statement: TrustStatement,
  document: readonly TrustStatement[],
  role: Identity,
  context: RuleContext<Options>,
): Iterable<Claim> {
  const semantics = context.semantics(role);
  const asked = semantics.demanded(statement, document, "mfa");
  for (const entrant of semantics.entrants(statement, document)) {
    const human = isHuman(entrant.principal, role, context);
    const holds = both(entrant.holds, human.holds, not(asked.holds));
    if (holds !== "no")
      yield claimOf(whoIs(entrant.principal, context), { ...human, holds }, waitsOf(entrant, asked), statement, role);
  }
}

function waitsOf({ principal, waits }: Entrant, asked: Answer): readonly Hole[] {
  return [...(principal.kind === "unknown" ? [principal.hole] : []), ...waits, ...asked.waits];
}

interface Human {
  readonly holds: Truth;
  /** Where the decision is made elsewhere. */
  readonly outOfSight?: true;
  readonly needs: readonly string[];
}

/** People are users with a password for the console, and whoever comes to a role that is named as theirs. */
function isHuman(principal: Principal, role: Identity, context: RuleContext<Options>): Human {
  switch (principal.kind) {
    case "identity":
      return ofIdentity(principal, role, context);
    case "account":
      return { holds: isForPeople(role, context), needs: [] };
    case "unknown":
      return { holds: "unknown", needs: [] };
    case "federated":
      return ofProvider(principal, context);
    case "anyone":
    case "service":
    case "organization":
    case "unrecognized":
      return { holds: "no", needs: [] };
  }
}

function ofIdentity(
  { node, text }: Principal & { kind: "identity" },
  role: Identity,
  context: RuleContext<Options>,
): Human {
  const found = node === undefined ? undefined : context.node(node);
  const shown = showText(text);
  if (found !== undefined && "machine" in found)
    return { holds: found.kind === "user" ? not(found.machine) : isForPeople(role, context), needs: [] };
  if (!/:user\//.test(shown)) return { holds: isForPeople(role, context), needs: [] };
  return isForPeople(role, context) === "yes"
    ? { holds: "yes", needs: [] }
    : { holds: "unknown", needs: [`whether ${shown} is a person`] };
}

/** The provider decides, where nobody sees it from here. */
function ofProvider({ protocol, text }: Principal & { kind: "federated" }, { options }: RuleContext<Options>): Human {
  if (protocol !== "saml") return { holds: "no", needs: [] };
  const shown = showText(text);
  if (options["providers-with-mfa"].some((one) => matchesGlob(one, shown))) return { holds: "no", needs: [] };
  return { holds: "unknown", outOfSight: true, needs: [`whether ${shown} asks for MFA`] };
}

function isForPeople(role: Identity, { options }: RuleContext<Options>): Truth {
  const name = wholeText(role.name);
  // A name that was left to the provider is no name that people know.
  if (!name.known) return name.hole.unset ? "no" : "unknown";
  return truth(options.people.some((one) => matchesGlob(one.toLowerCase(), name.value.toLowerCase())));
}

interface Who {
  /** The same however the policy spells it. */
  readonly key: string;
  readonly name: string;
  readonly text: string;
}

function whoIs(principal: Principal, context: RuleContext<Options>): Who {
  const text = showText(principal.text);
  const node = "node" in principal && principal.node !== undefined ? context.node(principal.node) : undefined;
  return node !== undefined && "machine" in node
    ? { key: node.deployedBy === undefined ? node.address : text, name: nameOf(node), text }
    : { key: text, name: text, text };
}

function claimOf(
  who: Who,
  { holds, outOfSight, needs }: Human,
  waits: readonly Hole[],
  statement: TrustStatement,
  role: Identity,
): Claim {
  const can = holds === "yes" ? "can" : "could perhaps";
  return {
    holds,
    detail: who.key,
    message:
      outOfSight === true
        ? `people come to ${nameOf(role)} through ${who.name}, which may or may not ask for MFA`
        : `${who.name} ${can} assume ${nameOf(role)} without MFA`,
    evidence: [{ role: "primary", message: `Principal "${who.text}" without MFA`, location: statement.at }],
    ...(outOfSight === true && { severity: "info" }),
    statements: [statement.id],
    waits,
    needs,
  };
}
