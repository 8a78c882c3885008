import { isRecord } from "#model/json-tree.ts";
import { type Counts, counts } from "./counts.ts";
import { listOf, type RawResource } from "./raw-plan.ts";
import { type Count, known, statementsIn, statementsOf, sum } from "./raw-values.ts";

/** Attributes that hold a policy document. */
const documents = [
  "policy",
  "policy_document",
  "access_policies",
  "access_policy",
  "resource_policy",
  "repository_policy",
  "delivery_destination_policy",
];

/** Attributes, or the last parts of their paths, that say who may use something. */
const who =
  /^(principals?|principal_(arn|id)|(aws_)?account(_id)?|group|organization(al_unit)?_arn|grantee_principal|shared_accounts|allowed_principals|consumer_identifier|admins)$/;

/** What says who may use a resource: a document, a list of access, or attributes that make a statement. */
export function countResourcePolicy(resource: RawResource, attributes: readonly string[]): Counts {
  if (/^aws_verified/.test(resource.type)) return { policies: 0 };
  if (/^aws_s3_(bucket|bucket_acl|object)$/.test(resource.type)) return listOfAccess(resource, attributes);
  const document = attributes.find((one) => documents.includes(one));
  if (document !== undefined) return ofDocument(resource, document);
  const nested = attributes.find((one) => documents.includes(one.split(".").at(-1) ?? ""));
  return nested === undefined ? ofAttributes(resource, attributes) : inBlock(resource, nested);
}

function ofDocument(resource: RawResource, attribute: string): Counts {
  const text = known(resource, attribute);
  const ties = /^aws_vpc_endpoint/.test(resource.type);
  if (text === "" || text === null) return { policies: 0, statements: 0 };
  if (text === undefined) return {};
  return counts({ policies: 1, statements: statementsOf(resource, attribute), ...(ties && { attachments: 1 }) });
}

/** A document in a block, which may not be there. */
function inBlock(resource: RawResource, path: string): Counts {
  const [block = "", attribute = ""] = path.split(".");
  const blocks = known(resource, block);
  if (blocks === undefined) return {};
  const texts = listOf(blocks).flatMap((one) => (isRecord(one) && one[attribute] ? [one[attribute]] : []));
  return counts({ policies: texts.length, statements: sum(texts.map(statementsIn)) });
}

/** Lists that S3 has ready, by how many statements they make; the others give nobody anything. */
const ready: Readonly<Record<string, number>> = {
  "public-read": 1,
  "public-read-write": 2,
  "authenticated-read": 1,
  "log-delivery-write": 1,
  "aws-exec-read": 1,
};

/** A bucket may have a document, too; a list that is a resource of its own counts, whatever is in it. */
function listOfAccess(resource: RawResource, attributes: readonly string[]): Counts {
  const acl = known(resource, "acl");
  const inReady = acl === undefined ? undefined : typeof acl === "string" ? (ready[acl] ?? 0) : 0;
  const granted = grants(resource, attributes);
  const listed = sum([inReady, granted]);
  const has = listed === undefined ? undefined : listed > 0 || attributes.includes("access_control_policy") ? 1 : 0;
  const text = attributes.includes("policy") ? known(resource, "policy") : null;
  const written = text === undefined ? undefined : text === "" || text === null ? 0 : 1;
  const statements = written === 0 ? 0 : statementsOf(resource, "policy");
  return counts({ policies: sum([has, written]), statements: sum([listed, statements]) });
}

function grants(resource: RawResource, attributes: readonly string[]): Count {
  if (attributes.includes("grant")) return count(known(resource, "grant"));
  if (!attributes.includes("access_control_policy")) return 0;
  const blocks = known(resource, "access_control_policy");
  if (blocks === undefined) return undefined;
  return listOf(blocks).reduce<number>((total, one) => total + (isRecord(one) ? listOf(one.grant).length : 0), 0);
}

function count(value: unknown): Count {
  return value === undefined ? undefined : listOf(value).length;
}

/** One statement of attributes, or one for each block; none where they say nobody. What is no plain list of these is left out. */
function ofAttributes(resource: RawResource, attributes: readonly string[]): Counts {
  const saying = attributes.filter((one) => who.test(one.split(".").at(-1) ?? ""));
  if (resource.type === "aws_kms_grant" || /^aws_lakeformation_/.test(resource.type)) return {};
  if (saying.length === 0 || resource.type === "aws_datazone_environment_profile") return { policies: 0 };
  const block = saying.find((one) => one.includes("."))?.split(".")[0];
  const statements = block === undefined ? oneOrNone(resource, saying) : count(known(resource, block));
  return counts({ policies: statements === undefined ? undefined : Math.min(statements, 1), statements });
}

function oneOrNone(resource: RawResource, saying: readonly string[]): Count {
  const values = saying.map((one) => known(resource, one));
  if (values.some((one) => one !== undefined && !isEmpty(one))) return 1;
  return values.includes(undefined) ? undefined : 0;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
