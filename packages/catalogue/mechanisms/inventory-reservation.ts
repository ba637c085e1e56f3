import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'inventory-reservation',
  name: 'Inventory reservation',
  problem: 'A flash sale sends {{hotRate}} orders at one item, whose stock row takes {{rowLimit}}. Checking first and writing later sells what is not there; one row for all stops everyone.',
  when: { needs: ['transactions'], formula: 'recordWritePeak', reason: 'stock is promised to buyers' },
  structure: 'stock(sku, location, bucket, available, check that it is never negative, primary key (sku, location, bucket)); reservation(id, order_id, sku, location, bucket, quantity, state held|committed|released, expires_at, unique (order_id, sku)); stock_movement append-only as the truth behind available.',
  steps: [
    'Reserve: conditional update on one bucket (`available >= quantity`), insert the reservation, in one transaction; unique (order, item) makes a repeat harmless.',
    'Hot items are spread over {{buckets}} buckets; start at a random one, try the next when empty, at most {{tries}}.',
    'Held for {{holdTime}}: payment commits it by conditional update; expiry releases it and puts the units back.',
    'Several items: reserve in order of sku, all or none.',
    'Sold out is cached for a moment at the edge: most of the rush need not reach the store.',
    'Arrivals and corrections are movements; a nightly count compares the sum of movements with available + held.',
  ],
  parameters: {
    hotShare: assumption('share of orders at the hottest item in a sale', interval(0.05, 0.3, 0.9), 'ratio', 'a sale is about one thing'),
    rowSeconds: assumption('time one reservation holds its row', interval(0.002, 0.004, 0.01), 's', 'update, insert, commit with a synchronous standby'),
    holdSeconds: assumption('hold', 900, 's', 'time to pay'),
    abandonShare: assumption('reservations never paid', interval(0.1, 0.3, 0.7), 'ratio', 'people leave at payment'),
    maximumTries: assumption('buckets tried', 4, 'count', 'then the sum is read and one large bucket is tried'),
  },
  computed: [
    { id: 'hotRate', label: 'orders for the hottest item', unit: '1/s', formula: 'recordWritePeak * hotShare', meaning: 'if every record write were an order: an upper bound' },
    { id: 'rowLimit', label: 'reservations one row takes', unit: '1/s', formula: '1 / rowSeconds', meaning: 'one after another' },
    { id: 'buckets', label: 'buckets of a hot item', unit: 'count', formula: 'max(1, ceil(hotRate / (rowLimit * headroom)))', meaning: 'one where a row is enough' },
    { id: 'tries', label: 'buckets tried', unit: 'count', formula: 'min(maximumTries, buckets)', meaning: 'before it counts as sold out' },
    { id: 'holdTime', label: 'hold', unit: 's', formula: 'holdSeconds', meaning: 'then released' },
    { id: 'heldUnits', label: 'units held that will not be paid', unit: 'count', formula: 'hotRate * abandonShare * holdSeconds', meaning: 'at most: bounded by the stock itself' },
  ],
  inMemory: { elsewhere: 'Stock and reservations are rows: a failover here could forget a decrement and sell it again.' },
  tradeOff: 'Never oversold, at {{hotRate}} for one item with {{buckets}} bucket(s); where there are several, the last units are scattered, so that a buyer may be refused while a few remain, and up to {{heldUnits}} are held in vain.',
  rejected: { alternative: 'decrementing a counter in the cache and writing to the store later', because: 'a failover forgets decrements and sells them again; it is useful as a gate in front that lets a little more than the stock through' },
  edgeCase: { case: 'payment commits in the moment the sweeper releases the reservation: units are back on sale and paid', cure: 'both are conditional updates from held, and only one changes a row; payment that finds its reservation released reserves again or refunds' },
  snippet: { language: 'sql', code: `WITH taken AS (
  UPDATE stock SET available = available - $3
   WHERE sku = $1 AND location = $2 AND bucket = $4 AND available >= $3
  RETURNING sku, location, bucket
)
INSERT INTO reservation (id, order_id, sku, location, bucket, quantity, state, expires_at)
SELECT gen_random_uuid(), $5, sku, location, bucket, $3, 'held', now() + interval '15 minutes' FROM taken
RETURNING id;   -- no row: this bucket is empty` },
  sources: [{ title: 'H. Kung, J. Robinson, On optimistic methods for concurrency control', url: 'https://doi.org/10.1145/319566.319567', asOf: '1981-06', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, Explicit Locking', url: 'https://www.postgresql.org/docs/18/explicit-locking.html', asOf: '2025-09-25', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, Constraints', url: 'https://www.postgresql.org/docs/18/ddl-constraints.html', asOf: '2025-09-25', confidence: 'B' }],
});
