import type { Claim } from "#model/finding.ts";
import type { Identity } from "#model/identity.ts";
import type { TrustStatement } from "#model/policy.ts";
import { showText } from "#model/text.ts";
import { truth } from "#model/truth.ts";
import { defineRule } from "./rule.ts";
import { unreadDocument } from "./unread-document.ts";
import { list, nameOf } from "./words.ts";

export default defineRule({
  id: "no-inverted-trust",
  family: "TRUST",
  severity: "high",
  title: "A trust policy names who and what it allows",
  why: "Allowing all but a few lets in everybody whom the author did not think of, and all that AWS adds later.",
  fix: "Name the principals under Principal, and the action under Action: sts:AssumeRole, or what the identity provider needs.",
  inspects: "trust",
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims({ identity, statements }) {
    for (const statement of statements) yield* inversionsOf(statement, identity);
    if (identity.trustUnread !== undefined)
      yield unreadDocument(identity.trustUnread, `${nameOf(identity)} could perhaps trust all but a few`);
  },
});

function* inversionsOf(statement: TrustStatement, identity: Identity): Iterable<Claim> {
  const { principals, actions } = statement;
  const who = list(principals.principals.map((one) => showText(one.text)));
  const what = list(actions.patterns.map(showText));
  if (principals.match === "all-except")
    yield claimOf("NotPrincipal", `everybody but ${who}`, "may assume it", statement, identity);
  if (actions.match === "all-except")
    yield claimOf("NotAction", `whoever it names`, `may do everything but ${what} to it`, statement, identity);
}

function claimOf(element: string, who: string, may: string, statement: TrustStatement, identity: Identity): Claim {
  const { effect, at } = statement;
  const holds = effect.known ? truth(effect.value === "allow") : "unknown";
  return {
    holds,
    detail: element,
    message: `${nameOf(identity)} ${holds === "yes" ? "allows" : "could perhaps allow"} by ${element}: ${who} ${may}`,
    evidence: [{ role: "primary", message: `Allow with ${element}`, location: at }],
    statements: [statement.id],
    waits: effect.known ? [] : [effect.hole],
  };
}
