/** How an input is called in a sentence. */
export function nameOf(path: string): string {
  return path === "-" ? "standard input" : path;
}
