import type { Entity } from '@archwright/model';
import { sqlIdentifier, sqlLiteral, sqlType } from '../../escape/sql.ts';
import { oneLine } from '../../escape/plain.ts';
import type { FigureLookup } from '../../figure-lookup.ts';

/** The setting a connection makes at the start of each transaction: `SET LOCAL app.tenant_id = '…'`. */
export const TENANT_SETTING = 'app.tenant_id';

/**
 * Row-level security of a tenant's table. The setting is read once a query, not once a row; unset or empty it is null, and
 * then no row is visible. `FORCE` binds the table's owner too; superusers and roles with BYPASSRLS are never bound.
 */
export function rowSecurity(entity: Entity): readonly string[] {
  const column = entity.fields.find((field) => field.name === entity.tenantKey);
  if (!column) return [];
  const table = sqlIdentifier(entity.table);
  const mine = `${sqlIdentifier(column.name)} = (SELECT nullif(current_setting('${TENANT_SETTING}', true), '')::${sqlType(column.type)})`;
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`,
    `CREATE POLICY ${sqlIdentifier(`${entity.table}_tenant`)} ON ${table}\n  USING (${mine})\n  WITH CHECK (${mine});`,
  ];
}

/** Nobody reads or writes but the roles that a later grant names. */
export const revoke = (entity: Entity): string => `REVOKE ALL ON ${sqlIdentifier(entity.table)} FROM PUBLIC;`;

/** Purpose, classification and retention where people and tools look for them. */
export function comments(entity: Entity, { text }: FigureLookup): readonly string[] {
  const table = sqlIdentifier(entity.table);
  const facts = [
    oneLine(entity.purpose),
    `classification: ${entity.classification}`,
    `retention: ${entity.retention === undefined ? 'until deleted' : text(entity.retention)}`,
  ];
  const columns = entity.fields.filter(({ classification }) => classification !== undefined && classification !== 'public');
  return [
    `COMMENT ON TABLE ${table} IS ${sqlLiteral(facts.join('; '))};`,
    ...columns.map(
      ({ name, classification }) => `COMMENT ON COLUMN ${table}.${sqlIdentifier(name)} IS 'classification: ${classification}';`,
    ),
  ];
}
