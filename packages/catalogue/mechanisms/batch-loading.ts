import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'batch-loading',
  name: 'Batch loading against N+1 queries',
  problem: 'A list of {{pageRows}} items whose details are fetched one by one is {{naiveQueries}} queries: at a round trip of {{roundTrip}} that alone is {{naiveTime}}, before any work.',
  when: { formula: 'recordReadPeak', reason: 'lists show items with their relations' },
  structure: 'Per request: a map from relation to a loader (pending keys, promises by key, one row policy: `tenant_id`), which collects keys in one turn of the event loop and fetches them with one query (`id = any($1)`); joins where the relation is always needed; a batch operation in the API for clients that would otherwise loop.',
  steps: [
    'The list query returns the items with the foreign keys of their relations (author_id, status_id, picture_id).',
    'Resolvers ask the loader for a key and get a promise.',
    'At the end of the turn the loader sends one query for all distinct keys, at most {{batchMaximum}} at once.',
    'It returns values in the order of the keys, with a miss for those not found, and remembers them for this request only.',
    'With {{listPeak}} lists at peak the store sees {{queriesSaved}} fewer queries; a test counts queries per operation on seeded data and fails when the count grows with the page size.',
  ],
  parameters: {
    pageSize: assumption('items of a page', 50, 'count', 'a screen or two'),
    relations: assumption('relations shown per item', interval(1, 3, 6), 'count', 'author, status, picture'),
    roundTripSeconds: assumption('round trip to the store', interval(0.0003, 0.0006, 0.002), 's', 'same region, other zone'),
    maximumKeys: assumption('keys in one query', 1000, 'count', 'planning stays fast'),
    listShare: assumption('share of record reads that are lists', interval(0.05, 0.2, 0.5), 'ratio', 'by rows most reads come from lists'),
  },
  computed: [
    { id: 'pageRows', label: 'items a page', unit: 'count', formula: 'pageSize', meaning: 'default' },
    { id: 'naiveQueries', label: 'queries one by one', unit: 'count', formula: '1 + pageSize * relations', meaning: 'N+1 per relation' },
    { id: 'roundTrip', label: 'round trip', unit: 's', formula: 'roundTripSeconds', meaning: 'to the store' },
    { id: 'naiveTime', label: 'time in round trips', unit: 's', formula: 'naiveQueries * roundTripSeconds', meaning: 'one after another' },
    { id: 'batchedQueries', label: 'queries in batches', unit: 'count', formula: '1 + relations', meaning: 'one per relation' },
    { id: 'batchedTime', label: 'time in round trips, batched', unit: 's', formula: 'batchedQueries * roundTripSeconds', meaning: 'however long the page' },
    { id: 'batchMaximum', label: 'keys at once', unit: 'count', formula: 'maximumKeys', meaning: 'larger lists are cut' },
    { id: 'queriesSaved', label: 'queries saved at peak', unit: '1/s', formula: 'recordReadPeak * listShare * (naiveQueries - batchedQueries) / naiveQueries', meaning: 'of those that are counted as reads' },
    { id: 'listPeak', label: 'lists at peak, by rows ÷ page', unit: '1/s', formula: 'recordReadPeak * listShare / naiveQueries', meaning: 'each would send its own queries' },
  ],
  tradeOff: '{{batchedQueries}} queries and {{batchedTime}} instead of {{naiveQueries}} and {{naiveTime}}; keys wait for the end of the turn, and one slow relation delays the page.',
  rejected: { alternative: 'one large join for everything', because: 'two to-many relations multiply the {{pageRows}} rows, and each page carries the product over the network' },
  edgeCase: { case: 'a loader that lives longer than its request serves one user’s rows to another, past the row policy', cure: 'loaders are made per request and hold its transaction; the key includes the tenant' },
  snippet: { language: 'sql', code: `SELECT a.id, a.name FROM unnest($1::bigint[]) WITH ORDINALITY AS k(id, position)
  LEFT JOIN author a ON a.id = k.id
 ORDER BY k.position;` },
  sources: [{ title: 'GraphQL DataLoader', url: 'https://github.com/graphql/dataloader', asOf: 'undated', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, Array Functions', url: 'https://www.postgresql.org/docs/18/functions-array.html', asOf: '2025-09-25', confidence: 'B' }],
});
