/** `assumeRolePolicy` as Terraform spells it: `assume_role_policy`. What the bridge spells otherwise is in the table of tokens. */
export function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
}

/** The other way round. */
export function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, first: string) => first.toUpperCase());
}

/** The provider of Terraform whose types a package of Pulumi has, where it is called otherwise. */
const providers: ReadonlyMap<string, string> = new Map([
  ["gcp", "google"],
  ["azure", "azurerm"],
]);

/**
 * The type of Terraform that a token means by its form alone: `aws:iam/role:Role`, `aws_iam_role`. Undefined for what is
 * no resource of a bridged provider: a component, a provider, a stack.
 * https://github.com/pulumi/pulumi-terraform-bridge/blob/main/pkg/tfbridge/auto_token.go
 */
export function plainType(token: string): string | undefined {
  const [, pkg, module, name] = /^([\w-]+):([\w.-]+)\/[\w.-]+:(\w+)$/.exec(token) ?? [];
  if (pkg === undefined || module === undefined || name === undefined) return undefined;
  const provider = providers.get(pkg) ?? pkg;
  const service = module === "index" ? "" : `${module}_`;
  return `${provider}_${service}${snakeCase(name.replace(/V2$/, ""))}`.toLowerCase();
}
