/** The parts of a URN: `urn:pulumi:<stack>::<project>::<type of parents>$…$<type>::<name>`. */
export interface Urn {
  readonly stack: string;
  readonly project: string;
  /** The token of the type: `aws:iam/role:Role`. */
  readonly type: string;
  /** The name that the program gives it; it may hold `::`. */
  readonly name: string;
}

/** Undefined for what is no URN. https://www.pulumi.com/docs/iac/concepts/resources/names/#urns */
export function parseUrn(urn: string): Urn | undefined {
  const [, stack, project, types, name] = /^urn:pulumi:(.*?)::(.*?)::(.*?)::(.*)$/s.exec(urn) ?? [];
  if (stack === undefined || project === undefined || types === undefined || name === undefined) return undefined;
  return { stack, project, type: types.slice(types.lastIndexOf("$") + 1), name };
}

/** The URN in a reference to a provider, which ends in the id of the provider: `<urn>::<id>`. */
export function providerUrn(reference: string): string {
  const end = reference.lastIndexOf("::");
  return end < 0 ? reference : reference.slice(0, end);
}
