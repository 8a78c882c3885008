import { changed, choiceOf } from "#model/choice.ts";
import { inside, type SourceLocation } from "#model/location.ts";
import type { NodeId } from "#model/node.ts";
import type { Condition } from "#model/policy.ts";
import type { Principal } from "#model/principal.ts";
import { literalText, type Text } from "#model/text.ts";
import { absent, type ListTree, type MapTree, type Tree, textOf } from "#model/tree.ts";
import { knownText, type Linking, policyNode } from "../link/linking.ts";
import { linkStatements } from "../link/principals.ts";
import type { Resource } from "../link/resource.ts";
import { type ParsedStatement, readDocument } from "../policy/document.ts";

/** What attributes say about who may do what, where there is no document that does. */
export interface MadeStatement {
  readonly principals: readonly Tree[];
  readonly actions: readonly Tree[];
  readonly conditions: readonly Condition[];
  /** True where AWS takes no word for everybody: whoever is not known yet is somebody. */
  readonly namesSomebody?: true;
}

/** Adds a policy whose statements are made from attributes, as they would be written in a document. All of them allow. */
export function addMadePolicy(
  resource: Resource,
  linking: Linking,
  name: Text,
  made: readonly MadeStatement[],
  part = "policy",
): NodeId {
  const { address, type, at } = resource.change;
  const tree = documentTree(made, at);
  // Nobody wrote it, so that nobody can have written it wrong.
  const { written: _, ...document } = readDocument(tree);
  const read = document.statements.map((one) => asMade(one, made[one.position ?? 0]));
  const statements = linkStatements(read, linking.world, resource);
  const id = `${address}#${part}`;
  const head = { id, kind: "resource", origin: "inline", name, address, type, assumed: false } as const;
  linking.graph.addPolicy({ ...policyNode(head, { ...document, statements }, tree), at });
  return id;
}

function asMade(statement: ParsedStatement, made: MadeStatement | undefined): ParsedStatement {
  const conditions = made?.conditions ?? [];
  const { principals } = statement;
  if (principals === undefined || made?.namesSomebody !== true) return { ...statement, conditions };
  return { ...statement, conditions, principals: { ...principals, principals: principals.principals.map(somebody) } };
}

function somebody(principal: Principal): Principal {
  return principal.kind === "unknown" ? { kind: "identity", text: principal.text } : principal;
}

function documentTree(made: readonly MadeStatement[], at: SourceLocation): Tree {
  const statements = made.map(({ principals, actions }) =>
    map(
      new Map([
        ["Effect", text("Allow", at)],
        ["Principal", principalsOf(principals.filter(isThere), at)],
        ["Action", list(actions.filter(isThere), at)],
        ["Resource", text("*", at)],
      ]),
      at,
    ),
  );
  return map(new Map([["Statement", list(statements, at)]]), at);
}

function isThere(tree: Tree): boolean {
  return tree.kind !== "absent";
}

/** `*` is anyone, a name with a dot that is no ARN is a service, anything else an account or an ARN. */
function principalsOf(trees: readonly Tree[], at: SourceLocation): Tree {
  const [only, ...more] = trees;
  // Which of the three it is tells only what is chosen.
  if (only?.kind === "unknown" && more.length === 0 && choiceOf(only.hole) !== undefined)
    return changed(only, (one) => principalsOf([one].filter(isThere), at));
  const services = trees.filter(isService);
  const others = trees.filter((tree) => !isService(tree));
  return map(
    new Map([
      ...(others.length > 0 ? [["AWS", list(others, at)] as const] : []),
      ...(services.length > 0 ? [["Service", list(services, at)] as const] : []),
    ]),
    at,
  );
}

function isService(tree: Tree): boolean {
  const value = knownText(textOf(tree));
  return value !== undefined && !value.startsWith("arn:") && /^[\w-]+(\.[\w-]+)+$/.test(value);
}

/** A text in a statement that stands nowhere as such. */
export function text(value: string, at: SourceLocation): Tree {
  return { kind: "text", text: literalText(value), at };
}

function list(items: readonly Tree[], at: SourceLocation): ListTree {
  return { kind: "list", items, at };
}

function map(entries: ReadonlyMap<string, Tree>, at: SourceLocation): MapTree {
  return {
    kind: "map",
    at,
    keys: () => [...entries.keys()],
    get: (key) => entries.get(key) ?? absent(inside(at, key)),
  };
}
