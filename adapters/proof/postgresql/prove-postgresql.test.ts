import { databaseArtefacts } from '@archwright/generators/sql/index';
import { HOSTILE_NAMES } from '@archwright/generators/testing/hostile';
import { hostileDesign } from '@archwright/generators/testing/hostile-design';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { Artefact, Design, Entity, Proof } from '@archwright/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from './database.ts';
import { provePostgresql } from './prove-postgresql.ts';

const design = sampleDesign();
const artefacts = databaseArtefacts(design);
const refused = (proofs: readonly Proof[]) => proofs.filter(({ outcome }) => outcome !== 'accepted');
const prove = (files: readonly Artefact[], of: Design = design) => provePostgresql(files, of, {});

beforeAll(() => prove(artefacts), 180_000);
afterAll(closeDatabase);

test('the sample is accepted: parsed, run, reversible, every plan on its index', async () => {
  const proofs = await prove(artefacts);
  expect(refused(proofs)).toEqual([]);
  expect(proofs.map(({ claim }) => claim).filter((claim) => claim.startsWith('access pattern'))).toHaveLength(9);
  const events = proofs.find(({ claim }) => claim.startsWith('access pattern events-of-listing'))!;
  expect(events.log).toContain('29,200,000 rows (event-rows)');
  expect(events.log).toContain('Index Scan Backward using listing_events_p2026_11_listing_id_occurred_at_idx');
});

test.each(HOSTILE_NAMES.filter((_, index) => index % 4 === 0).map((name) => [JSON.stringify(name).slice(0, 40), name]))(
  'names with %s are accepted',
  async (_, name) => {
    const hostile = hostileDesign(name);
    expect(refused(await prove(databaseArtefacts(hostile), hostile))).toEqual([]);
  },
);

/** Edits every file that holds the text; a schema and its first migration are the same. */
const edit = (from: string, to: string, only = ''): readonly Artefact[] => {
  expect(artefacts.some(({ content, path }) => path.endsWith(only) && content.includes(from))).toBe(true);
  return artefacts.map((artefact) =>
    artefact.path.endsWith(only) ? { ...artefact, content: artefact.content.replace(from, () => to) } : artefact,
  );
};
const lineOf = (text: string): number => artefacts[0]!.content.slice(0, artefacts[0]!.content.indexOf(text)).split('\n').length;

test('a syntax error is rejected by the parser with its line', async () => {
  const [found] = refused(await prove(edit('code text NOT NULL', 'code text NUT NULL')));
  expect(found).toMatchObject({ tool: 'libpg-query', outcome: 'rejected', line: lineOf('code text NOT NULL') });
});

test('a wrong reference is rejected with the line of its statement', async () => {
  const found = refused(await prove(edit('REFERENCES museums (id)', 'REFERENCES museums (number)')));
  expect(found[0]).toMatchObject({ tool: '@electric-sql/pglite', outcome: 'rejected', line: lineOf('CREATE TABLE visitors') });
  expect(found[0]!.log).toContain('column "number"');
});

test('a dropped index is missed by the pattern it serves, and only by that', async () => {
  const found = refused(
    await prove(edit('CREATE INDEX listing_museum_id_price_idx', '-- CREATE INDEX listing_museum_id_price_idx')),
  );
  expect(found.map(({ claim, outcome }) => [claim, outcome])).toEqual([
    ['access pattern cheapest-listings is served by listing_museum_id_price_idx at the rows of year one', 'rejected'],
  ]);
});

test('an index on the wrong column is not used', async () => {
  const [found] = refused(await prove(edit('USING btree (museum_id, price)', 'USING btree (visit_on, title)')));
  expect(found).toMatchObject({
    outcome: 'rejected',
    log: expect.stringContaining('listing_museum_id_price_idx is not used at 7,300,000 rows') as string,
  });
});

