import { assumption, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const primer: Source = { title: 'System Design Primer: pastebin', url: 'https://github.com/donnemartin/system-design-primer/blob/ae9bbd7/solutions/system_design/pastebin/README.md', asOf: '2026-03-19', confidence: 'C', note: '10 M pastes and 100 M reads a month, 1.27 KB a paste, three years' };

export default defineArchetype({
  id: 'text-sharing', name: 'Text sharing (paste site)', context: 'Pastes',
  summary: 'takes a block of text from anybody, gives back a short unguessable link, and shows the text to whoever holds the link until it expires',
  triggers: {
    strong: ['pastebin', 'paste site', 'text sharing', 'text-sharing', 'paste bin', 'code snippet sharing', 'share text', 'share snippets', 'gist', 'gists'],
    weak: ['paste', 'pastes', 'snippet', 'snippets', 'syntax highlighting'],
    exclude: ['url shortener', 'link shortener'],
    signs: [
      ['text|snippet|code|note|log', 'post|paste|drop|put|share', 'link|address|url', 'read|open|see|view'],
    ],
    facets: [
      { must: 3, need: 4, groups: ['text|snippet|snippets|code|log output|stack trace|note|paste|pastes', 'paste|post|drop|put up|put|share|upload', 'link|address|url|short link', 'anyone|anybody|everyone|whoever|colleague|others|who has', 'expire|expires|lifetime|burn|disappear|vanish|read once|for ever|forever'] },
    ],
  },
  entities: [
    {
      name: 'Paste', purpose: 'a text under a code that cannot be guessed, with its lifetime; never changed, only taken down', store: 'record', alsoCalled: ['text', 'snippet', 'note', 'gist', 'block', 'log', 'stack trace', 'trace', 'dump', 'plain text', 'code'], rowBytes: 3_000, createdBy: 'create-paste', rowsPerOperation: 1, retentionDays: 1_095,
      fields: [
        { name: 'code', type: 'text', key: true }, { name: 'title', type: 'text', nullable: true }, { name: 'body', type: 'text', classification: 'pii' },
        { name: 'bodyDigest', type: 'bytea' }, { name: 'language', type: 'text', nullable: true },
        { name: 'visibility', type: 'text', values: ['listed', 'unlisted', 'read-once'] },
        { name: 'deletionTokenDigest', type: 'bytea', classification: 'secret' },
        { name: 'state', type: 'text', values: ['active', 'read', 'expired', 'taken-down'] },
        { name: 'expiresAt', type: 'timestamptz', nullable: true }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'PasteView', purpose: 'one reading, without anything that names the reader', store: 'append', alsoCalled: ['view', 'reading', 'visit'], rowBytes: 90, createdBy: 'read-paste', rowsPerOperation: 1, retentionDays: 30,
      fields: [
        { name: 'code', type: 'text', key: true, references: 'Paste.code' }, { name: 'occurredAt', type: 'timestamptz', key: true }, { name: 'id', type: 'uuid', key: true },
        { name: 'referrerHost', type: 'text', nullable: true },
      ],
    },
    {
      name: 'PasteMonth', purpose: 'readings of a paste in one month, kept when the single readings are gone', store: 'append', alsoCalled: ['statistic'], rowBytes: 50, createdBy: 'read-paste', rowsPerOperation: 0.03, retentionDays: 1_095,
      fields: [
        { name: 'code', type: 'text', key: true, references: 'Paste.code' }, { name: 'month', type: 'date', key: true }, { name: 'views', type: 'bigint' },
      ],
    },
    {
      name: 'Report', purpose: 'a reader’s claim that a paste holds what must not be there, with what was decided', store: 'record', rowBytes: 400, createdBy: 'report-paste', rowsPerOperation: 1, retentionDays: 730,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'code', type: 'text', references: 'Paste.code' }, { name: 'reason', type: 'text', values: ['personal-data', 'credentials', 'malware', 'copyright', 'illegal', 'other'] },
        { name: 'comment', type: 'text', nullable: true }, { name: 'state', type: 'text', values: ['open', 'upheld', 'dismissed'] },
        { name: 'createdAt', type: 'timestamptz' }, { name: 'decidedAt', type: 'timestamptz', nullable: true },
      ],
    },
  ],
  operations: [
    {
      id: 'read-paste', summary: 'Show a text by its code', actor: 'reader', method: 'GET', path: '/pastes/{code}', kind: 'read', anonymous: true, share: 0.89,
      requestBytes: 150, responseBytes: 3_200, latencyP99Ms: 200, entity: 'Paste',
      synonyms: ['read paste', 'view paste', 'open paste', 'open link', 'view text', 'read text', 'show paste', 'view', 'read snippet', 'open snippet'],
    },
    {
      id: 'create-paste', summary: 'Store a text and hand out its code', actor: 'writer', method: 'POST', path: '/pastes', kind: 'write', anonymous: true, share: 0.09,
      requestBytes: 3_000, responseBytes: 250, latencyP99Ms: 400, entity: 'Paste', idempotent: true,
      synonyms: ['create paste', 'post paste', 'post text', 'share text', 'paste text', 'post block', 'upload text', 'create snippet', 'share snippet', 'save paste'],
      body: [{ name: 'title', type: 'text', nullable: true }, { name: 'body', type: 'text' }, { name: 'language', type: 'text', nullable: true }, { name: 'visibility', type: 'text', values: ['listed', 'unlisted', 'read-once'] }, { name: 'expiresAt', type: 'timestamptz', nullable: true }],
      example: { title: 'nginx error', body: '2026/11/24 09:31:07 [error] upstream timed out', language: 'log', visibility: 'unlisted', expiresAt: '2026-12-01T00:00:00Z' },
    },
    {
      id: 'get-paste-statistics', summary: 'Readings of a paste by month', actor: 'writer', method: 'GET', path: '/pastes/{code}/statistics', kind: 'read', anonymous: true, share: 0.01,
      requestBytes: 100, responseBytes: 600, latencyP99Ms: 600, entity: 'PasteMonth',
      synonyms: ['view statistic', 'get statistics', 'count view', 'view page statistics'],
    },
    {
      id: 'delete-paste', summary: 'Take a text down with the token its writer was given', actor: 'writer', method: 'DELETE', path: '/pastes/{code}', kind: 'write', anonymous: true, share: 0.007,
      requestBytes: 150, responseBytes: 20, latencyP99Ms: 400, entity: 'Paste', idempotent: true,
      synonyms: ['delete paste', 'remove paste', 'take down paste'], body: [],
    },
    {
      id: 'report-paste', summary: 'Report a text', actor: 'reader', method: 'POST', path: '/pastes/{code}/reports', kind: 'write', anonymous: true, share: 0.003,
      requestBytes: 400, responseBytes: 100, latencyP99Ms: 500, entity: 'Report',
      synonyms: ['report paste', 'flag paste', 'report abuse'],
      body: [{ name: 'reason', type: 'text', values: ['personal-data', 'credentials', 'malware', 'copyright', 'illegal', 'other'] }, { name: 'comment', type: 'text', nullable: true }],
      example: { reason: 'credentials', comment: 'an access key of our company stands in line 12' },
    },
  ],
  mainOperation: 'read-paste',
  flows: [
    {
      id: 'read', title: 'Read a paste', operation: 'read-paste', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'GET the code' },
        { from: 'api', to: 'cache', action: 'read the text; unknown codes are remembered for a minute too' },
        { from: 'api', to: 'primary-store', action: 'on a miss read it by code, one request per code at a time; read-once flips its state by conditional update first' },
        { from: 'api', to: 'client', action: 'answer as plain text with a policy that runs nothing, cacheable until it expires' },
      ],
    },
    {
      id: 'create', title: 'Store a paste', operation: 'create-paste', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'POST the text with an idempotency key' },
        { from: 'api', to: 'api', action: 'refuse above the size limit, count against the sender’s window, look for the shapes of keys and passwords' },
        { from: 'api', to: 'primary-store', action: 'insert under a random code; a collision draws another' },
        { from: 'api', to: 'client', action: 'answer link and deletion token, which is shown once' },
      ],
    },
    {
      id: 'count-view', title: 'Count a reading', operation: 'read-paste', mode: 'async',
      steps: [
        { from: 'api', to: 'event-stream', action: 'note the reading after the answer has gone out' },
        { from: 'worker', to: 'append-store', action: 'insert readings in bulk and add to the month’s counts' },
      ],
    },
    {
      id: 'sweep', title: 'Remove what has expired', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'take pastes past their date in small batches and clear their text' },
        { from: 'worker', to: 'cache', action: 'drop their codes' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'paste-by-code', entity: 'Paste', purpose: 'read', by: ['code'], kind: 'lookup', operation: 'read-paste' },
    { id: 'months-of-paste', entity: 'PasteMonth', purpose: 'statistics', by: ['code', 'month'], order: 'month asc', kind: 'range', operation: 'get-paste-statistics' },
    { id: 'expiring-pastes', entity: 'Paste', purpose: 'sweep', by: ['state', 'expiresAt'], order: 'expiresAt asc', kind: 'queue' },
    { id: 'pastes-by-digest', entity: 'Paste', purpose: 'the same forbidden text again', by: ['bodyDigest'], kind: 'lookup', operation: 'create-paste' },
    { id: 'open-reports', entity: 'Report', purpose: 'review, oldest first', by: ['state', 'createdAt'], order: 'createdAt asc', kind: 'queue' },
  ],
  events: [
    { name: 'PasteCreated', when: 'a text is stored', entity: 'Paste', consumers: ['abuse-review'] },
    { name: 'PasteTakenDown', when: 'a text is removed by its writer, a review or its date', entity: 'Paste', consumers: ['edge-cache'] },
    { name: 'PasteRead', when: 'a text was shown', entity: 'PasteView', consumers: ['statistics'] },
  ],
  externals: [
    { id: 'reputation', name: 'Malware and phishing lists', purpose: 'knows addresses in a text that should not be passed on; a text waits for review when it is down', providers: ['Google Web Risk', 'abuse.ch'], timeoutMs: 1_500, share: 0.05 },
  ],
  consistency: [
    { scope: 'codes', need: 'strong: unique and never given out again', why: 'a link in an old message must not show another person’s text' },
    { scope: 'read-once texts', need: 'strong: shown to one reader', why: 'a second reader would see a secret that was promised to be gone' },
    { scope: 'own new paste', need: 'read-your-writes', why: 'the writer opens the link at once' },
    { scope: 'reading counts', need: 'eventual, approximate', why: 'monthly statistics may lag' },
  ],
  needs: ['unique-constraint', 'point-read', 'conditional-write', 'append-heavy', 'ttl'],
  defaults: [
    { key: 'read-write-ratio', value: interval(5, 10, 100), unit: 'ratio', reason: 'ten readings for each paste in the published exercise; a paste that goes round has thousands', source: primer },
    { key: 'retention', subject: 'paste', value: interval(30 * SECONDS_PER_DAY, 1_095 * SECONDS_PER_DAY, 3_650 * SECONDS_PER_DAY), unit: 's', reason: 'many writers choose no lifetime', source: primer },
    { key: 'size', subject: 'paste', value: interval(300, 1_270, 10_000), unit: 'B', reason: 'a screen of text and its row', source: primer },
    { key: 'latency', subject: 'read-paste', value: interval(0.05, 0.2, 0.5), unit: 's', reason: 'opening a link' },
  ],
  operationsPerUserPerDay: assumption('readings and pastes of a daily user', interval(1, 4, 20), 'count', 'people come with one text to share or one to read'),
  peakFactor: assumption('peak ÷ mean', interval(1.5, 2.5, 10), 'ratio', 'working hours; a paste in the news adds a spike on one key'),
  jobs: {
    perMainOperation: assumption('jobs a reading causes', interval(0.001, 0.01, 0.05), 'count', 'readings are stored by the hundred'),
    seconds: assumption('time a batch holds a worker', interval(0.02, 0.05, 0.2), 's', 'a bulk insert and its counts'),
    bytes: assumption('batch on the stream', interval(2_000, 10_000, 100_000), 'B', 'a few hundred readings'),
  },
  risks: [
    { risk: 'one paste is passed round and takes most readings', failureModes: ['hot-key', 'cache-stampede'] },
    { risk: 'credentials and personal data of others are posted, and somebody scrapes every code', failureModes: ['credential-leak'] },
    { risk: 'anonymous writers fill the disk by script', failureModes: ['ddos', 'disk-full'] },
    { risk: 'expired texts stay readable at the edge or in backups', failureModes: ['stale-cache'] },
  ],
  mechanisms: ['id-generation', 'sliding-window-limit', 'cache-invalidation', 'request-coalescing', 'roll-ups-with-late-data', 'time-partitioned-tables', 'personal-data-erasure', 'idempotency-key', 'write-path-cost'],
  questions: [
    { id: 'pastes', question: 'How many texts are posted a day?', default: '10,000 pastes per day', changes: 'length of the code, storage, and the limits on anonymous writers', key: 'volume', subject: 'create-paste', priority: 1 },
    { id: 'reads', question: 'How many readings a day?', default: '100,000 readings per day', changes: 'edge cache, or a plain origin', key: 'volume', subject: 'read-paste', priority: 2 },
    { id: 'size', question: 'How large is a text, at most and usually?', default: '1.3 KB, at most 1 MB', changes: 'body in the row, or as an object beside it', key: 'size', subject: 'paste', priority: 3 },
    { id: 'lifetime', question: 'How long are texts kept that have no lifetime?', default: '3 years', changes: 'storage, and whether a sweep is needed at all', key: 'retention', subject: 'paste', priority: 4 },
  ],
  nonGoals: ['accounts and profiles', 'editing after posting', 'search over unlisted texts'],
  sources: [primer, { title: 'RFC 4648, The Base16, Base32, and Base64 Data Encodings', url: 'https://www.rfc-editor.org/rfc/rfc4648', asOf: '2006-10', confidence: 'A', note: 'the alphabet of codes' }],
});
