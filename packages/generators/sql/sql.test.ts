import { keyspaceArtefacts } from './keyspace/index.ts';
import type { AccessPattern, Design, Entity, Field } from '@archwright/model';
import { describe, expect, test } from 'vitest';
import { sampleDesign } from '../testing/sample-design.ts';
import { accessPatternQueries, databaseArtefacts, type Dialect, dialectByName, initialPartitions, storesOf } from './index.ts';

const design = sampleDesign();
const file = (path: string, of: Design = design, dialect?: Dialect): string =>
  databaseArtefacts(of, dialect && ((component) => (component.kind === 'database' ? dialect : undefined))).find(
    (artefact) => artefact.path === path,
  )!.content;
const schema = file('database/schema.sql');

const change = (id: string, alter: (entity: Entity) => Entity): Design => ({
  ...design,
  architecture: {
    ...design.architecture,
    entities: design.architecture.entities.map((entity) => (entity.id === id ? alter(entity) : entity)),
  },
});
const field = (name: string, type: string, options: Partial<Field> = {}): Field => ({
  name,
  type,
  nullable: true,
  key: false,
  ...options,
});
const addField = (id: string, ...fields: Field[]): Design =>
  change(id, (entity) => ({ ...entity, fields: [...entity.fields, ...fields] }));
const addPattern = (pattern: Partial<AccessPattern>): Design => {
  const made: AccessPattern = {
    id: 'extra',
    entity: 'listing',
    purpose: 'extra',
    kind: 'lookup',
    by: [],
    component: 'primary-store',
    ...pattern,
  };
  return { ...design, architecture: { ...design.architecture, accessPatterns: [...design.architecture.accessPatterns, made] } };
};

describe('schema.sql', () => {
  test.each([
    ['choices are checked', "CONSTRAINT listings_status_check CHECK (status IN ('open', 'reserved', 'sold', 'withdrawn'))"],
    ['keys may have several columns', 'CONSTRAINT watches_pkey PRIMARY KEY (visitor_id, listing_id)'],
    ['events are partitioned', ') PARTITION BY RANGE (occurred_at);'],
    ['a default partition loses no row', 'CREATE TABLE listing_events_default PARTITION OF listing_events DEFAULT;'],
    ['tenants are kept apart', "USING (museum_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))"],
    ['retention is a comment', 'retention: 1 year'],
    ['classification is a comment', "COMMENT ON COLUMN visitors.email IS 'classification: pii'"],
    ['text search has an expression', "USING gin ((to_tsvector('simple', coalesce(title, ''))))"],
    ['a promised unique index replaces the constraint', 'email text NOT NULL,'],
    ['references without an index get one', 'CREATE INDEX listings_seller_id_fkey_idx ON listings (seller_id);'],
  ])('%s', (_, expected) => expect(schema).toContain(expected));

  test.each([
    ['a part of a key is given, not counted', 'visitor_id uuid NOT NULL,'],
    [
      'a fixed length is text of that length',
      "currency text DEFAULT 'EUR' NOT NULL CONSTRAINT listings_currency_check CHECK (char_length(currency) = 3)",
    ],
    ['what is unique has a name that plans can be held to', 'code text NOT NULL CONSTRAINT museums_code_key UNIQUE'],
  ])('%s', (_, expected) => expect(schema).toContain(expected));
  test('rows of a person are seen by that person and by the system', () => {
    const own = file(
      'database/schema.sql',
      change('watch', (entity) => ({ ...entity, classification: 'pii', tenantKey: undefined })),
    );
    expect(own).toContain('CREATE POLICY watches_person ON watches');
    expect(own).toContain("visitor_id = (SELECT nullif(current_setting('app.person_id', true), '')::uuid)");
    expect(own).toContain("-- A transaction on behalf of a person starts with: SET LOCAL app.person_id = '<person>'");
    expect(schema).not.toContain('watches_person');
  });
  test('a migration gives up waiting', () =>
    expect(file('database/migrations/0001_initial.up.sql')).toContain("SET LOCAL lock_timeout = '5s';"));
  test('parents come before children', () =>
    expect(schema.indexOf('CREATE TABLE museums')).toBeLessThan(schema.indexOf('CREATE TABLE visitors')));
  test('a circle of references is closed afterwards', () => {
    const circle = file(
      'database/schema.sql',
      addField('museum', field('owner_id', 'uuid', { references: { entity: 'visitor', field: 'id' } })),
    );
    expect(circle).toContain(
      'ALTER TABLE museums ADD CONSTRAINT museums_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES visitors (id);',
    );
  });
  test.each([
    ['a partitioned parent', { entity: 'listing-event', field: 'id' }, 'its key there is not unique by itself'],
    ['a parent in another store', { entity: 'elsewhere', field: 'id' }, 'it is held in another store'],
  ])('no foreign key to %s, and the reason', (_, references, reason) => {
    const made = file('database/schema.sql', addField('watch', field('other_id', 'bigint', { references })));
    expect(made).toContain(`-- other_id is no foreign key: ${reason}`);
  });
  test.each([
    ['vector', addField('listing', field('taste', 'vector(3)')), 'CREATE EXTENSION IF NOT EXISTS vector;'],
    ['citext', addField('listing', field('nick', 'citext')), 'CREATE EXTENSION IF NOT EXISTS citext;'],
    [
      'btree_gin',
      addPattern({
        kind: 'search',
        by: ['museum_id', 'title'],
        index: { name: 'x', columns: ['museum_id', 'title'], unique: false, method: 'gin' },
      }),
      'CREATE EXTENSION IF NOT EXISTS btree_gin;',
    ],
  ])('%s is asked for', (_, of, expected) => expect(file('database/schema.sql', of)).toContain(expected));
  test('an index on the key is the key, under the promised name', () => {
    const made = file(
      'database/schema.sql',
      addPattern({ by: ['id'], index: { name: 'listing_id_idx', columns: ['id'], unique: true, method: 'btree' } }),
    );
    expect(made).toContain('CONSTRAINT listing_id_idx PRIMARY KEY (id)');
    expect(made).not.toContain('INDEX listing_id_idx');
  });
});