test.each([
  ['a table that stays', edit('DROP TABLE watches;\n', '', '.down.sql')],
  [
    'an index that only schema.sql has',
    edit('CREATE INDEX museum_location_idx ON museums USING gist (location);', '', '.up.sql'),
  ],
])('%s makes the migration irreversible', async (_, files) => {
  const found = refused(await prove(files));
  expect(found[0]).toMatchObject({ artefact: 'database/migrations/0001_initial.down.sql', outcome: 'rejected' });
});

test.each([
  ['no policy', /CREATE POLICY listings_tenant ON listings\n {2}USING \([^;]*;/, '-- none'],
  [
    'a policy that lets everything through',
    /(CREATE POLICY listings_tenant ON listings)\n {2}USING \([^;]*;/,
    '$1 USING (true);',
  ],
  [
    'rows that can be written for others',
    /(CREATE POLICY listings_tenant ON listings\n {2}USING \(.*\))\n {2}WITH CHECK \([^;]*;/,
    '$1 WITH CHECK (true);',
  ],
])('%s: a tenant sees or writes what is not its own', async (_, from, to) => {
  const changed = artefacts.map((artefact) => ({ ...artefact, content: artefact.content.replace(from, to) }));
  expect(changed[0]!.content).not.toBe(artefacts[0]!.content);
  const found = refused(await prove(changed)).filter(({ claim }) => claim.startsWith('in listings'));
  expect(found).toMatchObject([
    { outcome: 'rejected', claim: 'in listings a tenant sees and writes only rows of its own, and nobody sees any' },
  ]);
  expect(found[0]!.line).toBe(lineOf('CREATE TABLE listings'));
});

test('rows of a person are kept apart as well', async () => {
  const own: Design = {
    ...design,
    architecture: {
      ...design.architecture,
      entities: design.architecture.entities.map((entity) =>
        entity.id === 'watch' ? { ...entity, classification: 'pii' as const } : entity,
      ),
    },
  };
  const proofs = await prove(databaseArtefacts(own), own);
  expect(proofs.find(({ claim }) => claim.startsWith('in watches a person'))).toMatchObject({ outcome: 'accepted' });
});

test('without a promise, a large table may still not be read whole', async () => {
  const unpromised: Design = {
    ...design,
    architecture: {
      ...design.architecture,
      accessPatterns: design.architecture.accessPatterns.map((pattern) =>
        pattern.id === 'cheapest-listings' ? { ...pattern, by: ['title'], order: undefined, index: undefined } : pattern,
      ),
    },
  };
  const found = refused(await prove(databaseArtefacts(unpromised), unpromised));
  expect(found).toMatchObject([
    {
      claim: 'access pattern cheapest-listings reads no large table whole at the rows of year one',
      log: expect.stringContaining('it reads the whole table; at 7,300,000 rows') as string,
    },
  ]);
});

test('a file that computes is not run', async () => {
  const found = refused(await prove(edit('REVOKE ALL ON museums FROM PUBLIC;', 'DO $$ BEGIN LOOP END LOOP; END $$;')));
  expect(found).toMatchObject([{ outcome: 'not-run', log: expect.stringContaining('DoStmt') as string }]);
});

const withEntity = (change: (entity: Entity) => Entity): Design => ({
  ...design,
  architecture: {
    ...design.architecture,
    entities: design.architecture.entities.map((entity) => (entity.id === 'museum' ? change(entity) : entity)),
  },
});

test('an extension the embedded engine lacks is not run, with the reason', async () => {
  const vector = withEntity((entity) => ({
    ...entity,
    fields: [...entity.fields, { name: 'taste', type: 'vector(3)', nullable: true, key: false }],
  }));
  const found = refused(await prove(databaseArtefacts(vector), vector));
  expect(found).toMatchObject([{ outcome: 'not-run', log: 'the embedded PostgreSQL has no extension vector' }]);
});

test('references in a circle are accepted', async () => {
  const circle = withEntity((entity) => ({
    ...entity,
    fields: [
      ...entity.fields,
      { name: 'contact_id', type: 'uuid', nullable: true, key: false, references: { entity: 'visitor', field: 'id' } },
    ],
  }));
  expect(refused(await prove(databaseArtefacts(circle), circle))).toEqual([]);
});
