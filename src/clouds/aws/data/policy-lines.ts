/** A statement of a policy that AWS maintains, with every list written as a list. */
export interface VendorStatement {
  readonly Effect: "Allow" | "Deny";
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: unknown;
}

/**
 * Reads one statement from its line in the packed table: `Allow` or `Deny`, the actions, the resources and, where
 * there is one, the condition as JSON, with tabs between. Actions are grouped by service, `s3:GetObject
 * PutObject;sqs:*`; a `!` before actions or resources means all but these.
 */
export function statementOf(line: string): VendorStatement {
  const [effect, actions, resources, condition] = line.split("\t");
  if ((effect !== "Allow" && effect !== "Deny") || actions === undefined || resources === undefined)
    throw new Error(`not a statement: ${line}`);
  return {
    Effect: effect,
    ...(actions.startsWith("!") ? { NotAction: actionsOf(actions.slice(1)) } : { Action: actionsOf(actions) }),
    ...(resources.startsWith("!")
      ? { NotResource: resources.slice(1).split(" ") }
      : { Resource: resources.split(" ") }),
    ...(condition !== undefined && { Condition: JSON.parse(condition) as unknown }),
  };
}

function actionsOf(groups: string): readonly string[] {
  return groups.split(";").flatMap((group) => {
    const colon = group.indexOf(":");
    const prefix = group.slice(0, colon + 1);
    const names = group.slice(colon + 1).split(" ");
    return names.map((name) => prefix + name);
  });
}
