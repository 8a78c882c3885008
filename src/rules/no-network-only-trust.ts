import { defineRule } from "./rule.ts";
import { unreadDocument } from "./unread-document.ts";
import { subjectName } from "./words.ts";

export default defineRule({
  id: "no-network-only-trust",
  family: "TRUST",
  severity: "medium",
  title: "A place in the network is no identity",
  why: "Whatever runs in the network, an intruder's process too, comes in with no proof of who it is.",
  fix: "Name the principals that come, or add aws:PrincipalOrgID or aws:PrincipalAccount to the condition on the network.",
  inspects: "principals",
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims({ subject, documents }, context) {
    for (const { statements, unread } of documents) {
      for (const statement of statements) {
        const { holds, waits } = context.semantics(subject).guardedByNetworkOnly(statement, statements);
        if (holds === "no") continue;
        yield {
          holds,
          detail: "network",
          message: `everybody in a network ${holds === "yes" ? "can" : "could perhaps"} use ${subjectName(subject)}`,
          evidence: [
            {
              role: "primary",
              message: "everybody, kept out by conditions on the network alone",
              location: statement.at,
            },
          ],
          ...(subject.kind === "resource" && { severity: "low" }),
          statements: [statement.id],
          waits,
        };
      }
      if (unread !== undefined)
        yield unreadDocument(unread, `everybody in a network could perhaps use ${subjectName(subject)}`);
    }
  },
});
