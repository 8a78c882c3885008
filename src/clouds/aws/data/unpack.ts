import { Buffer } from "node:buffer";
import { brotliDecompressSync } from "node:zlib";

/** The table inside a packed module. It is ASCII, which is sooner read as such. */
export function unpack(packed: string): string {
  return brotliDecompressSync(Buffer.from(packed, "base64")).toString("latin1");
}
