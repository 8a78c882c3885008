import { isRecord } from "#model/json-tree.ts";
import { inside, type SourceLocation } from "#model/location.ts";
import type { Notice } from "#model/notice.ts";
import type { Plan, ResourceChange } from "#model/plan.ts";
import { absent } from "#model/tree.ts";
import type { Wants } from "../frontend.ts";
import { actionOf } from "./actions.ts";
import { Configuration } from "./configuration.ts";
import type { Json, RawConfiguration, RawResourceChange, RawStateModule, RawStateResource } from "./format.ts";
import { holesOf } from "./holes.ts";
import { Instances } from "./instances.ts";
import { planNotices } from "./notices.ts";
import { Providers } from "./providers.ts";
import { Resolver } from "./resolver.ts";
import { Secrets } from "./secrets.ts";
import { type HoleAt, view } from "./view.ts";

/** Reads one plan. Resources arrive one by one; what nobody wants is counted and let go. */
export class PlanReader {
  readonly #document: string;
  readonly #wants: Wants;
  readonly #changes: ResourceChange[] = [];
  readonly #notices: Notice[] = [];
  readonly #instances = new Instances();
  readonly #secrets = new Secrets();
  readonly #resolver: Resolver;
  readonly #providers: Providers;
  readonly #configuration: Configuration | undefined;
  readonly #seen = new Set<string>();
  #resources = 0;

  constructor(document: string, configuration: RawConfiguration | undefined, wants: Wants) {
    this.#document = document;
    this.#wants = wants;
    this.#configuration = configuration === undefined ? undefined : new Configuration(configuration);
    this.#resolver = new Resolver(this.#configuration ?? new Configuration({}), this.#instances);
    this.#providers = new Providers(document, this.#configuration, this.#resolver);
  }

  /** An element of `resource_changes`, or of another list of the same shape. */
  change(raw: RawResourceChange, pointer: string): void {
    const address = raw.deposed === undefined ? raw.address : `${raw.address} (deposed ${raw.deposed})`;
    const action = actionOf(raw.change);
    this.#resources++;
    this.#seen.add(raw.address);
    if (action !== "delete") this.#instances.add(raw.address);
    if (!this.#wants(raw.type)) return;
    const at: SourceLocation = { document: this.#document, pointer, address };
    if (action === "unrecognized") this.#notices.push(unknownAction(at));
    this.#secrets.marked(raw.change?.before, raw.change?.before_sensitive);
    this.#secrets.marked(raw.change?.after, raw.change?.after_sensitive);
    const holeAt = holesOf(raw.address, this.#configuration, this.#resolver);
    this.#changes.push({
      address,
      ...(raw.previous_address !== undefined && { previousAddress: raw.previous_address }),
      dialect: "terraform",
      type: raw.type,
      name: nameOf(raw),
      mode: raw.mode === "data" ? "data" : "managed",
      action,
      before: view(raw.change?.before, undefined, inside(at, "change", "before"), holeAt),
      after: view(raw.change?.after, action === "delete" || action === "forget" ? undefined : raw.change?.after_unknown, inside(at, "change", "after"), holeAt),
      scope: { provider: this.#providers.scope(raw.address, raw.provider_name), module: raw.module_address ?? "" },
      at,
    });
  }

  /** All resources of a state: what was looked up, and what exists but is not part of this change. */
  state(root: RawStateModule | undefined, pointer: string): void {
    const pending: { readonly module: RawStateModule; readonly pointer: string }[] = root === undefined ? [] : [{ module: root, pointer }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const [i, resource] of (next.module.resources ?? []).entries()) this.#stateResource(resource, `${next.pointer}/resources/${i}`, next.module.address ?? "");
      for (const [i, module] of (next.module.child_modules ?? []).entries()) pending.push({ module, pointer: `${next.pointer}/child_modules/${i}` });
    }
  }

  #stateResource(raw: RawStateResource, pointer: string, module: string): void {
    if (this.#seen.has(raw.address)) return;
    this.#seen.add(raw.address);
    this.#instances.add(raw.address);
    if (!this.#wants(raw.type)) return;
    this.#secrets.marked(raw.values, raw.sensitive_values);
    const at: SourceLocation = { document: this.#document, pointer, address: raw.address };
    this.#changes.push({
      address: raw.address,
      dialect: "terraform",
      type: raw.type,
      name: nameOf(raw),
      mode: raw.mode === "data" ? "data" : "outside",
      action: raw.mode === "data" ? "read" : "none",
      before: absent(inside(at, "values")),
      after: view(raw.values, undefined, inside(at, "values"), noHoles),
      scope: { provider: this.#providers.scope(raw.address, raw.provider_name), module },
      at,
    });
  }

  /** Resources of a plan that lists no changes, only what will be. */
  planned(root: RawStateModule | undefined): void {
    const pending: { readonly module: RawStateModule; readonly pointer: string }[] = root === undefined ? [] : [{ module: root, pointer: "/planned_values/root_module" }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const [i, raw] of (next.module.resources ?? []).entries()) {
        const change = { actions: ["create"], before: null, after: raw.values, after_unknown: {}, after_sensitive: raw.sensitive_values };
        this.change({ ...raw, module_address: next.module.address ?? "", change }, `${next.pointer}/resources/${i}`);
      }
      for (const [i, module] of (next.module.child_modules ?? []).entries()) pending.push({ module, pointer: `${next.pointer}/child_modules/${i}` });
    }
  }

  variables(values: unknown): void {
    this.#secrets.variables(values, this.#configuration?.raw.root_module);
  }

  finish(top: Json, format: string, hasBefore: boolean): Plan {
    return {
      document: this.#document,
      frontend: "terraform-plan",
      format,
      resources: this.#resources,
      changes: this.#changes,
      hasBefore,
      notices: [...planNotices(top, this.#document), ...this.#notices],
      secrets: this.#secrets.found,
    };
  }
}

const noHoles: HoleAt = () => ({ reason: "computed-at-apply", refs: [], unset: false });

function nameOf(raw: { readonly name?: string; readonly index?: string | number; readonly address: string }): string {
  const name = raw.name ?? raw.address;
  return raw.index === undefined ? name : `${name}[${JSON.stringify(raw.index)}]`;
}

function unknownAction(location: SourceLocation): Notice {
  return { code: "unknown-action", level: "incomplete", message: "the plan does something with this resource that this version does not know", location };
}

/** True for what may be read as a list of resource changes. */
export function isResourceChange(value: unknown): value is RawResourceChange {
  return isRecord(value) && typeof value["address"] === "string" && typeof value["type"] === "string";
}
