/** What a table holds for a word somebody else wrote: `constructor` and the like, which every object inherits, are no entries. */
export const lookUp = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
