import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'bid-ordering',
  name: 'Bid ordering and a soft close',
  problem: 'Bids crowd at the end: {{endRush}} on one popular lot in its last second. All of them must be put in one order, each judged against the one before, and nobody may win by a slower clock.',
  when: { needs: ['transactions'], formula: 'recordWritePeak', reason: 'offers compete for one thing until a moment' },
  structure: 'lot(id, state, closes_at, highest_minor, highest_bidder, bid_count, version); bid(id uuid, lot_id, sequence, bidder_id, maximum_minor, received_at, accepted, unique (lot_id, sequence)); all bids of a lot pass one row (or one partition of a stream keyed by lot).',
  steps: [
    'The gateway checks rights and limits and gives the time of receipt; clients’ clocks mean nothing.',
    'Insert and judge in one transaction: lock the lot row, compare with highest + increment, set the next sequence, write the bid, update the lot.',
    'Proxy bidding: the store holds maxima; the visible price is the second highest plus an increment.',
    'A bid within the last {{softClose}} moves closes_at by as much (soft close), so that the last word is not a matter of latency.',
    'Closing is a conditional update by the scheduler: open and closes_at ≤ now(); a bid transaction that comes later sees the state.',
    'The result is an outbox event; watchers get the new price at most {{watcherUpdates}} times a second each.',
    'Lots above {{rowLimit}} at the end are moved to a queue per lot with a batch judge, announced beforehand.',
  ],
  parameters: {
    endShare: assumption('share of a lot’s bids in its last second', interval(0.01, 0.05, 0.2), 'ratio', 'sniping; soft close lowers it'),
    lotShare: assumption('share of all bids on the hottest lot', interval(0.01, 0.1, 0.5), 'ratio', 'one lot is the attraction'),
    bidsPerMinute: assumption('seconds of peak rate collected in a lot’s final rush', 60, 'count', 'the last minute'),
    rowSeconds: assumption('time one bid holds its lot', interval(0.002, 0.004, 0.01), 's', 'judge, write, commit with a synchronous standby'),
    closeSeconds: assumption('soft close', 30, 's', 'a person can answer'),
    watchers: assumption('watchers of the hottest lot ÷ connections', interval(0.05, 0.3, 0.8), 'ratio', 'everyone looks at the end'),
    updatesPerWatcher: assumption('price updates a watcher gets a second', 4, 'count', 'more is not read'),
  },
  computed: [
    { id: 'endRush', label: 'bids on the hottest lot in its last second', unit: 'count', formula: 'recordWritePeak * oneSecond * bidsPerMinute * lotShare * endShare', meaning: 'of its last minute at peak rate' },
    { id: 'rowLimit', label: 'bids one lot can judge', unit: '1/s', formula: 'headroom / rowSeconds', meaning: 'one after another' },
    { id: 'rushTime', label: 'time to judge the rush', unit: 's', formula: 'endRush * rowSeconds', meaning: 'must be well under the soft close' },
    { id: 'softClose', label: 'soft close', unit: 's', formula: 'closeSeconds', meaning: 'extension by a late bid' },
    { id: 'watcherUpdates', label: 'updates a watcher', unit: 'count', formula: 'updatesPerWatcher', meaning: 'a second; prices between are merged' },
    { id: 'fanOut', label: 'updates sent for the hottest lot', unit: '1/s', formula: 'connections * watchers * updatesPerWatcher / oneSecond', meaning: 'at most' },
  ],
  tradeOff: 'One order everyone can check, at {{rowLimit}} a lot; latency still decides within the last moment, which the soft close makes unimportant at the price of an end that is not fixed.',
  rejected: { alternative: 'collecting bids from several nodes and ordering them by time stamp', because: 'clocks differ by more than the gap between two bids, and a bid could win after the result was shown' },
  edgeCase: { case: 'two equal maxima: both bidders believe they lead', cure: 'the lower sequence leads, and the second is told at once that an equal bid was earlier; the rule is in the terms and in the constraint (strictly greater)' },
  snippet: { language: 'sql', code: `WITH lot_row AS (
  SELECT id, highest_minor, increment_minor, bid_count FROM lot
   WHERE id = $1 AND state = 'open' AND closes_at > now() FOR UPDATE
), accepted AS (
  UPDATE lot SET highest_minor = $2, highest_bidder = $3, bid_count = lot.bid_count + 1,
                 closes_at = greatest(lot.closes_at, now() + interval '30 seconds')
    FROM lot_row WHERE lot.id = lot_row.id AND $2 >= lot_row.highest_minor + lot_row.increment_minor
  RETURNING lot.id, lot.bid_count
)
INSERT INTO bid (id, lot_id, sequence, bidder_id, maximum_minor)
SELECT $4, id, bid_count, $3, $2 FROM accepted
RETURNING sequence;   -- no row: too low, or closed` },
  sources: [{ title: 'eBay, automatic bidding', url: 'https://www.ebay.com/help/buying/bidding/automatic-bidding?id=4014', asOf: 'undated', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, Explicit Locking', url: 'https://www.postgresql.org/docs/18/explicit-locking.html', asOf: '2025-09-25', confidence: 'B' }, { title: 'H. Kung, J. Robinson, On optimistic methods for concurrency control', url: 'https://doi.org/10.1145/319566.319567', asOf: '1981-06', confidence: 'B' }],
});
