/**
 * Passes JSON in a window of memory, checking all of it: what `JsonScanner` does, in AssemblyScript for WebAssembly. It need not tell what is wrong: wherever
 * this says no, the scanner looks for itself. Compiled by scripts/data/json-pass.ts. The memory, as fast-pass.ts has it, too:
 *
 *   0     what stands around a value: one byte a level, 1 for an object
 *   512   two counts, after each call: keys of objects, and literals `true`
 *   1024  names of members: 32 bytes each, the length before the letters; those of a record end with that of its inner object and a length of 0, and those of the inner object follow, and end as well
 *   3072  for each name: where the value of the member begins (0: there is none) and ends, and the two counts of it
 *   4096  the window, followed by sixteen zeros, which end whatever is read
 */
const countsAt: usize = 512;
const namesAt: usize = 1024;
const membersAt: usize = 3072;
const nameLength: usize = 32;
const memberLength: usize = 16;

/** As deep as the scanner goes. */
const maxDepth: i32 = 256;

const quote: u8 = 0x22;
const comma: u8 = 0x2c;
const colon: u8 = 0x3a;
const backslash: u8 = 0x5c;

let keys: i32 = 0;
let trues: i32 = 0;

/** Returns where the value ends, and 0 where it cannot be passed. */
export function value(start: usize, depth: i32): usize {
  keys = 0;
  trues = 0;
  const end = pass(start, depth);
  store<i32>(countsAt, keys);
  store<i32>(countsAt, trues, 4);
  return end;
}

/**
 * Passes an object, and takes down where its members are. The names of a record come first; the members of the one whose name has the number `inner` are taken
 * down as well, if it is an object. Returns 0, too, where there is a member without a name, or one that stands twice.
 */
export function record(start: usize, depth: i32, inner: i32, names: i32): usize {
  keys = 0;
  trues = 0;
  memory.fill(membersAt, 0, <usize>names * memberLength);
  const end = members(start, depth, 0, inner);
  store<i32>(countsAt, keys);
  store<i32>(countsAt, trues, 4);
  return end;
}

function members(start: usize, depth: i32, firstName: i32, inner: i32): usize {
  if (load<u8>(start) != 0x7b || depth >= maxDepth) return 0;
  let at = space(start + 1);
  if (load<u8>(at) == 0x7d) return at + 1;
  while (true) {
    if (load<u8>(at) != quote) return 0;
    const keyEnd = text(at + 1);
    if (keyEnd == 0) return 0;
    const name = nameOf(at + 1, keyEnd - at - 2, firstName);
    if (name < 0) return 0;
    const member = membersAt + <usize>name * memberLength;
    at = space(keyEnd);
    if (load<i32>(member) != 0 || load<u8>(at) != colon) return 0;
    at = space(at + 1);
    keys++;
    const keysBefore = keys;
    const truesBefore = trues;
    const end = name == inner && load<u8>(at) == 0x7b ? members(at, depth + 1, inner + 2, -1) : pass(at, depth + 1);
    if (end == 0) return 0;
    store<usize>(member, at);
    store<usize>(member, end, 4);
    store<i32>(member, keys - keysBefore, 8);
    store<i32>(member, trues - truesBefore, 12);
    at = space(end);
    const next = load<u8>(at);
    if (next == 0x7d) return at + 1;
    if (next != comma) return 0;
    at = space(at + 1);
  }
}

/** The number of a name; -1 for one that nobody gave. A key with an escape is longer than it reads, and none of them. */
function nameOf(start: usize, length: usize, first: i32): i32 {
  let name = first;
  while (true) {
    const known = namesAt + <usize>name * nameLength;
    const itsLength = <usize>load<u8>(known);
    if (itsLength == 0) return -1;
    if (itsLength == length && memory.compare(known + 1, start, length) == 0) return name;
    name++;
  }
}

