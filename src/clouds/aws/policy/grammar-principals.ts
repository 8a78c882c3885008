import type { Defect } from "#model/defect.ts";
import { elements, type MapTree, type Tree } from "#model/tree.ts";
import { defect, isThere, knownTextOf, type Purpose } from "./defect.ts";
import { elementReader } from "./statement.ts";

const types = ["aws", "service", "federated", "canonicaluser"];

/** What is wrong with the principals of a statement, by what its policy is for. That a trust policy takes no NotPrincipal is another rule's to say. */
export function principalDefects(statement: MapTree, purpose: Purpose): readonly Defect[] {
  const element = elementReader(statement);
  const only = element("Principal");
  const except = element("NotPrincipal");
  const elementsThere = [only, except].filter((one) => one.kind !== "absent");
  const there = elementsThere.filter(isThere);
  if (purpose === "identity")
    return there.map((one) => defect("Principal", "a policy of an identity takes no Principal", one));
  if (purpose === "guardrail") return [];
  if (elementsThere.length === 0) return [defect("no Principal", "a statement has no Principal", statement)];
  if (there.length > 1)
    return [defect("Principal and NotPrincipal", "Principal and NotPrincipal exclude each other", statement)];
  const allows = knownTextOf(element("Effect")) === "Allow";
  return [
    ...there.flatMap(formDefects),
    ...(purpose === "trust" && allows ? assumingDefects(only, element("Action")) : []),
  ];
}

function formDefects(tree: Tree): readonly Defect[] {
  if (tree.kind === "unknown" || knownTextOf(tree) === "*") return [];
  if (tree.kind !== "map") return [defect("Principal", 'Principal must be "*" or an object', tree)];
  return tree.keys().flatMap((type) => {
    if (!types.includes(type.toLowerCase()))
      return [defect(`Principal ${type}`, `there is no type ${type} of principals`, tree.get(type))];
    return elements(tree.get(type)).flatMap((one) => valueDefects(type.toLowerCase(), one));
  });
}

function valueDefects(type: string, tree: Tree): readonly Defect[] {
  const value = knownTextOf(tree);
  const wrong = value === undefined ? undefined : wrongPrincipal(type, value);
  return wrong === undefined ? [] : [defect(`Principal ${value}`, wrong, tree)];
}

/** What is wrong with a principal of a type, which is written small. */
export function wrongPrincipal(type: string, value: string): string | undefined {
  if (value === "*" && type !== "service") return undefined;
  if (type === "service") {
    const named = /^[\w.-]+\.[\w-]+$/.test(value);
    return named ? undefined : `"${value}" is no service: they are named like lambda.amazonaws.com`;
  }
  if (type !== "aws") return undefined;
  if (/[*?]/.test(value)) return `the principal "${value}" has a wildcard: only a lone * is one there`;
  return isPrincipal(value) ? undefined : `"${value}" is no principal: neither an account nor an ARN`;
}

/** An account, an ARN, or the unique id that AWS keeps of an identity that was deleted. */
function isPrincipal(value: string): boolean {
  return /^\d{12}$/.test(value) || /^arn:[\w-]+:(iam|sts)::[\w-]*:.+/.test(value) || /^A[A-Z0-9]{15,}$/.test(value);
}

/** An action that cannot make anybody the role: each identity provider has its own. */
function assumingDefects(principals: Tree, actions: Tree): readonly Defect[] {
  const wanted = wantedAction(principals);
  const named = elements(actions).map(knownTextOf);
  const assuming = named.filter((one) => one !== undefined && /^sts:assumerole/i.test(one));
  if (wanted === undefined || named.length === 0 || named.some((one) => one === undefined || /[*?]/.test(one)))
    return [];
  if (assuming.length === 0 || assuming.some((one) => one?.toLowerCase() === wanted.toLowerCase())) return [];
  return [defect(`no ${wanted}`, `who comes this way needs ${wanted}, which the statement does not allow`, actions)];
}

/** The action by which all principals of a statement come, where it is one. Everybody comes by any. */
function wantedAction(principals: Tree): string | undefined {
  if (principals.kind !== "map") return undefined;
  const wanted = principals.keys().flatMap((type) =>
    elements(principals.get(type)).map((one) => {
      const value = knownTextOf(one);
      if (value === "*") return undefined;
      return /^(aws|service)$/i.test(type) ? "sts:AssumeRole" : providerAction(value);
    }),
  );
  const [first, ...others] = [...new Set(wanted)];
  return others.length === 0 ? first : undefined;
}

function providerAction(provider: string | undefined): string | undefined {
  if (provider === undefined) return undefined;
  if (/:saml-provider\//.test(provider)) return "sts:AssumeRoleWithSAML";
  const known =
    /:oidc-provider\/|^(cognito-identity\.amazonaws\.com|accounts\.google\.com|graph\.facebook\.com|www\.amazon\.com)$/;
  return known.test(provider) ? "sts:AssumeRoleWithWebIdentity" : undefined;
}
