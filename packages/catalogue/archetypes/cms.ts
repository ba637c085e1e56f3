import { assumption, interval, SECONDS_PER_DAY } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

export default defineArchetype({
  id: 'cms', name: 'Content management', context: 'Content',
  summary: 'a few editors draft, review and publish; very many readers fetch what was published, nearly always from a cache close to them',
  triggers: {
    strong: ['cms', 'content management', 'blog platform', 'headless cms', 'editorial', 'news site', 'publishing platform', 'knowledge base', 'documentation site', 'wiki'],
    weak: ['article', 'page builder', 'media library', 'localization', 'localisation', 'editor', 'publish', 'blog', 'draft'],
    exclude: ['collaborative editing'],
    signs: [
      ['write|prepare|edit|author|draft|compose', 'story|article|page|news|chapter|text|exhibition|recipe|guide', 'approve|review|publish|release|translate|sign off|go online|language|reader'],
    ],
    facets: [
      { must: 3, need: 4, groups: ['write|draft|prepare|author|edit|compose|describe|rewrite', 'page|article|story|text|news|recipe|guide|sight|product text|leaflet|lesson|object', 'online|publish|go live|site|website|show up|goes up|web', 'review|approve|look over|look them over|sign off|language|correct|editor|version|translate|colleague|second pair of eyes|in three languages'] },
      { must: 4, need: 4, groups: ['write|draft|prepare|author|edit|compose', 'article|text|story|page|news|recipe|guide|description|chapter|column|essay|interview|tip', 'approve|review|sign off|translate|language|editor|version|roll back|draft|reviewed|check', 'publish|go live|goes live|go online|site|website|online|app|reader|web'] },
    ],
  },
  entities: [
    {
      name: 'ContentType', purpose: 'the fields an entry of this type has', store: 'record', alsoCalled: ['section'], rowBytes: 4_000,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'name', type: 'text', unique: true }, { name: 'schema', type: 'jsonb' },
        { name: 'version', type: 'int' },
      ],
    },
    {
      name: 'Entry', purpose: 'one piece of content in one language: where it is in the workflow and which version readers see', store: 'record', alsoCalled: ['story', 'article', 'page', 'finished page', 'recipe', 'exhibition page', 'chapter'], rowBytes: 500, createdBy: 'save-entry', rowsPerOperation: 0.1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'contentTypeId', type: 'uuid', references: 'ContentType.id' },
        { name: 'path', type: 'text', unique: true }, { name: 'locale', type: 'text' },
        { name: 'status', type: 'text', values: ['draft', 'in-review', 'scheduled', 'published', 'archived'] },
        { name: 'publishedVersion', type: 'int', nullable: true }, { name: 'publishAt', type: 'timestamptz', nullable: true },
        { name: 'publishedAt', type: 'timestamptz', nullable: true }, { name: 'assigneeId', type: 'uuid', nullable: true, references: 'Editor.id' },
        { name: 'lockVersion', type: 'int' },
      ],
    },
    {
      name: 'EntryVersion', purpose: 'the body as it was at one save; never changed', store: 'journal', rowBytes: 15_000, createdBy: 'save-entry', rowsPerOperation: 1,
      fields: [
        { name: 'entryId', type: 'uuid', key: true, references: 'Entry.id' }, { name: 'version', type: 'int', key: true },
        { name: 'title', type: 'text' }, { name: 'body', type: 'jsonb' }, { name: 'authorId', type: 'uuid', references: 'Editor.id' },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Tag', purpose: 'a topic that groups entries and names a set of cached pages', store: 'record', rowBytes: 80, createdBy: 'save-entry', rowsPerOperation: 0.3,
      fields: [
        { name: 'entryId', type: 'uuid', key: true, references: 'Entry.id' }, { name: 'name', type: 'text', key: true },
      ],
    },
    {
      name: 'Editor', purpose: 'someone who may write, review or publish', store: 'record', alsoCalled: ['writer', 'author', 'curator', 'chief'], rowBytes: 300,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'email', type: 'text', unique: true, classification: 'pii' },
        { name: 'name', type: 'text', classification: 'pii' }, { name: 'role', type: 'text', values: ['author', 'reviewer', 'publisher', 'admin'] },
      ],
    },
    {
      name: 'MediaFile', purpose: 'an image or document in the object store', store: 'blob', rowBytes: 1_500_000, createdBy: 'request-media-upload', rowsPerOperation: 1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'objectKey', type: 'text', unique: true }, { name: 'alternativeText', type: 'text' },
        { name: 'mediaType', type: 'text' }, { name: 'sizeBytes', type: 'bigint' }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
  ],
  operations: [
    {
      id: 'get-content', summary: 'Fetch one published page; the edge answers nearly all', actor: 'reader', method: 'GET', path: '/content/{path}', kind: 'read', share: 0.8,
      requestBytes: 100, responseBytes: 20_000, latencyP99Ms: 250, entity: 'Entry',
      synonyms: ['read article', 'view page', 'get content', 'view article', 'read post', 'view post', 'visit page', 'page view', 'read content', 'serve page', 'visit website'],
    },
    {
      id: 'list-content', summary: 'List published entries by type or tag', actor: 'reader', method: 'GET', path: '/content', kind: 'read', share: 0.175,
      requestBytes: 150, responseBytes: 30_000, latencyP99Ms: 400, entity: 'Entry', list: true,
      synonyms: ['list article', 'browse article', 'view home page', 'browse content', 'list post'],
    },
    {
      id: 'search-content', summary: 'Search published entries', actor: 'reader', method: 'GET', path: '/content/search', kind: 'read', share: 0.01,
      requestBytes: 150, responseBytes: 15_000, latencyP99Ms: 600, entity: 'EntryVersion', list: true,
      synonyms: ['search article', 'search content', 'find article', 'search page'],
    },
    {
      id: 'preview-entry', summary: 'Show a draft as readers would see it, uncached', actor: 'editor', method: 'GET', path: '/entries/{entryId}/preview', kind: 'read', share: 0.002,
      requestBytes: 100, responseBytes: 25_000, latencyP99Ms: 800, entity: 'EntryVersion',
      synonyms: ['preview article', 'preview draft', 'review draft', 'review article'],
    },
    {
      id: 'save-entry', summary: 'Save a draft against the version it was based on', actor: 'editor', method: 'PUT', path: '/entries/{entryId}', kind: 'write', share: 0.004,
      requestBytes: 20_000, responseBytes: 500, latencyP99Ms: 800, entity: 'EntryVersion', idempotent: true,
      synonyms: ['save draft', 'write article', 'edit article', 'create article', 'create content', 'edit content', 'edit page', 'write post', 'manage content', 'create page'],
      body: [{ name: 'basedOnVersion', type: 'int' }, { name: 'title', type: 'text' }, { name: 'body', type: 'jsonb' }, { name: 'tags', type: 'text[]' }],
      example: { basedOnVersion: 6, title: 'Harbour reopens in May', body: { blocks: [{ kind: 'paragraph', text: 'After two years of work…' }] }, tags: ['city', 'harbour'] },
    },
    {
      id: 'publish-entry', summary: 'Make a version public, now or at a set time', actor: 'editor', method: 'POST', path: '/entries/{entryId}/publication', kind: 'write', share: 0.0005,
      requestBytes: 200, responseBytes: 200, latencyP99Ms: 1_500, entity: 'Entry', asynchronous: true, idempotent: true,
      synonyms: ['publish article', 'publish content', 'publish post', 'schedule article', 'approve article', 'publish page'],
      body: [{ name: 'version', type: 'int' }, { name: 'publishAt', type: 'timestamptz', nullable: true }], example: { version: 7, publishAt: '2026-03-03T06:00:00Z' },
    },
    {
      id: 'list-entries', summary: 'Show editors what is in which state', actor: 'editor', method: 'GET', path: '/entries', kind: 'read', share: 0.008,
      requestBytes: 150, responseBytes: 15_000, latencyP99Ms: 800, entity: 'Entry', list: true,
      synonyms: ['list draft', 'manage workflow', 'view editorial calendar'],
    },
    {
      id: 'request-media-upload', summary: 'Get a signed address for an image or file', actor: 'editor', method: 'POST', path: '/media', kind: 'write', share: 0.0005,
      requestBytes: 200, responseBytes: 600, latencyP99Ms: 400, entity: 'MediaFile',
      synonyms: ['upload image', 'add media', 'attach file', 'manage media'],
      body: [{ name: 'mediaType', type: 'text' }, { name: 'sizeBytes', type: 'bigint' }, { name: 'alternativeText', type: 'text' }],
      example: { mediaType: 'image/webp', sizeBytes: 210_040, alternativeText: 'Crane above the new quay' },
    },
  ],
  mainOperation: 'get-content',
  flows: [
    {
      id: 'read-page', title: 'Read a page', operation: 'get-content', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'GET the page; nine in ten and more end at the edge' },
        { from: 'api', to: 'cache', action: 'read the assembled page, one refill per key at a time' },
        { from: 'api', to: 'primary-store', action: 'on a miss load the entry and its published version' },
        { from: 'api', to: 'client', action: 'answer with the page’s cache tags, a short lifetime and permission to serve stale while refilling' },
      ],
    },
    {
      id: 'save-draft', title: 'Save a draft', operation: 'save-entry', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'PUT the body with the version it was based on' },
        { from: 'api', to: 'primary-store', action: 'insert the next version only if that one is still the latest; answer 409 with both otherwise' },
        { from: 'api', to: 'client', action: 'answer the new version number' },
      ],
    },
    {
      id: 'publish', title: 'Publish', operation: 'publish-entry', mode: 'async',
      steps: [
        { from: 'client', to: 'api', action: 'POST the version to publish' },
        { from: 'api', to: 'primary-store', action: 'set the published version and insert an outbox row in one transaction' },
        { from: 'worker', to: 'cache', action: 'drop pages that carry the entry’s tags' },
        { from: 'worker', to: 'external:edge-network', action: 'purge the same tags at the edge, and retry until it confirms' },
        { from: 'worker', to: 'search-store', action: 'index the published version' },
      ],
    },
    {
      id: 'publish-on-time', title: 'Publish at a set time', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'lease entries whose time has come' },
        { from: 'worker', to: 'primary-store', action: 'publish each as if an editor had' },
      ],
    },
    {
      id: 'prepare-media', title: 'Prepare an image', operation: 'request-media-upload', mode: 'async',
      steps: [
        { from: 'client', to: 'blob-store', action: 'upload to a signed address' },
        { from: 'blob-store', to: 'queue', action: 'announce the object' },
        { from: 'worker', to: 'blob-store', action: 'check the type, strip position data, write the sizes the templates use' },
        { from: 'worker', to: 'primary-store', action: 'record the sizes' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'entry-by-path', entity: 'Entry', purpose: 'published page', by: ['path'], kind: 'lookup', operation: 'get-content' },
    { id: 'version-of-entry', entity: 'EntryVersion', purpose: 'body, and history of an entry', by: ['entryId', 'version'], order: 'version desc', kind: 'lookup', operation: 'get-content' },
    { id: 'published-by-type', entity: 'Entry', purpose: 'listing, newest first', by: ['contentTypeId', 'locale', 'status', 'publishedAt'], order: 'publishedAt desc', kind: 'range', operation: 'list-content' },
    { id: 'entries-of-tag', entity: 'Tag', purpose: 'topic page and purge', by: ['name', 'entryId'], kind: 'range', operation: 'list-content' },
    { id: 'content-by-words', entity: 'EntryVersion', purpose: 'site search', by: ['title', 'body'], kind: 'search', operation: 'search-content' },
    { id: 'draft-of-entry', entity: 'EntryVersion', purpose: 'latest version, published or not', by: ['entryId', 'version'], order: 'version desc', kind: 'lookup', operation: 'preview-entry' },
    { id: 'work-of-editor', entity: 'Entry', purpose: 'what an editor has to do', by: ['assigneeId', 'status'], kind: 'range', operation: 'list-entries' },
    { id: 'due-publications', entity: 'Entry', purpose: 'scheduled entries whose time has come', by: ['status', 'publishAt'], order: 'publishAt asc', kind: 'queue' },
  ],
  events: [
    { name: 'EntrySaved', when: 'a new version of a draft is stored', entity: 'EntryVersion', consumers: ['audit'] },
    { name: 'EntrySubmitted', when: 'an author asks for review', entity: 'Entry', consumers: ['notifications'] },
    { name: 'EntryPublished', when: 'readers may see a version', entity: 'Entry', consumers: ['edge-cache', 'search', 'notifications', 'feeds'] },
    { name: 'EntryArchived', when: 'a page is taken down', entity: 'Entry', consumers: ['edge-cache', 'search'] },
  ],
  externals: [
    { id: 'edge-network', name: 'Content delivery network', purpose: 'answers readers and purges by tag', providers: ['Cloudflare', 'Fastly', 'Amazon CloudFront'], timeoutMs: 5_000, share: 0.5 },
  ],
  consistency: [
    { scope: 'published pages', need: 'eventual within 10 seconds of publishing, faster for a take-down', why: 'cached everywhere by design; the purge is what makes it safe' },
    { scope: 'editing', need: 'read-your-writes, with a refused save instead of a lost one', why: 'two editors open the same page every day' },
    { scope: 'drafts', need: 'never in a shared cache', why: 'an embargoed text that leaks cannot be taken back' },
  ],
  needs: ['transactions', 'unique-constraint', 'conditional-write', 'joins', 'point-read', 'range-scan', 'flexible-schema', 'full-text', 'object-storage'],
  defaults: [
    { key: 'share', subject: 'edge-hits', value: interval(0.8, 0.95, 0.99), unit: 'ratio', reason: 'published pages are the same for everyone' },
    { key: 'population', subject: 'entry', value: interval(500, 20_000, 1_000_000), unit: 'count', reason: 'years of a middling newsroom or documentation team' },
    { key: 'duration', subject: 'time-to-publish', value: interval(2, 10, 300), unit: 's', reason: 'editors reload the page to see their change' },
    { key: 'read-write-ratio', value: interval(100, 200, 10_000), unit: 'ratio', reason: 'readers against saves' },
    { key: 'retention', subject: 'entry-version', value: interval(365 * SECONDS_PER_DAY, 5 * 365 * SECONDS_PER_DAY, 20 * 365 * SECONDS_PER_DAY), unit: 's', reason: 'history is part of editorial accountability' },
    { key: 'availability', value: interval(0.999, 0.9995, 0.9999), unit: 'ratio', reason: 'the edge can serve stale pages while the origin is away' },
    { key: 'population', subject: 'content-type', value: interval(3, 15, 200), unit: 'count', reason: 'article, page, author and their like' },
    { key: 'population', subject: 'editor', value: interval(2, 10, 500), unit: 'count', reason: 'editors are few, whatever the readership' },
  ],
  operationsPerUserPerDay: assumption('requests a daily reader causes', interval(3, 8, 20), 'count', 'a few pages a visit and their lists'),
  peakFactor: assumption('peak ÷ mean', interval(1.7, 2.5, 50), 'ratio', 'morning and evening reading; a story that spreads exceeds any plan and must be met by the edge'),
  jobs: {
    perMainOperation: assumption('jobs a page view causes', interval(0.0005, 0.002, 0.01), 'count', 'publishing and media work, spread over the views'),
    seconds: assumption('time a job holds a worker', interval(0.1, 0.5, 3), 's', 'a purge call, an index update or a resized image'),
    bytes: assumption('message on the queue', interval(200, 400, 1_000), 'B', 'entry id, version and tags'),
  },
  risks: [
    { risk: 'a purge fails and readers keep a withdrawn page, or see a draft', failureModes: ['stale-cache'] },
    { risk: 'a story spreads while caches are cold', failureModes: ['cache-stampede', 'cdn-outage', 'thundering-herd'] },
    { risk: 'two editors overwrite each other', failureModes: ['db-lock-contention'] },
    { risk: 'pages are published but the index does not know', failureModes: ['dual-write-loss', 'search-index-drift'] },
    { risk: 'scheduled publishing runs twice or not at all', failureModes: ['cron-overlap'] },
  ],
  mechanisms: ['cache-invalidation', 'request-coalescing', 'expand-and-contract', 'leased-scheduler', 'transactional-outbox', 'resumable-upload', 'cursor-pagination', 'inverted-index'],
  questions: [
    { id: 'views', question: 'How many page views a day?', default: '100,000 page views per day', changes: 'edge plan; the origin barely notices', key: 'volume', subject: 'get-content', priority: 1 },
    { id: 'audience', question: 'Where are the readers?', default: 'one continent', changes: 'whether a global edge pays for itself', key: 'region', priority: 2 },
    { id: 'publish-delay', question: 'How soon after publishing must every reader see the change?', default: '10 seconds', changes: 'purge by tag against short cache lifetimes', key: 'duration', subject: 'time-to-publish', priority: 3 },
    { id: 'editors', question: 'How many editors work at the same time?', default: '10 editors', changes: 'workflow, locks, seats of a bought product', key: 'population', subject: 'editor', priority: 4 },
    { id: 'personal-pages', question: 'Do pages differ from reader to reader?', default: 'no', changes: 'what can be cached at the edge, and logic there', key: 'capability', subject: 'personalised-pages', priority: 5 },
  ],
  nonGoals: ['simultaneous editing of one text', 'page design tools', 'comments and communities', 'paywalls and subscriptions'],
  sources: [
    { title: 'System Design Primer: pastebin', url: 'https://github.com/donnemartin/system-design-primer/blob/ae9bbd7/solutions/system_design/pastebin/README.md', asOf: '2026-03-19', confidence: 'C', note: '10:1 reads to writes, far below a publisher’s ratio' },
  ],
});
