import type { Principal, PrincipalSet } from "#model/principal.ts";
import { type Text, wholeText } from "#model/text.ts";
import { elements, type Tree, textOf } from "#model/tree.ts";
import { type Hole, hole } from "#model/value.ts";
import { parseArn } from "../arn.ts";

/**
 * The principals of a statement; undefined where there is neither element.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function readPrincipals(only: Tree, except: Tree): PrincipalSet | undefined {
  if (only.kind === "absent" && except.kind === "absent") return undefined;
  const match = only.kind === "absent" ? "all-except" : "only";
  return { match, principals: read(match === "only" ? only : except) };
}

function read(tree: Tree): readonly Principal[] {
  if (tree.kind === "map")
    return tree.keys().flatMap((type) => elements(tree.get(type)).map((item) => ofType(type, textOf(item))));
  return elements(tree).map((item) => {
    const text = textOf(item);
    return text === undefined || wholeText(text).known ? bare(text) : perhapsFederated(ofType("AWS", text));
  });
}

/** Without a type only `*` has a meaning. */
function bare(text: Text | undefined): Principal {
  const value = text === undefined ? undefined : wholeText(text);
  if (text === undefined || value?.known !== true) return perhapsFederated(unreadable());
  return value.value === "*" ? { kind: "anyone", text } : { kind: "unrecognized", text };
}

function ofType(type: string, text: Text | undefined): Principal {
  if (text === undefined) return unreadable();
  const value = wholeText(text);
  if (!value.known) return typed(type.toLowerCase(), value.hole, text);
  if (value.value === "*") return { kind: "anyone", text };
  switch (type.toLowerCase()) {
    case "aws":
      return awsPrincipal(value.value, text);
    case "service":
      return { kind: "service", text };
    case "federated":
      return federated(value.value, text);
    default:
      return { kind: "unrecognized", text };
  }
}

/** What is left of a principal of which a part is not known. */
function typed(type: string, hole: Hole, text: Text): Principal {
  if (type === "service") return { kind: "service", text };
  if (type !== "federated") return notKnown(hole, text);
  return ofSomeAccount(text) ?? perhapsFederated(notKnown(hole, text));
}

/** Whoever is not known, and may come through an identity provider. */
function perhapsFederated(principal: Principal): Principal {
  return principal.kind === "unknown" && principal.own === undefined
    ? { ...principal, mayBeFederated: true }
    : principal;
}

/** An identity provider is the same one in every account, so that its ARN tells enough where only the account is not known. */
function ofSomeAccount(text: Text): Principal | undefined {
  const shape = text.map((part) => (typeof part === "string" ? part : (part.predicted ?? "\u0000"))).join("");
  return /^arn:[^:\0]*:iam::\0:(oidc|saml)-provider\/[^\0]+$/.test(shape) ? federated(shape, text) : undefined;
}

/** Of the account that a template is deployed to, nobody needs to know the number to tell that it is the own one. */
function notKnown(hole: Hole, text: Text): Principal {
  const named = text.map((part) => (isOwnAccount(part) ? "\u0000" : typeof part === "string" ? part : part.predicted));
  const shape = named.some((one) => one === undefined) ? "" : named.join("");
  if (shape === "\u0000" || /^arn:[^:]*:iam::\0:root$/.test(shape)) return { kind: "unknown", hole, own: true, text };
  const isIdentity = /^arn:[^:]*:iam::\0:(role|user)\/[^*?]+$/.test(shape);
  return isIdentity ? { kind: "identity", own: true, text } : { kind: "unknown", hole, text };
}

/** Whether a part of a text is the number of the account that the deployment is for. */
function isOwnAccount(part: Text[number]): boolean {
  return typeof part !== "string" && part.predicted === undefined && part.refs[0]?.expression === "AWS::AccountId";
}

/** An account by its number or its root, an identity by its ARN; a deleted identity's unique id, or a wildcard inside an ARN, is neither. */
export function awsPrincipal(value: string, text: Text): Principal {
  if (/^\d{12}$/.test(value)) return { kind: "account", account: value, text };
  const arn = parseArn(value);
  if (arn === undefined || /[*?]/.test(value)) return { kind: "unrecognized", text };
  if (arn.resource === "root" && arn.service === "iam") return { kind: "account", account: arn.account, text };
  const identity =
    (arn.service === "iam" && /^(role|user)\//.test(arn.resource)) ||
    (arn.service === "sts" && /^(assumed-role|federated-user)\//.test(arn.resource));
  return identity && /^\d{12}$/.test(arn.account)
    ? { kind: "identity", account: arn.account, text }
    : { kind: "unrecognized", text };
}

/** An identity provider by its ARN, or one of those that AWS knows by name, all of which speak OpenID Connect: `accounts.google.com`. */
function federated(value: string, text: Text): Principal {
  const [, kind, name] = /^(oidc|saml)-provider\/(.+)$/.exec(parseArn(value)?.resource ?? "") ?? [];
  if (kind === "saml") return { kind: "federated", protocol: "saml", text };
  if (kind === "oidc" && name !== undefined) return { kind: "federated", protocol: "oidc", issuer: name, text };
  return value.startsWith("arn:")
    ? { kind: "federated", text }
    : { kind: "federated", protocol: "oidc", issuer: value, text };
}

function unreadable(): Principal {
  const unread = hole("ambiguous-text");
  return { kind: "unknown", hole: unread, text: [unread] };
}
