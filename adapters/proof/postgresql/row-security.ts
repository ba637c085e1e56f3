import { sqlIdentifier, sqlLiteral } from '@archwright/generators/escape/index';
import { PERSON_SETTING, PURPOSE_SETTING, type RowOwner, rowOwner, TENANT_SETTING } from '@archwright/generators/sql/index';
import type { Artefact, Design, Entity, Proof } from '@archwright/model';
import { messageOf, proof, type Tool } from '../proof.ts';
import type { Database } from './database.ts';
import { insertRow } from './statistics.ts';

/** A role like the application's: no superuser, so that policies bind it. */
const PROBE = 'archwright_probe';

/**
 * Writes a row of each of two owners into every table with a policy, and reads as one, as the other and as nobody.
 *
 * @param database - with the schema in it and no rows
 */
export async function proveRowSecurity(
  by: Tool,
  schema: Artefact,
  entities: readonly Entity[],
  design: Design,
  database: Database,
): Promise<readonly Proof[]> {
  const proofs: Proof[] = [];
  for (const entity of entities) {
    const owner = rowOwner(entity, design.architecture.api.operations);
    if (!owner) continue;
    const claim = `in ${entity.table} a ${owner.kind} sees and writes only rows of its own, and nobody sees any`;
    const line = lineOf(schema.content, entity.table);
    try {
      const faults = await probe(database, entity, owner, design.date);
      proofs.push(
        faults.length === 0
          ? proof(
              by,
              schema.path,
              claim,
              'accepted',
              'two rows of two owners: one visible to each, none without a setting, a foreign write refused',
            )
          : proof(by, schema.path, claim, 'rejected', faults.join('\n'), line),
      );
    } catch (error) {
      proofs.push(proof(by, schema.path, claim, 'rejected', messageOf(error), line));
    }
  }
  return proofs;
}

const lineOf = (content: string, table: string): number | undefined => {
  const at = content.indexOf(`CREATE TABLE ${sqlIdentifier(table)} (`);
  return at < 0 ? undefined : content.slice(0, at).split('\n').length;
};

/** Two owners of a column's type. */
function ownersOf({ column: { type } }: RowOwner): readonly [string, string] {
  if (/^uuid$/i.test(type)) return ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
  return /^(?:bigint|integer|int)/i.test(type) ? ['1', '2'] : ['one', 'two'];
}

async function probe(database: Database, entity: Entity, owner: RowOwner, day: string): Promise<readonly string[]> {
  const table = sqlIdentifier(entity.table);
  const [one, other] = ownersOf(owner);
  const setting = owner.kind === 'tenant' ? TENANT_SETTING : PERSON_SETTING;
  const row = (of: string, variant: number): string =>
    insertRow(entity, day, { ...distinct(entity, variant), [owner.column.name]: sqlLiteral(of) });
  const faults: string[] = [];
  await database.exec('BEGIN');
  try {
    // Parents of the rows are not there: only this table is looked at.
    await database.exec("SET LOCAL session_replication_role = 'replica'");
    await database.exec(`${row(one, 1)}; ${row(other, 2)}`);
    await database.exec(
      `CREATE ROLE ${PROBE} NOLOGIN; GRANT USAGE ON SCHEMA public TO ${PROBE}; GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO ${PROBE}; SET LOCAL ROLE ${PROBE}`,
    );
    const visible = async (): Promise<string> => {
      const { rows } = await database.query<{ found: string }>(
        `SELECT coalesce(string_agg(${sqlIdentifier(owner.column.name)}::text, ','), '') AS found FROM ${table}`,
      );
      return rows[0]?.found ?? '';
    };
    const expectSeen = async (as: string, expected: string): Promise<void> => {
      const seen = await visible();
      if (seen !== expected)
        faults.push(`${as} sees ${seen === '' ? 'nothing' : seen}, not ${expected === '' ? 'nothing' : expected}`);
    };
    await expectSeen('nobody', '');
    for (const me of [one, other]) {
      await database.exec(`SELECT set_config('${setting}', ${sqlLiteral(me)}, true)`);
      await expectSeen(me, me);
    }
    await database.exec('SAVEPOINT before_write');
    const refused = await database.exec(row(one, 3)).then(
      () => false,
      (error: unknown) => /row-level security/.test(messageOf(error)),
    );
    await database.exec('ROLLBACK TO SAVEPOINT before_write');
    if (!refused) faults.push(`${other} can write a row of ${one}`);
    if (owner.kind === 'person') {
      await database.exec(`SELECT set_config('${setting}', '', true), set_config('${PURPOSE_SETTING}', 'system', true)`);
      if ((await visible()).split(',').length !== 2) faults.push('work of the system does not see every row');
    }
  } finally {
    await database.exec('ROLLBACK');
  }
  return faults;
}

/** Keys and unique columns of a row that must not collide with the other one's. */
const distinct = ({ fields }: Entity, variant: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.flatMap(({ name, type, key, unique, values }) => {
      if ((!key && !unique) || values) return [];
      if (/^(?:text|citext|varchar)/i.test(type)) return [[name, sqlLiteral(String(variant))] as const];
      return /^(?:smallint|integer|int|bigint|numeric)/i.test(type) ? [[name, String(variant)] as const] : [];
    }),
  );
