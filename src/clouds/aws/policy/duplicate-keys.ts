export interface DuplicateKey {
  /** As it is written in the second place. */
  readonly key: string;
  /** JSON pointers of both places; they are equal where the two are spelled alike. */
  readonly first: string;
  readonly second: string;
}

interface Level {
  /** The keys so far: in lower case, with the spelling that came first. */
  readonly keys: Map<string, string> | undefined;
  step: string | number;
}

/**
 * The keys that stand twice in one object of a JSON text, whatever their letter case: AWS tells neither elements nor condition keys apart by it. `value` is
 * what JSON.parse made of the text.
 */
export function duplicateKeys(text: string, value: unknown): readonly DuplicateKey[] {
  return JSON.stringify(value) === text && !hasTwins(value) ? [] : search(text);
}

/** Whether keys of one object differ in nothing but letter case. */
function hasTwins(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasTwins);
  if (typeof value !== "object" || value === null) return false;
  const keys = Object.keys(value);
  const spellings = new Set(keys.map((key) => key.toLowerCase()));
  return spellings.size < keys.length || Object.values(value).some(hasTwins);
}

function search(text: string): readonly DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const levels: Level[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    const top = levels.at(-1);
    if (character === "{") levels.push({ keys: new Map(), step: "" });
    else if (character === "[") levels.push({ keys: undefined, step: 0 });
    else if (character === "}" || character === "]") levels.pop();
    else if (character === "," && typeof top?.step === "number") top.step++;
    else if (character === '"') {
      const end = endOfString(text, i);
      if (top?.keys !== undefined && followsColon(text, end))
        enterKey(top, JSON.parse(text.slice(i, end)) as string, levels, found);
      i = end - 1;
    }
  }
  return found;
}

function enterKey(level: Level, key: string, levels: readonly Level[], found: DuplicateKey[]): void {
  const first = level.keys?.get(key.toLowerCase());
  level.step = key;
  if (first === undefined) level.keys?.set(key.toLowerCase(), key);
  else found.push({ key, first: pointerTo(levels, first), second: pointerTo(levels, key) });
}

/** The pointer to a key of the innermost object. */
function pointerTo(levels: readonly Level[], key: string): string {
  const around = levels.slice(0, -1).map((one) => one.step);
  return [...around, key].map((step) => `/${escapeStep(step)}`).join("");
}

function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === "\\" ? 2 : 1;
  return i + 1;
}

function followsColon(text: string, from: number): boolean {
  let i = from;
  while (i < text.length && " \t\n\r".includes(text[i] as string)) i++;
  return text[i] === ":";
}

function escapeStep(step: string | number): string {
  return String(step).replaceAll("~", "~0").replaceAll("/", "~1");
}
