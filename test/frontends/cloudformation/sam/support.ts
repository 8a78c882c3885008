import type { Given } from "#frontends/frontend.ts";
import { isRecord } from "#model/json-tree.ts";
import type { Plan } from "#model/plan.ts";
import { plain, planOf } from "../../support.ts";

type Json = Readonly<Record<string, unknown>>;

/** What SAM makes of resources, by logical id; the template is deployed to a known account and region. */
export interface Made {
  readonly plan: Plan;
  /** The type of a resource and its properties. */
  readonly resources: ReadonlyMap<string, Json>;
}

export async function madeOf(resources: Json, more: Json = {}, given: Given = {}): Promise<Made> {
  const template = { Transform: "AWS::Serverless-2016-10-31", ...more, Resources: resources };
  const deployed = { account: "111122223333", region: "eu-west-1", ...given };
  const plan = await planOf(template, undefined, "template.json", deployed);
  const all = plan.changes.map(
    ({ address, type, after }) => [address, { Type: type, ...record(plain(after)) }] as const,
  );
  return { plan, resources: new Map(all) };
}

/** A function with these properties, and the resources beside it. */
export function withFunction(properties: Json, beside: Json = {}, more: Json = {}, given: Given = {}): Promise<Made> {
  const worker = { Type: "AWS::Serverless::Function", Properties: { Runtime: "nodejs20.x", ...properties } };
  return madeOf({ Worker: worker, ...beside }, more, given);
}

/** A part of what was made. */
export function partOf({ resources }: Made, id: string, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (part, step) => (isRecord(part) || Array.isArray(part) ? (part as Json)[String(step)] : undefined),
    resources.get(id),
  );
}

function record(value: unknown): Json {
  return isRecord(value) ? value : {};
}

export function aws(path: string): string {
  return `arn:aws:iam::aws:policy/${path}`;
}
