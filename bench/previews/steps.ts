import { Random } from "../plans/random.ts";
import { type Json, type Made, serviceResources, unknown } from "./service.ts";

/** A step of the engine as both a preview and events tell it; each names and orders the parts in its own way. */
export interface BenchStep {
  readonly op: "create" | "update" | "same";
  readonly urn: string;
  readonly type: string;
  readonly provider: string;
  readonly old: Json | undefined;
  readonly new: Json;
}

const stack = "urn:pulumi:prod::shop";
const component = "acme:shop:Service";
const parentOf = (service: string) => `${stack}::${component}::${service}`;
const provider = `${stack}::pulumi:providers:aws::default_7_48_0::1f6d3f5e-6c0f-4d6a-9d39-0a3a3b0c6c11`;

/** Steps without end, service by service: three quarters stay as they are. Equal seeds give equal steps. */
export function* benchSteps(seed: number): Iterable<BenchStep> {
  for (let number = 0; ; number++) {
    const random = new Random(seed, number);
    const service = `service-${number}`;
    const op = random.chance(0.75) ? "same" : random.pick(["create", "update"] as const);
    for (const one of serviceResources(service, random)) yield stepOf(one, op, service);
  }
}

function stepOf(one: Made, op: BenchStep["op"], service: string): BenchStep {
  const urn = urnOf(one);
  const common = { urn, custom: true, type: one.token };
  const waits = Object.entries(one.waits).map(([property, names]) => [property, names.map(waitedFor)]);
  const rest = { parent: parentOf(service), provider, propertyDependencies: Object.fromEntries(waits) as Json };
  const old = { ...common, id: one.name, inputs: one.inputs, outputs: one.outputs, ...rest, ...position };
  return {
    op,
    urn,
    type: one.token,
    provider,
    old: op === "create" ? undefined : old,
    new: { ...common, inputs: inputsOf(one, op), ...rest, ...position },
  };
}

function urnOf({ token, name }: Pick<Made, "token" | "name">): string {
  return `${stack}::${component}$${token}::${name}`;
}

/** What a resource waits for is a bucket, or a role. */
function waitedFor(name: string): string {
  return urnOf({ token: name.endsWith("-data") ? "aws:s3/bucket:Bucket" : "aws:iam/role:Role", name });
}

function inputsOf({ inputs, waits }: Made, op: BenchStep["op"]): Json {
  if (op === "update" && "tags" in inputs) return { ...inputs, description: "changed" };
  if (op !== "create") return inputs;
  return { ...inputs, ...Object.fromEntries(Object.keys(waits).map((property) => [property, unknown])) };
}

const sourcePosition = "project:///services.ts#23,17";
const position = {
  sourcePosition,
  stackTrace: [
    { sourcePosition },
    { sourcePosition: "project:///index.ts#8,5" },
    {},
    {},
    { sourcePosition: "project:///../node_modules/@pulumi/cmd/run/run.ts#541,33" },
    { sourcePosition: "project:///../node_modules/@pulumi/runtime/stack.ts#79,28" },
  ],
};
