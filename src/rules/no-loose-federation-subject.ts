import type { Attachment } from "#model/attachment.ts";
import { ifThere } from "#model/choice.ts";
import type { Claim, Severity } from "#model/finding.ts";
import { matchesGlob } from "#model/glob.ts";
import type { AccessGraph } from "#model/graph.ts";
import type { Identity } from "#model/identity.ts";
import type { TrustStatement } from "#model/policy.ts";
import type { Answer, LooseSubject } from "#model/semantics.ts";
import { holesOf, wholeText } from "#model/text.ts";
import { both, either } from "#model/truth.ts";
import { hole } from "#model/value.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { unreadDocument } from "./unread-document.ts";
import { nameOf } from "./words.ts";

interface Options {
  /** Issuers that give an audience to one application alone. */
  readonly "audiences-of": readonly string[];
}

export default defineRule<"trust", Options>({
  id: "no-loose-federation-subject",
  family: "TRUST",
  severity: "high",
  title: "A federated trust pins who may come",
  why: "An identity provider signs tokens for all of its tenants, projects and branches. A role that does not say which of them it means can be assumed by the others, without a credential to steal.",
  fix: "Ask for the whole subject: repository and branch, tag or environment; project and branch; namespace and service account. Beside it, ask for the audience.",
  inspects: "trust",
  defaults: { "audiences-of": [] },
  options: (z) =>
    z.strictObject({
      "audiences-of": z
        .array(z.string())
        .default([])
        .describe(
          "URLs of identity providers, without scheme, that give an audience to one application alone: `login.example.com/*`",
        ),
    }),
  *claims({ identity, statements }, context) {
    const found = statements.flatMap((statement) =>
      context
        .semantics(identity)
        .looseSubjects(statement, statements)
        .map((loose) => ({ statement, loose })),
    );
    if (found.length > 0) {
      const writes = writesOf(identity, context);
      for (const { statement, loose } of found) {
        const holds = loose.grade === "proposals" ? both(loose.holds, writes.holds) : loose.holds;
        if (holds !== "no" && !isMeant(loose, context.options))
          yield claimOf({ ...loose, holds }, writes, statement, identity);
      }
    }
    if (identity.trustUnread !== undefined)
      yield unreadDocument(
        identity.trustUnread,
        `too many could perhaps come to ${nameOf(identity)} from an identity provider`,
      );
  },
});

/** Whether nobody but the ruleset can tell, and it does. */
function isMeant({ issuer, needs }: LooseSubject, options: Options): boolean {
  return needs !== undefined && options["audiences-of"].some((one) => matchesGlob(one, issuer));
}

function claimOf(loose: LooseSubject, writes: Answer, statement: TrustStatement, role: Identity): Claim {
  const { holds, lets, issuer, detail, documentation } = loose;
  const asked = detail.includes(":") || detail.includes("*") ? `subject "${detail}"` : `nothing asks for ${detail}`;
  return {
    holds,
    detail,
    message: `${lets} ${holds === "yes" ? "can" : "could perhaps"} assume ${nameOf(role)} through ${issuer}`,
    evidence: [
      { role: "primary", message: asked, location: statement.at },
      ...(documentation === undefined
        ? []
        : [{ role: "because", message: `subjects of ${issuer}: ${documentation}`, location: statement.at } as const]),
    ],
    severity: severityOf(loose, writes),
    statements: [statement.id],
    waits: [...loose.waits, ...(loose.grade === "proposals" ? writes.waits : [])],
    ...(loose.needs !== undefined && { needs: loose.needs }),
  };
}

function severityOf({ grade }: LooseSubject, writes: Answer): Severity {
  if (grade === "little") return "low";
  return writes.holds === "yes" ? "critical" : "high";
}

const untiedOf = new WeakMap<AccessGraph, readonly Answer[]>();

/** Policies that are tied to somebody who is not known yet may be tied to the role. */
function untied(context: RuleContext<unknown>): readonly Answer[] {
  const { graph } = context;
  const known = untiedOf.get(graph);
  if (known !== undefined) return known;
  const answers = graph.attachments
    .filter((one) => one.kind === "grants" && isUntied(one, context))
    .map(({ toText }): Answer => ({ holds: "unknown", waits: holesOf(toText) }));
  untiedOf.set(graph, answers);
  return answers;
}

function isUntied({ to, toText }: Attachment, context: RuleContext<unknown>): boolean {
  const node = to === undefined ? undefined : context.node(to);
  return node?.presence !== "managed" && !wholeText(toText).known;
}

/** Whether the role may do more than read, by what of its policies is known. */
function writesOf(role: Identity, context: RuleContext<unknown>): Answer {
  const semantics = context.semantics(role);
  const grants = context.grantsOf(role.id).map(({ statement }) => ifThere(statement, semantics.writes(statement)));
  const unread = context.attachmentsOf(role.id).flatMap((one): readonly Answer[] => {
    const policy = one.policy === undefined ? undefined : context.policy(one.policy);
    const hidden = policy === undefined ? hole("unresolved-reference") : policy.unread;
    return one.kind !== "grants" || hidden === undefined ? [] : [{ holds: "unknown", waits: [hidden] }];
  });
  const answers = [...grants, ...unread, ...untied(context)];
  return { holds: either(...answers.map((one) => one.holds)), waits: answers.flatMap((one) => one.waits) };
}
