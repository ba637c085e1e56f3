import { assumption, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const autocompleteNotes: Source = { title: 'System Design Interview notes, chapter 14: autocomplete', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter14/README.md', asOf: '2025-03-01', confidence: 'C', note: '10 searches a user and day, 20 keystrokes each, answers within 100 ms' };

export default defineArchetype({
  id: 'search-typeahead', name: 'Search and typeahead', context: 'Search',
  summary: 'suggests while someone types and ranks documents for what they typed, over an index that is derived from a system of record and can be rebuilt at any time',
  triggers: {
    strong: ['search engine', 'autocomplete', 'typeahead', 'full-text search', 'faceted search', 'search suggestions', 'search service', 'document search', 'site search', 'google search'],
    weak: ['ranking', 'relevance', 'index', 'synonym', 'facet', 'query', 'search'],
    exclude: ['rag chatbot', 'log search'],
    signs: [
      ['type|letter|enter|key in', 'letter|few|name|prefix|suggest|typing error|misspelt|misspelled|typo|mistype|spelling', 'best|first|match|result|ranked|relevant|million|suggestion'],
      ['search|look for|filter|look up|find', 'by|of|million|thousand', 'make|price|age|size|brand|colour|model|author|skill'],
    ],
    facets: [
      { must: 2, need: 5, groups: ['type|put in|enter|key in|keystroke|start of|write|tap in', 'letter|character|prefix|two or three|half a word|start of|first|beginning', 'see|show|top|suggest|right one|propose|likely|appear|find|match|want|get|likeliest', 'wrong|accent|misspelt|typo|mistake|before|after each|immediately|instantly|while|at once|spelling|still writing|still typing|as they', 'name|station|word|plant|title|street|product|drug|place|book|song|town|species|article|goods|line|entry'] },
      { must: 4, need: 4, groups: ['type|letter|enter|key in|keystroke|write|spell', 'letter|prefix|keystroke|half a word|part of|beginning|first few', 'suggest|suggestion|show|likely|likeliest|match|propose|offer|best|name|result|find', 'misspelt|misspelled|misspell|typo|after each|while|before|instantly|mistake|each letter|as they type|millisecond|finger|wrong letter|spelling|every key'] },
    ],
  },
  entities: [
    {
      name: 'Document', purpose: 'the searchable copy of a record elsewhere, with the version it was made from', store: 'record', alsoCalled: ['recipe', 'dish', 'product', 'car', 'used car', 'medicine', 'book', 'listing', 'title', 'place'], rowBytes: 4_000, createdBy: 'index-document', rowsPerOperation: 0.1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'collection', type: 'text' }, { name: 'title', type: 'text' },
        { name: 'body', type: 'text' }, { name: 'facets', type: 'jsonb' }, { name: 'popularity', type: 'double precision' },
        { name: 'language', type: 'text' }, { name: 'audience', type: 'text[]' }, { name: 'sourceVersion', type: 'bigint' },
        { name: 'deletedAt', type: 'timestamptz', nullable: true }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Suggestion', purpose: 'the best completions of one prefix, computed ahead of time', store: 'record', alsoCalled: ['name'], rowBytes: 600,
      fields: [
        { name: 'collection', type: 'text', key: true }, { name: 'prefix', type: 'text', key: true }, { name: 'completions', type: 'jsonb' },
        { name: 'builtAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'QueryEvent', purpose: 'a query, how many results it had, and what was chosen; the raw material of popularity and relevance tests', store: 'append', alsoCalled: ['letter', 'query', 'keystroke'], rowBytes: 220, createdBy: 'search-documents', rowsPerOperation: 1, retentionDays: 90,
      fields: [
        { name: 'occurredAt', type: 'timestamptz', key: true }, { name: 'id', type: 'uuid', key: true }, { name: 'collection', type: 'text' },
        { name: 'query', type: 'text', classification: 'pii' }, { name: 'resultCount', type: 'int' },
        { name: 'chosenDocumentId', type: 'uuid', nullable: true }, { name: 'position', type: 'smallint', nullable: true },
        { name: 'visitorHash', type: 'text', nullable: true, classification: 'pii' }, { name: 'durationMs', type: 'int' },
      ],
    },
    {
      name: 'IndexBuild', purpose: 'a full rebuild beside the live index, until the alias is moved', store: 'record', rowBytes: 250,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'collection', type: 'text' },
        { name: 'state', type: 'text', values: ['building', 'verifying', 'live', 'retired', 'failed'] }, { name: 'documentCount', type: 'bigint' },
        { name: 'startedAt', type: 'timestamptz' }, { name: 'liveAt', type: 'timestamptz', nullable: true },
      ],
    },
  ],
  operations: [
    {
      id: 'suggest', summary: 'Complete a prefix while someone types', actor: 'visitor', method: 'GET', path: '/suggestions', kind: 'read', share: 0.7,
      requestBytes: 80, responseBytes: 1_200, latencyP99Ms: 120, entity: 'Suggestion',
      synonyms: ['suggest query', 'autocomplete', 'complete query', 'show suggestion', 'suggest term', 'suggest product'],
    },
    {
      id: 'search-documents', summary: 'Rank documents for a query, with facets and a page', actor: 'visitor', method: 'GET', path: '/search', kind: 'read', share: 0.25,
      requestBytes: 200, responseBytes: 15_000, latencyP99Ms: 500, entity: 'Document', list: true,
      synonyms: ['search document', 'search', 'find document', 'query index', 'search catalogue', 'search article', 'search record', 'filter result', 'search query'],
    },
    {
      id: 'record-choice', summary: 'Note which result was chosen', actor: 'visitor', method: 'POST', path: '/query-events', kind: 'write', share: 0.035,
      requestBytes: 300, responseBytes: 20, latencyP99Ms: 500, entity: 'QueryEvent', asynchronous: true,
      synonyms: ['click result', 'record click', 'track search'],
      body: [{ name: 'queryId', type: 'uuid' }, { name: 'documentId', type: 'uuid' }, { name: 'position', type: 'smallint' }],
      example: { queryId: '0197a630-1c00-7a00-8a00-00000000aa01', documentId: '0197a630-1c00-7a00-8a00-00000000bb02', position: 3 },
    },
    {
      id: 'index-document', summary: 'Add or replace documents, by version', actor: 'service', method: 'PUT', path: '/documents', kind: 'write', share: 0.01,
      requestBytes: 40_000, responseBytes: 500, latencyP99Ms: 3_000, entity: 'Document', asynchronous: true, idempotent: true,
      synonyms: ['index document', 'add document', 'update document', 'crawl page', 'import document', 'publish document'],
      body: [{ name: 'documents', type: 'jsonb' }],
      example: { documents: [{ id: '0197a630-1c00-7a00-8a00-00000000bb02', collection: 'help', title: 'Change your address', body: 'Open the profile page…', sourceVersion: 17 }] },
    },
    {
      id: 'delete-document', summary: 'Remove a document from all answers', actor: 'service', method: 'DELETE', path: '/documents/{documentId}', kind: 'write', share: 0.005,
      requestBytes: 100, responseBytes: 50, latencyP99Ms: 1_000, entity: 'Document', asynchronous: true, idempotent: true,
      synonyms: ['delete document', 'remove document', 'unpublish document'], body: [],
    },
  ],
  mainOperation: 'search-documents',
  flows: [
    {
      id: 'suggest', title: 'Suggest while typing', operation: 'suggest', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'GET the prefix after a short pause in typing, cancelling the request before' },
        { from: 'api', to: 'cache', action: 'read the completions of the normalised prefix' },
        { from: 'api', to: 'search-store', action: 'on a miss, read the prefix table' },
        { from: 'api', to: 'client', action: 'answer ten completions with a cache lifetime of an hour' },
      ],
    },
    {
      id: 'search', title: 'Search', operation: 'search-documents', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'GET query, filters and cursor' },
        { from: 'api', to: 'search-store', action: 'retrieve candidates the reader may see, rank, count facets, within a time limit' },
        { from: 'api', to: 'event-stream', action: 'note the query without waiting' },
        { from: 'api', to: 'client', action: 'answer a page with a query id for later choices' },
      ],
    },
    {
      id: 'index-change', title: 'Follow changes of the source', operation: 'index-document', mode: 'async',
      steps: [
        { from: 'api', to: 'queue', action: 'accept changes from the source’s outbox or change stream' },
        { from: 'queue', to: 'worker', action: 'lease a batch of changed ids' },
        { from: 'worker', to: 'primary-store', action: 'load the current record and make the document from it' },
        { from: 'worker', to: 'search-store', action: 'bulk-index with the source version, which refuses older ones' },
      ],
    },
    {
      id: 'rebuild-index', title: 'Rebuild beside the live index', mode: 'batch',
      steps: [
        { from: 'worker', to: 'search-store', action: 'create a new index with the new mapping' },
        { from: 'worker', to: 'primary-store', action: 'read all records in key order, at a bounded rate' },
        { from: 'worker', to: 'search-store', action: 'compare counts and a sample of queries with the live index' },
        { from: 'worker', to: 'search-store', action: 'move the alias; keep the old index for a day' },
      ],
    },
    {
      id: 'rebuild-suggestions', title: 'Rebuild suggestions', mode: 'batch',
      steps: [
        { from: 'worker', to: 'append-store', action: 'count queries that led to a choice, weighting recent days' },
        { from: 'worker', to: 'search-store', action: 'write the best ten completions of each prefix, leaving out blocked words and queries of single people' },
        { from: 'worker', to: 'cache', action: 'load the shortest prefixes' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'completions-of-prefix', entity: 'Suggestion', purpose: 'completions of a prefix', by: ['collection', 'prefix'], kind: 'lookup', operation: 'suggest' },
    { id: 'documents-by-words', entity: 'Document', purpose: 'ranked retrieval', by: ['title', 'body'], kind: 'search', operation: 'search-documents' },
    { id: 'documents-by-facet', entity: 'Document', purpose: 'filter and count', by: ['collection', 'facets'], kind: 'search', operation: 'search-documents' },
    { id: 'document-by-id', entity: 'Document', purpose: 'replace or remove by version', by: ['id'], kind: 'lookup', operation: 'index-document' },
    { id: 'documents-changed-since', entity: 'Document', purpose: 'compare with the source', by: ['collection', 'updatedAt'], order: 'updatedAt asc', kind: 'range' },
    { id: 'popular-queries', entity: 'QueryEvent', purpose: 'counts per query and day', by: ['collection', 'occurredAt', 'query'], kind: 'aggregation' },
  ],
  events: [
    { name: 'DocumentIndexed', when: 'a version is visible to queries', entity: 'Document', consumers: ['freshness-monitor'] },
    { name: 'IndexSwitched', when: 'the alias points to a new build', entity: 'IndexBuild', consumers: ['cache', 'operations'] },
    { name: 'QueryFailedToMatch', when: 'a frequent query has no result', entity: 'QueryEvent', consumers: ['content-team'] },
  ],
  externals: [],
  consistency: [
    { scope: 'index against source', need: 'eventual within 30 seconds, by version', why: 'the index is a copy; versions keep late batches from undoing newer ones' },
    { scope: 'suggestions', need: 'eventual within hours', why: 'popularity moves slowly' },
    { scope: 'deletions and permissions', need: 'bounded: a minute at most', why: 'showing what was withdrawn is a leak, not staleness' },
  ],
  needs: ['full-text', 'point-read', 'append-heavy', 'aggregation', 'work-queue'],
  defaults: [
    { key: 'population', subject: 'document', value: interval(10_000, 1_000_000, 50_000_000), unit: 'count', reason: 'up to some millions the database’s own search is enough' },
    { key: 'size', subject: 'document', value: interval(500, 4_000, 50_000), unit: 'B', reason: 'text under the index, without mark-up' },
    { key: 'ratio', subject: 'suggestions-per-search', value: interval(1, 2.8, 20), unit: 'ratio', reason: 'keystrokes that reach the server after waiting for a pause and caching', source: autocompleteNotes },
    { key: 'latency', subject: 'suggest', value: interval(0.05, 0.1, 0.2), unit: 's', reason: 'later than that and the next key is already down', source: autocompleteNotes },
    { key: 'duration', subject: 'freshness', value: interval(1, 30, 3_600), unit: 's', reason: 'time until a change can be found' },
    { key: 'retention', subject: 'query-event', value: interval(30 * SECONDS_PER_DAY, 90 * SECONDS_PER_DAY, 365 * SECONDS_PER_DAY), unit: 's', reason: 'enough for a season of popularity; longer keeps personal interest on file' },
    { key: 'population', subject: 'suggestion', value: interval(10000, 300000, 10000000), unit: 'count', reason: 'distinct prefixes of queries that more than a few people typed' },
    { key: 'population', subject: 'index-build', value: interval(1, 20, 500), unit: 'count', reason: 'one for each change of mapping' },
  ],
  operationsPerUserPerDay: assumption('requests a daily user causes', interval(10, 40, 210), 'count', 'ten searches a day; the published exercise counts twenty keystrokes for each, waiting for a pause and caching leave about three'),
  peakFactor: assumption('peak ÷ mean', interval(1.7, 2, 5), 'ratio', 'a world-wide audience shows 1.7, one time zone 2 to 3'),
  jobs: {
    perMainOperation: assumption('jobs a search causes', interval(0.01, 0.04, 0.2), 'count', 'batches of changed documents and query counts'),
    seconds: assumption('time a batch holds a worker', interval(0.1, 0.5, 3), 's', 'a hundred documents loaded, transformed and indexed'),
    bytes: assumption('message on the queue', interval(500, 4_000, 50_000), 'B', 'changed ids with versions'),
  },
  risks: [
    { risk: 'index and source drift apart and nobody notices', failureModes: ['search-index-drift'] },
    { risk: 'a wildcard or a deep page costs more than a thousand ordinary queries', failureModes: ['regex-cpu', 'noisy-neighbour'] },
    { risk: 'a rebuild starves live queries', failureModes: ['cascading-overload'] },
    { risk: 'facets over a field with many values exhaust memory', failureModes: ['oom-killed'] },
    { risk: 'one term is asked for by everybody at once', failureModes: ['hot-key', 'cache-stampede'] },
  ],
  mechanisms: ['inverted-index', 'typeahead-trie', 'change-data-capture', 'online-backfill', 'request-coalescing', 'cursor-pagination', 'backpressure-and-shedding', 'sliding-window-limit'],
  questions: [
    { id: 'documents', question: 'How many documents are there?', default: '1,000,000 documents', changes: 'the database’s own search, or a search engine, and its memory', key: 'population', subject: 'document', priority: 1 },
    { id: 'searches', question: 'How many searches per second at the busiest time?', default: '50 searches per second', changes: 'copies of the index', key: 'volume.peak', subject: 'search-documents', priority: 2 },
    { id: 'freshness', question: 'How soon must a change be findable?', default: '30 seconds', changes: 'change stream against nightly rebuild', key: 'duration', subject: 'freshness', priority: 3 },
    { id: 'matching', question: 'Is matching by words enough, or must it find by meaning?', default: 'search (matching words)', changes: 'vectors beside the word index, and a model to make them', key: 'query-pattern', priority: 4 },
    { id: 'permissions', question: 'May different people see different documents?', default: 'no', changes: 'a filter inside the index, since filtering afterwards breaks pages and counts', key: 'capability', subject: 'document-permissions', priority: 5 },
  ],
  nonGoals: ['crawling the public web', 'learned ranking models', 'answering in sentences'],
  sources: [
    autocompleteNotes,
    { title: 'System Design Primer: query cache', url: 'https://github.com/donnemartin/system-design-primer/blob/ae9bbd7/solutions/system_design/query_cache/README.md', asOf: '2026-03-19', confidence: 'C', note: '270 B a cached result in the exercise' },
    { title: 'Netflix service-capacity-modeling: search model', url: 'https://github.com/Netflix-Skunkworks/service-capacity-modeling/blob/dc69307/service_capacity_modeling/models/org/netflix/search.py', asOf: '2026-08-21', confidence: 'A' },
  ],
});
