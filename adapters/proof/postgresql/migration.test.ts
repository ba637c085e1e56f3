import { databaseArtefacts } from '@archwright/generators/sql/index';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { AccessPattern, Artefact, Design, Entity, Field, Proof } from '@archwright/model';
import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase } from './database.ts';
import { provePostgresql } from './prove-postgresql.ts';
import { proveMigrationLint } from './squawk.ts';

const design = sampleDesign();
afterAll(closeDatabase);

type DesignChange = (from: Design) => Design;
const withEntities =
  (change: (entities: readonly Entity[]) => readonly Entity[]): DesignChange =>
  (from) => ({
    ...from,
    date: '2027-03-01',
    architecture: { ...from.architecture, entities: [...change(from.architecture.entities)] },
  });
const changed = (id: string, change: (entity: Entity) => Entity): DesignChange =>
  withEntities((entities) => entities.map((entity) => (entity.id === id ? change(entity) : entity)));
const fieldChanged = (id: string, name: string, change: Partial<Field>): DesignChange =>
  changed(id, (entity) => ({
    ...entity,
    fields: entity.fields.map((field) => (field.name === name ? { ...field, ...change } : field)),
  }));
const field = (name: string, type: string, options: Partial<Field> = {}): Field => ({
  name,
  type,
  nullable: false,
  key: false,
  ...options,
});
const fieldsAdded = (id: string, ...fields: Field[]): DesignChange =>
  changed(id, (entity) => ({ ...entity, fields: [...entity.fields, ...fields] }));
const fieldGone = (id: string, name: string): DesignChange =>
  changed(id, (entity) => ({ ...entity, fields: entity.fields.filter((one) => one.name !== name) }));
const patternChanged =
  (id: string, change: Partial<AccessPattern>): DesignChange =>
  (from) => ({
    ...from,
    date: '2027-03-01',
    architecture: {
      ...from.architecture,
      accessPatterns: from.architecture.accessPatterns.map((pattern) =>
        pattern.id === id ? { ...pattern, ...change } : pattern,
      ),
    },
  });

const filesOf = (of: Design, files: readonly Artefact[]): readonly Artefact[] => [
  ...files,
  { path: 'model.json', mediaType: 'application/json', title: 'model', content: JSON.stringify(of) },
];
const first = filesOf(design, databaseArtefacts(design));
/** The files after a redesign into the folder of the sample. */
const redesigned = (after: Design, from = { design, files: first }): readonly Artefact[] =>
  databaseArtefacts(after, undefined, from);
const proofsOf = async (files: readonly Artefact[], after: Design, previous = first): Promise<readonly Proof[]> => [
  ...(await provePostgresql(files, after, { previous })),
  ...(await proveMigrationLint(files, after, {})),
];
const refused = (proofs: readonly Proof[]): readonly string[] =>
  proofs.flatMap(({ outcome, artefact, line, claim, log }) =>
    outcome === 'accepted' ? [] : [`${outcome} ${artefact}:${line ?? ''} ${claim}\n${log}`],
  );

