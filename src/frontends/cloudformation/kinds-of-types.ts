import type { Notice } from "#model/notice.ts";

type Said = Omit<Notice, "location">;

/** What types bring along that stands in no template: the first that fits. */
const kinds: readonly (readonly [RegExp, (type: string) => Said])[] = [
  [
    /^AWS::Serverless::/,
    (type) => ({
      code: "sam-not-expanded",
      level: "incomplete",
      message: `${type} becomes other resources, roles among them, when it is deployed; this version does not expand it`,
    }),
  ],
  [
    /^AWS::CloudFormation::Stack$/,
    (type) => ({
      code: "nested-template-not-read",
      level: "incomplete",
      message: `${type} deploys another template, which was not read; check it by itself`,
    }),
  ],
  [
    /::MODULE$/,
    (type) => ({
      code: "module-not-read",
      level: "incomplete",
      message: `${type} is a module, whose resources are not in the template`,
    }),
  ],
  [
    /^(Custom::|AWS::CloudFormation::CustomResource$)/,
    (type) => ({
      code: "custom-resource",
      level: "info",
      message: `${type} runs a program of its author; what that makes is not known`,
    }),
  ],
  [
    /^(?!AWS::)/,
    (type) => ({
      code: "extension",
      level: "info",
      message: `${type} is an extension that is not AWS's, and was not judged`,
    }),
  ],
];

/** What is to be said of a resource because of its type alone. */
export function kindOfType(type: string): Said | undefined {
  return kinds.find(([pattern]) => pattern.test(type))?.[1](type);
}
