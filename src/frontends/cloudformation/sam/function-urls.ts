import { recordAt } from "../../json/shape.ts";
import type { Target } from "./events/event.ts";
import { type Json, type Made, made, type Serverless } from "./parts.ts";

/** The address of a function, and what lets everybody call it where nobody is asked who he is. */
export function functionUrl(source: Serverless, target: Target): readonly Made[] {
  const config = recordAt(source.properties, "FunctionUrlConfig");
  if (config === undefined) return [];
  const steps = [...source.steps, "Properties", "FunctionUrlConfig"];
  const make = (ending: string, type: string, properties: Json) =>
    made(source, `${source.id}${ending}`, type, properties, steps);
  const everybody = { FunctionName: target.name, Principal: "*" };
  const url = make("Url", "AWS::Lambda::Url", { ...config, TargetFunctionArn: target.name });
  if (config.AuthType !== "NONE") return [url];
  const type = "AWS::Lambda::Permission";
  return [
    url,
    make("UrlPublicPermissions", type, {
      ...everybody,
      Action: "lambda:InvokeFunctionUrl",
      FunctionUrlAuthType: "NONE",
    }),
    make("URLInvokeAllowPublicAccess", type, {
      ...everybody,
      Action: "lambda:InvokeFunction",
      InvokedViaFunctionUrl: true,
    }),
  ];
}
