import { deferDocuments } from "./metamorphic-blocks.ts";
import {
  doubled,
  inCapitals,
  inList,
  outOfList,
  reversedKeys,
  splitAt,
  withDocuments,
  withLists,
  withStatements,
} from "./metamorphic-documents.ts";
import { intoForEach, intoModule } from "./metamorphic-places.ts";
import { type Json, list, PlanDocument } from "./plan-document.ts";

/** A way to say the same in other words, on which no verdict may depend. */
export interface Metamorphosis {
  readonly name: string;
  /** Whether it moves resources to other addresses. */
  readonly moves?: true;
  readonly apply: (bytes: Uint8Array) => Uint8Array;
}

export const metamorphoses: readonly Metamorphosis[] = [
  whole("the keys of all objects in reverse order", (root) => reversedKeys(root)),
  whole("the resources in reverse order", (root) => ({
    ...root,
    resource_changes: list(root.resource_changes).toReversed(),
  })),
  documents("the keys of documents in reverse order", (document) => JSON.stringify(reversedKeys(document))),
  documents("documents on many lines", (document) => JSON.stringify(document, null, 4)),
  documents("statements in reverse order", (document) => {
    const { Statement: statement } = document;
    return JSON.stringify({ ...document, Statement: Array.isArray(statement) ? statement.toReversed() : statement });
  }),
  documents("a single statement outside of its list", (document) =>
    JSON.stringify({ ...document, Statement: outOfList(document.Statement) }),
  ),
  statements("strings as lists of one", (statement) => withLists(statement, inList)),
  statements("lists of one as strings", (statement) => withLists(statement, outOfList)),
  statements("actions and condition keys in capitals", inCapitals),
  statements("a statement for each action", splitAt("Action")),
  statements("a statement for each resource", splitAt("Resource")),
  statements("every statement twice", doubled),
  inPlace("documents that data sources make later", deferDocuments),
  { ...inPlace("everything in a module", intoModule), moves: true },
  { ...inPlace("single resources with for_each", intoForEach), moves: true },
];

function whole(name: string, rewrite: (root: Json) => unknown): Metamorphosis {
  return { name, apply: (bytes) => encode(rewrite(new PlanDocument(bytes).root)) };
}

function documents(name: string, rewrite: (document: Json) => string): Metamorphosis {
  return whole(name, (root) => withDocuments(root, rewrite));
}

function statements(name: string, rewrite: (statement: Json) => readonly Json[]): Metamorphosis {
  return documents(name, (document) => JSON.stringify(withStatements(document, rewrite)));
}

function inPlace(name: string, change: (plan: PlanDocument) => void): Metamorphosis {
  return {
    name,
    apply: (bytes) => {
      const plan = new PlanDocument(bytes);
      change(plan);
      return plan.bytes;
    },
  };
}

function encode(root: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(root));
}
