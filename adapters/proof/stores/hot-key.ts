import * as z from 'zod';

/** What is said of the hottest key value of an access pattern. */
export const hotKeyEntry = z.strictObject({
  columns: z.array(z.string()).min(1),
  values: z.int().min(1),
  perKeyPerSecond: z.number().nonnegative(),
  limitPerSecond: z.number().positive(),
  parts: z.int().min(1),
  cure: z.string(),
});

/** Rates are rounded to three digits. */
const ROUNDING = 0.01;

/** Why the hottest value gets more than it may, if it does; columns are those the store knows. */
export function hotKeyFault(
  { columns, perKeyPerSecond: rate, limitPerSecond: limit, parts, cure }: z.infer<typeof hotKeyEntry>,
  known: ReadonlySet<string>,
): string | undefined {
  const unknown = columns.find((column) => !known.has(column));
  if (unknown !== undefined) return `the key has ${unknown}, which is not declared`;
  if ((rate * (1 - ROUNDING)) / parts > limit)
    return `${rate} a second on the hottest key in ${parts} parts, and one takes ${limit}`;
  return parts > 1 && cure === 'none needed' ? `${parts} parts are needed, and nothing says how` : undefined;
}
