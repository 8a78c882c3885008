import { recordAt } from "../../json/shape.ts";
import { callIn } from "../calls.ts";
import type { Template } from "../template.ts";
import type { Target } from "./events/event.ts";
import { isNothing, textIn } from "./language.ts";
import { type Json, made, type Part, type Serverless, unread } from "./parts.ts";

/** The address of a function, and what lets everybody call it where nobody is asked who he is. */
export function functionUrl(source: Serverless, target: Target, template: Template): readonly Part[] {
  const config = recordAt(source.properties, "FunctionUrlConfig");
  if (config === undefined || isNothing(config)) return [];
  const steps = [...source.steps, "Properties", "FunctionUrlConfig"];
  if (callIn(config) !== undefined) return [unread("this URL of a function", steps)];
  const make = (ending: string, type: string, properties: Json) =>
    made(source, `${source.id}${ending}`, type, properties, steps);
  const everybody = { FunctionName: target.name, Principal: "*" };
  const url = make("Url", "AWS::Lambda::Url", { ...config, TargetFunctionArn: target.name });
  const asked = textIn(config.AuthType, template);
  if (asked === undefined && callIn(config.AuthType) !== undefined)
    return [url, unread("whom this URL of a function asks", [...steps, "AuthType"])];
  if (asked !== "NONE") return [url];
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