function pass(start: usize, depth: i32): usize {
  let at = start;
  let level = depth;
  let atKey = false;
  while (true) {
    const first = load<u8>(at);
    if (first == quote) {
      at = text(at + 1);
      if (at == 0) return 0;
      if (atKey) {
        at = space(at);
        if (load<u8>(at) != colon) return 0;
        at = space(at + 1);
        keys++;
        atKey = false;
        continue;
      }
    } else if (atKey) {
      return 0;
    } else if ((first | 0x20) == 0x7b) {
      if (++level > maxDepth) return 0;
      const isObject = first == 0x7b;
      store<u8>(level, isObject ? 1 : 0);
      at = space(at + 1);
      if (load<u8>(at) != first + 2) {
        atKey = isObject;
        continue;
      }
      level--;
      at++;
    } else {
      if (first == 0x74) trues++;
      at = scalar(at, first);
      if (at == 0) return 0;
    }
    while (true) {
      if (level == depth) return at;
      at = space(at);
      const next = load<u8>(at);
      const isObject = load<u8>(level) == 1;
      if (next == comma) {
        at = space(at + 1);
        atKey = isObject;
        break;
      }
      if (next != (isObject ? 0x7d : 0x5d)) return 0;
      level--;
      at++;
    }
  }
}

@inline
function space(start: usize): usize {
  let at = start;
  while (true) {
    const byte = load<u8>(at);
    if (byte > 0x20 || (byte != 0x20 && byte != 0x0a && byte != 0x0d && byte != 0x09)) return at;
    at++;
  }
}

/** The rest of a string: sixteen bytes at a time are looked at for a quote, a backslash or a control character. */
function text(start: usize): usize {
  let at = start;
  while (true) {
    const block = v128.load(at);
    const ends = i8x16.bitmask(
      v128.or(
        v128.or(i8x16.eq(block, i8x16.splat(quote)), i8x16.eq(block, i8x16.splat(backslash))),
        i8x16.lt_u(block, i8x16.splat(0x20)),
      ),
    );
    if (ends == 0) {
      at += 16;
      continue;
    }
    at += ctz(ends);
    const byte = load<u8>(at);
    if (byte == quote) return at + 1;
    if (byte != backslash) return 0;
    at = escaped(at + 1);
    if (at == 0) return 0;
  }
}

/** What stands behind a backslash. */
function escaped(at: usize): usize {
  switch (load<u8>(at)) {
    case 0x22: // "
    case 0x2f: // /
    case 0x5c: // \
    case 0x62: // b
    case 0x66: // f
    case 0x6e: // n
    case 0x72: // r
    case 0x74: // t
      return at + 1;
    case 0x75: // u
      for (let i: usize = 1; i <= 4; i++) if (!isHex(load<u8>(at + i))) return 0;
      return at + 5;
    default:
      return 0;
  }
}

function scalar(at: usize, first: u8): usize {
  if (first == 0x74) return load<u32>(at) == 0x65757274 ? at + 4 : 0; // true
  if (first == 0x6e) return load<u32>(at) == 0x6c6c756e ? at + 4 : 0; // null
  if (first == 0x66) return load<u32>(at + 1) == 0x65736c61 ? at + 5 : 0; // false
  return number(at, first);
}

function number(start: usize, first: u8): usize {
  let at = first == 0x2d ? start + 1 : start;
  at = load<u8>(at) == 0x30 ? at + 1 : digits(at);
  if (at == 0) return 0;
  if (load<u8>(at) == 0x2e) at = digits(at + 1);
  if (at == 0 || (load<u8>(at) | 0x20) != 0x65) return at;
  const sign = load<u8>(at + 1);
  return digits(sign == 0x2b || sign == 0x2d ? at + 2 : at + 1);
}

function digits(start: usize): usize {
  let at = start;
  while (isDigit(load<u8>(at))) at++;
  return at == start ? 0 : at;
}

@inline
function isDigit(byte: u8): bool {
  return byte - 0x30 <= 9;
}

@inline
function isHex(byte: u8): bool {
  return isDigit(byte) || (byte | 0x20) - 0x61 <= 5;
}
