import type { Buffer } from "node:buffer";
import { InputError } from "#model/input-error.ts";
import type { Input } from "../frontend.ts";
import { fromConfiguration, fromPlanFile } from "./commands.ts";
import { decode, type Encoding } from "./encoding.ts";
import { nameOf } from "./name.ts";
import { startOfJson } from "./noise.ts";

/** A text document as UTF-8. */
export interface OpenedDocument {
  readonly path: string;
  readonly bytes: Buffer;
  /** The encoding that it came in. */
  readonly encoding: Encoding;
  /** Where its JSON begins: behind whitespace, and behind the lines that a wrapper printed before it. */
  readonly start: number;
  /** How many such lines there are. */
  readonly noise: number;
}

/** The largest input that is read, as Node.js reads no larger file: 2 GiB. */
export const maxBytes = 0x7fffffff;

/** @throws InputError for bytes that hold no text, or none that anybody could read. */
export function openDocument(input: Input): OpenedDocument {
  const { path } = input;
  refuseSize(input);
  refuseArchives(input);
  const { encoding, bytes } = decode(input.bytes);
  if (bytes === undefined) throw encoding === "utf-8" ? notUtf8(path) : brokenUtf16(path);
  const { start, noise } = startOfJson(bytes);
  if (start >= bytes.length) throw empty(path, "holds nothing but whitespace");
  return { path, bytes, encoding, start, noise };
}

/** What was broken when PowerShell wrote a file anew in UTF-16. */
export function brokenUtf16(path: string): InputError {
  const hint =
    'Write it as UTF-8: cmd /c "terraform show -json tfplan > plan.json", or in PowerShell: ' +
    "terraform show -json tfplan | Out-File -Encoding utf8 plan.json";
  return new InputError(
    3,
    "utf16-broken",
    `${nameOf(path)} was written as UTF-16, as a PowerShell redirection does, and broke on the way`,
    hint,
  );
}

function refuseSize({ path, bytes }: Input): void {
  if (bytes.length === 0) throw empty(path, "is empty");
  if (bytes.length <= maxBytes) return;
  throw new InputError(
    3,
    "too-large",
    `${nameOf(path)} is larger than 2 GiB, which is the most that can be read`,
    "Plan a part of the configuration: rolecall judges one plan of each root module.",
  );
}

function refuseArchives({ path, bytes }: Input): void {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    throw new InputError(
      3,
      "gzip",
      `${nameOf(path)} is compressed with gzip`,
      "Unpack it first: gunzip -c plan.json.gz | rolecall check -",
    );
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 0x03 || bytes[3] !== 0x04) return;
  throw new InputError(
    3,
    "binary-plan",
    `${nameOf(path)} is a binary plan file or another zip archive, not JSON`,
    `Print it as JSON: ${fromPlanFile}`,
  );
}

function empty(path: string, what: string): InputError {
  return new InputError(
    3,
    "empty-input",
    `${nameOf(path)} ${what}`,
    `The command that should have written it may have failed: ${fromConfiguration}`,
  );
}

function notUtf8(path: string): InputError {
  return new InputError(
    3,
    "not-utf8",
    `${nameOf(path)} is not text in UTF-8`,
    `Write it as Terraform prints it: ${fromPlanFile}`,
  );
}
