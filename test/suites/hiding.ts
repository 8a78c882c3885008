import { resourceTypes } from "#clouds/aws/resources/index.ts";
import { parseAddress } from "#frontends/terraform-plan/address.ts";
import { ofProviders, ofVariables } from "./hiding-around.ts";
import { deferred, type Hiding, hideIn } from "./hiding-places.ts";
import { opaque, traced } from "./opaque.ts";
import { type Json, list, type Path, PlanDocument, record, text, valueAt } from "./plan-document.ts";

/**
 * How the configuration speaks of a hidden value: `kept` as it stands (its references still tell where the value comes
 * from), or `opaque`: it comes from the output of a resource that may be anything.
 */
type Telling = "kept" | "opaque";

/** Attributes that no author can set: what is hidden there was left to the provider. */
const computed = new Set(
  "arn id tags_all unique_id create_date policy_id attachment_count key_id url json minified_json account_id".split(
    " ",
  ),
);

/** More instances of one block than this are alike. */
const mostInstances = 2;

/**
 * All hidings of a plan: every leaf, list, map and block of the resources and data sources that say something about
 * access, set or not; each setting of a provider; each variable. A policy that is JSON text is one leaf.
 */
export function hidingsOf(bytes: Uint8Array): readonly Hiding[] {
  const plan = new PlanDocument(bytes);
  const states = plan.resources("prior_state").map(({ one }) => one);
  const changed = plan.changes.filter(isRead).flatMap((one) => ofChange(one, plan, bytes));
  const lookups = states.filter((one) => one.mode === "data" && isWanted(one));
  const resources = [...alike(changed), ...alike(lookups.flatMap((one) => ofLookup(one, plan, bytes)))];
  return [...resources.map(({ hiding }) => hiding), ...ofProviders(plan, bytes, isRead), ...ofVariables(plan, bytes)];
}

interface Found {
  readonly address: string;
  readonly hiding: Hiding;
}

function alike(found: readonly Found[]): readonly Found[] {
  const instances = new Map<string, Set<string>>();
  return found.filter(({ address }) => {
    const parsed = parseAddress(address);
    const block = parsed === undefined ? address : [...parsed.modules, parsed.relative].join(".");
    const seen = instances.get(block) ?? new Set();
    instances.set(block, seen);
    if (seen.size < mostInstances) seen.add(address);
    return seen.has(address);
  });
}

function isWanted(one: Json): boolean {
  const type = text(one.type);
  return resourceTypes.has(one.mode === "data" ? `data.${type}` : type);
}

function isRead(one: Json): boolean {
  const actions = list(valueAt(one, ["change", "actions"]));
  return isWanted(one) && record(valueAt(one, ["change", "after"])) !== undefined && !actions.includes("forget");
}

function ofChange(change: Json, plan: PlanDocument, bytes: Uint8Array): readonly Found[] {
  const address = text(change.address);
  const places = placesIn(valueAt(change, ["change", "after"]), valueAt(change, ["change", "after_unknown"]));
  return places.flatMap((path) =>
    tellings(plan, address, path).map((telling) => hidden(address, path, telling, bytes, () => {})),
  );
}

/** What was looked up is hidden by looking it up later: first alone, then with each thing that it asks for. */
function ofLookup(lookup: Json, plan: PlanDocument, bytes: Uint8Array): readonly Found[] {
  const address = text(lookup.address);
  const asked = plan.expressions(address) ?? {};
  const places = placesIn(lookup.values, {}).filter(([first]) => first !== undefined && Object.hasOwn(asked, first));
  return [
    hidden(address, [], "kept", bytes, (late) => deferred(late, address)),
    ...places.flatMap((path) =>
      tellings(plan, address, path).map((telling) =>
        hidden(address, path, telling, bytes, (late) => deferred(late, address)),
      ),
    ),
  ];
}

function hidden(
  address: string,
  path: Path,
  telling: Telling,
  bytes: Uint8Array,
  prepare: (plan: PlanDocument) => void,
): Found {
  const name = `${address} /${path.join("/")} (${telling})`;
  const apply = () => {
    const plan = new PlanDocument(bytes);
    prepare(plan);
    if (path.length > 0) hideIn(plan, address, path);
    const expressions = plan.expressions(address);
    if (telling === "opaque" && expressions !== undefined)
      opaque(plan, expressions, path, parseAddress(address)?.module ?? "");
    return plan.bytes;
  };
  return { address, hiding: { name, apply } };
}

/** Every place of a value that may be unknown by itself: leaves, elements, whole lists and maps, and what is null or empty. */
function placesIn(value: unknown, mask: unknown, path: Path = []): readonly Path[] {
  if (mask === true) return [];
  const own = path.length === 0 ? [] : [path];
  const inner = Array.isArray(value)
    ? value.flatMap((item: unknown, i) => (item === null ? [] : [i]))
    : Object.keys(record(value) ?? {});
  return [...own, ...inner.flatMap((key) => placesIn(valueAt(value, [key]), valueAt(mask, [key]), [...path, key]))];
}

function tellings(plan: PlanDocument, address: string, path: Path): readonly Telling[] {
  const [first] = path;
  const expressions = plan.expressions(address);
  const written = first !== undefined && expressions !== undefined && Object.hasOwn(expressions, first);
  if (!written && typeof first === "string" && computed.has(first)) return ["kept"];
  return written && traced(expressions, path) ? ["kept", "opaque"] : ["opaque"];
}
