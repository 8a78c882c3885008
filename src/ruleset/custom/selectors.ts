/** Named selectors, with where in the graph document the things are that they mean. */
export const selectors = {
  "#Identity": "$.identities[*]",
  "#TrustStatement": "$.trust[*]",
  "#Policy": "$.policies[*]",
  "#Statement": "$.policies[*].statements[*]",
  "#Attachment": "$.attachments[*]",
  "#Grant": "$.grants[*]",
  "#Workload": "$.workloads[*]",
  "#Credential": "$.credentials[*]",
  "#Membership": "$.memberships[*]",
  "#Target": "$.targets[*]",
  "#Endpoint": "$.endpoints[*]",
  "#PasswordPolicy": "$.passwordPolicies[*]",
  "#SecretBearer": "$.secretBearers[*]",
} as const satisfies Readonly<Record<`#${string}`, `$.${string}`>>;

/** A path in place of a named selector: `#Policy.statements[*]` is `$.policies[*].statements[*]`. */
export function pathOf(given: string): string | undefined {
  if (given.startsWith("$")) return given;
  const [name = ""] = /^#\w+/.exec(given) ?? [];
  const start = Object.hasOwn(selectors, name) ? selectors[name as keyof typeof selectors] : undefined;
  return start === undefined ? undefined : `${start}${given.slice(name.length)}`;
}
