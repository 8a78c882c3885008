import { type Hiding, hideIn } from "./hiding-places.ts";
import { opaque } from "./opaque.ts";
import { type Json, type Path, PlanDocument, record, text, valueAt } from "./plan-document.ts";

/** Hides each setting of each provider configuration; with default tags, the merged tags of the resources too. */
export function ofProviders(
  plan: PlanDocument,
  bytes: Uint8Array,
  isRead: (change: Json) => boolean,
): readonly Hiding[] {
  const configured = record(valueAt(plan.root, ["configuration", "provider_config"])) ?? {};
  return Object.keys(configured).flatMap((key) => {
    const at: Path = ["configuration", "provider_config", key, "expressions"];
    return settingsIn(valueAt(plan.root, at)).map((path) => ({
      name: `provider ${key} /${path.join("/")} (opaque)`,
      apply: () => {
        const hidden = new PlanDocument(bytes);
        opaque(hidden, record(valueAt(hidden.root, at)) ?? {}, path, "");
        if (path[0] === "default_tags")
          for (const one of hidden.changes.filter(isRead)) hideIn(hidden, text(one.address), ["tags_all"]);
        return hidden.bytes;
      },
    }));
  });
}

/** Attributes of a provider, those in its blocks included. */
function settingsIn(expressions: unknown): readonly Path[] {
  return Object.entries(record(expressions) ?? {}).flatMap(([key, one]): readonly Path[] =>
    Array.isArray(one) ? one.flatMap((block, i) => settingsIn(block).map((path) => [key, i, ...path])) : [[key]],
  );
}

/** A variable of the root is known when a plan is made; still, no verdict may hang on its being told. */
export function ofVariables(plan: PlanDocument, bytes: Uint8Array): readonly Hiding[] {
  return Object.keys(record(plan.root.variables) ?? {}).map((name) => ({
    name: `var.${name}`,
    apply: () => {
      const hidden = new PlanDocument(bytes);
      delete record(valueAt(hidden.root, ["variables", name]))?.value;
      return hidden.bytes;
    },
  }));
}