describe('partitions', () => {
  const entity = (period: 'day' | 'week' | 'month'): Entity => ({
    ...design.architecture.entities.at(-1)!,
    table: 't',
    partition: { by: 'occurred_at', period },
  });
  test.each([
    ['month', '2026-11-24', ['t_p2026_11 2026-11-01 2026-12-01', 't_p2026_12 2026-12-01 2027-01-01']],
    ['week', '2026-11-24', ['t_p2026_11_23 2026-11-23 2026-11-30', 't_p2026_11_30 2026-11-30 2026-12-07']],
    ['day', '2028-02-28', ['t_p2028_02_28 2028-02-28 2028-02-29', 't_p2028_02_29 2028-02-29 2028-03-01']],
  ] as const)('by %s from %s', (period, date, expected) => {
    const made = initialPartitions(entity(period), date);
    expect(made).toHaveLength(4);
    expect(made.slice(0, 2).map(({ name, from, to }) => `${name} ${from} ${to}`)).toEqual(expected);
  });
});

describe('queries', () => {
  const query = (id: string, of: Design = design) => accessPatternQueries(of).find(({ pattern }) => pattern.id === id)!;
  test.each([
    ['listing-by-id', 'WHERE id = $1', 'listings_pkey'],
    [
      'open-listings-of-museum',
      'WHERE museum_id = $1\n  AND status = $2\n  AND created_at < $3\nORDER BY created_at DESC\nLIMIT 20',
      'listing_museum_id_status_created_at_idx',
    ],
    ['cheapest-listings', "WHERE museum_id = $1\n  AND status = 'open'\nORDER BY price\nLIMIT 20", 'listing_museum_id_price_idx'],
    ['museums-near-a-place', 'ORDER BY location <-> $1\nLIMIT 20', 'museum_location_idx'],
    ['payouts-due', "WHERE status = 'due'\nORDER BY due_at\nLIMIT 20\nFOR UPDATE SKIP LOCKED", 'payout_due_at_idx'],
    [
      'sales-per-day',
      'WHERE museum_id = $1\n  AND created_at >= $2\n  AND created_at < $3\nGROUP BY 1\nORDER BY 1',
      'purchase_museum_id_created_at_idx',
    ],
  ])('%s', (id, ending, index) => {
    expect(query(id).sql.endsWith(ending)).toBe(true);
    expect(query(id).index).toBe(index);
  });
  test('a list of labels is searched by containment', () => {
    expect(query('extra', addPattern({ by: ['labels'] })).sql).toContain('labels @> ARRAY[$1]');
  });
});

