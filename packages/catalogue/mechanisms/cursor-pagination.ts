import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'cursor-pagination',
  name: 'Cursor pagination (keyset)',
  problem: 'Page n by offset reads and throws away all pages before it: page {{deepPage}} of a list costs {{rowsRead}} rows instead of {{pageRows}}, and rows inserted meanwhile repeat or vanish between pages.',
  when: { formula: 'recordReadPeak + appendLookupPeak', reason: 'lists are read page by page' },
  structure: 'Order by (created_at desc, id desc), with exactly that index per filter that is offered; cursor = base64url of (version, order, filter hash, last created_at, last id) with a short HMAC, opaque to clients.',
  steps: [
    'First page: filter, order, limit page + one; the extra row says whether there is more.',
    'The cursor is built from the last row shown.',
    'Next page: (created_at, id) < (cursor) as a row comparison, which the index serves as one range.',
    'A cursor with another filter or order, or a wrong HMAC, is `400` with a reason.',
    'Page size has a default and a maximum of {{pageMaximum}}.',
    'Totals are not computed per page; where people need one, an estimate or a counter.',
  ],
  parameters: {
    pageSize: assumption('rows a page', 50, 'count', 'a screen or two'),
    maximumPage: assumption('largest page', 200, 'count', 'bounds memory and time of one request'),
    deep: assumption('page a crawler or export reaches', interval(20, 200, 5000), 'count', 'people rarely pass the third; programs read to the end'),
    deepShare: assumption('share of list reads by programs', 0.05, 'ratio', 'integrations and exports'),
  },
  computed: [
    { id: 'pageRows', label: 'rows a page', unit: 'count', formula: 'pageSize', meaning: 'default' },
    { id: 'pageMaximum', label: 'largest page', unit: 'count', formula: 'maximumPage', meaning: 'limit' },
    { id: 'deepPage', label: 'deep page', unit: 'count', formula: 'deep', meaning: 'reached by programs' },
    { id: 'rowsRead', label: 'rows read by offset', unit: 'count', formula: 'deep * pageSize', meaning: 'for one page' },
    { id: 'wholeScan', label: 'rows read to export everything by offset', unit: 'count', formula: 'pageSize * deep * (deep + 1) / 2', meaning: 'quadratic' },
    { id: 'wastedRate', label: 'rows read for nothing at peak', unit: '1/s', formula: '(recordReadPeak + appendLookupPeak) * deepShare * (deep - 1) * pageSize / 2', meaning: 'average depth is half' },
    { id: 'deepReads', label: 'pages read by programs at peak', unit: '1/s', formula: '(recordReadPeak + appendLookupPeak) * deepShare', meaning: 'the ones that go deep' },
  ],
  tradeOff: 'Each page costs {{pageRows}} rows however deep, and nothing repeats; there is no jumping to page n and no cheap total.',
  rejected: { alternative: 'offset and limit', because: 'simple for small lists; here programs alone, with {{deepReads}}, would make the store read {{wastedRate}} rows for nothing' },
  edgeCase: { case: 'rows with equal created_at straddle a page border and are skipped, or the order column is changed by an update and a row moves across the cursor', cure: 'the id is part of order and cursor; never page by a column that changes, or page over a snapshot table for exports' },
  snippet: { language: 'sql', code: `CREATE INDEX item_by_owner ON item (owner_id, created_at DESC, id DESC);
SELECT id, created_at, title FROM item
 WHERE owner_id = $1 AND (created_at, id) < ($2, $3)
 ORDER BY created_at DESC, id DESC
 LIMIT 51;` },
  sources: [{ title: 'M. Winand, Use The Index, Luke: paging through results', url: 'https://use-the-index-luke.com/no-offset', asOf: 'undated', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, Row and Array Comparisons', url: 'https://www.postgresql.org/docs/18/functions-comparisons.html', asOf: '2025-09-25', confidence: 'B' }],
});
