import { assumption, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const shortenerNotes: Source = { title: 'System Design Interview notes, chapter 9: URL shortener', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter09/README.md', asOf: '2025-03-01', confidence: 'C', note: '100 M links a day, ten reads for each, kept for ten years, seven base-62 characters' };

export default defineArchetype({
  id: 'url-shortener', name: 'URL shortener', context: 'Links',
  summary: 'turns a long address into a short code and answers the code with a redirect, very often and very fast, counting on the side',
  triggers: {
    strong: ['url shortener', 'short link', 'link shortener', 'tinyurl', 'bitly', 'redirect service', 'shorten url', 'short url', 'bit.ly'],
    weak: ['qr code', 'vanity url', 'redirect', 'link tracking', 'click count'],
    exclude: ['paste', 'pastes', 'snippet', 'block of text', 'plain text'],
    signs: [
      ['long|short|shorter|shorten', 'address|link|url|web address', 'turn|make|fit|send|bring|forward|redirect|type|lead|point'],
    ],
    facets: [
      { must: 3, need: 4, groups: ['web address|link|url|internet address|ten characters|characters|address', 'brief|short|tiny|remember|dictate|read out|print|type|enter|few characters|room for|beer mat', 'open|lead|take|bring|forward|redirect|point|land|land on|get to', 'article|page|site|long|target|event page|real page'] },
      { must: 4, need: 4, groups: ['address|link|url|code', 'short|tiny|few letters|eight letters|six letters|print|leaflet|type|sticker|poster|flyer|dictate|handy', 'lead|take|forward|redirect|point|bring', 'long|page|site|target|website|longer|destination'] },
    ],
  },
  entities: [
    {
      name: 'Link', purpose: 'a code and where it leads', store: 'record', alsoCalled: ['address', 'web address', 'short address', 'code'], rowBytes: 500, createdBy: 'create-link', rowsPerOperation: 1, retentionDays: 3_650,
      fields: [
        { name: 'code', type: 'text', key: true }, { name: 'domainId', type: 'uuid', nullable: true, references: 'Domain.id' },
        { name: 'target', type: 'text', classification: 'pii' }, { name: 'ownerId', type: 'uuid', nullable: true },
        { name: 'state', type: 'text', values: ['active', 'disabled', 'blocked', 'expired'] },
        { name: 'expiresAt', type: 'timestamptz', nullable: true }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Click', purpose: 'one redirect, without anything that names the visitor', store: 'append', alsoCalled: ['visit', 'scan', 'redirect'], rowBytes: 150, createdBy: 'follow-link', rowsPerOperation: 1, retentionDays: 30,
      fields: [
        { name: 'code', type: 'text', key: true, references: 'Link.code' }, { name: 'occurredAt', type: 'timestamptz', key: true },
        { name: 'id', type: 'uuid', key: true }, { name: 'country', type: 'char(2)', nullable: true },
        { name: 'referrerHost', type: 'text', nullable: true },
        { name: 'deviceClass', type: 'text', values: ['phone', 'tablet', 'desktop', 'bot', 'other'] },
      ],
    },
    {
      name: 'ClickDay', purpose: 'clicks of a link on one day by country, kept when the single clicks are gone', store: 'append', rowBytes: 60, createdBy: 'follow-link', rowsPerOperation: 0.02, retentionDays: 1_825,
      fields: [
        { name: 'code', type: 'text', key: true, references: 'Link.code' }, { name: 'day', type: 'date', key: true },
        { name: 'country', type: 'char(2)', key: true }, { name: 'clicks', type: 'bigint' },
      ],
    },
    {
      name: 'Domain', purpose: 'a customer’s own host name and the state of its certificate', store: 'record', rowBytes: 250,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'host', type: 'text', unique: true }, { name: 'ownerId', type: 'uuid' },
        { name: 'state', type: 'text', values: ['pending', 'verified', 'certificate-issued', 'failed'] },
        { name: 'verifiedAt', type: 'timestamptz', nullable: true },
      ],
    },
  ],
  operations: [
    {
      id: 'follow-link', summary: 'Redirect a code to its target', actor: 'visitor', method: 'GET', path: '/{code}', kind: 'read', redirect: true, share: 0.96,
      requestBytes: 100, responseBytes: 300, latencyP99Ms: 80, entity: 'Link',
      synonyms: ['follow link', 'redirect', 'resolve code', 'click link', 'open link', 'redirect visitor', 'redirect user', 'visit short link', 'resolve short link', 'click'],
    },
    {
      id: 'create-link', summary: 'Make a short code for an address', actor: 'user', method: 'POST', path: '/links', kind: 'write', share: 0.02,
      requestBytes: 600, responseBytes: 200, latencyP99Ms: 300, entity: 'Link', idempotent: true,
      synonyms: ['shorten url', 'create link', 'create short link', 'shorten link', 'generate short url', 'create url', 'generate code'],
      body: [{ name: 'target', type: 'text' }, { name: 'alias', type: 'text', nullable: true }, { name: 'expiresAt', type: 'timestamptz', nullable: true }],
      example: { target: 'https://example.com/spring/catalogue?utm_source=mail', alias: 'spring', expiresAt: '2026-06-01T00:00:00Z' },
    },
    {
      id: 'list-links', summary: 'Page through one’s links', actor: 'user', method: 'GET', path: '/links', kind: 'read', share: 0.008,
      requestBytes: 100, responseBytes: 8_000, latencyP99Ms: 400, entity: 'Link', list: true,
      synonyms: ['list link', 'view link', 'manage link', 'browse link'],
    },
    {
      id: 'get-link-statistics', summary: 'Clicks of a link by day and country', actor: 'user', method: 'GET', path: '/links/{code}/statistics', kind: 'read', share: 0.009,
      requestBytes: 100, responseBytes: 3_000, latencyP99Ms: 600, entity: 'ClickDay',
      synonyms: ['view click count', 'view statistic', 'view analytics', 'track click', 'count click'],
    },
    {
      id: 'change-link', summary: 'Change the target or disable the link', actor: 'user', method: 'PATCH', path: '/links/{code}', kind: 'write', share: 0.002,
      requestBytes: 300, responseBytes: 200, latencyP99Ms: 400, entity: 'Link', idempotent: true,
      synonyms: ['edit link', 'disable link', 'update link', 'expire link'],
      body: [{ name: 'target', type: 'text', nullable: true }, { name: 'state', type: 'text', nullable: true, values: ['active', 'disabled'] }], example: { state: 'disabled' },
    },
    {
      id: 'delete-link', summary: 'Delete a link; its code is not handed out again', actor: 'user', method: 'DELETE', path: '/links/{code}', kind: 'write', share: 0.001,
      requestBytes: 100, responseBytes: 20, latencyP99Ms: 400, entity: 'Link', idempotent: true,
      synonyms: ['delete link', 'remove link'], body: [],
    },
  ],
  mainOperation: 'follow-link',
  flows: [
    {
      id: 'redirect', title: 'Redirect', operation: 'follow-link', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'GET the code at the nearest place that holds the hot links' },
        { from: 'api', to: 'cache', action: 'read the target; unknown codes are remembered for a minute too' },
        { from: 'api', to: 'primary-store', action: 'on a miss read the link, one request per code at a time' },
        { from: 'api', to: 'client', action: 'answer 302 with a lifetime of a minute, so that a change or a block takes effect' },
      ],
    },
    {
      id: 'count-click', title: 'Count a click', operation: 'follow-link', mode: 'async',
      steps: [
        { from: 'api', to: 'event-stream', action: 'note the click after the answer has gone out' },
        { from: 'event-stream', to: 'worker', action: 'read a batch' },
        { from: 'worker', to: 'append-store', action: 'insert clicks in bulk' },
        { from: 'worker', to: 'primary-store', action: 'add to the day’s counts, one update per code and batch' },
      ],
    },
    {
      id: 'create-link', title: 'Create a link', operation: 'create-link', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'POST the address, perhaps with a wished code' },
        { from: 'api', to: 'external:reputation', action: 'check the address against lists of malicious sites' },
        { from: 'api', to: 'primary-store', action: 'take a number from the range this instance reserved, scramble it to a code and insert; a wished code is refused when taken' },
        { from: 'api', to: 'client', action: 'answer the short address' },
      ],
    },
    {
      id: 'sweep-links', title: 'Expire and re-check links', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'take links past their date' },
        { from: 'worker', to: 'external:reputation', action: 're-check targets that are clicked often' },
        { from: 'worker', to: 'cache', action: 'drop expired and blocked codes everywhere' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'link-by-code', entity: 'Link', purpose: 'redirect', by: ['code'], kind: 'lookup', operation: 'follow-link' },
    { id: 'links-of-owner', entity: 'Link', purpose: 'dashboard, newest first', by: ['ownerId', 'createdAt'], order: 'createdAt desc', kind: 'range', operation: 'list-links' },
    { id: 'days-of-link', entity: 'ClickDay', purpose: 'statistics', by: ['code', 'day'], order: 'day asc', kind: 'range', operation: 'get-link-statistics' },
    { id: 'clicks-of-link', entity: 'Click', purpose: 'breakdown by referrer and device over recent days', by: ['code', 'occurredAt'], kind: 'aggregation' },
    { id: 'expiring-links', entity: 'Link', purpose: 'sweep', by: ['state', 'expiresAt'], order: 'expiresAt asc', kind: 'queue' },
    { id: 'domain-by-host', entity: 'Domain', purpose: 'which customer a request is for', by: ['host'], kind: 'lookup', operation: 'follow-link' },
  ],
  events: [
    { name: 'LinkCreated', when: 'a code exists', entity: 'Link', consumers: ['abuse-review'] },
    { name: 'LinkChanged', when: 'target or state changes', entity: 'Link', consumers: ['edge-cache'] },
    { name: 'LinkBlocked', when: 'a target is found to be malicious', entity: 'Link', consumers: ['edge-cache', 'owner'] },
    { name: 'LinkFollowed', when: 'a redirect was answered', entity: 'Click', consumers: ['statistics'] },
  ],
  externals: [
    { id: 'reputation', name: 'Address reputation', purpose: 'knows phishing and malware sites; new links wait for review when it is down', providers: ['Google Web Risk', 'Cloudflare'], timeoutMs: 1_500, share: 0.02 },
    { id: 'certificate-authority', name: 'Certificate authority', purpose: 'certificates for customers’ host names', providers: ['Let’s Encrypt', 'ZeroSSL'], timeoutMs: 30_000 },
  ],
  consistency: [
    { scope: 'codes', need: 'strong: unique for ever', why: 'a printed code must never lead somewhere else by accident' },
    { scope: 'redirects', need: 'eventual within a minute of a change', why: 'the copy at the edge is what makes it fast' },
    { scope: 'own new link', need: 'read-your-writes', why: 'people click what they just created' },
    { scope: 'click counts', need: 'at-least-once, approximate', why: 'a count that is off by a few changes no decision' },
  ],
  needs: ['unique-constraint', 'point-read', 'range-scan', 'append-heavy', 'time-partition'],
  defaults: [
    { key: 'read-write-ratio', value: interval(10, 43, 1_000), unit: 'ratio', reason: 'published exercises assume 10 to 100 clicks for each link made, campaigns far more' },
    { key: 'retention', subject: 'link', value: interval(365 * SECONDS_PER_DAY, 10 * 365 * SECONDS_PER_DAY, 20 * 365 * SECONDS_PER_DAY), unit: 's', reason: 'a link on paper outlives its campaign', source: shortenerNotes },
    { key: 'retention', subject: 'click', value: interval(SECONDS_PER_DAY, 30 * SECONDS_PER_DAY, 365 * SECONDS_PER_DAY), unit: 's', reason: 'days are kept as counts, single clicks only for breakdowns' },
    { key: 'share', subject: 'hottest-link', value: interval(0.001, 0.05, 0.5), unit: 'ratio', reason: 'one link in a broadcast can be half the traffic of an hour' },
    { key: 'share', subject: 'edge-hits', value: interval(0.5, 0.85, 0.98), unit: 'ratio', reason: 'clicks follow a power law' },
    { key: 'latency', subject: 'follow-link', value: interval(0.02, 0.05, 0.15), unit: 's', reason: 'the redirect is pure waiting for the visitor' },
    { key: 'availability', value: interval(0.999, 0.9999, 0.9999), unit: 'ratio', reason: 'every printed or mailed link fails at once when it is down' },
    { key: 'population', subject: 'domain', value: interval(0, 0, 10000), unit: 'count', reason: 'only the service’s own host unless asked for' },
    { key: 'duration', subject: 'change-delay', value: interval(5, 60, 3_600), unit: 's', reason: 'lifetime of a cached redirect' },
  ],
  operationsPerUserPerDay: assumption('redirects and calls a daily user causes', interval(5, 25, 200), 'count', 'someone who publishes a link or two and the clicks these draw'),
  peakFactor: assumption('peak ÷ mean', interval(1.7, 2.5, 20), 'ratio', 'the day’s curve; a link in a broadcast adds a spike on one key'),
  jobs: {
    perMainOperation: assumption('jobs a redirect causes', interval(0.001, 0.005, 0.05), 'count', 'clicks are stored by the hundred'),
    seconds: assumption('time a batch holds a worker', interval(0.02, 0.05, 0.2), 's', 'a bulk insert and its counts'),
    bytes: assumption('batch on the stream', interval(2_000, 20_000, 100_000), 'B', 'a few hundred clicks'),
  },
  risks: [
    { risk: 'one link takes most of the traffic and its key or row glows', failureModes: ['hot-key', 'cache-stampede'] },
    { risk: 'links are made to hide phishing, and the whole domain is blocked for it', failureModes: ['ddos'] },
    { risk: 'codes are guessed in sequence and private targets found', failureModes: ['credential-leak'] },
    { risk: 'single clicks fill the disk', failureModes: ['disk-full'] },
    { risk: 'a certificate of a customer’s host name runs out', failureModes: ['cert-expiry'] },
    { risk: 'the space of codes is used up sooner than planned', failureModes: ['key-overflow'] },
  ],
  mechanisms: ['id-generation', 'request-coalescing', 'cache-invalidation', 'roll-ups-with-late-data', 'time-partitioned-tables', 'sliding-window-limit', 'consistent-hashing', 'write-path-cost'],
  questions: [
    { id: 'redirects', question: 'How many redirects a day?', default: '1,000,000 redirects per day', changes: 'edge cache, or a plain origin', key: 'volume', subject: 'follow-link', priority: 1 },
    { id: 'created', question: 'How many links are created a day?', default: '20,000 links per day', changes: 'length of the code and storage', key: 'volume', subject: 'create-link', priority: 2 },
    { id: 'click-detail', question: 'How long are single clicks kept, beyond daily counts?', default: '30 days', changes: 'an append store, or counters only', key: 'retention', subject: 'click', priority: 3 },
    { id: 'change-delay', question: 'How soon must a changed or blocked link take effect?', default: '60 seconds', changes: 'cache lifetime, temporary against permanent redirects', key: 'duration', subject: 'change-delay', priority: 4 },
    { id: 'custom-domains', question: 'How many customers bring their own host name?', default: '0', changes: 'certificates issued and renewed by the system', key: 'population', subject: 'domain', priority: 5 },
  ],
  nonGoals: ['landing pages', 'advertising between click and target', 'identifying visitors'],
  sources: [
    shortenerNotes,
    { title: 'Grokking System Design: short URL', url: 'https://github.com/Jeevan-kumar-Raj/Grokking-System-Design/blob/dcafc27/designs/short-url.md', asOf: '2020-08-08', confidence: 'C', note: '500 M links a month, 100 reads for each, 500 B a row' },
    { title: 'System Design Primer: pastebin', url: 'https://github.com/donnemartin/system-design-primer/blob/ae9bbd7/solutions/system_design/pastebin/README.md', asOf: '2026-03-19', confidence: 'C' },
  ],
});
