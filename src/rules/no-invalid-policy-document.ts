import type { Defect } from "#model/defect.ts";
import type { Claim } from "#model/finding.ts";
import { defineRule, type WrittenDocument } from "./rule.ts";

export default defineRule({
  id: "no-invalid-policy-document",
  family: "POL",
  severity: "high",
  title: "Policy documents are what the cloud takes",
  why: "A document that AWS refuses stops the deployment half way; one that it does not understand grants nothing, or denies nothing.",
  fix: "Write the element as the grammar of policies has it.",
  inspects: "documents",
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims({ documents }) {
    for (const document of documents) {
      for (const defect of document.defects) yield claimOf(defect, document);
      if (document.unread !== undefined && document.defects.length === 0) yield undecided(document, document.unread);
    }
  },
});

function claimOf({ what, message, at }: Defect, { name }: WrittenDocument): Claim {
  return {
    holds: "yes",
    detail: what,
    message: `${name} is not valid: ${message}`,
    evidence: [{ role: "primary", message, location: at }],
  };
}

function undecided({ name, at }: WrittenDocument, unread: NonNullable<WrittenDocument["unread"]>): Claim {
  return {
    holds: "unknown",
    detail: name,
    message: `${name} could perhaps be invalid: it is not wholly known before the deployment`,
    evidence: [{ role: "primary", message: "not known before the deployment", location: at }],
    waits: [unread],
  };
}