describe('stores', () => {
  test('several stores of one language have folders of their own', () => {
    const split = change('payout', (entity) => ({ ...entity, component: 'cache' }));
    expect(storesOf(split, () => 'postgresql').map(({ folder }) => folder)).toEqual(['database/primary-store', 'database/cache']);
  });
  test('a store of unknown language has no schema', () =>
    expect(databaseArtefacts(design, () => undefined).map(({ path }) => path)).toEqual([
      'database/keyspace.md',
      'database/keyspace.json',
    ]));
});

test.each([
  ['turso', 'Turso', 'sqlite'],
  ['d1', 'Cloudflare D1', 'sqlite'],
  ['neon', 'Neon', 'postgresql'],
  ['planetscale', 'PlanetScale (Vitess)', 'mysql'],
  ['cosmos-db', 'Azure Cosmos DB', 'documents'],
  ['scylladb', 'ScyllaDB', 'cql'],
  ['loki', 'Grafana Loki', undefined],
])('%s speaks %s', (technologyId, technology, expected) => {
  expect(dialectByName({ ...design.architecture.components[4]!, technologyId, technology })).toBe(expected);
});

describe('other engines', () => {
  test.each<[Dialect, string, string]>([
    [
      'cql',
      'database/access-patterns.md',
      '| open listings of museum | `museum_id, status` | 160 | 20 % | 9.26/s | 3,000/s | nothing is needed |',
    ],
    [
      'clickhouse',
      'database/clickhouse.sql',
      'PARTITION BY toYYYYMM(occurred_at)\nORDER BY (listing_id, occurred_at)\nTTL toDateTime(occurred_at) + INTERVAL 365 DAY DELETE',
    ],
    ['clickhouse', 'database/clickhouse.sql', 'display_name Nullable(String)'],
    ['dynamodb', 'database/dynamodb.json', '"IndexName": "by_museum_id_status_created_at"'],
    ['dynamodb', 'database/dynamodb.json', '"unique#email#<value>"'],
    ['dynamodb', 'database/dynamodb.json', '"perKeyPerSecond"'],
    ['dynamodb', 'database/dynamodb.json', '"timeToLiveSeconds": 31536000'],
    ['mongodb', 'database/mongodb.json', '"expireAfterSeconds": 31536000'],
    [
      'sqlite',
      'database/sqlite.sql',
      "status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'reserved', 'sold', 'withdrawn'))",
    ],
    ['sqlite', 'database/sqlite.sql', "CREATE VIRTUAL TABLE listing_title_idx USING fts5(title, content='listings');"],
    ['sqlite', 'database/sqlite.sql', 'every query of the application compares museum_id'],
    ['mysql', 'database/mysql.sql', '`email` VARCHAR(255) NOT NULL'],
    ['mysql', 'database/mysql.sql', "PARTITION `listing_events_p2026_11` VALUES LESS THAN ('2026-12-01')"],
    ['mysql', 'database/mysql-migrations/0001_initial.down.sql', 'DROP TABLE `museums`;'],
    [
      'cql',
      'database/schema.cql',
      'PRIMARY KEY ((museum_id, "status"), created_at, id)\n) WITH CLUSTERING ORDER BY (created_at DESC, id ASC)',
    ],
    [
      'cql',
      'database/schema.cql',
      '-- Hottest of 160 values of museum_id, status: 9.26 a second, where one may get 3000; nothing is needed.',
    ],
    ['cql', 'database/schema.cql', 'PRIMARY KEY ((listing_id, period_start), occurred_at, id)'],
    [
      'cql',
      'database/schema.cql',
      "AND default_time_to_live = 31536000\n  AND compaction = {'class': 'TimeWindowCompactionStrategy'",
    ],
    ['mongodb', 'database/mongodb.json', '"shardKey": {\n        "museum_id": 1,\n        "_id": 1\n      }'],
    ['mongodb', 'database/mongodb.json', '"serves": "open-listings-of-museum"'],
    ['documents', 'database/documents.json', '"perKeyPerSecond": 9.26'],
    ['documents', 'database/documents.json', '"partitionKey": "/museum_id"'],
  ])('%s: %s', (dialect, path, expected) => expect(file(path, design, dialect)).toContain(expected));
  test('an object is no item: DynamoDB holds the row beside it', () => {
    const entities = design.architecture.entities.map((entity) =>
      entity.id === 'listing' ? { ...entity, store: 'blob' as const } : entity,
    );
    const withObjects = { ...design, architecture: { ...design.architecture, entities } };
    const sized = (of: Design) => file('database/dynamodb.json', of, 'dynamodb').match(/"itemBytes"/g)?.length ?? 0;
    expect(sized(withObjects)).toBe(sized(design) - 1);
  });
  test('DynamoDB defines exactly the attributes its keys use', () => {
    const { tables } = JSON.parse(file('database/dynamodb.json', design, 'dynamodb')) as {
      tables: {
        AttributeDefinitions: { AttributeName: string }[];
        KeySchema: { AttributeName: string }[];
        GlobalSecondaryIndexes?: { KeySchema: { AttributeName: string }[] }[];
      }[];
    };
    for (const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes = [] } of tables) {
      const used = [...KeySchema, ...GlobalSecondaryIndexes.flatMap((index) => index.KeySchema)].map(
        ({ AttributeName }) => AttributeName,
      );
      expect(AttributeDefinitions.map(({ AttributeName }) => AttributeName).toSorted()).toEqual([...new Set(used)].toSorted());
    }
  });
});

