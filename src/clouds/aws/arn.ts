/**
 * An Amazon Resource Name, taken apart: `arn:partition:service:region:account:resource`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** Everything after the fifth colon: `role/path/name`. */
  readonly resource: string;
}

/** The parts of a complete ARN, or nothing when the text is not one. */
export function parseArn(text: string): Arn | undefined {
  const match = /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.+)$/s.exec(text);
  if (match === null) return undefined;
  const [, partition = "", service = "", region = "", account = "", resource = ""] = match;
  return { partition, service, region, account, resource };
}

/** The account of an ARN, when it has one of twelve digits. */
export function accountOf({ account }: Arn): string | undefined {
  return /^\d{12}$/.test(account) ? account : undefined;
}

/** The same, of a text. */
export function accountOfArn(text: string): string | undefined {
  const arn = parseArn(text);
  return arn === undefined ? undefined : accountOf(arn);
}

/** The last segment of an ARN's resource part: the name of a role or policy without its path. */
export function nameOfArn(arn: Arn): string {
  return arn.resource.slice(Math.max(arn.resource.lastIndexOf("/"), arn.resource.lastIndexOf(":")) + 1);
}
