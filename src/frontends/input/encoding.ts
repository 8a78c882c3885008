import { Buffer, isUtf8 } from "node:buffer";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** Text as UTF-8 without a byte order mark; undefined where the bytes are not valid in their encoding. */
export interface Decoded {
  readonly encoding: Encoding;
  readonly bytes: Buffer | undefined;
}

/**
 * Decodes what shells write: UTF-8 with or without a byte order mark, and UTF-16 as `>` of Windows PowerShell writes
 * it.
 */
export function decode(input: Uint8Array): Decoded {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const encoding = encodingOf(bytes);
  if (encoding !== "utf-8") return { encoding, bytes: fromUtf16(bytes, encoding) };
  const text = startsWith(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes;
  return { encoding, bytes: isUtf8(text) ? text : undefined };
}

function encodingOf(bytes: Buffer): Encoding {
  if (startsWith(bytes, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(bytes, 0xfe, 0xff)) return "utf-16be";
  if (bytes.length >= 4 && bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0) return "utf-16le";
  if (bytes.length >= 4 && bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0 && bytes[3] !== 0) return "utf-16be";
  return "utf-8";
}

function fromUtf16(bytes: Buffer, encoding: Encoding): Buffer | undefined {
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes), "utf8");
  } catch {
    return undefined;
  }
}

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}