describe('keys in memory', () => {
  const [markdown, json] = keyspaceArtefacts(design).map(({ content }) => content) as [string, string];
  test.each([
    [
      'a row with size and life',
      '| `limit:{<caller>}:<window>` | string | calls of one caller | 20,000 | 160 B | 3.2 MB | after 2 min |',
    ],
    ['items of one key', '5,000 items of 140 B | 700 kB | never |'],
    ['a sum', 'All keys together take 53.9 MB: 13.5 % of the 400 MB that may be filled'],
    ['the policy with its reason', 'Set `maxmemory-policy volatile-lfu`: the board must stay and has no expiry.'],
    ['a key that is too hot', '| 100 % | 90,000/s | 1.8 × | split by score (2 copies or parts) |'],
    ['a key that is not', '| 5 % | 200/s | 0.4 % | nothing is needed |'],
    ['what a loss does', 'Must not be evicted. When it is lost: it is counted again from the purchases.'],
    ['what is elsewhere', '## Kept elsewhere\n\n- Idempotency keys are rows'],
  ])('the document has %s', (_, expected) => expect(markdown).toContain(expected));
  test('commands are filled in but for items and fillers', () => {
    const { keys } = JSON.parse(json) as { keys: { sample: { write: string[][] } }[] };
    expect(keys.map(({ sample }) => sample.write[0]!.join(' '))).toEqual([
      'SET cache:v1:m-17:listings:{018f3c1e-7b2a-7c4d-9e5f-2a1b3c4d5e6f} <filler> PX 60000',
      'INCR limit:{018f3c1e-7b2a-7c4d-9e5f-2a1b3c4d5e6f}:29934720',
      'ZADD board:{sellers}:live GT CH 105<n> 018f3c1e-7b2a-7c4d-9e5f-<n>',
      'SET lease:cache:{018f3c1e-7b2a-7c4d-9e5f-2a1b3c4d5e6f} f3a9c2d4e5b60718 NX PX 500',
    ]);
  });
  test('several stores have folders of their own', () => {
    const [keyspace] = design.architecture.keyspaces!;
    const two = {
      ...design,
      architecture: { ...design.architecture, keyspaces: [keyspace!, { ...keyspace!, component: 'worker' }] },
    };
    expect(keyspaceArtefacts(two).map(({ path }) => path)).toEqual([
      'database/cache/keyspace.md',
      'database/cache/keyspace.json',
      'database/worker/keyspace.md',
      'database/worker/keyspace.json',
    ]);
  });
});
