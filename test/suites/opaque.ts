import { isExpression, referencesIn } from "#frontends/terraform-plan/expressions.ts";
import { type Json, list, type Path, type PlanDocument, record } from "./plan-document.ts";

/** Whether the expressions of what stands at a path name something that the value could come from. */
export function traced(expression: unknown, [step, ...rest]: Path): boolean {
  if (isExpression(expression)) return (referencesIn(expression) ?? []).length > 0;
  if (Array.isArray(expression)) {
    const blocks = typeof step === "number" && step in expression ? [expression[step]] : expression;
    return blocks.length > 0 && blocks.every((one) => traced(one, typeof step === "number" ? rest : []));
  }
  const inner = record(expression) ?? {};
  if (typeof step === "string") return Object.hasOwn(inner, step) && traced(inner[step], rest);
  return Object.values(inner).some((one) => traced(one, []));
}

/**
 * Makes the configuration say of a value that it is the output of a resource which is made in the same run: it may
 * become any text at all. Where whole blocks are hidden they are generated ones, which a configuration does not list.
 */
export function opaque(plan: PlanDocument, expressions: Json, path: Path, module: string): void {
  write(
    expressions,
    path.filter((step) => typeof step === "string"),
  );
  const address = module === "" ? "terraform_data.hidden" : `${module}.terraform_data.hidden`;
  const changes = list(plan.root.resource_changes);
  if (plan.changes.some((one) => one.address === address)) return;
  changes.push({
    address,
    ...(module !== "" && { module_address: module }),
    mode: "managed",
    type: "terraform_data",
    name: "hidden",
    provider_name: "terraform.io/builtin/terraform",
    change: {
      actions: ["create"],
      before: null,
      after: { input: null, triggers_replace: null },
      after_unknown: { id: true, output: true },
    },
  });
}

function write(block: Json, [step, ...rest]: readonly string[]): void {
  if (step === undefined) return;
  const inner = block[step];
  if (Array.isArray(inner) && rest.length === 0) delete block[step];
  else if (Array.isArray(inner)) for (const one of inner) write(record(one) ?? {}, rest);
  else if (inner === undefined || isExpression(inner))
    block[step] = { references: ["terraform_data.hidden.output", "terraform_data.hidden"] };
  else write(record(inner) ?? {}, rest);
}
