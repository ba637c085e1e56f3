import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'price-snapshot',
  name: 'Price snapshot on the order',
  problem: 'Prices change while up to {{openBaskets}} baskets and orders are open. If an order line points at the product’s present price, yesterday’s invoice changes with today’s price list.',
  when: { needs: ['transactions'], formula: 'recordWritePeak', reason: 'an agreed amount must not change afterwards' },
  structure: 'price(product_id, currency, valid during tstzrange, unit_minor bigint, tax_class) with an exclusion constraint: no two at once; quote(id, basket_hash, lines jsonb, total_minor, expires_at, signature); order_line(order_id, position, product_id, product_name, quantity, unit_minor, discount_minor, tax_rate, price_id): copies, not references.',
  steps: [
    'The basket shows present prices and is never trusted afterwards.',
    'Checkout makes a quote: reads price rows valid now, computes in minor units, rounds per line by the rule of the currency, stores it for {{quoteLife}}.',
    'The order accepts quote id and total; expired or changed: `409` with the new quote, the customer decides.',
    'Order, lines (copied) and stock reservation commit together.',
    'The payment is for the order’s stored total, under the order’s idempotency key.',
    'Refunds and invoices read the lines, never the catalogue.',
    'A price change is a new row from a time on; the past is not edited.',
  ],
  parameters: {
    basketSeconds: assumption('time from basket to order', interval(300, 1800, 86_400), 's', 'minutes to a day'),
    quoteSeconds: assumption('life of a quote', 900, 's', 'time to pay; the shop carries the risk of a change'),
    lines: assumption('lines of an order', interval(1, 3, 10), 'count', 'typical baskets'),
    lineBytes: assumption('bytes a copied line adds', 120, 'B', 'name, amounts, tax, price id'),
    priceChanges: assumption('price changes a product and year', interval(4, 50, 2000), 'count', 'seasonal lists to automatic pricing'),
  },
  computed: [
    { id: 'openBaskets', label: 'baskets open at peak', unit: 'count', formula: 'recordWritePeak * basketSeconds', meaning: 'Little’s law; upper bound: every write a basket' },
    { id: 'quoteLife', label: 'life of a quote', unit: 's', formula: 'quoteSeconds', meaning: 'then a new one' },
    { id: 'staleQuotes', label: 'chance that a price changes within a quote', unit: 'ratio', formula: 'min(1, lines * priceChanges * quoteSeconds / (31536000 * oneSecond))', meaning: 'what is conceded to the customer' },
    { id: 'staleBaskets', label: 'chance that it changes within a basket', unit: 'ratio', formula: 'min(1, lines * priceChanges * basketSeconds / (31536000 * oneSecond))', meaning: 'customers asked to confirm' },
    { id: 'copiedBytes', label: 'copied bytes a year', unit: 'B', formula: 'recordWriteMean * 31536000 * oneSecond * lines * lineBytes', meaning: 'upper bound: every write an order' },
  ],
  tradeOff: 'An order says for ever what was agreed, for at most {{copiedBytes}} of copies a year; in {{staleQuotes}} of quotes the shop sells at a price it has just changed.',
  rejected: { alternative: 'a reference to the price version alone', because: 'it is smaller, but name, tax class and discount rules change too, and every invoice then needs the catalogue’s whole history to be read correctly' },
  edgeCase: { case: 'line amounts are rounded each, the total is rounded once, and they differ by a cent from what the payment provider or the tax report computes', cure: 'one rule, stored with the order: round per line, total = sum of lines; discounts are spread over lines by largest remainder' },
  snippet: { language: 'sql', code: `CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE price (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  product_id bigint    NOT NULL,
  currency   char(3)   NOT NULL,
  valid      tstzrange NOT NULL DEFAULT tstzrange(now(), NULL),
  unit_minor bigint    NOT NULL CHECK (unit_minor >= 0),
  EXCLUDE USING gist (product_id WITH =, currency WITH =, valid WITH &&)
);
INSERT INTO order_line (order_id, position, product_id, product_name, quantity, unit_minor, tax_rate, price_id)
SELECT $1, $2, p.id, p.name, $3, v.unit_minor, p.tax_rate, v.id
  FROM product p JOIN price v ON v.product_id = p.id AND v.currency = $4 AND v.valid @> now()
 WHERE p.id = $5;` },
  sources: [{ title: 'R. Snodgrass, Developing Time-Oriented Database Applications in SQL', url: 'https://www2.cs.arizona.edu/~rts/tdbbook.pdf', asOf: '1999-07', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, Range Types, exclusion constraints', url: 'https://www.postgresql.org/docs/18/rangetypes.html', asOf: '2025-09-25', confidence: 'B' }],
});
