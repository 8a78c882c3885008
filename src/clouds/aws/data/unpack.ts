import { Buffer } from "node:buffer";
import { brotliDecompressSync } from "node:zlib";

/** The table inside a packed module. */
export function unpack(packed: string): string {
  return brotliDecompressSync(Buffer.from(packed, "base64")).toString("utf8");
}
