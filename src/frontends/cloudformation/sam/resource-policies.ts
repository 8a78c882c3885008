import { isRecord } from "#model/json-tree.ts";
import { recordAt } from "../../json/shape.ts";
import { implicitApi, pathOf, verbOf } from "./events/api.ts";
import { callersOf } from "./events/callers.ts";
import { isMissing, listed, sub, variable } from "./language.ts";
import type { Around, Json, Serverless } from "./parts.ts";
import { distinct, document } from "./roles.ts";
import { sizeOf } from "./size.ts";

/** A path of an API, and what is asked for there. */
interface Path {
  readonly path: string;
  readonly methods: readonly string[];
  /** What an event says about who may call it. */
  readonly policies: readonly Json[];
}

/** A policy counts for each method of an API; no API has more than 300 paths, and no policy more than 8,192 characters. */
const most = 500_000;

/** Whether a policy and the paths that it is for are more than an API can have. */
export function isTooLarge(api: Serverless, around: Around): boolean {
  const whole = recordAt(api.properties, "Auth", "ResourcePolicy");
  return whole !== undefined && sizeOf(whole) * pathsOf(api, around).length > most;
}

/**
 * The policy of an API, which SAM puts into the description of it; undefined where it says nothing.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-resourcepolicystatement.html
 */
export function resourcePolicyOf(api: Serverless, around: Around): Json | undefined {
  const whole = recordAt(api.properties, "Auth", "ResourcePolicy");
  const stage = api.id === implicitApi ? "Prod" : api.properties.StageName;
  const paths = pathsOf(api, around);
  const statements = paths.flatMap((one) => {
    const resources = one.methods.map((method) => resourceOf(stage, method, one.path));
    const policies = whole === undefined ? one.policies : [...one.policies, whole];
    return policies.flatMap((policy) => statementsOf(policy, resources));
  });
  const own = [...(whole === undefined ? [] : [whole]), ...paths.flatMap(({ policies }) => policies)];
  const all = [...statements, ...own.flatMap(({ CustomStatements: more }) => (isMissing(more) ? [] : listed(more)))];
  return all.length === 0 ? undefined : document(distinct(all.filter(isRecord)));
}

function resourceOf(stage: unknown, method: string, path: string): Json {
  return sub(`execute-api:/${variable("Stage")}/${verbOf(method)}${pathOf(path)}`, { Stage: stage });
}

/** The paths that the description has, and those that events add. */
function pathsOf(api: Serverless, around: Around): readonly Path[] {
  const described = Object.entries(recordAt(api.properties, "DefinitionBody", "paths") ?? {});
  const written = described.map(([path, item]) => ({
    path,
    method: isRecord(item) ? Object.keys(item) : [],
    policy: [],
  }));
  const added = callersOf(api.id, around).map(({ Path: path, Method: method, Auth: auth }) => ({
    path: typeof path === "string" ? path : "/*",
    method: [typeof method === "string" ? method.toLowerCase() : "any"],
    policy: listed(recordAt(auth, "ResourcePolicy") ?? []),
  }));
  const groups = Map.groupBy([...written, ...added], ({ path }) => path);
  return [...groups].map(([path, group]) => ({
    path,
    methods: [...new Set(group.flatMap(({ method }) => method))],
    policies: group.flatMap(({ policy }) => policy).filter(isRecord),
  }));
}

const invoke = { Action: "execute-api:Invoke" };

function statementsOf(policy: Json, resources: readonly Json[]): readonly Json[] {
  const here = { ...invoke, Resource: resources };
  const accounts = (key: string, effect: string) =>
    isMissing(policy[key]) ? [] : [{ ...here, Effect: effect, Principal: { AWS: listed(policy[key]) } }];
  const all = (condition: Json | undefined) =>
    condition === undefined
      ? []
      : [
          { ...here, Effect: "Allow", Principal: "*" },
          { ...here, Effect: "Deny", Principal: "*", Condition: condition },
        ];
  const addresses = (key: string, test: string) =>
    all(isMissing(policy[key]) ? undefined : { [test]: { "aws:SourceIp": listed(policy[key]) } });
  return [
    ...accounts("AwsAccountWhitelist", "Allow"),
    ...accounts("AwsAccountBlacklist", "Deny"),
    ...addresses("IpRangeWhitelist", "NotIpAddress"),
    ...addresses("IpRangeBlacklist", "IpAddress"),
    ...all(networks(policy, "Blacklist", "StringEquals")),
    ...all(networks(policy, "Whitelist", "StringNotEquals")),
  ];
}

/** Networks and their endpoints, which are told by the beginning of their ids, or in lists of their own. */
function networks(policy: Json, list: string, test: string): Json | undefined {
  const items = (key: string) => (isMissing(policy[key]) ? [] : listed(policy[key]));
  const ids = items(`SourceVpc${list}`).filter((one) => typeof one === "string");
  const vpcs = [...ids.filter((one) => one.startsWith("vpc-")), ...items(`IntrinsicVpc${list}`)];
  const endpoints = [...ids.filter((one) => one.startsWith("vpce-")), ...items(`IntrinsicVpce${list}`)];
  if (vpcs.length + endpoints.length === 0) return undefined;
  return {
    [test]: {
      ...(vpcs.length > 0 && { "aws:SourceVpc": vpcs }),
      ...(endpoints.length > 0 && { "aws:SourceVpce": endpoints }),
    },
  };
}
