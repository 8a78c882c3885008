import { Buffer } from "node:buffer";
import { brotliDecompressSync } from "node:zlib";
import type { Dialect } from "#model/plan.ts";
import type { Wants } from "../frontend.ts";
import { date, packed } from "./data/tokens.generated.ts";
import { plainType, snakeCase } from "./names.ts";

/** The day of the packages that the tokens were taken from, YYYY-MM-DD. */
export const listDate: string = date;

/** A type in the words of the clouds, and Terraform's names of properties that the rules of the bridge do not tell, by their paths. */
export interface Type {
  readonly dialect: Dialect;
  readonly name: string;
  readonly renamed: ReadonlyMap<string, string>;
}

interface Tables {
  readonly bridged: ReadonlyMap<string, Type>;
  /** Names of CloudFormation by their small letters: services, and `service::type` with capitals in a row. */
  readonly native: ReadonlyMap<string, string>;
}

/** The type that a token means. Undefined for what has none: a component, a provider, a stack. */
export function typeOf(token: string, wants: Wants): Type | undefined {
  if (token.startsWith("aws-native:")) return nativeType(token);
  const listed = tables().bridged.get(token.replace(/\/v\d{8}\w*(?=:)/, ""));
  const plain = listed === undefined ? plainType(token) : undefined;
  if (plain === undefined) return listed;
  return { dialect: "terraform", name: certain(token, plain, wants), renamed: none };
}

/**
 * Of EC2 and some others Terraform leaves out the service: `aws:ec2/vpc:Vpc` is `aws_vpc`. A name that nobody wants is
 * one that is known, since what is not known is looked at.
 */
function certain(token: string, plain: string, wants: Wants): string {
  const [provider] = plain.split("_", 1);
  const short = `${provider}_${snakeCase(token.slice(token.lastIndexOf(":") + 1))}`;
  return wants(plain, "terraform") && provider === "aws" && !wants(short, "terraform") ? short : plain;
}

/** `aws-native:iam:OidcProvider`, `AWS::IAM::OIDCProvider`. */
function nativeType(token: string): Type | undefined {
  const [, module, name] = /^aws-native:(\w+):(\w+)$/.exec(token) ?? [];
  if (module === undefined || name === undefined) return undefined;
  const { native } = tables();
  const service = native.get(module) ?? module;
  const whole = native.get(`${module}::${name}`.toLowerCase()) ?? `${service}::${name}`;
  return { dialect: "cloudformation", name: `AWS::${whole}`, renamed: none };
}

const none: ReadonlyMap<string, string> = new Map();

let unpacked: Tables | undefined;

function tables(): Tables {
  unpacked ??= tablesIn(brotliDecompressSync(Buffer.from(packed, "base64")).toString("latin1"));
  return unpacked;
}

function tablesIn(text: string): Tables {
  const [bridged, native] = text.split("\n\n");
  if (bridged === undefined || native === undefined) throw new Error("not the tables of tokens");
  return {
    bridged: new Map(bridged.split("\n").map(bridgedType)),
    native: new Map(native.split("\n").map((name) => [name.toLowerCase(), name])),
  };
}

function bridgedType(line: string): readonly [string, Type] {
  const [token, name, renamed] = line.split("\t");
  if (token === undefined || name === undefined || renamed === undefined) throw new Error(`not a type: ${line}`);
  const pairs = renamed.split(";").filter((one) => one !== "");
  return [token, { dialect: "terraform", name, renamed: new Map(pairs.map(pairOf)) }];
}

function pairOf(pair: string): readonly [string, string] {
  const [path, name] = pair.split("=");
  if (path === undefined || name === undefined) throw new Error(`not a name: ${pair}`);
  return [path, name];
}
