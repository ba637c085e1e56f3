import { catalogue } from '@archwright/catalogue';
import { keyspaceArtefacts } from '@archwright/generators/sql/keyspace/index';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import { exactly, type Figure, formula } from '@archwright/kernel';
import { DEMAND_VARIABLES, type Design, type KeyDesign, type KeyFamily } from '@archwright/model';
import { proveKeyspace } from '@archwright/proof/stores/keyspace/prove-keyspace';
import { expect, test } from 'vitest';

/** A service of some size: every formula has something to work on. */
const DEMAND: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Object.keys(DEMAND_VARIABLES).map((name) => [name, 1_000])),
  users: 1_000_000,
  dailyUsers: 100_000,
  connections: 20_000,
  headroom: 0.6,
  jobSeconds: 0.5,
  jobBytes: 700,
  oneByte: 1,
  oneSecond: 1,
  secondsPerMonth: 2_628_000,
};
/** What formulas of cached records read besides. */
const ENTITY = { entityReads: 500, entityHotBytes: 1e7, entityRowBytes: 850, entityPageBytes: 4_200 };

interface Kept {
  readonly owner: string;
  readonly design: KeyDesign;
  readonly read: (name: string) => number;
}

const valuesOf = (
  parameters: Readonly<Record<string, { readonly likely: number }>>,
  lines: readonly { readonly id: string; readonly formula: string }[],
): ((name: string) => number) => {
  const known = new Map<string, number>([
    ...Object.entries(DEMAND),
    ...Object.entries(ENTITY),
    ...Object.entries(parameters).map(([name, { likely }]) => [name, likely] as const),
  ]);
  const read = (name: string): number => known.get(name) ?? 1;
  for (const { id, formula: text } of lines) known.set(id, formula(text).evaluate(read));
  return read;
};

/** Every kind of key that the catalogue knows, whoever keeps it. */
const kept: readonly Kept[] = [
  ...catalogue.mechanisms.flatMap(({ id, inMemory, parameters, computed }) =>
    (inMemory && 'elsewhere' in inMemory ? [] : (inMemory ?? [])).map((design) => ({
      owner: id,
      design,
      read: valuesOf(parameters, computed),
    })),
  ),
  ...catalogue.options.flatMap(({ id, keyStore, parameters, figures }) =>
    [...(keyStore?.keys ?? []), ...(keyStore?.recordKeys ?? []), ...(keyStore?.pageKeys ?? [])].map((design) => ({
      owner: id,
      design,
      read: valuesOf(parameters, figures),
    })),
  ),
];

/** A design whose only store keeps this kind of key. */
function designOf({ owner, design, read }: Kept): Design {
  const sample = sampleDesign();
  const figures: Figure[] = [];
  const made = (id: string, value: number, unit: string): string => {
    figures.push({ id, label: id, unit, origin: 'rule', reason: 'a sample', inputs: {}, ...exactly(value) });
    return id;
  };
  const of = (name: string, text: string, unit: string): string => made(name, formula(text).evaluate(read), unit);
  const here = (text: string): string =>
    text.replaceAll('<key>', design.pattern).replaceAll('<entity>', 'orders').replaceAll('<tenant>:', '');
  const value = (text: string): number => formula(text).evaluate(read);
  const memory = value(design.keys) * (design.items === undefined ? 1 : value(design.items)) * value(design.itemBytes);
  const family: KeyFamily = {
    id: design.id,
    needs: owner,
    pattern: here(design.pattern),
    type: design.type,
    holds: design.holds,
    slot: design.slot,
    sample: { ...design.sample },
    write: design.write.map(here),
    read: design.read.map(here),
    together: (design.together ?? []).map(here),
    expires: 'never' in design.expires ? design.expires : { after: of('life', design.expires.after, 's'), because: 'a sample' },
    keys: of('keys', design.keys, 'count'),
    ...(design.items !== undefined && { items: of('items', design.items, 'count') }),
    itemBytes: of('item', design.itemBytes, 'B'),
    ...(design.payload !== undefined && { payload: of('payload', design.payload, 'B') }),
    memory: made('memory', memory, 'B'),
    hottest: {
      share: of('share', design.hottest.share, 'ratio'),
      rate: made('rate', 1, '1/s'),
      use: made('use', 0.1, 'ratio'),
      copies: made('copies', 1, 'count'),
      cure: design.hottest.cure,
    },
    evictable: design.evictable,
    onLoss: design.onLoss,
  };
  const keyspace = {
    component: 'cache',
    policy: 'noeviction' as const,
    because: 'a sample',
    families: [family],
    memory: 'memory',
    perKey: made('per-key', 10, '1/s'),
    notCached: [],
    elsewhere: [],
  };
  return {
    ...sample,
    figures: [...sample.figures, ...figures],
    architecture: { ...sample.architecture, keyspaces: [keyspace] },
  };
}

/** Options of one kind share their keys: each is looked at once. */
const once = [...new Map(kept.map((one) => [`${one.design.id} ${one.design.pattern}`, one])).values()];

test('the catalogue keeps something in memory', () => expect(once.length).toBeGreaterThan(15));

test.each(once.map((one) => [`${one.owner}: ${one.design.pattern}`, one] as const))(
  '%s is what it says in a real engine',
  async (_, one) => {
    const design = designOf(one);
    const proofs = await proveKeyspace(keyspaceArtefacts(design), design, {});
    expect(proofs.length).toBeGreaterThan(2);
    expect(proofs.filter(({ outcome }) => outcome === 'rejected').map(({ log }) => log)).toEqual([]);
  },
);
