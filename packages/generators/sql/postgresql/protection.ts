import { snakeCase } from '@archwright/kernel';
import type { Entity, Field, Operation } from '@archwright/model';
import { sqlIdentifier, sqlLiteral, sqlType } from '../../escape/sql.ts';
import { oneLine } from '../../escape/plain.ts';
import type { FigureLookup } from '../../figure-lookup.ts';

/** The setting a connection makes at the start of each transaction: `SET LOCAL app.tenant_id = '…'`. */
export const TENANT_SETTING = 'app.tenant_id';
/** The person on whose behalf a transaction runs, and `system` for work that is nobody's: jobs, receipts, retention. */
export const PERSON_SETTING = 'app.person_id';
export const PURPOSE_SETTING = 'app.purpose';

/** Whose rows a table holds: one tenant's, or one person's. */
export interface RowOwner {
  readonly kind: 'tenant' | 'person';
  readonly column: Field;
}

const SENSITIVE: ReadonlySet<string> = new Set(['pii', 'phi', 'card', 'secret']);

/**
 * The column that says whose a row is: the tenant's key; else, where the rows are sensitive, the column that names an actor
 * of the API (`user_id` where users call it). Rows without either are nobody's in particular and have no policy.
 */
export function rowOwner(entity: Entity, operations: readonly Pick<Operation, 'actor'>[]): RowOwner | undefined {
  const tenant = entity.fields.find((field) => field.name === entity.tenantKey);
  if (tenant) return { kind: 'tenant', column: tenant };
  if (!SENSITIVE.has(entity.classification)) return undefined;
  const names = new Set(operations.map(({ actor }) => `${snakeCase(actor)}_id`));
  const person = entity.fields.find((field) => names.has(field.name) && /^(?:uuid|text|bigint|integer|int)$/i.test(field.type));
  return person && { kind: 'person', column: person };
}

/** The policy that keeps a table's rows apart. */
export interface Policy {
  /** Quoted where it must be. */
  readonly name: string;
  readonly rule: string;
}

/**
 * Row-level security of a table. Settings are read once a query, not once a row; unset or empty they are null, and then no
 * row is visible. `FORCE` binds the table's owner too; superusers and roles with BYPASSRLS are never bound.
 */
export function policyOf(entity: Entity, owner: RowOwner | undefined): Policy | undefined {
  if (!owner) return undefined;
  const { kind, column } = owner;
  const setting = kind === 'tenant' ? TENANT_SETTING : PERSON_SETTING;
  const mine = `${sqlIdentifier(column.name)} = (SELECT nullif(current_setting('${setting}', true), '')::${sqlType(column.type)})`;
  const rule = kind === 'tenant' ? mine : `${mine} OR (SELECT current_setting('${PURPOSE_SETTING}', true)) = 'system'`;
  return { name: sqlIdentifier(`${entity.table}_${kind}`), rule };
}

export function rowSecurity(entity: Entity, owner: RowOwner | undefined): readonly string[] {
  const policy = policyOf(entity, owner);
  if (!policy) return [];
  const table = sqlIdentifier(entity.table);
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`,
    createPolicy(table, policy),
  ];
}

export const createPolicy = (table: string, { name, rule }: Policy): string =>
  `CREATE POLICY ${name} ON ${table}\n  USING (${rule})\n  WITH CHECK (${rule});`;

/** What a transaction must say before it sees a row. */
export function settingsNote(owners: readonly (RowOwner | undefined)[]): readonly string[] {
  const has = (kind: RowOwner['kind']): boolean => owners.some((owner) => owner?.kind === kind);
  return [
    ...(has('tenant') ? [`Each transaction of the application starts with: SET LOCAL ${TENANT_SETTING} = '<tenant>'`] : []),
    ...(has('person')
      ? [
          `A transaction on behalf of a person starts with: SET LOCAL ${PERSON_SETTING} = '<person>'`,
          `Work that is nobody’s (jobs, receipts, retention) starts with: SET LOCAL ${PURPOSE_SETTING} = 'system'`,
        ]
      : []),
    ...(has('tenant') || has('person')
      ? ['Without it no row is visible. The application’s role is no superuser, has no BYPASSRLS and runs no migrations.']
      : []),
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
