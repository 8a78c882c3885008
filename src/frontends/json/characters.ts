/** The bytes that mean something in JSON: https://www.rfc-editor.org/rfc/rfc8259 */
export const quote = 0x22;
export const comma = 0x2c;
export const colon = 0x3a;
export const backslash = 0x5c;
export const openBracket = 0x5b;
export const closeBracket = 0x5d;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;
export const minus = 0x2d;
export const plus = 0x2b;
export const dot = 0x2e;
export const zero = 0x30;
export const nine = 0x39;
export const letterU = 0x75;

/**
 * 1 for every byte that may stand in a string as it is. Bytes of a longer UTF-8 sequence may; that they are valid is
 * checked for the whole text.
 */
export const plain = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x20 || byte === quote || byte === backslash ? 0 : 1,
);

/** 1 for every byte that may follow a backslash, apart from `u`. */
export const escapable = table('"\\/bfnrt');

export const hexDigit = table("0123456789abcdefABCDEF");

export const whitespace = table(" \t\n\r");

function table(characters: string): Uint8Array {
  const bytes = new Uint8Array(256);
  for (const character of characters) bytes[character.charCodeAt(0)] = 1;
  return bytes;
}
