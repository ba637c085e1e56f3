import type { Database } from './database.ts';

/** Everything a schema file can make in `public`, one line each, sorted: two equal lists are two equal schemas. */
const catalogue = (relations: string): string => `
SELECT line FROM (
  SELECT format('relation %s %s security=%s/%s acl=%s key=%s bound=%s comment=%s', c.relkind, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relacl,
    pg_get_partkeydef(c.oid), pg_get_expr(c.relpartbound, c.oid), obj_description(c.oid, 'pg_class')) AS line
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND ${relations}
  UNION ALL
  SELECT format('column %s.%s %s notnull=%s identity=%s default=%s comment=%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
    pg_get_expr(d.adbin, d.adrelid), col_description(c.oid, a.attnum))
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped AND ${relations}
  UNION ALL
  SELECT format('constraint %s.%s %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.connamespace = 'public'::regnamespace AND ${relations}
  UNION ALL
  SELECT format('index %s', pg_get_indexdef(i.indexrelid)) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = 'public'::regnamespace AND ${relations}
  UNION ALL
  SELECT format('policy %s.%s %s %s %s %s', polrelid::regclass, polname, polcmd, polpermissive, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) FROM pg_policy
) AS lines
ORDER BY line COLLATE "C"`;

/** @param partitions - whether partitions are listed too: which there are depends on the day */
export async function catalogueLines(database: Database, partitions = true): Promise<readonly string[]> {
  const { rows } = await database.query<{ line: string }>(catalogue(partitions ? 'true' : 'NOT c.relispartition'));
  return rows.map(({ line }) => line);
}

/** Lines that only one of two catalogues has, marked `-` and `+`. */
export function difference(before: readonly string[], after: readonly string[]): readonly string[] {
  const [old, now] = [new Set(before), new Set(after)];
  return [
    ...before.filter((line) => !now.has(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !old.has(line)).map((line) => `+ ${line}`),
  ];
}
