import { InputError } from "#model/input-error.ts";
import { isRecord, parseJson } from "#model/json-tree.ts";
import { inside, insideText, type SourceLocation } from "#model/location.ts";
import type { Action } from "#model/plan.ts";
import type { Input } from "../../frontend.ts";
import { nameOf } from "../../input/name.ts";
import { at, type Json, listAt, recordAt, textAt } from "../../json/shape.ts";
import { load } from "../load.ts";
import type { Loaded } from "../loaded.ts";
import type { HandedIn } from "../parameter-file.ts";

/** Properties as a change set tells them: with everything worked out, and where they stand. */
export interface Context {
  readonly properties: Json;
  readonly at: SourceLocation;
}

/** A part of a resource that changes. */
export interface Detail {
  /** The property; absent where it is the tags, or another part of the resource. */
  readonly property?: string;
  /** Where in the resource: `/Properties/Roles/0`. */
  readonly path?: string;
  /** What it is made from: `Worker`, `Worker.Arn`. */
  readonly cause?: string;
}

export interface Change {
  readonly id: string;
  readonly type: string;
  readonly action: Action;
  /** What it is called now; absent for what is not there yet. */
  readonly physicalId?: string;
  /** Absent when there is none, or when nobody asked for the values of properties. */
  readonly before?: Context;
  readonly after?: Context;
  readonly details: readonly Detail[];
  readonly at: SourceLocation;
}

/** Whether it is not managed here afterwards. */
export function isGone({ action }: Change): boolean {
  return action === "delete" || action === "forget";
}

export interface ChangeSet {
  readonly document: string;
  /** The name of the stack, where it is told. */
  readonly stack?: string;
  readonly account?: string;
  readonly region?: string;
  readonly handedIn: HandedIn;
  readonly changes: readonly Change[];
  readonly loaded: Loaded;
}

/** @throws InputError where the document is none that a change set can be read from. */
export async function changeSetOf(input: Input): Promise<ChangeSet> {
  const loaded = await load(input);
  const { root } = loaded;
  if (!Array.isArray(at(root, "Changes"))) throw withoutChanges(input.path);
  const [, region, account] = /^arn:[^:]+:cloudformation:([^:]+):(\d{12}):/.exec(textAt(root, "StackId") ?? "") ?? [];
  const stack = textAt(root, "StackName");
  return {
    document: input.path,
    loaded,
    handedIn: { values: parametersOf(root), tags: tagsOf(root) },
    changes: listAt(root, "Changes").flatMap((one, i) => changeOf(one, i, input.path)),
    ...(stack !== undefined && { stack }),
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
  };
}

function withoutChanges(path: string): InputError {
  const message = `${nameOf(path)} is about a change set, and lists no changes`;
  return new InputError(3, "change-set-without-changes", message, describe);
}

/** The command that tells everything. */
export const describe =
  "aws cloudformation describe-change-set --stack-name STACK --change-set-name NAME --include-property-values --output json";

/** Of a parameter that is not echoed only stars are told. */
export const masked = "****";

function parametersOf(root: unknown): ReadonlyMap<string, string | undefined> {
  const pairs = listAt(root, "Parameters").flatMap((one) => {
    const name = textAt(one, "ParameterKey");
    const value = textAt(one, "ResolvedValue") ?? textAt(one, "ParameterValue");
    return name === undefined ? [] : [[name, value === masked ? undefined : value] as const];
  });
  return new Map(pairs);
}

function tagsOf(root: unknown): ReadonlyMap<string, string> {
  const pairs = listAt(root, "Tags").flatMap((one) => {
    const [key, value] = [textAt(one, "Key"), textAt(one, "Value")];
    return key === undefined || value === undefined ? [] : [[key, value] as const];
  });
  return new Map(pairs);
}

function changeOf(one: unknown, i: number, document: string): readonly Change[] {
  const change = recordAt(one, "ResourceChange");
  const [id, type] = [textAt(change, "LogicalResourceId"), textAt(change, "ResourceType")];
  if (change === undefined || id === undefined || type === undefined) return [];
  const place = { ...inside({ document, pointer: "" }, "Changes", i, "ResourceChange"), address: id };
  const before = contextOf(change, "BeforeContext", place);
  const after = contextOf(change, "AfterContext", place);
  const physicalId = textAt(change, "PhysicalResourceId");
  return [
    {
      id,
      type,
      action: actionOf(change),
      ...(physicalId !== undefined && { physicalId }),
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      details: listAt(change, "Details").map(detailOf),
      at: place,
    },
  ];
}

function contextOf(change: Json, key: "BeforeContext" | "AfterContext", place: SourceLocation): Context | undefined {
  const text = textAt(change, key);
  const context = text === undefined ? undefined : parseJson(text);
  if (!isRecord(context)) return undefined;
  return {
    properties: recordAt(context, "Properties") ?? {},
    at: inside(insideText(inside(place, key)), "Properties"),
  };
}

function detailOf(detail: unknown): Detail {
  const [property, path] = [textAt(detail, "Target", "Name"), textAt(detail, "Target", "Path")];
  const cause = textAt(detail, "CausingEntity");
  const isTags = textAt(detail, "Target", "Attribute") === "Tags";
  const name = property ?? (isTags ? "Tags" : undefined);
  return {
    ...(name !== undefined && { property: name }),
    ...(path !== undefined && { path }),
    ...(cause !== undefined && { cause }),
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChange.html */
function actionOf(change: Json): Action {
  switch (textAt(change, "Action")) {
    case "Add":
      return "create";
    case "Modify":
    case "SyncWithActual":
      return textAt(change, "Replacement") === "True" ? "replace" : "update";
    case "Remove":
      return textAt(change, "PolicyAction") === "Retain" ? "forget" : "delete";
    case "Import":
      return "import";
    default:
      return "unrecognized";
  }
}
