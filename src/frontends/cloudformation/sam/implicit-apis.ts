import { isRecord } from "#model/json-tree.ts";
import { recordAt } from "../../json/shape.ts";
import { implicitApi, implicitHttpApi } from "./events/api.ts";
import { withGlobals } from "./globals.ts";
import { isMissing } from "./language.ts";
import type { Serverless } from "./parts.ts";

const kinds = [
  { event: "Api", named: "RestApiId", id: implicitApi, type: "AWS::Serverless::Api" },
  { event: "HttpApi", named: "ApiId", id: implicitHttpApi, type: "AWS::Serverless::HttpApi" },
] as const;

/** The APIs that are made because an event names none. They stand where the first of these does. */
export function implicitApis(root: unknown, all: readonly Serverless[]): readonly Serverless[] {
  return kinds.flatMap(({ event, named, id, type }) => {
    const users = all.filter(({ properties }) =>
      Object.values(isRecord(properties.Events) ? properties.Events : {}).some(
        (one) => isRecord(one) && one.Type === event && isMissing(recordAt(one, "Properties")?.[named]),
      ),
    );
    const [first] = users;
    if (first === undefined) return [];
    return [{ id, type, properties: withGlobals(root, type, {}), condition: anyOf(users), steps: first.steps }];
  });
}

/** The condition of what is there where anything is that uses it. */
export function anyOf(users: readonly Serverless[]): unknown {
  const conditions = new Set(users.map(({ condition }) => condition));
  if (conditions.has(undefined)) return undefined;
  const [only, ...others] = [...conditions];
  return others.length === 0 ? only : { "Fn::Or": [...conditions].map((Condition) => ({ Condition })) };
}
