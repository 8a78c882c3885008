import type { Endpoint, EndpointTarget } from "#model/endpoint.ts";
import type { Evidence, Severity } from "#model/finding.ts";
import { matchesGlob } from "#model/glob.ts";
import type { Identity } from "#model/identity.ts";
import { showText } from "#model/text.ts";
import { both, type Truth } from "#model/truth.ts";
import { administrator } from "./administrator.ts";
import { openBy } from "./endpoint-guard.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { nameOf } from "./words.ts";

/** An endpoint that is meant for everybody. */
interface Public {
  readonly endpoint: string;
  readonly reason: string;
}

interface Options {
  readonly public: readonly Public[];
}

export default defineRule<"endpoint", Options>({
  id: "no-unauthenticated-endpoint",
  family: "TRUST",
  severity: "high",
  title: "Endpoints ask their callers who they are",
  why: "What runs behind an open endpoint uses the identity of the workload for whoever finds the address.",
  fix: "Ask for IAM authorization or add an authorizer, or declare the endpoint under the option public, with the reason.",
  inspects: "endpoint",
  defaults: { public: [] },
  options: (z) =>
    z.strictObject({
      public: z
        .array(
          z.strictObject({
            endpoint: z.string().min(1).describe("its address; * stands for anything"),
            reason: z.string().min(1),
          }),
        )
        .default([])
        .describe("endpoints that are meant for everybody: endpoint and reason"),
    }),
  *claims({ endpoint }, context) {
    if (endpoint.form === "identity-pool" || isMeant(endpoint, context.options)) return;
    const guard = openBy(endpoint, context);
    const behind = identitiesBehind(endpoint, context);
    const admin = behind.map((one) => administrator(one, context)).find(({ holds }) => holds === "yes");
    const holds = both(endpoint.open.holds, guard.holds);
    yield {
      holds,
      detail: "*",
      message: messageOf(endpoint, holds, behind, admin?.policy),
      evidence: [
        { role: "primary", message: endpoint.open.because, location: endpoint.open.at },
        ...guard.evidence,
        ...endpoint.leadsTo.map(path),
      ],
      severity: severityOf(endpoint, admin?.policy),
      waits: [...endpoint.open.waits, ...guard.waits],
    };
  },
});

function path({ node, text, at }: EndpointTarget): Evidence {
  return { role: "path", message: `it runs ${node ?? showText(text)}`, location: at };
}

function isMeant({ address }: Endpoint, options: Options): boolean {
  return options.public.some((one) => matchesGlob(one.endpoint, address));
}

/** Whom a caller sets to work: the roles of the workloads that run for him, or those that the endpoint uses itself. */
function identitiesBehind({ leadsTo }: Endpoint, context: RuleContext<Options>): readonly Identity[] {
  const nodes = leadsTo.flatMap(({ node }) => (node === undefined ? [] : [context.node(node)]));
  const ids = nodes.flatMap((node) => {
    if (node === undefined) return [];
    return "runsAs" in node ? node.runsAs.map((one) => one.identity) : [node.id];
  });
  const found = [...new Set(ids)].map((id) => (id === undefined ? undefined : context.node(id)));
  return found.filter((one): one is Identity => one !== undefined && "serviceLinked" in one);
}

function severityOf({ leadsTo, asksFor }: Endpoint, admin: string | undefined): Severity {
  if (admin !== undefined) return "critical";
  return leadsTo.length === 0 || asksFor !== undefined ? "medium" : "high";
}

function messageOf(endpoint: Endpoint, holds: Truth, behind: readonly Identity[], admin: string | undefined): string {
  const [first] = behind;
  const can = holds === "yes" ? "can" : "could perhaps";
  const who = endpoint.asksFor === undefined ? "anyone" : "whoever has an API key, which is no proof of who it is,";
  const as = first === undefined ? "" : `, which works as ${nameOf(first)}`;
  const grade = admin === undefined ? "" : `, an administrator by policy ${admin}`;
  return `${who} ${can} call ${endpoint.address}${as}${grade}`;
}
