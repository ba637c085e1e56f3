import { assumption, fact, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const peakToMean: Source = {
  title: 'Robust Perception: peak-to-mean ratio', url: 'https://www.robustperception.io/do-you-know-your-peak-to-mean-ratio/', asOf: 'undated', confidence: 'B', note: '1.6-1.7 for a global audience; a single time zone runs higher',
};
const ellipse: Source = {
  title: 'Elliptical distribution of a day’s load', url: 'http://justinparrtech.com/JustinParr-Tech/elliptical-distribution-curve/', asOf: 'undated', confidence: 'D', note: 'ten active hours: the busiest hour is about 3.1 × the mean of the day',
};
const ses: Source = { title: 'Amazon SES pricing', url: 'https://aws.amazon.com/ses/pricing/', asOf: '2026-11-22', confidence: 'C', note: '0.10 USD per thousand' };
const asvs: Source = { title: 'OWASP ASVS 5.0, 8.4.1 cross-tenant controls', url: 'https://github.com/OWASP/ASVS/tree/fe04986/5.0/en', asOf: '2026-07-19', confidence: 'A' };

export default defineArchetype({
  id: 'saas-crud', name: 'Multi-tenant business application', context: 'Workspace',
  summary: 'a line-of-business application: organisations with their members, the records they keep, who changed what, search, files, imports and exports',
  triggers: {
    strong: ['line-of-business', 'business application', 'crud app', 'crud api', 'crm', 'help desk', 'helpdesk', 'admin panel', 'back office', 'back-office', 'internal tool', 'project management', 'issue tracker', 'ticketing system for support', 'hr system', 'applicant tracking', 'property management', 'membership management'],
    weak: ['saas', 'b2b', 'multi-tenant', 'tenant', 'workspace', 'organisation', 'organization', 'customer account', 'role', 'permission', 'record', 'form', 'import', 'export', 'approval'],
    exclude: ['social network', 'ride hailing', 'url shortener', 'log ingestion', 'leaderboard', 'ad click', 'job scheduler', 'sensor data'],
    signs: [
      ['keep|manage|track|organise|store|maintain|administer', 'customer|client|case|contact|matter|offer|deadline|building site|project|contract|supplier|lead|quote', 'own|only|spreadsheet|firm|office|company|agency|with us|web tool'],
    ],
    facets: [
      { must: 4, need: 5, groups: ['each|every|own', 'school|firm|office|company|club|agency|practice|studio|association|parish|shop|farm|clinic|choir|landlord|group|municipality|garage|hotel', 'we make|program|our tool|our software|our product|our app|with us|software|platform|we supply|we offer|our program|tool', 'cannot look|cannot see|not see|only its|see only|only see|apart|separate|own data|what the next|none should see|another\'s|each other\'s|only their|other group', 'keep|manage|track|plan|member|learner|staff|quote|invite|crew|in it|pay|list|camp|money'] },
      { must: 4, need: 4, groups: ['firm|office|company|agency|club|practice|school|studio|association|business|farm|parish|shop|organisation|charity|landlord|workshop', 'manage|keep|track|organise|plan|store|administer|run|look after', 'with us|our tool|our product|our software|our app|our service|in our|web tool|our platform|our program', 'own|only its|only their|invite|per head|per seat|per user|separate|who may do|other firm|other office|sees only|see only|apart'] },
    ],
  },
  entities: [
    {
      name: 'Tenant', purpose: 'customer organisation: the wall that no query may look across', rowBytes: 600, store: 'record', alsoCalled: ['firm', 'company', 'office', 'agency', 'team', 'club', 'association'], perUser: 0.05,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'name', type: 'text' }, { name: 'slug', type: 'text', unique: true },
        { name: 'plan', type: 'text', values: ['trial', 'standard', 'business', 'enterprise'] }, { name: 'region', type: 'text' }, { name: 'settings', type: 'jsonb' },
        { name: 'state', type: 'text', values: ['active', 'suspended', 'closing'] }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'User', purpose: 'member of a tenant with a role', rowBytes: 450, store: 'record', alsoCalled: ['lawyer', 'employee', 'colleague'], perUser: 1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid', references: 'Tenant.id' }, { name: 'email', type: 'text', classification: 'pii' },
        { name: 'displayName', type: 'text', classification: 'pii' }, { name: 'role', type: 'text', values: ['owner', 'admin', 'member', 'guest'] },
        { name: 'state', type: 'text', values: ['invited', 'active', 'deactivated'] }, { name: 'lastSeenAt', type: 'timestamptz', nullable: true }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Record', purpose: 'the thing the application is about (ticket, deal, task, case), with fixed columns and the tenant’s own fields', rowBytes: 1_500, store: 'record', alsoCalled: ['customer', 'offer', 'building site', 'site', 'client', 'case', 'contact', 'matter', 'project', 'ticket', 'deadline', 'contract', 'file'], createdBy: 'create-record',
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid', references: 'Tenant.id' }, { name: 'recordType', type: 'text' }, { name: 'title', type: 'text' },
        { name: 'status', type: 'text' }, { name: 'ownerId', type: 'uuid', nullable: true, references: 'User.id' }, { name: 'customFields', type: 'jsonb' },
        { name: 'searchText', type: 'text' }, { name: 'version', type: 'int' }, { name: 'createdAt', type: 'timestamptz' }, { name: 'updatedAt', type: 'timestamptz' },
        { name: 'archivedAt', type: 'timestamptz', nullable: true },
      ],
    },
    {
      name: 'Comment', purpose: 'remark of a member on a record', rowBytes: 500, store: 'record', createdBy: 'add-comment',
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid', references: 'Tenant.id' }, { name: 'recordId', type: 'uuid', references: 'Record.id' },
        { name: 'authorId', type: 'uuid', references: 'User.id' }, { name: 'body', type: 'text' }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Attachment', purpose: 'file kept in the blob store, found through its record', rowBytes: 800_000, store: 'blob', createdBy: 'create-record', rowsPerOperation: 0.3,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid', references: 'Tenant.id' }, { name: 'recordId', type: 'uuid', references: 'Record.id' },
        { name: 'objectKey', type: 'text', unique: true }, { name: 'fileName', type: 'text' }, { name: 'mediaType', type: 'text' }, { name: 'sizeBytes', type: 'bigint' },
        { name: 'scanState', type: 'text', values: ['pending', 'clean', 'rejected'] }, { name: 'uploadedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Activity', purpose: 'who changed which field of which record, and when', rowBytes: 450, store: 'journal', createdBy: 'update-record', rowsPerOperation: 1.6, retentionDays: 730,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid', references: 'Tenant.id' }, { name: 'recordId', type: 'uuid' }, { name: 'actorId', type: 'uuid' },
        { name: 'action', type: 'text' }, { name: 'changes', type: 'jsonb' }, { name: 'occurredAt', type: 'timestamptz', key: true },
      ],
    },
    {
      name: 'ApiKey', purpose: 'credential for an integration; only the hash is stored', rowBytes: 250, store: 'record', perUser: 0.02,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid', references: 'Tenant.id' }, { name: 'label', type: 'text' },
        { name: 'secretHash', type: 'text', unique: true, classification: 'secret' }, { name: 'scopes', type: 'jsonb' }, { name: 'expiresAt', type: 'timestamptz', nullable: true },
        { name: 'lastUsedAt', type: 'timestamptz', nullable: true },
      ],
    },
    {
      name: 'TransferJob', purpose: 'one import or export with its progress and result file', rowBytes: 500, store: 'record', createdBy: 'start-export', retentionDays: 90,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid', references: 'Tenant.id' }, { name: 'requestedBy', type: 'uuid', references: 'User.id' },
        { name: 'kind', type: 'text', values: ['import', 'export'] }, { name: 'state', type: 'text', values: ['queued', 'running', 'succeeded', 'failed'] },
        { name: 'objectKey', type: 'text', nullable: true }, { name: 'rowsDone', type: 'bigint' }, { name: 'rowErrors', type: 'jsonb', nullable: true },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
  ],
  // Shares follow one seat for a working day of 80 requests: lists and details dominate, one request in six writes.
  operations: [
    {
      id: 'list-records', summary: 'List records with filters, sorting and a cursor', actor: 'member',
      method: 'GET', path: '/records', kind: 'read', share: 0.415865, requestBytes: 200, responseBytes: 20_000, latencyP99Ms: 500, entity: 'Record',
      list: true, synonyms: ['list record', 'view list', 'browse record', 'filter record', 'view dashboard', 'list ticket', 'list task', 'view board', 'view pipeline'],
    },
    {
      id: 'get-record', summary: 'Show one record', actor: 'member',
      method: 'GET', path: '/records/{recordId}', kind: 'read', share: 0.247, requestBytes: 150, responseBytes: 4_000, latencyP99Ms: 300, entity: 'Record',
      synonyms: ['view record', 'open record', 'get record', 'open ticket detail', 'read record', 'view customer'],
    },
    {
      id: 'create-record', summary: 'Create a record', actor: 'member',
      method: 'POST', path: '/records', kind: 'write', share: 0.0594, requestBytes: 2_000, responseBytes: 2_000, latencyP99Ms: 500, entity: 'Record',
      idempotent: true, synonyms: ['create record', 'add record', 'create ticket', 'open ticket', 'submit ticket', 'create task', 'add customer', 'add contact', 'create project', 'submit request', 'create deal', 'submit form', 'enter record', 'log call', 'record', 'ticket'],
      body: [
        { name: 'recordType', type: 'text' }, { name: 'title', type: 'text' }, { name: 'status', type: 'text' }, { name: 'ownerId', type: 'uuid', nullable: true },
        { name: 'customFields', type: 'jsonb', nullable: true },
      ],
      example: { recordType: 'ticket', title: 'Invoice PDF shows the wrong address', status: 'open', customFields: { severity: 'medium', product: 'billing' } },
    },
    {
      id: 'update-record', summary: 'Change a record if its version is still current', actor: 'member',
      method: 'PATCH', path: '/records/{recordId}', kind: 'write', share: 0.0891, requestBytes: 800, responseBytes: 2_000, latencyP99Ms: 500, entity: 'Record',
      idempotent: true, synonyms: ['update record', 'edit record', 'change status', 'assign ticket', 'close ticket', 'move task', 'approve request', 'update customer', 'edit task'],
      body: [
        { name: 'version', type: 'int' }, { name: 'title', type: 'text', nullable: true }, { name: 'status', type: 'text', nullable: true }, { name: 'ownerId', type: 'uuid', nullable: true },
        { name: 'customFields', type: 'jsonb', nullable: true },
      ],
      example: { version: 7, status: 'resolved', ownerId: '0192f0c3-5a44-7d12-8b7e-90aa31c5d201' },
    },
    {
      id: 'add-comment', summary: 'Comment on a record', actor: 'member',
      method: 'POST', path: '/records/{recordId}/comments', kind: 'write', share: 0.0297, requestBytes: 600, responseBytes: 400, latencyP99Ms: 500, entity: 'Comment',
      idempotent: true, synonyms: ['add comment', 'comment record', 'reply ticket', 'add note', 'write note'],
      body: [{ name: 'body', type: 'text' }],
      example: { body: 'Customer confirmed that the new address appears.' },
    },
    {
      id: 'search-records', summary: 'Search the tenant’s records by text', actor: 'member',
      method: 'GET', path: '/search', kind: 'read', share: 0.0594, requestBytes: 150, responseBytes: 12_000, latencyP99Ms: 600, entity: 'Record',
      list: true, synonyms: ['search record', 'search ticket', 'find customer', 'search customer', 'look up record'],
    },
    {
      id: 'get-me', summary: 'Tell the signed-in member’s profile, tenant and permissions', actor: 'member',
      method: 'GET', path: '/me', kind: 'read', share: 0.0495, requestBytes: 100, responseBytes: 1_500, latencyP99Ms: 150, entity: 'User',
      synonyms: ['load profile', 'get permission', 'view profile'],
    },
    {
      id: 'list-activity', summary: 'List what happened to a record', actor: 'member',
      method: 'GET', path: '/records/{recordId}/activity', kind: 'read', share: 0.0238, requestBytes: 150, responseBytes: 8_000, latencyP99Ms: 500, entity: 'Activity',
      list: true, synonyms: ['view history', 'view activity', 'view audit log', 'list change'],
    },
    {
      id: 'create-upload', summary: 'Reserve an upload address for a file', actor: 'member',
      method: 'POST', path: '/records/{recordId}/attachments', kind: 'write', share: 0.0099, requestBytes: 300, responseBytes: 600, latencyP99Ms: 500, entity: 'Attachment',
      idempotent: true, synonyms: ['upload file', 'attach file', 'upload document', 'add attachment'],
      body: [{ name: 'fileName', type: 'text' }, { name: 'mediaType', type: 'text' }, { name: 'sizeBytes', type: 'bigint' }],
      example: { fileName: 'invoice-4711.pdf', mediaType: 'application/pdf', sizeBytes: 182_044 },
    },
    {
      id: 'list-users', summary: 'List members of the tenant', actor: 'member',
      method: 'GET', path: '/users', kind: 'read', share: 0.0099, requestBytes: 100, responseBytes: 6_000, latencyP99Ms: 400, entity: 'User',
      list: true, synonyms: ['list user', 'list member', 'view team'],
    },
    {
      id: 'change-user', summary: 'Change the role of a member or deactivate them', actor: 'administrator',
      method: 'PATCH', path: '/users/{userId}', kind: 'write', share: 0.000495, requestBytes: 150, responseBytes: 400, latencyP99Ms: 500, entity: 'User',
      idempotent: true, synonyms: ['change role', 'deactivate user', 'remove user', 'manage permission'],
      body: [{ name: 'role', type: 'text', nullable: true, values: ['admin', 'member', 'guest'] }, { name: 'state', type: 'text', nullable: true, values: ['active', 'deactivated'] }],
      example: { role: 'admin' },
    },
    {
      id: 'invite-user', summary: 'Invite a person to the tenant', actor: 'administrator',
      method: 'POST', path: '/users', kind: 'write', share: 0.00099, requestBytes: 300, responseBytes: 400, latencyP99Ms: 600, entity: 'User',
      asynchronous: true, idempotent: true, synonyms: ['invite user', 'add user', 'invite member', 'add team member', 'manage user'],
      body: [{ name: 'email', type: 'text', classification: 'pii' }, { name: 'role', type: 'text', values: ['admin', 'member', 'guest'] }],
      example: { email: 'noor@acme.example', role: 'member' },
    },
    {
      id: 'start-import', summary: 'Import records from an uploaded file', actor: 'administrator',
      method: 'POST', path: '/imports', kind: 'write', share: 0.00099, requestBytes: 500, responseBytes: 300, latencyP99Ms: 600, entity: 'TransferJob',
      asynchronous: true, idempotent: true, synonyms: ['import record', 'import csv', 'import data', 'upload csv', 'migrate data'],
      body: [{ name: 'objectKey', type: 'text' }, { name: 'recordType', type: 'text' }, { name: 'mapping', type: 'jsonb' }],
      example: { objectKey: 'uploads/acme/contacts.csv', recordType: 'contact', mapping: { 'E-Mail': 'email', Name: 'title' } },
    },
    {
      id: 'start-export', summary: 'Export records that match a filter', actor: 'member',
      method: 'POST', path: '/exports', kind: 'write', share: 0.00396, requestBytes: 300, responseBytes: 300, latencyP99Ms: 600, entity: 'TransferJob',
      asynchronous: true, idempotent: true, synonyms: ['export record', 'export csv', 'export data', 'generate report', 'download report'],
      body: [{ name: 'recordType', type: 'text' }, { name: 'filter', type: 'jsonb', nullable: true }, { name: 'format', type: 'text', values: ['csv', 'xlsx', 'json'] }],
      example: { recordType: 'ticket', filter: { status: 'resolved' }, format: 'csv' },
    },
  ],
  mainOperation: 'create-record',
  flows: [
    {
      id: 'list', title: 'A member opens a list', operation: 'list-records', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'asks for a page with filters and a session token' },
        { from: 'api', to: 'cache', action: 'reads session, role and tenant settings' },
        { from: 'api', to: 'primary-store', action: 'sets the tenant on the connection and reads one page by cursor; row policies apply' },
        { from: 'api', to: 'client', action: 'returns the page and the next cursor' },
      ],
    },
    {
      id: 'update', title: 'Two members edit the same record', operation: 'update-record', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'sends the changed fields with the version it has seen' },
        { from: 'api', to: 'primary-store', action: 'updates where id and version match and writes activity and outbox rows in the same transaction' },
        { from: 'api', to: 'client', action: 'returns the new version, or a conflict with the current record' },
        { from: 'api', to: 'cache', action: 'drops the cached record' },
      ],
    },
    {
      id: 'react', title: 'Changes reach search and integrations', operation: 'update-record', mode: 'async',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'claims outbox rows in commit order' },
        { from: 'worker', to: 'search-store', action: 'indexes the record under its tenant' },
        { from: 'worker', to: 'external:email', action: 'tells watchers, grouped over a few minutes' },
        { from: 'worker', to: 'external:integrations', action: 'posts signed webhooks to the tenant’s endpoints' },
      ],
    },
    {
      id: 'import', title: 'A file becomes records', operation: 'start-import', mode: 'batch',
      steps: [
        { from: 'client', to: 'blob-store', action: 'uploads the file to a signed address' },
        { from: 'client', to: 'api', action: 'starts the import with the column mapping' },
        { from: 'api', to: 'queue', action: 'enqueues the job on the tenant’s bulk lane' },
        { from: 'worker', to: 'blob-store', action: 'reads the file in chunks' },
        { from: 'worker', to: 'primary-store', action: 'inserts a chunk per transaction, keyed by row number so that a retry repeats nothing' },
        { from: 'worker', to: 'external:email', action: 'sends counts and the rows that failed' },
      ],
    },
    {
      id: 'close-tenant', title: 'A customer leaves', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'exports the tenant’s rows in stable order' },
        { from: 'worker', to: 'blob-store', action: 'writes the archive and hands out a download address' },
        { from: 'worker', to: 'primary-store', action: 'deletes in batches after the notice period and records proof of deletion' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'records-of-tenant', entity: 'Record', purpose: 'filtered lists', by: ['tenantId', 'recordType', 'status', 'updatedAt'], order: 'updatedAt desc', kind: 'range', operation: 'list-records' },
    { id: 'record-by-id', entity: 'Record', purpose: 'one record, never without its tenant', by: ['tenantId', 'id'], kind: 'lookup', operation: 'get-record' },
    { id: 'records-of-owner', entity: 'Record', purpose: 'my work', by: ['tenantId', 'ownerId', 'updatedAt'], order: 'updatedAt desc', kind: 'range' },
    { id: 'search-text', entity: 'Record', purpose: 'text search inside a tenant', by: ['tenantId', 'searchText'], kind: 'search', operation: 'search-records' },
    { id: 'user-by-email', entity: 'User', purpose: 'sign-in and invitations', by: ['tenantId', 'email'], kind: 'lookup', operation: 'get-me' },
    { id: 'activity-of-record', entity: 'Activity', purpose: 'history of a record', by: ['tenantId', 'recordId', 'occurredAt'], order: 'occurredAt desc', kind: 'range', operation: 'list-activity' },
    { id: 'comments-of-record', entity: 'Comment', purpose: 'conversation on a record', by: ['tenantId', 'recordId', 'createdAt'], order: 'createdAt asc', kind: 'range' },
    { id: 'attachments-of-record', entity: 'Attachment', purpose: 'files of a record', by: ['tenantId', 'recordId'], kind: 'lookup' },
    { id: 'queued-transfers', entity: 'TransferJob', purpose: 'imports and exports to run', by: ['state', 'createdAt'], order: 'createdAt asc', kind: 'queue' },
    { id: 'key-by-hash', entity: 'ApiKey', purpose: 'authenticate an integration', by: ['secretHash'], kind: 'lookup' },
  ],
  events: [
    { name: 'RecordCreated', when: 'a record was stored', entity: 'Record', consumers: ['search index', 'webhooks', 'notifications'] },
    { name: 'RecordUpdated', when: 'a new version was stored', entity: 'Record', consumers: ['search index', 'webhooks', 'notifications'] },
    { name: 'UserInvited', when: 'an administrator invited a person', entity: 'User', consumers: ['e-mail', 'billing'] },
    { name: 'TenantClosed', when: 'the notice period of a leaving customer ended', entity: 'Tenant', consumers: ['deletion', 'billing'] },
  ],
  externals: [
    { id: 'email', name: 'E-mail provider', purpose: 'invitations, mentions and digests', providers: ['Amazon SES', 'Postmark', 'SendGrid'], timeoutMs: 5_000, share: 0.3, unitPrice: fact('one e-mail through Amazon SES', 0.0001, 'USD', ses) },
    { id: 'integrations', name: 'Customer webhooks', purpose: 'endpoints that tenants register', providers: ['HTTPS endpoints of the tenant'], timeoutMs: 5_000, share: 0.2 },
    { id: 'identity', name: 'Single sign-on', purpose: 'signs members in with their employer’s identity provider', providers: ['Clerk', 'Auth0', 'WorkOS', 'Keycloak'], timeoutMs: 3_000, share: 0.02 },
  ],
  consistency: [
    { scope: 'tenant isolation', need: 'absolute, enforced by the store as well as by the code', why: 'one forgotten filter would show a customer another customer’s data' },
    { scope: 'record edits', need: 'strong per record with optimistic locking', why: 'silent overwrites destroy trust in shared records' },
    { scope: 'lists after a write', need: 'read-your-writes for the author', why: 'a record that vanishes after saving is entered twice' },
    { scope: 'search and activity', need: 'eventual, within five seconds', why: 'they are fed after the commit' },
  ],
  needs: ['transactions', 'joins', 'unique-constraint', 'row-level-security', 'flexible-schema', 'full-text', 'object-storage', 'work-queue'],
  defaults: [
    { key: 'population', subject: 'tenant', value: interval(1, 20, 2_000), unit: 'count', reason: 'an internal tool serves one organisation, a young product dozens, a mature one thousands' },
    { key: 'share', subject: 'largest-tenant', value: interval(0.02, 0.1, 0.4), unit: 'ratio', reason: 'one early customer usually holds a tenth of the data' },
    { key: 'read-write-ratio', value: interval(3, 5, 10), unit: 'ratio', reason: 'lists and details are opened several times for each change' },
    { key: 'retention', subject: 'activity', value: interval(365 * SECONDS_PER_DAY, 730 * SECONDS_PER_DAY, 2_555 * SECONDS_PER_DAY), unit: 's', reason: 'audits of business customers ask for one to two years' },
    { key: 'availability', value: interval(0.995, 0.999, 0.9995), unit: 'ratio', reason: 'used during working hours; contracts commonly promise 99.9 %' },
    { key: 'rpo', value: interval(60, 300, 3_600), unit: 's', reason: 'customers re-enter a few minutes of work, not a day of it' },
    { key: 'size', subject: 'attachment', value: interval(100_000, 800_000, 5_000_000), unit: 'B', reason: 'documents and screenshots' },
  ],
  operationsPerUserPerDay: assumption('requests per active seat and day', interval(30, 80, 250), 'count', 'a seat in use for a few hours, two or three requests per screen'),
  peakFactor: assumption('peak ÷ mean', interval(2.5, 4, 8), 'ratio', 'ten working hours in one time zone give about 3; Monday mornings and month ends go above'),
  jobs: {
    perMainOperation: assumption('jobs per created record', interval(1, 3, 6), 'count', 'index, notify, webhooks, and the same again for later edits'),
    seconds: assumption('seconds a job holds a worker', interval(0.05, 0.3, 5), 's', 'indexing is quick, e-mail and webhooks wait on others, exports run for seconds'),
    bytes: assumption('job message', interval(200, 600, 2_000), 'B', 'ids and changed field names'),
  },
  risks: [
    { risk: 'a query without its tenant filter shows foreign data', failureModes: ['credential-leak'] },
    { risk: 'one tenant’s report or import slows everybody', failureModes: ['noisy-neighbour', 'slow-query-regression'] },
    { risk: 'a schema change locks a large table during working hours', failureModes: ['migration-lock'] },
    { risk: 'a bulk import floods the workers and e-mails wait', failureModes: ['queue-backlog'] },
    { risk: 'a restore is needed for one tenant and only whole-database backups exist', failureModes: ['backup-unusable'] },
    { risk: 'search shows records that are gone or misses new ones', failureModes: ['search-index-drift'] },
  ],
  mechanisms: ['tenant-row-level-security', 'tenant-provisioning', 'quota-metering', 'cell-isolation', 'priority-lanes', 'transactional-outbox', 'cursor-pagination', 'audit-hash-chain', 'batch-loading', 'idempotency-key', 'personal-data-erasure', 'webhook-delivery', 'expand-and-contract', 'online-backfill', 'session-store', 'read-your-writes', 'resumable-upload'],
  questions: [
    { id: 'users', question: 'How many people will use it, across all customer organisations?', default: '400', changes: 'whether the smallest setup is enough, and pooled or separate tenancy', key: 'users', subject: 'user', priority: 1 },
    { id: 'largest-tenant', question: 'How much of the data and load comes from the largest customer?', default: '10 %', changes: 'limits per tenant, or a database of its own for that customer', key: 'share', subject: 'largest-tenant', priority: 2 },
    { id: 'residency', question: 'Do contracts ask for data in a certain region or for separate storage?', default: 'no requirement', changes: 'a full copy of the system for each region', key: 'residency', priority: 2 },
    { id: 'records', question: 'How many records exist on the first day, imported ones included?', default: '100,000', changes: 'import path and search engine', key: 'population', subject: 'record', priority: 3 },
    { id: 'sign-on', question: 'Must customers sign in with their own identity provider, with automatic provisioning?', default: 'not at first', changes: 'identity provider and its price per connection', key: 'capability', subject: 'single-sign-on', priority: 3 },
    { id: 'hours', question: 'Do users work in one time zone or around the world?', default: 'daily', changes: 'peak factor and maintenance windows', key: 'load-shape', priority: 4 },
  ],
  nonGoals: [
    'a schema or code per customer',
    'reporting warehouse',
    'offline editing',
    'a public marketplace of extensions',
  ],
  sources: [peakToMean, ellipse, ses, asvs],
});
