/** What a key that is no text becomes when it is read: a mapping, or a value with a tag. */
const mapping = "[object Object]";

/** Whether some key of a document is no text: nobody could say what it stands for. */
export function hasOddKey(root: unknown): boolean {
  const seen = new Set<object>();
  const visit = (value: unknown): boolean => {
    if (typeof value !== "object" || value === null || seen.has(value)) return false;
    seen.add(value);
    return Object.hasOwn(value, mapping) || Object.values(value).some(visit);
  };
  return visit(root);
}
