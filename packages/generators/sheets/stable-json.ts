/** Keys a reader looks for first; the others follow in the order of the alphabet. */
const FIRST = ['id', 'title', 'name', 'label'];

/** JSON with a fixed order of keys, two spaces, and a newline at the end: equal values give equal bytes. */
export const stableJson = (value: unknown): string => `${JSON.stringify(ordered(value), null, 2)}\n`;

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const rank = (key: string): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)).map(([key, part]) => [key, ordered(part)]),
  );
}
