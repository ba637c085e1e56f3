import { assumption, type FigureBook, interval, type Unit } from '@archwright/kernel';
import type { KeyFamily, Keyspace } from '@archwright/model';

type Amounts = Readonly<
  Record<'keys' | 'itemBytes' | 'rate' | 'share', number> & Partial<Record<'items' | 'payload' | 'life', number>>
>;
const AMOUNTS: Readonly<Record<string, Amounts>> = {
  listing: { keys: 50_000, itemBytes: 1_000, payload: 800, rate: 4_000, share: 0.05, life: 60 },
  window: { keys: 20_000, itemBytes: 160, rate: 2_000, share: 0.02, life: 120 },
  sellers: { keys: 1, items: 5_000, itemBytes: 140, rate: 90_000, share: 1 },
  lease: { keys: 40, itemBytes: 220, rate: 200, share: 0.05, life: 0.5 },
};

/** The figures of the sample's keyspace. */
export function sampleKeyspaceFigures(book: FigureBook): void {
  const assumed = (id: string, value: number, unit: Unit) =>
    book.fact(`keys.${id}`, assumption(id, interval(value, value, value), unit, 'a sample’s number'));
  const perKey = assumed('per-key', 50_000, '1/s');
  const bytes = assumed('bytes', 400e6, 'B');
  const memories = Object.entries(AMOUNTS).map(([id, { keys, items = 1, itemBytes, payload, rate, share, life }]) => {
    if (payload !== undefined) assumed(`${id}.payload`, payload, 'B');
    if (life !== undefined) assumed(`${id}.life`, life, 's');
    const hot = book.compute(`keys.${id}.hot`, `${id}: hottest`, '1/s', 'rate * share', {
      rate: assumed(`${id}.rate`, rate, '1/s'),
      share: assumed(`${id}.share`, share, 'ratio'),
    });
    const use = book.compute(`keys.${id}.use`, `${id}: of one key`, 'ratio', 'hot / perKey', { hot, perKey });
    book.compute(`keys.${id}.copies`, `${id}: copies`, 'count', 'max(1, ceil(use))', { use });
    return book.compute(`keys.${id}.memory`, `${id}: memory`, 'B', 'keys * items * itemBytes', {
      keys: assumed(`${id}.keys`, keys, 'count'),
      items: assumed(`${id}.items`, items, 'count'),
      itemBytes: assumed(`${id}.item-bytes`, itemBytes, 'B'),
    });
  });
  const [a, b, c, d] = memories as [(typeof memories)[0], (typeof memories)[0], (typeof memories)[0], (typeof memories)[0]];
  const memory = book.compute('keys.memory', 'memory of all keys', 'B', 'a + b + c + d', { a, b, c, d });
  book.compute('keys.use', 'share of it', 'ratio', 'memory / bytes', { memory, bytes });
}

const ID = '018f3c1e-7b2a-7c4d-9e5f-2a1b3c4d5e6f';
type Told = Omit<KeyFamily, 'id' | 'keys' | 'items' | 'itemBytes' | 'payload' | 'memory' | 'hottest' | 'together'> &
  Partial<Pick<KeyFamily, 'together'>> & { readonly cure: string };

function family(id: string, { cure, together = [], ...told }: Told): KeyFamily {
  const { items, payload } = AMOUNTS[id]!;
  const of = (name: string): string => `keys.${id}.${name}`;
  return {
    id,
    together,
    ...told,
    keys: of('keys'),
    ...(items !== undefined && { items: of('items') }),
    ...(payload !== undefined && { payload: of('payload') }),
    itemBytes: of('item-bytes'),
    memory: of('memory'),
    hottest: { share: of('share'), rate: of('hot'), use: of('use'), copies: of('copies'), cure },
  };
}

/** Cached listings, a rate limit, a board of sellers and a lease, in the sample's cache. */
export const sampleKeyspace = (): Keyspace => ({
  component: 'cache',
  policy: 'volatile-lfu',
  because: 'the board must stay and has no expiry',
  memory: 'keys.memory',
  bytes: 'keys.bytes',
  use: 'keys.use',
  perKey: 'keys.per-key',
  notCached: ['Payment: it holds card data'],
  elsewhere: ['Idempotency keys are rows beside the record.'],
  families: [
    family('listing', {
      needs: 'reads of Listing',
      pattern: 'cache:v1:<museum>:listings:{<id>}',
      type: 'string',
      holds: 'one listing as JSON',
      slot: 'the id alone',
      sample: { museum: 'm-17', id: ID },
      write: ['SET cache:v1:<museum>:listings:{<id>} <filler> PX <milliseconds>'],
      read: ['GET cache:v1:<museum>:listings:{<id>}'],
      expires: { after: 'keys.listing.life', because: 'the age an answer may reach' },
      evictable: true,
      onLoss: 'it is read from the store again',
      cure: 'a copy in each process',
    }),
    family('window', {
      needs: 'rate limit',
      pattern: 'limit:{<caller>}:<window>',
      type: 'string',
      holds: 'calls of one caller',
      slot: 'the caller: two windows are read together',
      sample: { caller: ID, window: '29934720', previous: '29934719' },
      write: ['INCR limit:{<caller>}:<window>', 'PEXPIRE limit:{<caller>}:<window> <milliseconds>'],
      read: ['MGET limit:{<caller>}:<window> limit:{<caller>}:<previous>'],
      together: ['limit:{<caller>}:<previous>'],
      expires: { after: 'keys.window.life', because: 'two windows' },
      evictable: true,
      onLoss: 'the count begins again',
      cure: 'a local refusal',
    }),
    family('sellers', {
      needs: 'board of sellers',
      pattern: 'board:{<board>}:<period>',
      type: 'zset',
      holds: 'sellers by tickets sold',
      slot: 'the board',
      sample: { board: 'sellers', period: 'live', seller: '018f3c1e-7b2a-7c4d-9e5f' },
      write: ['ZADD board:{<board>}:<period> GT CH 105<n> <seller>-<n>'],
      read: ['ZRANGE board:{<board>}:<period> 0 9 REV WITHSCORES'],
      together: ['board:{<board>}:final'],
      expires: { never: 'renamed when its period ends' },
      evictable: false,
      onLoss: 'it is counted again from the purchases',
      cure: 'split by score',
    }),
    family('lease', {
      needs: 'one flight',
      pattern: 'lease:cache:{<id>}',
      type: 'string',
      holds: 'who fetches the value',
      slot: 'that of the value',
      sample: { id: ID, museum: 'm-17', token: 'f3a9c2d4e5b60718' },
      write: ['SET lease:cache:{<id>} <token> NX PX <milliseconds>'],
      read: ['GET lease:cache:{<id>}'],
      together: ['cache:v1:<museum>:listings:{<id>}'],
      expires: { after: 'keys.lease.life', because: 'a dead holder blocks no longer' },
      evictable: true,
      onLoss: 'one read more',
      cure: 'none',
    }),
  ],
});
