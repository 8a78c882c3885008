import { type Field, type Step, showStep } from "./field.ts";
import { type Referred, referredBy, related } from "./links.ts";
import { pathOf } from "./selectors.ts";
import { type Shape, shapes, statement } from "./shapes.ts";

/** Things of any list that can be meant: an id does not tell which kind of node it names. */
type Shapes = readonly Shape[];

const nodes: Shapes = Object.values(shapes).filter((one: Shape) => one.kind === "thing" && one.is === "node");

const referred: Readonly<Record<Referred, Shapes>> = {
  node: nodes,
  policy: [shapes.policies],
  holder: [...nodes, shapes.policies],
  attachment: [shapes.attachments],
  statement: [statement, shapes.trust],
};

const relatedShapes: Readonly<Record<string, Shape>> = {
  trust: shapes.trust,
  grants: shapes.grants,
  attachments: shapes.attachments,
  workloads: shapes.workloads,
  credentials: shapes.credentials,
  memberships: shapes.memberships,
};

/** What a `given` leads to; undefined where a path may lead to anything. */
export function shapesOf(given: string): Shapes | undefined {
  const path = pathOf(given);
  const [list, ...steps] = path === undefined ? [] : stepsOf(path);
  if (list === undefined || !Object.hasOwn(shapes, list)) return undefined;
  let found: Shapes = [{ kind: "list", item: shapes[list as keyof typeof shapes] }];
  for (const step of steps) found = found.flatMap((one) => plainStep(one, step));
  return found.length === 0 ? undefined : found;
}

/** The names and `[*]` of a simple path; nothing of any other. */
function stepsOf(path: string): readonly string[] {
  const steps = [...path.slice(1).matchAll(/\.([^.[\]*]+)|(\[\*\])|(.)/g)];
  return steps.some(([, , , other]) => other !== undefined) ? [] : steps.map(([, name, each]) => name ?? each ?? "");
}

function plainStep(shape: Shape, step: string): Shapes {
  if (step === "[*]") return shape.kind === "list" ? [shape.item] : [];
  const found = shape.kind === "thing" ? shape.keys[step] : undefined;
  return found === undefined ? [] : [found];
}

/** What a field leads to, or what keeps it from leading anywhere. */
export type FieldShape =
  | { readonly leads: true; readonly shapes: Shapes }
  | { readonly leads: false; readonly step: string; readonly known: readonly string[]; readonly listAt?: string };

/** Follows a field from the things that it is asked of. */
export function fieldShape(start: Shapes, field: Field): FieldShape {
  let at = start;
  let key = "";
  let walked = "";
  for (const step of field.steps) {
    const things = step.kind === "key" && referredBy(key) !== undefined ? at.flatMap((one) => followed(one, key)) : at;
    const next = things.flatMap((one) => under(one, step));
    if (next.length === 0) {
      const isList = step.kind === "key" && things.some((one) => one.kind === "list");
      const known = [...new Set(things.flatMap(keysOf))];
      return { leads: false, step: showStep(step), known, ...(isList ? { listAt: walked } : {}) };
    }
    at = next;
    key = step.kind === "key" ? step.key : key;
    walked += step.kind === "key" && walked !== "" ? `.${showStep(step)}` : showStep(step);
  }
  return { leads: true, shapes: at };
}

function followed(shape: Shape, key: string): Shapes {
  const kind = referredBy(key);
  return shape.kind === "leaf" && kind !== undefined ? referred[kind] : [shape];
}

function under(shape: Shape, step: Step): Shapes {
  if (step.kind === "each") {
    if (shape.kind === "list") return [shape.item];
    return shape.kind === "map" ? [shape.value] : [];
  }
  if (shape.kind === "map") return [shape.value];
  if (shape.kind !== "thing") return [];
  const own = Object.hasOwn(shape.keys, step.key) ? shape.keys[step.key] : undefined;
  if (own !== undefined) return [own];
  const item = relatedKeys(shape).includes(step.key) ? relatedShapes[step.key] : undefined;
  return item === undefined ? [] : [{ kind: "list", item }];
}

function keysOf(shape: Shape): readonly string[] {
  return shape.kind === "thing" ? [...Object.keys(shape.keys), ...relatedKeys(shape)] : [];
}

function relatedKeys(shape: Shape): readonly string[] {
  return shape.kind === "thing" && shape.is !== undefined ? related[shape.is] : [];
}
