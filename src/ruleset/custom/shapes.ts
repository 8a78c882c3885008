import type {
  DocumentAttachment,
  DocumentCredential,
  DocumentEndpoint,
  DocumentIdentity,
  DocumentMembership,
  DocumentNode,
  DocumentPasswordPolicy,
  DocumentPatterns,
  DocumentPolicy,
  DocumentPrincipal,
  DocumentSecretBearer,
  DocumentStatement,
  DocumentTarget,
  DocumentWorkload,
  GraphDocument,
} from "#model/graph-document.ts";
import type { SourceLocation } from "#model/location.ts";

/** What stands where in the graph document, as far as names of fields go: mistyped ones are found with it. */
export type Shape =
  | { readonly kind: "leaf" }
  | { readonly kind: "list"; readonly item: Shape }
  /** Any keys: tags. */
  | { readonly kind: "map"; readonly value: Shape }
  | { readonly kind: "thing"; readonly keys: Readonly<Record<string, Shape>>; readonly is?: "node" | "policy" };

/** Every key of a type, so that none is forgotten when the document grows. */
type Keys<T> = Readonly<Record<keyof T & string, Shape>>;

const leaf: Shape = { kind: "leaf" };
const list = (item: Shape): Shape => ({ kind: "list", item });
const thing = (keys: Readonly<Record<string, Shape>>): Shape => ({ kind: "thing", keys });
const node = (keys: Readonly<Record<string, Shape>>): Shape => ({ kind: "thing", keys, is: "node" });

const at = thing({ document: leaf, pointer: leaf, address: leaf } satisfies Partial<Keys<SourceLocation>>);
const block = thing({ blocks: leaf, by: leaf, at } satisfies Keys<NonNullable<DocumentTarget["publicAccessBlock"]>>);
const patterns = thing({ match: leaf, patterns: list(leaf) } satisfies Keys<DocumentPatterns>);

const ofNode = {
  id: leaf,
  kind: leaf,
  name: leaf,
  address: leaf,
  previousAddress: leaf,
  type: leaf,
  cloud: leaf,
  account: leaf,
  providerKey: leaf,
  environment: thing({ kind: leaf, name: leaf, rank: leaf, because: leaf }),
  owner: thing({ kind: leaf, name: leaf, because: leaf }),
  action: leaf,
  presence: leaf,
  at,
} satisfies Keys<DocumentNode>;

const statementKeys = {
  id: leaf,
  sid: leaf,
  effect: leaf,
  principals: thing({
    match: leaf,
    principals: list(thing({ kind: leaf, text: leaf, account: leaf, node: leaf } satisfies Keys<DocumentPrincipal>)),
  } satisfies Keys<NonNullable<DocumentStatement["principals"]>>),
  actions: patterns,
  resources: patterns,
  conditions: list(
    thing({ operator: leaf, qualifier: leaf, ifExists: leaf, key: leaf, values: list(leaf) } satisfies Keys<
      DocumentStatement["conditions"][number]
    >),
  ),
  unread: leaf,
  at,
} satisfies Keys<DocumentStatement>;

/** The things of each list of the graph document. */
export const shapes = {
  identities: node({
    ...ofNode,
    machine: leaf,
    serviceLinked: leaf,
    description: leaf,
    longestSession: leaf,
    vendorDefault: leaf,
    tags: { kind: "map", value: leaf },
    tagsUnread: leaf,
    trustUnread: leaf,
  } satisfies Keys<DocumentIdentity>),
  workloads: node({
    ...ofNode,
    runsAs: list(
      thing({ use: leaf, identity: leaf, text: leaf, at } satisfies Keys<DocumentWorkload["runsAs"][number]>),
    ),
  } satisfies Keys<DocumentWorkload>),
  credentials: node({ ...ofNode, form: leaf, of: leaf, active: leaf } satisfies Keys<DocumentCredential>),
  targets: node({
    ...ofNode,
    policies: list(leaf),
    publicAccessBlock: block,
    accessList: thing({ policies: list(leaf), publicAccessBlock: block } satisfies Keys<
      NonNullable<DocumentTarget["accessList"]>
    >),
  } satisfies Keys<DocumentTarget>),
  endpoints: node({
    ...ofNode,
    form: leaf,
    open: thing({ holds: leaf, because: leaf, at }),
    asksFor: leaf,
    guardedBy: leaf,
    leadsTo: list(thing({ how: leaf, node: leaf, text: leaf, at } satisfies Keys<DocumentEndpoint["leadsTo"][number]>)),
    leadsToUnread: leaf,
  } satisfies Keys<DocumentEndpoint>),
  passwordPolicies: node({
    ...ofNode,
    length: leaf,
    remembered: leaf,
    days: leaf,
  } satisfies Keys<DocumentPasswordPolicy>),
  secretBearers: node({
    ...ofNode,
    secrets: list(
      thing({ place: leaf, told: leaf, what: leaf, spelledOut: leaf, at } satisfies Keys<
        DocumentSecretBearer["secrets"][number]
      >),
    ),
  } satisfies Keys<DocumentSecretBearer>),
  trust: thing({ ...statementKeys, identity: leaf } satisfies Keys<GraphDocument["trust"][number]>),
  policies: {
    kind: "thing",
    is: "policy",
    keys: {
      id: leaf,
      kind: leaf,
      origin: leaf,
      name: leaf,
      path: leaf,
      address: leaf,
      type: leaf,
      assumed: leaf,
      subject: thing(ofNode),
      statements: list(thing(statementKeys)),
      unread: leaf,
      at,
    } satisfies Keys<DocumentPolicy>,
  },
  attachments: thing({
    id: leaf,
    kind: leaf,
    address: leaf,
    at,
    policy: leaf,
    policyText: leaf,
    to: leaf,
    toText: leaf,
  } satisfies Keys<DocumentAttachment>),
  memberships: thing({
    id: leaf,
    member: leaf,
    memberText: leaf,
    group: leaf,
    groupText: leaf,
    at,
  } satisfies Keys<DocumentMembership>),
  grants: thing({ holder: leaf, attachment: leaf, policy: leaf, statement: leaf } satisfies Keys<
    GraphDocument["grants"][number]
  >),
} as const satisfies Readonly<Record<string, Shape>>;

/** A statement of a policy. */
export const statement: Shape = thing(statementKeys);
