import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'inverted-index',
  name: 'Inverted index for text search',
  problem: 'A pattern match over {{searchBytes}} of text reads all of it: at {{searchPeak}} queries that is {{scanRate}}. An inverted index reads only the lists of the words asked for.',
  when: { formula: 'searchPeak', reason: 'users search in text' },
  structure: 'word → list of (document, frequency, positions), sorted by document and compressed; segments that never change, merged in the background; document → stored fields. {{shards}} shards of about {{shardTarget}}, each with a copy.',
  steps: [
    'The record is committed; an event (outbox or change stream) carries its id and version.',
    'The indexer reads the present record, analyses the text (language, lower case, stems, synonyms), writes with the version as external version: older ones are refused.',
    'New segments become searchable every {{refresh}}.',
    'A query is analysed alike, reads the lists, intersects, scores by BM25, adds freshness and popularity, cuts at the page.',
    'Authorisation is a filter inside the query, never on the results afterwards.',
    'A new mapping is built as a second index from the store, and an alias is switched.',
  ],
  parameters: {
    indexFactor: assumption('index ÷ text', interval(0.3, 0.6, 1.5), 'ratio', 'positions and stored fields at the high end'),
    shardBytes: assumption('size of a shard', 30e9, 'B', 'moved and recovered within minutes; vendor guidance is tens of gigabytes'),
    scanSpeed: assumption('text one core matches a second', 500e6, 'B/s', 'simple patterns over memory'),
    refreshSeconds: assumption('refresh interval', 1, 's', 'a common default'),
    rebuildRate: assumption('text indexed a second in a rebuild', interval(5e6, 20e6, 60e6), 'B/s', 'a few nodes in bulk'),
  },
  computed: [
    { id: 'scanRate', label: 'text read without an index', unit: 'B/s', formula: 'searchPeak * searchBytes', meaning: 'at peak' },
    { id: 'scanCores', label: 'cores that would take', unit: 'count', formula: 'scanRate / scanSpeed', meaning: 'why an index' },
    { id: 'indexBytes', label: 'index', unit: 'B', formula: 'searchBytes * indexFactor', meaning: 'one copy' },
    { id: 'shardTarget', label: 'shard size', unit: 'B', formula: 'shardBytes', meaning: 'aimed at' },
    { id: 'shards', label: 'shards', unit: 'count', formula: 'max(1, ceil(indexBytes / shardBytes))', meaning: 'one until it must be more: each query visits all' },
    { id: 'shardQueries', label: 'shard queries at peak', unit: '1/s', formula: 'searchPeak * shards', meaning: 'fan-out of a query' },
    { id: 'refresh', label: 'visible after', unit: 's', formula: 'refreshSeconds', meaning: 'besides the event’s delay' },
    { id: 'rebuildTime', label: 'time to rebuild', unit: 's', formula: 'searchBytes / rebuildRate', meaning: 'must fit the recovery objective: the index is not backed up' },
  ],
  tradeOff: 'Ranked answers in milliseconds, for {{indexBytes}} more storage, about {{refresh}} of delay and a second copy of the data that can drift; it can always be rebuilt in {{rebuildTime}}.',
  rejected: { alternative: 'writing to the store and the index from the request', because: 'one of the two fails sooner or later and nothing says which documents differ' },
  edgeCase: { case: 'results are cut per shard before they are merged, so deep pages cost every shard the whole prefix, and counts of rare values are wrong', cure: 'page by search-after on (score, id), refuse deep offsets, and ask the store for exact counts' },
  snippet: { language: 'sql', code: `-- small corpora: the relational store ranks text too
ALTER TABLE article ADD COLUMN search tsvector
  GENERATED ALWAYS AS (setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'B')) STORED;
CREATE INDEX article_search ON article USING gin (search);
SELECT id, title, ts_rank_cd(search, q) AS score
  FROM article, websearch_to_tsquery('english', $1) AS q
 WHERE search @@ q AND tenant_id = $2
 ORDER BY score DESC, id LIMIT 20;` },
  sources: [{ title: 'J. Zobel, A. Moffat, Inverted files for text search engines', url: 'https://doi.org/10.1145/1132956.1132959', asOf: '2006-07', confidence: 'B' }, { title: 'S. Robertson, H. Zaragoza, The probabilistic relevance framework: BM25 and beyond', url: 'https://doi.org/10.1561/1500000019', asOf: '2009-12', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, Full Text Search', url: 'https://www.postgresql.org/docs/18/textsearch.html', asOf: '2025-09-25', confidence: 'B' }],
});