/** Changes by what they are; those of a row are made in one redesign. */
const CHANGES: readonly (readonly [names: string, ...changes: DesignChange[]])[] = [
  ['a column that may be empty', fieldsAdded('listing', field('note', 'text', { nullable: true }))],
  ['one choice more', fieldChanged('listing', 'status', { values: ['open', 'reserved', 'sold', 'withdrawn', 'lapsed'] })],
  [
    'columns: a constant, one whose value every row makes, a choice, a reference',
    fieldsAdded('listing', field('views', 'bigint', { default: '0' })),
    fieldsAdded('listing', field('share_token', 'uuid', { default: 'gen_random_uuid()', unique: true })),
    fieldsAdded('listing', field('kind', 'text', { values: ['paper', 'digital'] })),
    fieldsAdded('listing', field('buyer_id', 'uuid', { references: { entity: 'visitor', field: 'id' } })),
  ],
  [
    'columns that people fill in, and columns of a partitioned table',
    fieldsAdded('listing', field('origin', 'text'), field('region', 'char(2)')),
    fieldsAdded('listing-event', field('weight', 'integer', { default: '1' }), field('origin', 'text')),
    patternChanged('events-of-listing', {
      index: { name: 'events_of_listing_idx', columns: ['listing_id', 'kind', 'occurred_at'], method: 'btree', unique: false },
    }),
  ],
  [
    'columns that go, with a unique constraint and without',
    fieldGone('listing', 'currency'),
    fieldGone('listing', 'barcode_digest'),
    fieldGone('payout', 'account_reference'),
  ],
  [
    'constraints: one choice less, another default, unique, no longer required',
    fieldChanged('listing', 'status', { values: ['open', 'reserved', 'sold'] }),
    fieldChanged('listing', 'currency', { default: "'USD'" }),
    fieldChanged('visitor', 'display_name', { unique: true, classification: 'internal' }),
    fieldChanged('listing', 'title', { nullable: true }),
  ],
  [
    'constraints: no default, no longer unique, references in a circle',
    fieldChanged('listing', 'currency', { default: undefined }),
    fieldChanged('listing', 'barcode_digest', { unique: false }),
    fieldsAdded('museum', field('contact_id', 'uuid', { nullable: true, references: { entity: 'visitor', field: 'id' } })),
  ],
  [
    'indexes: one column more under the same name, one that goes',
    patternChanged('cheapest-listings', {
      index: {
        name: 'listing_museum_id_price_idx',
        columns: ['museum_id', 'price', 'created_at'],
        method: 'btree',
        unique: false,
      },
    }),
    patternChanged('sales-per-day', { index: undefined }),
  ],
  [
    'policies: rows of tenants, rows of nobody',
    changed('watch', (entity) => ({ ...entity, tenantKey: 'visitor_id' })),
    changed('listing', (entity) => ({ ...entity, tenantKey: undefined })),
  ],
  [
    'tables: one comes, one goes',
    withEntities((entities) => [
      ...entities.filter(({ id }) => id !== 'watch'),
      { ...entities.find(({ id }) => id === 'watch')!, id: 'bid', table: 'bids', name: 'Bid' },
    ]),
  ],
];
const redesignOf = (name: string): Design =>
  CHANGES.find(([names]) => names === name)!
    .slice(1)
    .reduce<Design>((from, change) => (change as DesignChange)(from), design);

const REFUSED: readonly (readonly [name: string, change: DesignChange, reason: string])[] = [
  ['another key', fieldChanged('watch', 'listing_id', { key: false }), 'watches: its primary key changes'],
  ['another name', changed('watch', (entity) => ({ ...entity, table: 'alarms' })), 'it was watches; a rename breaks'],
  [
    'partitions',
    changed('purchase', (entity) => ({ ...entity, partition: { by: 'created_at', period: 'month' } })),
    'its partitions change',
  ],
  [
    'a type in a large table',
    fieldChanged('listing', 'price', { type: 'bigint' }),
    'the type of price changes (numeric(10,2) to bigint)',
  ],
];

describe('old schema, expand, contract: the new schema, with rows in it and both versions at work', () => {
  test.each(CHANGES.map(([names]) => names))(
    '%s',
    async (names) => {
      const after = redesignOf(names);
      const files = redesigned(after);
      expect(files.some(({ path }) => path.includes('/0002_'))).toBe(true);
      const proofs = await proofsOf(files, after);
      expect(
        refused(proofs),
        files
          .filter(({ path }) => /000[2-9]/.test(path))
          .map(({ path, content }) => `== ${path}\n${content}`)
          .join('\n'),
      ).toEqual([]);
      expect(proofs.some(({ claim }) => claim.startsWith('rows of the old version stay'))).toBe(true);
    },
    60_000,
  );
});

