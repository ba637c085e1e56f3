import { assumption, fact, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const caseStudy: Source = {
  title: 'HLD handbook, collaborative editing case study', url: 'https://handbook-hld.pages.dev/curriculum/case-studies/collaborative-editing/', asOf: '2026-05-11', confidence: 'C', note: 'design targets: echo below 100 ms at p99, peers within 200 ms',
};
const yjs: Source = { title: 'Yjs documentation', url: 'https://docs.yjs.dev/', asOf: 'undated', confidence: 'A' };
const ses: Source = { title: 'Amazon SES pricing', url: 'https://aws.amazon.com/ses/pricing/', asOf: '2026-11-22', confidence: 'C', note: '0.10 USD per thousand' };
const automerge: Source = { title: 'Automerge documentation', url: 'https://automerge.org/docs/', asOf: 'undated', confidence: 'A' };

export default defineArchetype({
  id: 'collaborative-editing', name: 'Collaborative editing', context: 'Documents',
  summary: 'lets several people edit one document at the same time, merges what they type, shows who is where, keeps history and works through short disconnections',
  triggers: {
    strong: ['collaborative editing', 'collaborative editor', 'collaborative document', 'real-time editing', 'real-time document', 'co-editing', 'google docs', 'shared document', 'whiteboard', 'multiplayer editor', 'figma-like', 'notion-like', 'crdt', 'operational transform', 'figma clone', 'like figma', 'clone of figma', 'design figma', 'build figma', 'miro clone', 'like miro', 'clone of miro', 'design miro', 'build miro', 'notion clone', 'like notion', 'clone of notion', 'design notion', 'build notion'],
    weak: ['cursor', 'presence', 'comment', 'version history', 'editor', 'document', 'offline edit', 'concurrent editor'],
    exclude: ['editorial workflow', 'document conversion', 'electronic signature'],
    signs: [
      ['draw|write|edit|work|compose|type|change|sketch|annotate', 'same|one|shared|together|common', 'moment|at the same time|simultaneously|at once|concurrently|live|together', 'plan|document|drawing|text|score|sheet|canvas|diagram|model|note|map|board|design|script|blueprint'],
    ],
    facets: [
      { must: 2, need: 5, groups: ['at the same time|simultaneously|at once|together|same moment|live|concurrently|several computers|several people|while others', 'write|draw|edit|type|put|change|work|compose|sketch|arrange|fill in|mark', 'same|one|shared|single', 'score|plan|drawing|document|text|sheet|script|map|diagram|list|board|file|canvas', 'overwrite|cursor|what the others|each other|one another|conflict|wipe out|colleague|clobber|others did|anybody else'] },
      { must: 4, need: 4, groups: ['draw|write|edit|work|type|change|sketch|annotate|move|place|paint|mark|correct', 'same|shared', 'at the same time|simultaneously|concurrently|together|same moment', 'script|drawing|file|sheet|spreadsheet|scene|song|slide|timetable|page|text|plan|document|map|list|poster|pattern|layout'] },
      { must: 3, need: 3, groups: ['cursor|caret|pointer', 'other|each other|everybody|everyone|one another', 'see|show|type|edit|write|change|move'] },
    ],
  },
  entities: [
    {
      name: 'Document', purpose: 'a document with its place in the operation log and its newest snapshot', rowBytes: 600, store: 'record', alsoCalled: ['floor plan', 'plan', 'drawing', 'score', 'sheet', 'canvas', 'board', 'map', 'model', 'script'], createdBy: 'create-document',
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid' }, { name: 'ownerId', type: 'uuid' }, { name: 'title', type: 'text' },
        { name: 'kind', type: 'text', values: ['text', 'canvas', 'table'] }, { name: 'headSequence', type: 'bigint' }, { name: 'snapshotSequence', type: 'bigint' },
        { name: 'snapshotKey', type: 'text', nullable: true }, { name: 'sizeBytes', type: 'bigint' }, { name: 'state', type: 'text', values: ['active', 'trashed'] },
        { name: 'createdAt', type: 'timestamptz' }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'DocumentShare', purpose: 'who may read, comment or edit a document', rowBytes: 120, store: 'record', createdBy: 'share-document',
      fields: [
        { name: 'documentId', type: 'uuid', key: true, references: 'Document.id' }, { name: 'principalId', type: 'uuid', key: true },
        { name: 'role', type: 'text', values: ['viewer', 'commenter', 'editor', 'owner'] }, { name: 'grantedBy', type: 'uuid' }, { name: 'grantedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Operation', purpose: 'batch of edits of one client, numbered per document; compacted into snapshots', rowBytes: 220, store: 'journal', alsoCalled: ['line', 'edit', 'stroke', 'change', 'note'], createdBy: 'submit-edits', retentionDays: 90,
      fields: [
        { name: 'documentId', type: 'uuid', key: true, references: 'Document.id' }, { name: 'sequence', type: 'bigint', key: true }, { name: 'appliedAt', type: 'timestamptz' },
        { name: 'authorId', type: 'uuid' }, { name: 'clientId', type: 'text' }, { name: 'clientSequence', type: 'bigint' }, { name: 'payload', type: 'bytea' },
      ],
    },
    {
      name: 'Snapshot', purpose: 'whole document at a sequence number, kept in the blob store', rowBytes: 80_000, store: 'blob', createdBy: 'submit-edits', rowsPerOperation: 0.002, retentionDays: 365,
      fields: [
        { name: 'documentId', type: 'uuid', key: true, references: 'Document.id' }, { name: 'sequence', type: 'bigint', key: true }, { name: 'objectKey', type: 'text', unique: true },
        { name: 'sizeBytes', type: 'bigint' }, { name: 'label', type: 'text', nullable: true }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Comment', purpose: 'remark tied to a range that moves with the text', rowBytes: 500, store: 'record', createdBy: 'add-comment',
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'documentId', type: 'uuid', references: 'Document.id' }, { name: 'authorId', type: 'uuid' }, { name: 'anchor', type: 'jsonb' },
        { name: 'body', type: 'text' }, { name: 'state', type: 'text', values: ['open', 'resolved'] }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'DocumentOwnership', purpose: 'which node sequences a document now, with a token that rises at each change of owner', rowBytes: 120, store: 'record', createdBy: 'create-document',
      fields: [
        { name: 'documentId', type: 'uuid', key: true, references: 'Document.id' }, { name: 'nodeId', type: 'text' }, { name: 'fencingToken', type: 'bigint' },
        { name: 'leaseUntil', type: 'timestamptz' },
      ],
    },
  ],
  // Shares follow an editor who sends 600 batches of edits a day (one per 50-100 ms while typing), mostly alone: each batch reaches 1.2 others;
  // the cursor moves half as often, and a document is opened six times.
  operations: [
    {
      id: 'submit-edits', summary: 'Send a batch of edits', actor: 'editor',
      method: 'STREAM', path: '/documents/{documentId}/edits', kind: 'stream', share: 0.368, requestBytes: 150, responseBytes: 40, latencyP99Ms: 100, entity: 'Operation',
      idempotent: true, synonyms: ['edit document', 'submit edit', 'type text', 'send operation', 'make edit', 'update document', 'keystroke', 'draw shape'],
    },
    {
      id: 'receive-edits', summary: 'Receive the edits of others', actor: 'editor',
      method: 'STREAM', path: '/documents/{documentId}/changes', kind: 'stream', share: 0.4405707, requestBytes: 0, responseBytes: 190, latencyP99Ms: 200, entity: 'Operation',
      synonyms: ['receive edit', 'broadcast edit', 'sync edit', 'see change', 'follow document'],
    },
    {
      id: 'share-presence', summary: 'Share cursor and selection', actor: 'editor',
      method: 'STREAM', path: '/documents/{documentId}/presence', kind: 'stream', share: 0.184, requestBytes: 40, responseBytes: 60, latencyP99Ms: 300, entity: 'Document',
      synonyms: ['share cursor', 'show cursor', 'update presence', 'see who is online', 'move cursor'],
    },
    {
      id: 'open-document', summary: 'Open a document: newest snapshot and the edits since', actor: 'reader',
      method: 'GET', path: '/documents/{documentId}', kind: 'read', share: 0.00368, requestBytes: 100, responseBytes: 80_000, latencyP99Ms: 500, entity: 'Document',
      synonyms: ['open document', 'load document', 'view document', 'read document'],
    },
    {
      id: 'list-documents', summary: 'List documents one may see', actor: 'reader',
      method: 'GET', path: '/documents', kind: 'read', share: 0.00245, requestBytes: 100, responseBytes: 10_000, latencyP99Ms: 400, entity: 'Document',
      list: true, synonyms: ['list document', 'browse document'],
    },
    {
      id: 'create-document', summary: 'Create a document', actor: 'editor',
      method: 'POST', path: '/documents', kind: 'write', share: 0.000184, requestBytes: 200, responseBytes: 300, latencyP99Ms: 400, entity: 'Document',
      idempotent: true, synonyms: ['create document', 'new document', 'create board'],
      body: [{ name: 'title', type: 'text' }, { name: 'kind', type: 'text', values: ['text', 'canvas', 'table'] }],
      example: { title: 'Launch plan', kind: 'text' },
    },
    {
      id: 'add-comment', summary: 'Comment on a range', actor: 'commenter',
      method: 'POST', path: '/documents/{documentId}/comments', kind: 'write', share: 0.000735, requestBytes: 500, responseBytes: 300, latencyP99Ms: 400, entity: 'Comment',
      idempotent: true, synonyms: ['add comment', 'comment document', 'reply comment'],
      body: [{ name: 'anchor', type: 'jsonb' }, { name: 'body', type: 'text' }],
      example: { anchor: { start: 'op:8812.4', end: 'op:8815.0' }, body: 'Is this date agreed with sales?' },
    },
    {
      id: 'share-document', summary: 'Give or change access', actor: 'owner',
      method: 'PUT', path: '/documents/{documentId}/shares/{principalId}', kind: 'write', share: 0.000184, requestBytes: 150, responseBytes: 100, latencyP99Ms: 400, entity: 'DocumentShare',
      idempotent: true, synonyms: ['share document', 'invite editor', 'change permission'],
      body: [{ name: 'role', type: 'text', values: ['viewer', 'commenter', 'editor'] }],
      example: { role: 'editor' },
    },
    {
      id: 'list-versions', summary: 'List earlier versions', actor: 'editor',
      method: 'GET', path: '/documents/{documentId}/versions', kind: 'read', share: 0.000184, requestBytes: 100, responseBytes: 6_000, latencyP99Ms: 600, entity: 'Snapshot',
      list: true, synonyms: ['view version', 'version history', 'list version'],
    },
    {
      id: 'restore-version', summary: 'Bring back an earlier version as a new edit', actor: 'editor',
      method: 'POST', path: '/documents/{documentId}/restorations', kind: 'write', share: 0.0000123, requestBytes: 120, responseBytes: 200, latencyP99Ms: 1_000, entity: 'Operation',
      idempotent: true, synonyms: ['restore version', 'revert document', 'undo change'],
      body: [{ name: 'sequence', type: 'bigint' }],
      example: { sequence: 8_790 },
    },
  ],
  mainOperation: 'submit-edits',
  flows: [
    {
      id: 'edit', title: 'Two people type at once', operation: 'submit-edits', mode: 'async',
      steps: [
        { from: 'client', to: 'real-time', action: 'shows the edit at once and sends the batch with client id and client sequence' },
        { from: 'real-time', to: 'primary-store', action: 'confirms once a second that the ownership lease and its token still hold' },
        { from: 'real-time', to: 'append-store', action: 'appends the batch under the next sequence of the document' },
        { from: 'real-time', to: 'client', action: 'acknowledges the author and broadcasts to the other editors, who merge it into what they see' },
      ],
    },
    {
      id: 'open', title: 'A document is opened', operation: 'open-document', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'asks for the document' },
        { from: 'api', to: 'primary-store', action: 'checks the share and reads snapshot and head sequence' },
        { from: 'api', to: 'blob-store', action: 'reads the snapshot' },
        { from: 'api', to: 'append-store', action: 'reads the edits after the snapshot' },
        { from: 'api', to: 'client', action: 'returns both and the address of the owning node' },
      ],
    },
    {
      id: 'compact', title: 'The log becomes a snapshot', mode: 'batch',
      steps: [
        { from: 'worker', to: 'append-store', action: 'reads the edits since the last snapshot after 500 of them or when the last editor leaves' },
        { from: 'worker', to: 'blob-store', action: 'writes the new snapshot under its sequence' },
        { from: 'worker', to: 'primary-store', action: 'moves the snapshot pointer if nobody moved it further' },
      ],
    },
    {
      id: 'reconnect', title: 'A laptop comes back after an hour', operation: 'submit-edits', mode: 'async',
      steps: [
        { from: 'client', to: 'real-time', action: 'reconnects with the last sequence it has seen and its unsent edits' },
        { from: 'real-time', to: 'append-store', action: 'reads what the client missed' },
        { from: 'real-time', to: 'client', action: 'sends the missed edits in order' },
        { from: 'client', to: 'real-time', action: 'sends its own edits again; the client sequence removes duplicates' },
      ],
    },
    {
      id: 'take-over', title: 'The owning node dies', mode: 'async',
      steps: [
        { from: 'client', to: 'real-time', action: 'reconnects with jitter to another node' },
        { from: 'real-time', to: 'primary-store', action: 'takes the lease once it has run out and raises the fencing token' },
        { from: 'real-time', to: 'blob-store', action: 'loads the snapshot and replays the log to the head' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'edits-after', entity: 'Operation', purpose: 'catch up and replay', by: ['documentId', 'sequence'], order: 'sequence asc', kind: 'range', operation: 'open-document' },
    { id: 'documents-of-principal', entity: 'DocumentShare', purpose: 'documents shared with a person', by: ['principalId', 'grantedAt'], order: 'grantedAt desc', kind: 'range', operation: 'list-documents' },
    { id: 'documents-of-tenant', entity: 'Document', purpose: 'recently changed', by: ['tenantId', 'updatedAt'], order: 'updatedAt desc', kind: 'range', operation: 'list-documents' },
    { id: 'share-of-principal', entity: 'DocumentShare', purpose: 'permission of a connection', by: ['documentId', 'principalId'], kind: 'lookup' },
    { id: 'snapshots-of-document', entity: 'Snapshot', purpose: 'open and history', by: ['documentId', 'sequence'], order: 'sequence desc', kind: 'range', operation: 'list-versions' },
    { id: 'comments-of-document', entity: 'Comment', purpose: 'comments beside the text', by: ['documentId', 'createdAt'], order: 'createdAt asc', kind: 'range' },
    { id: 'expired-ownerships', entity: 'DocumentOwnership', purpose: 'documents whose node is gone', by: ['leaseUntil'], order: 'leaseUntil asc', kind: 'queue' },
  ],
  events: [
    { name: 'DocumentChanged', when: 'edits were appended, at most once a minute per document', entity: 'Document', consumers: ['search index', 'notifications', 'link previews'] },
    { name: 'CommentAdded', when: 'somebody commented', entity: 'Comment', consumers: ['notifications'] },
    { name: 'ShareChanged', when: 'access was given or taken', entity: 'DocumentShare', consumers: ['open connections', 'notifications'] },
  ],
  externals: [
    { id: 'email', name: 'E-mail provider', purpose: 'invitations and comment digests', providers: ['Amazon SES', 'Postmark'], timeoutMs: 5_000, share: 0.02, unitPrice: fact('one e-mail through Amazon SES', 0.0001, 'USD', ses) },
  ],
  consistency: [
    { scope: 'document', need: 'all replicas converge: one order per document, or edits that commute', why: 'two people must end with the same text' },
    { scope: 'acknowledged edits', need: 'durable before the acknowledgement', why: 'people close the laptop once it says saved' },
    { scope: 'access', need: 'a removed share closes open connections within ten seconds', why: 'a dismissed colleague must not keep reading' },
    { scope: 'presence', need: 'lossy, the newest wins', why: 'a missed cursor is replaced at once' },
  ],
  needs: ['long-lived-connections', 'append-heavy', 'ordering', 'conditional-write', 'range-scan', 'object-storage', 'transactions'],
  defaults: [
    { key: 'users.concurrent', subject: 'editor', value: interval(100, 1_000, 20_000), unit: 'count', reason: 'a tenth of daily users at the busiest hour' },
    { key: 'ratio', subject: 'editors-per-document', value: interval(1.1, 2.2, 20), unit: 'ratio', reason: 'most sessions are alone or in pairs; broadcasts grow with the square' },
    { key: 'size', subject: 'document', value: interval(10_000, 80_000, 5_000_000), unit: 'B', reason: 'a few pages with their merge data; drawings are larger' },
    { key: 'retention', subject: 'operation', value: interval(30 * SECONDS_PER_DAY, 90 * SECONDS_PER_DAY, 365 * SECONDS_PER_DAY), unit: 's', reason: 'fine-grained history; snapshots keep the coarse one' },
    { key: 'latency', subject: 'receive-edits', value: interval(0.1, 0.2, 0.5), unit: 's', reason: 'beyond 200 ms typing together feels like taking turns', source: caseStudy },
    { key: 'duration', subject: 'offline-editing', value: interval(60, 3_600, 86_400), unit: 's', reason: 'trains and flights' },
  ],
  operationsPerUserPerDay: assumption('messages and requests per active editor and day', interval(400, 1_600, 5_000), 'count', 'half an hour of active typing: 600 batches out, about as many in, and cursors'),
  peakFactor: assumption('peak ÷ mean', interval(2, 3, 5), 'ratio', 'office hours of one or two time zones, and meetings that start on the hour'),
  jobs: {
    perMainOperation: assumption('jobs per batch of edits', interval(0.002, 0.005, 0.02), 'count', 'a snapshot per 500 batches, indexing and notifications once a minute per document'),
    seconds: assumption('seconds a job holds a worker', interval(0.05, 0.3, 3), 's', 'replay, encode and upload a snapshot'),
    bytes: assumption('job message', interval(100, 200, 500), 'B', 'document id and sequence'),
  },
  risks: [
    { risk: 'a node with thousands of open documents dies and all its clients reconnect', failureModes: ['websocket-node-loss', 'thundering-herd'] },
    { risk: 'two nodes believe they own a document and number edits twice', failureModes: ['split-brain'] },
    { risk: 'one huge document or a hundred editors exhaust a node', failureModes: ['oom-killed', 'hot-key', 'fanout-explosion'] },
    { risk: 'the log grows because compaction fails silently', failureModes: ['disk-full'] },
    { risk: 'a client bug writes edits that no client can merge', failureModes: ['data-corruption', 'bad-deploy'] },
  ],
  mechanisms: ['crdt-merge', 'operational-transform', 'presence-fan-out', 'lease-with-fencing', 'idempotency-key', 'consistent-hashing', 'backpressure-and-shedding', 'request-coalescing', 'time-partitioned-tables', 'transactional-outbox'],
  questions: [
    { id: 'concurrent', question: 'How many people edit at the same time at the busiest hour?', default: '1,000', changes: 'connections and nodes', key: 'users.concurrent', subject: 'editor', priority: 1 },
    { id: 'per-document', question: 'How many people edit the same document at most?', default: '20', changes: 'broadcasts grow with the square of it', key: 'ratio', subject: 'editors-per-document', priority: 1 },
    { id: 'offline', question: 'How long may somebody edit without a connection?', default: '1 hour', changes: 'edits that merge without a server, or a server that orders them', key: 'duration', subject: 'offline-editing', priority: 2 },
    { id: 'size', question: 'How large may a document become?', default: '5 MB', changes: 'memory of a node and time to open', key: 'size', subject: 'document', priority: 3 },
    { id: 'history', question: 'How far back must each edit be visible?', default: '90 days', changes: 'size of the log', key: 'retention', subject: 'operation', priority: 3 },
    { id: 'content', question: 'Is the content rich text, a canvas or structured data?', default: 'rich text', changes: 'library and data types of the merge', key: 'capability', subject: 'rich-text', priority: 4 },
  ],
  nonGoals: [
    'an own merge algorithm',
    'end-to-end encryption',
    'office file fidelity',
    'voice and video',
  ],
  sources: [caseStudy, yjs, ses, automerge],
});
