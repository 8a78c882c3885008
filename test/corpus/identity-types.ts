import { readFileSync } from "node:fs";

/** Identity types of the list that is kept beside the code, as far as they are judged: those of IAM. */
export const identityTypes: ReadonlySet<string> = new Set(
  readFileSync(new URL("../../data/terraform-identity-types.tsv", import.meta.url), "utf8")
    .split("\n")
    .map((line) => line.split("\t"))
    .filter(
      ([provider, type, kind]) => provider === "aws" && kind === "identity" && type?.startsWith("aws_iam_") === true,
    )
    .map(([, type]) => type as string),
);
