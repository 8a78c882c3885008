export interface DuplicateKey {
  readonly key: string;
  /** JSON pointer of the second place. */
  readonly pointer: string;
}

interface Level {
  readonly keys: Set<string> | undefined;
  step: string | number;
}

/** The keys that stand twice in one object of a JSON text. The text must already have been accepted by JSON.parse. */
export function duplicateKeys(text: string): readonly DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const levels: Level[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    const top = levels.at(-1);
    if (character === "{") levels.push({ keys: new Set(), step: "" });
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
  level.step = key;
  if (level.keys?.has(key) === true) found.push({ key, pointer: levels.map((one) => `/${escape(one.step)}`).join("") });
  level.keys?.add(key);
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

function escape(step: string | number): string {
  return String(step).replaceAll("~", "~0").replaceAll("/", "~1");
}
