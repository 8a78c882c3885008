import { jsonTree } from "#model/json-tree.ts";
import type { SourceLocation } from "#model/location.ts";
import type { Notice } from "#model/notice.ts";
import { partitionOf } from "#model/partition.ts";
import type { ProviderScope, ResourceChange } from "#model/plan.ts";
import { elements, field, type Tree } from "#model/tree.ts";
import { type Hole, hole } from "#model/value.ts";
import { publishingIn } from "./asset-manifest.ts";
import {
  type Bootstrapped,
  type BootstrapUse,
  bootstrapRoles,
  bootstrapVersion,
  nameOf,
  type RoleProperties,
} from "./bootstrap-template.ts";
import type { Deployer } from "./deployer.ts";

/** What is presumed of those who deploy the stacks of an assembly; each is looked at once. */
export class Bootstraps {
  readonly #told = new Map<string, Presumed>();

  /** `read` gives the text of a file that the manifest names. */
  async of(deployer: Deployer | undefined, read: (file: string) => Promise<string>): Promise<Presumed> {
    if (deployer === undefined) return { presumed: [], notices: [] };
    const told = this.#told.get(deployer.role) ?? (await presumedOf(deployer, read));
    this.#told.set(deployer.role, told);
    return told;
  }
}

/** Roles that are there without being part of the deployment, and what is worth saying about them. */
interface Presumed {
  readonly presumed: readonly ResourceChange[];
  readonly notices: readonly Notice[];
}

async function presumedOf(deployer: Deployer, read: (file: string) => Promise<string>): Promise<Presumed> {
  const { at, role } = deployer;
  const place = bootstrapOf(role);
  if (place === undefined) return { presumed: [], notices: isUnplaced(role) ? [] : [strangerNotice(role, at)] };
  const texts = await Promise.all(deployer.assets.map(read));
  const publishers = new Set(texts.flatMap((text) => publishingIn(text).flatMap(({ role: one }) => one ?? [])));
  const strangers = [...publishers].filter((one) => !isOf(place, one));
  return {
    presumed: uses.map((use) => presumedRole(use, place, { ...at, address: nameOf(use, place) })),
    notices: [...qualifierNotice(place, at), ...strangers.map((one) => publisherNotice(one, at))],
  };
}

/** The qualifier of apps that say nothing of it. */
const usual = "hnb659fds";

const deployRole =
  /^arn:(?:[\w-]+|\$\{AWS::Partition\}):iam::(?<account>\d{12}):role\/cdk-(?<qualifier>[\w-]{1,10})-deploy-role-\k<account>-(?<region>[a-z]{2}[a-z-]*-\d)$/;

/** Which bootstrap a role is of; undefined where it has a name of somebody's own, or of a place that is not known. */
function bootstrapOf(role: string): Bootstrapped | undefined {
  const { account, qualifier, region } = deployRole.exec(role)?.groups ?? {};
  if (account === undefined || qualifier === undefined || region === undefined) return undefined;
  return { partition: partitionOf(region).name, account, qualifier, region };
}

const uses = Object.keys(bootstrapRoles) as readonly BootstrapUse[];

function presumedRole(use: BootstrapUse, place: Bootstrapped, at: SourceLocation): ResourceChange {
  const name = nameOf(use, place);
  const tree = roleTree({ RoleName: name, Description: descriptionOf(use), ...bootstrapRoles[use](place) }, at);
  return {
    address: name,
    dialect: "cloudformation",
    type: "AWS::IAM::Role",
    name,
    mode: "presumed",
    action: "none",
    before: tree,
    after: tree,
    scope: { provider: providerOf(place, at), module: "" },
    at,
  };
}

function descriptionOf(use: BootstrapUse): string {
  return `presumed: the role ${use} of cdk bootstrap, version ${bootstrapVersion}`;
}

/** Stacks of the same place have the same key. */
function providerOf({ account, region }: Bootstrapped, at: SourceLocation): ProviderScope {
  const settings = jsonTree({ allowed_account_ids: [account], region }, at);
  return { name: "aws", key: `aws://${account}/${region}`, settings };
}

/** The properties of a role. Whoever made the bootstrap may have let further accounts in, and nobody here knows. */
function roleTree(properties: RoleProperties, at: SourceLocation): Tree {
  const tree = jsonTree(properties, at);
  const trust = field(tree, "AssumeRolePolicyDocument");
  if (tree.kind !== "map" || isOfService(trust)) return tree;
  const statements = field(trust, "Statement");
  const more: Tree = { kind: "unknown", hole: trusted, at: statements.at };
  const list: Tree = { kind: "list", items: [...elements(statements), more], at: statements.at };
  return changed(tree, "AssumeRolePolicyDocument", changed(trust, "Statement", list));
}

const trusted: Hole = hole("deploy-time-parameter", [
  { expression: "cdk bootstrap --trust", targets: [], certainty: "unresolved" },
]);

function isOfService(trust: Tree): boolean {
  return elements(field(trust, "Statement")).every((one) => field(one, "Principal", "Service").kind !== "absent");
}

function changed(tree: Tree, key: string, value: Tree): Tree {
  return tree.kind === "map" ? { ...tree, get: (one) => (one === key ? value : tree.get(one)) } : tree;
}

/** A role of cdk bootstrap in an account or a region that the app leaves open. */
function isUnplaced(role: string): boolean {
  return /:role\/cdk-[\w-]{1,10}-deploy-role-/.test(role) && role.includes("${AWS::");
}

function isOf(place: Bootstrapped, role: string): boolean {
  return uses.some((use) => role.endsWith(`:role/${nameOf(use, place)}`));
}

function strangerNotice(role: string, location: SourceLocation): Notice {
  const message = `${role} deploys this, which no cdk bootstrap makes as it is: what it may do, and who may use it, is not known`;
  return { code: "bootstrap-custom", level: "info", message, location };
}

function publisherNotice(role: string, location: SourceLocation): Notice {
  const message = `${role} publishes what this uses, which is no role of the bootstrap that deploys it`;
  return { code: "bootstrap-custom", level: "info", message, location };
}

function qualifierNotice({ qualifier }: Bootstrapped, location: SourceLocation): readonly Notice[] {
  if (qualifier === usual) return [];
  const message = `this is deployed through a bootstrap of its own, ${qualifier}: its roles are presumed to be as cdk bootstrap makes them`;
  return [{ code: "bootstrap-custom", level: "info", message, location }];
}
