import { InputError } from "#model/input-error.ts";
import { isRecord, jsonTree } from "#model/json-tree.ts";
import { inside } from "#model/location.ts";
import type { Plan, ProviderScope, ResourceChange } from "#model/plan.ts";
import { absent } from "#model/tree.ts";
import { truth } from "#model/truth.ts";
import type { Given, Input, Wants } from "../frontend.ts";
import { nameOf } from "../input/name.ts";
import { holds } from "./conditions.ts";
import { load } from "./load.ts";
import { withoutLoops } from "./loops.ts";
import { noticesOf } from "./notices.ts";
import { type HandedIn, nothing, readParameters } from "./parameter-file.ts";
import { secretsIn } from "./parameters.ts";
import { stepsTo, type Template, templateOf } from "./template.ts";
import { Values } from "./values.ts";

/** A template with what was deployed before, where that is told; else nothing was before, and every resource is a creation. */
export async function readTemplate(input: Input, wants: Wants, given: Given): Promise<Plan> {
  const { plan } = await readAlone(input, wants, given);
  if (given.earlier === undefined) return plan;
  const { comparedWith, earlierTemplate, madeAnew } = await import("./compare.ts");
  if (given.earlier === "none") return madeAnew(plan);
  const read = (earlier: Input) => readAlone(earlier, wants, { ...given, ...earlier.given });
  return comparedWith(plan, await earlierTemplate(given.earlier, read));
}

/** A template as a plan, and its parts. */
export interface Alone {
  readonly plan: Plan;
  readonly values: Values;
}

async function readAlone(input: Input, wants: Wants, given: Given): Promise<Alone> {
  const { path: document } = input;
  const { root, twice } = await load(input);
  const handedIn = given.parameters === undefined ? nothing : readParameters(given.parameters);
  const template = withoutLoops(templateOf(root, handedIn));
  // A stack of an assembly may have nothing but rules and parameters.
  if (Object.keys(template.resources).length === 0 && input.format === undefined) throw withoutResources(document);
  const values = new Values(template, given, new Set(twice.map((one) => one.pointer)));
  const provider = providerOf(document, given, handedIn);
  const plan: Plan = {
    document,
    frontend: "cloudformation",
    format: "CloudFormation template",
    resources: Object.keys(template.resources).length,
    changes: Object.entries(template.resources).flatMap(([id, resource]) =>
      isThere(template, resource) && wants(resource.Type, "cloudformation")
        ? [changeOf(id, resource, { document, values, provider })]
        : [],
    ),
    hasBefore: false,
    notices: [...(given.notices ?? []), ...noticesOf(template, document, twice)],
    secrets: secretsIn(template),
  };
  return { plan, values };
}

function withoutResources(path: string): InputError {
  return new InputError(
    3,
    "template-without-resources",
    `${nameOf(path)} is a CloudFormation template without resources`,
    "Give the template that is deployed: every template that can be has a section Resources.",
  );
}

/** A stack lives in one account and region, which are the deployment's: a template names neither. */
function providerOf(
  document: string,
  { account, tags: ofStack = new Map() }: Given,
  handedIn: HandedIn,
): ProviderScope {
  const tags = new Map([...ofStack, ...handedIn.tags]);
  const settings = jsonTree(
    {
      ...(account !== undefined && { allowed_account_ids: [account] }),
      ...(tags.size > 0 && { default_tags: { tags: Object.fromEntries(tags) } }),
    },
    { document, pointer: "" },
  );
  return { name: "aws", key: "stack", settings };
}

interface Written {
  readonly Type: string;
  readonly [key: string]: unknown;
}

/** Whether a resource can be there. What SAM turns into others is told of, and is no resource itself. */
function isThere(template: Template, resource: unknown): resource is Written {
  if (!isRecord(resource) || typeof resource.Type !== "string" || resource.Type.startsWith("AWS::Serverless::"))
    return false;
  return typeof resource.Condition !== "string" || holds(template, resource.Condition) !== "no";
}

interface Around {
  readonly document: string;
  readonly values: Values;
  readonly provider: ProviderScope;
}

function changeOf(id: string, resource: Written, { document, values, provider }: Around): ResourceChange {
  const at = { ...inside({ document, pointer: "" }, ...stepsTo(id, values.template)), address: id };
  const place = inside(at, "Properties");
  const properties = values.tree(resource.Properties, place);
  return {
    address: id,
    dialect: "cloudformation",
    type: resource.Type,
    name: id,
    mode: "managed",
    action: "create",
    before: absent(at),
    // A resource that sets nothing is there all the same.
    after: properties.kind === "absent" ? values.tree({}, place) : properties,
    scope: { provider, module: "" },
    spelledOut: (_path, value) => truth(!isHandedIn(value, values.template.handedIn)),
    at,
  };
}

/** Shorter texts are found in others by chance. */
const shortest = 6;

/** Whether a text, or a part of it, came from outside. All others of a template are written in it. */
function isHandedIn(value: string, { values }: HandedIn): boolean {
  return [...values.values()].some(
    (one) => one === value || (one !== undefined && one.length >= shortest && value.includes(one)),
  );
}