test.each(REFUSED)(
  '%s needs a copy, and the files and the proof say so',
  async (_, change, reason) => {
    const after = change(design);
    const files = redesigned(after);
    expect(files.find(({ path }) => path.endsWith('0002_expand.up.sql'))?.content).toContain(`-- Not in these files: `);
    const proofs = await proofsOf(files, after);
    expect(proofs.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
    expect(refused(proofs).join()).toContain(reason);
  },
  60_000,
);

test('the first migration stays as it is, whatever the folder holds', () => {
  const edited = first.map((file) => (file.path.endsWith('0001_initial.up.sql') ? { ...file, content: '-- mine\n' } : file));
  const files = redesigned(redesignOf('a column that may be empty'), { design, files: edited });
  expect(files.find(({ path }) => path.endsWith('0001_initial.up.sql'))?.content).toBe('-- mine\n');
});

test('the same schema again brings no migration; a third one follows the second', async () => {
  expect(redesigned({ ...design, date: '2027-03-01' }).filter(({ path }) => path.includes('/0002_'))).toEqual([]);
  const [second, third] = [redesignOf('one choice more'), redesignOf('a column that may be empty')];
  const previous = filesOf(second, redesigned(second));
  const files = redesigned(third, { design: second, files: previous });
  expect(files.flatMap(({ path }) => /(\d{4}_\w+)\.up/.exec(path)?.[1] ?? [])).toEqual([
    '0001_initial',
    '0002_expand',
    '0003_contract',
    '0004_expand',
    '0005_contract',
  ]);
  expect(refused(await proofsOf(files, third, previous))).toEqual([]);
}, 60_000);

test('an older backfill is run although its column is gone from the design since', async () => {
  const filled = fieldsAdded('listing', field('share_token', 'uuid', { default: 'gen_random_uuid()', unique: true }))(design);
  const previous = filesOf(filled, redesigned(filled));
  expect(previous.some(({ content }) => content.includes('DO $backfill$'))).toBe(true);
  const third = { ...fieldGone('listing', 'share_token')(filled), date: '2027-06-01' };
  const files = redesigned(third, { design: filled, files: previous });
  expect(files.length).toBeGreaterThan(previous.length);
  expect(refused(await proofsOf(files, third, previous))).toEqual([]);
}, 60_000);

test.each([
  ['another loop', 'COMMIT;', 'COMMIT; PERFORM pg_sleep(9);'],
  ['a call that waits', 'gen_random_uuid()', 'pg_sleep_forever()'],
  ['a table of the system', /listings/g, 'pg_class'],
  ['two columns', ' = gen_random_uuid()', ' = gen_random_uuid(), id = gen_random_uuid()'],
])('a backfill with %s is not run', async (_, from, to) => {
  const filled = fieldsAdded('listing', field('share_token', 'uuid', { default: 'gen_random_uuid()', unique: true }))(design);
  const files = redesigned(filled).map((file) => {
    const block = /DO \$backfill\$[^]*?\$backfill\$;/.exec(file.content)?.[0];
    return block === undefined ? file : { ...file, content: file.content.replace(block, () => block.replace(from, to)) };
  });
  const found = await provePostgresql(files, filled, {});
  expect(found.filter(({ outcome }) => outcome === 'not-run').map(({ log }) => log)).toEqual([
    expect.stringContaining('only declarations are run here') as string,
  ]);
});

test.each([
  [
    'a backfill that is left out',
    'columns: a constant, one whose value every row makes, a choice, a reference',
    '_contract.up',
    /^DO \$backfill\$[^]*?\$backfill\$;\n/m,
    '',
  ],
  [
    'a value forced at once',
    'columns that people fill in, and columns of a partitioned table',
    '_expand.up',
    'ADD COLUMN origin text;',
    'ADD COLUMN origin text NOT NULL;',
  ],
  [
    'a column dropped while the old version runs',
    'a column that may be empty',
    '_expand.up',
    /$/,
    'ALTER TABLE listings DROP COLUMN currency;\n',
  ],
  [
    'a column that stays',
    'columns that go, with a unique constraint and without',
    '_contract.up',
    /^ALTER TABLE listings DROP COLUMN.*\n/m,
    '',
  ],
  ['a step that is not taken back', 'one choice more', '_expand.down', /^ALTER TABLE listings DROP CONSTRAINT.*\n/m, ''],
  [
    'rows thrown away',
    'columns that people fill in, and columns of a partitioned table',
    '_contract.up',
    /$/,
    'DROP TABLE watches; CREATE TABLE watches ();\n',
  ],
])(
  '%s is caught',
  async (_, name, file, from, to) => {
    const after = redesignOf(name);
    const files = redesigned(after).map((one) =>
      one.path.includes(file) ? { ...one, content: one.content.replace(from, () => to) } : one,
    );
    expect(files).not.toEqual(redesigned(after));
    const proofs = (await provePostgresql(files, after, { previous: first })).filter(({ outcome }) => outcome === 'rejected');
    expect(proofs.map(({ artefact }) => artefact).join()).toContain('migrations/000');
  },
  60_000,
);

test('a wider type in a small table is written in place', async () => {
  const small: Design = {
    ...design,
    figures: design.figures.map((figure) => (figure.id === 'purchase-rows' ? { ...figure, likely: 50_000 } : figure)),
  };
  const after = fieldChanged('payout', 'attempts', { type: 'integer' })(design);
  const previous = filesOf(small, databaseArtefacts(small));
  const files = redesigned(after, { design: small, files: previous });
  expect(refused(await proofsOf(files, after, previous))).toEqual([]);
}, 60_000);
