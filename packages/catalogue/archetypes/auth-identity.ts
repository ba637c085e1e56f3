import { assumption, interval, SECONDS_PER_DAY } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

export default defineArchetype({
  id: 'auth-identity', name: 'Authentication and identity', context: 'Identity',
  summary: 'knows who someone is: sign-up, log-in with password, passkey or another identity provider, a second factor, sessions that can be revoked, organisations and roles',
  triggers: {
    strong: ['authentication', 'login', 'log in', 'identity provider', 'sso', 'single sign-on', 'oauth', 'user management', 'mfa', 'identity service', 'auth service', 'passkey'],
    weak: ['rbac', 'jwt', 'password reset', 'saml', 'session', 'role', 'sign up', 'permission', 'scim'],
    exclude: [],
    signs: [
      ['get in|get into|gain access|enter|access|prove who they are|identify themselves', 'password|passkey|second factor|corporate account|company account|company directory|directory|fingerprint|one-time code|work account'],
      ['one account|same account|single account|shared account|share player account|share account|common account', 'product|application|app|site|service|tool|game|portal|studio'],
    ],
    facets: [
      { must: 1, need: 5, groups: ['login|log in|password|sign in|get into|let in|prove|identity|badge|badge in|known to', 'every|all|one|single|same|once|another|each', 'program|tool|app|system|service|portal|site|website|software|intranet|terminal|cabinet|roster|mail|door', 'leave|lose|revoke|throw out|lock|quit|code|fingerprint|forget|may do|role|right|second factor|allowed|second password|another password', '@person|school|company'] },
      { must: 4, need: 4, groups: ['password|log in|login|sign in|prove|identify|know who', 'once|one place|single|same|forget|one login|their own password|own password', 'tool|app|system|service|site|application|product|portal|all of them|device|phone', 'who they are|code|let in|let into|may do|allowed|throw out|out of all|lock out|second factor|directory|fingerprint|reset|right'] },
    ],
  },
  entities: [
    {
      name: 'User', purpose: 'a person who can log in', store: 'record', alsoCalled: ['account', 'employee', 'staff'], rowBytes: 400, perUser: 1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'email', type: 'text', unique: true, classification: 'pii' },
        { name: 'emailVerifiedAt', type: 'timestamptz', nullable: true }, { name: 'displayName', type: 'text', classification: 'pii' },
        { name: 'status', type: 'text', values: ['invited', 'active', 'locked', 'deleted'] }, { name: 'sessionsValidFrom', type: 'timestamptz' },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Credential', purpose: 'one way to prove it: password hash, passkey, one-time-code secret, linked provider', store: 'record', rowBytes: 450, perUser: 1.6,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'userId', type: 'uuid', references: 'User.id' },
        { name: 'kind', type: 'text', values: ['password', 'passkey', 'totp', 'oidc', 'recovery-code'] },
        { name: 'externalSubject', type: 'text', nullable: true, unique: true, classification: 'pii' },
        { name: 'secretHash', type: 'text', nullable: true, classification: 'secret' }, { name: 'publicKey', type: 'bytea', nullable: true },
        { name: 'useCount', type: 'bigint' }, { name: 'lastUsedAt', type: 'timestamptz', nullable: true },
      ],
    },
    {
      name: 'Session', purpose: 'a logged-in device; only the digest of its token is stored', store: 'record', rowBytes: 350, createdBy: 'log-in', rowsPerOperation: 0.8, retentionDays: 30,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'userId', type: 'uuid', references: 'User.id' },
        { name: 'tokenDigest', type: 'bytea', unique: true, classification: 'secret' },
        { name: 'assurance', type: 'text', values: ['single-factor', 'multi-factor', 'phishing-resistant'] },
        { name: 'address', type: 'inet', classification: 'pii' }, { name: 'userAgent', type: 'text', classification: 'pii' },
        { name: 'expiresAt', type: 'timestamptz' }, { name: 'revokedAt', type: 'timestamptz', nullable: true },
      ],
    },
    {
      name: 'RefreshToken', purpose: 'one link of a rotating chain; a link used twice ends the whole family', store: 'record', rowBytes: 200, createdBy: 'refresh-token', rowsPerOperation: 1, retentionDays: 30,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'familyId', type: 'uuid' }, { name: 'sessionId', type: 'uuid', references: 'Session.id' },
        { name: 'digest', type: 'bytea', unique: true, classification: 'secret' }, { name: 'usedAt', type: 'timestamptz', nullable: true },
        { name: 'expiresAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'OneTimeToken', purpose: 'a link or code sent to an address, good for one use and a short time', store: 'record', rowBytes: 180, createdBy: 'request-password-reset', rowsPerOperation: 1, retentionDays: 7,
      fields: [
        { name: 'digest', type: 'bytea', key: true, classification: 'secret' }, { name: 'userId', type: 'uuid', references: 'User.id' },
        { name: 'purpose', type: 'text', values: ['verify-address', 'reset-password', 'log-in', 'accept-invitation'] },
        { name: 'expiresAt', type: 'timestamptz' }, { name: 'usedAt', type: 'timestamptz', nullable: true },
      ],
    },
    {
      name: 'Organisation', purpose: 'a customer company with its log-in rules and identity provider', store: 'record', alsoCalled: ['company', 'customer organisation', 'corporate customer'], rowBytes: 800,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'name', type: 'text' }, { name: 'domain', type: 'text', nullable: true, unique: true },
        { name: 'identityProvider', type: 'jsonb', nullable: true, classification: 'secret' }, { name: 'requireSecondFactor', type: 'boolean' },
      ],
    },
    {
      name: 'Membership', purpose: 'a user’s role in an organisation', store: 'record', rowBytes: 110, perUser: 1.2,
      fields: [
        { name: 'organisationId', type: 'uuid', key: true, references: 'Organisation.id' },
        { name: 'userId', type: 'uuid', key: true, references: 'User.id' },
        { name: 'role', type: 'text', values: ['owner', 'admin', 'member', 'viewer'] }, { name: 'grantedBy', type: 'uuid' },
        { name: 'grantedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'SigningKey', purpose: 'a key that signs tokens, from announced to retired', store: 'record', rowBytes: 900,
      fields: [
        { name: 'id', type: 'text', key: true }, { name: 'publicKey', type: 'jsonb' },
        { name: 'keyReference', type: 'text', classification: 'secret' },
        { name: 'state', type: 'text', values: ['announced', 'signing', 'verifying', 'retired'] }, { name: 'rotateAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'AuditEvent', purpose: 'who did or tried what, when and from where', store: 'journal', rowBytes: 350, createdBy: 'log-in', rowsPerOperation: 1.5, retentionDays: 400,
      fields: [
        { name: 'occurredAt', type: 'timestamptz', key: true }, { name: 'id', type: 'uuid', key: true },
        { name: 'actorId', type: 'uuid', nullable: true }, { name: 'subjectId', type: 'uuid', nullable: true }, { name: 'action', type: 'text' },
        { name: 'outcome', type: 'text', values: ['allowed', 'refused', 'challenged'] }, { name: 'address', type: 'inet', classification: 'pii' },
        { name: 'detail', type: 'jsonb' },
      ],
    },
  ],
  operations: [
    {
      id: 'log-in', summary: 'Check a credential and open a session, or ask for a second factor', actor: 'user', method: 'POST', path: '/sessions', kind: 'write', anonymous: true, share: 0.02,
      requestBytes: 400, responseBytes: 900, latencyP99Ms: 1_000, entity: 'Session',
      synonyms: ['log in', 'login', 'sign in', 'authenticate user', 'authenticate', 'authenticate request', 'start session'],
      body: [{ name: 'email', type: 'text', classification: 'pii' }, { name: 'password', type: 'text', nullable: true, classification: 'secret' }, { name: 'assertion', type: 'jsonb', nullable: true }],
      example: { email: 'ines@example.com', password: 'correct horse battery staple' },
    },
    {
      id: 'refresh-token', summary: 'Exchange a refresh token for a new pair', actor: 'client', method: 'POST', path: '/tokens', kind: 'write', anonymous: true, share: 0.2,
      requestBytes: 300, responseBytes: 1_200, latencyP99Ms: 300, entity: 'RefreshToken',
      synonyms: ['refresh token', 'renew session', 'issue token', 'exchange token'],
      body: [{ name: 'refreshToken', type: 'text', classification: 'secret' }], example: { refreshToken: 'rt_Zk3vQ1…' },
    },
    {
      id: 'check-session', summary: 'Say whose session this is and whether it still holds', actor: 'service', method: 'GET', path: '/sessions/current', kind: 'read', share: 0.55,
      requestBytes: 500, responseBytes: 600, latencyP99Ms: 80, entity: 'Session',
      synonyms: ['check session', 'verify token', 'validate token', 'authorise request', 'authorize request', 'check permission', 'validate session'],
    },
    {
      id: 'list-signing-keys', summary: 'Publish the keys with which services verify tokens themselves', actor: 'service', method: 'GET', path: '/.well-known/jwks.json', kind: 'read', anonymous: true, share: 0.15,
      requestBytes: 100, responseBytes: 1_500, latencyP99Ms: 80, entity: 'SigningKey',
      synonyms: ['publish signing key', 'get public key', 'rotate key'],
    },
    {
      id: 'sign-up', summary: 'Create an account and send the address proof', actor: 'user', method: 'POST', path: '/users', kind: 'write', anonymous: true, share: 0.003,
      requestBytes: 500, responseBytes: 500, latencyP99Ms: 1_200, entity: 'User', idempotent: true,
      synonyms: ['sign up', 'register user', 'create account', 'register', 'invite user', 'onboard user'],
      body: [{ name: 'email', type: 'text', classification: 'pii' }, { name: 'displayName', type: 'text', classification: 'pii' }, { name: 'password', type: 'text', nullable: true, classification: 'secret' }],
      example: { email: 'ines@example.com', displayName: 'Ines', password: 'correct horse battery staple' },
    },
    {
      id: 'request-password-reset', summary: 'Send a one-time link; the answer is the same whether the account exists', actor: 'user', method: 'POST', path: '/password-resets', kind: 'write', anonymous: true, share: 0.003,
      requestBytes: 200, responseBytes: 50, latencyP99Ms: 500, entity: 'OneTimeToken', asynchronous: true,
      synonyms: ['reset password', 'recover account', 'forget password', 'change password'],
      body: [{ name: 'email', type: 'text', classification: 'pii' }], example: { email: 'ines@example.com' },
    },
    {
      id: 'verify-second-factor', summary: 'Answer the second-factor challenge', actor: 'user', method: 'POST', path: '/sessions/{sessionId}/second-factor', kind: 'write', anonymous: true, share: 0.01,
      requestBytes: 200, responseBytes: 300, latencyP99Ms: 400, entity: 'Session',
      synonyms: ['verify second factor', 'verify mfa', 'enter code', 'confirm login'],
      body: [{ name: 'kind', type: 'text', values: ['totp', 'passkey', 'recovery-code'] }, { name: 'code', type: 'text', classification: 'secret' }], example: { kind: 'totp', code: '402913' },
    },
    {
      id: 'get-user', summary: 'Show a user with memberships', actor: 'service', method: 'GET', path: '/users/{userId}', kind: 'read', share: 0.05,
      requestBytes: 100, responseBytes: 800, latencyP99Ms: 200, entity: 'User',
      synonyms: ['get user', 'view profile', 'look up user', 'manage user'],
    },
    {
      id: 'assign-role', summary: 'Set a member’s role', actor: 'admin', method: 'PUT', path: '/organisations/{organisationId}/members/{userId}', kind: 'write', share: 0.004,
      requestBytes: 300, responseBytes: 100, latencyP99Ms: 400, entity: 'Membership', idempotent: true,
      synonyms: ['assign role', 'grant permission', 'manage role', 'add member', 'provision user'],
      body: [{ name: 'role', type: 'text', values: ['owner', 'admin', 'member', 'viewer'] }], example: { role: 'admin' },
    },
    {
      id: 'revoke-session', summary: 'Log out here or everywhere', actor: 'user', method: 'DELETE', path: '/sessions/{sessionId}', kind: 'write', share: 0.01,
      requestBytes: 100, responseBytes: 50, latencyP99Ms: 300, entity: 'Session', idempotent: true,
      synonyms: ['log out', 'logout', 'sign out', 'revoke session', 'revoke token', 'block user'], body: [],
    },
  ],
  mainOperation: 'log-in',
  flows: [
    {
      id: 'log-in', title: 'Log in', operation: 'log-in', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'POST the credential' },
        { from: 'api', to: 'cache', action: 'count attempts by account and by address; slow down, then refuse' },
        { from: 'api', to: 'primary-store', action: 'load user and credential; an unknown address costs the same time as a wrong password' },
        { from: 'api', to: 'api', action: 'verify the password with Argon2id on a bounded pool, or the passkey’s signature' },
        { from: 'api', to: 'primary-store', action: 'insert session and audit row in one transaction' },
        { from: 'api', to: 'client', action: 'set the session cookie, or answer which second factor is needed' },
      ],
    },
    {
      id: 'authorise-request', title: 'Authorise a request', operation: 'check-session', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'call any service with its token' },
        { from: 'api', to: 'cache', action: 'verify signature, audience and expiry locally with cached keys, then look the session up in the revocation set' },
        { from: 'api', to: 'primary-store', action: 'load the session when the set does not know it' },
      ],
    },
    {
      id: 'rotate-refresh-token', title: 'Rotate a refresh token', operation: 'refresh-token', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'POST the refresh token' },
        { from: 'api', to: 'primary-store', action: 'mark it used only if it was unused, and insert its successor' },
        { from: 'api', to: 'primary-store', action: 'if it was used before, revoke the family and write an audit row' },
        { from: 'api', to: 'client', action: 'answer the new pair' },
      ],
    },
    {
      id: 'send-proof', title: 'Send a one-time link', operation: 'request-password-reset', mode: 'async',
      steps: [
        { from: 'api', to: 'primary-store', action: 'store the digest of the link’s token with an expiry, and an outbox row' },
        { from: 'worker', to: 'queue', action: 'enqueue the message on the urgent lane' },
        { from: 'worker', to: 'external:email', action: 'send the link' },
      ],
    },
    {
      id: 'rotate-signing-key', title: 'Rotate the signing key', mode: 'batch',
      steps: [
        { from: 'worker', to: 'external:key-management', action: 'create the next key' },
        { from: 'worker', to: 'primary-store', action: 'announce it, and wait longer than any verifier caches keys' },
        { from: 'worker', to: 'primary-store', action: 'sign with it, and keep the old one for verifying until its last token has expired' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'user-by-email', entity: 'User', purpose: 'log in', by: ['email'], kind: 'lookup', operation: 'log-in' },
    { id: 'user-by-id', entity: 'User', purpose: 'profile', by: ['id'], kind: 'lookup', operation: 'get-user' },
    { id: 'credentials-of-user', entity: 'Credential', purpose: 'which proofs exist', by: ['userId', 'kind'], kind: 'lookup', operation: 'log-in' },
    { id: 'credential-by-subject', entity: 'Credential', purpose: 'log in through another provider', by: ['externalSubject'], kind: 'lookup', operation: 'log-in' },
    { id: 'session-by-token', entity: 'Session', purpose: 'every request', by: ['tokenDigest'], kind: 'lookup', operation: 'check-session' },
    { id: 'sessions-of-user', entity: 'Session', purpose: 'show and revoke', by: ['userId', 'expiresAt'], order: 'expiresAt desc', kind: 'range', operation: 'revoke-session' },
    { id: 'refresh-token-by-digest', entity: 'RefreshToken', purpose: 'rotate', by: ['digest'], kind: 'lookup', operation: 'refresh-token' },
    { id: 'one-time-token-by-digest', entity: 'OneTimeToken', purpose: 'redeem a link', by: ['digest'], kind: 'lookup' },
    { id: 'keys-in-use', entity: 'SigningKey', purpose: 'keys that verifiers must know', by: ['state'], kind: 'lookup', operation: 'list-signing-keys' },
    { id: 'memberships-of-user', entity: 'Membership', purpose: 'roles', by: ['userId', 'organisationId'], kind: 'lookup', operation: 'check-session' },
    { id: 'members-of-organisation', entity: 'Membership', purpose: 'administration', by: ['organisationId', 'userId'], kind: 'range' },
    { id: 'audit-of-subject', entity: 'AuditEvent', purpose: 'investigation', by: ['subjectId', 'occurredAt'], order: 'occurredAt desc', kind: 'range' },
  ],
  events: [
    { name: 'UserRegistered', when: 'an account exists, its address not yet proven', entity: 'User', consumers: ['notifications', 'crm'] },
    { name: 'UserLoggedIn', when: 'a session is open', entity: 'Session', consumers: ['risk', 'audit'] },
    { name: 'CredentialChanged', when: 'a password, passkey or second factor is added or removed', entity: 'Credential', consumers: ['notifications', 'audit'] },
    { name: 'SessionRevoked', when: 'a session ends before its time', entity: 'Session', consumers: ['services', 'audit'] },
    { name: 'RoleChanged', when: 'a membership is granted, changed or taken away', entity: 'Membership', consumers: ['services', 'audit'] },
  ],
  externals: [
    { id: 'email', name: 'E-mail provider', purpose: 'address proofs and resets', providers: ['Amazon SES', 'SendGrid', 'Postmark'], timeoutMs: 5_000, share: 0.4 },
    { id: 'identity-provider', name: 'External identity providers', purpose: 'log-in with an account people already have; each customer’s own', providers: ['Google', 'Microsoft Entra ID', 'Okta'], timeoutMs: 5_000 },
    { id: 'key-management', name: 'Key management', purpose: 'holds the private signing keys', providers: ['AWS KMS', 'Google Cloud KMS', 'Vault'], timeoutMs: 1_000 },
    { id: 'breach-check', name: 'Breached-password check', purpose: 'refuses passwords known from leaks, by digest prefix; skipped when down', providers: ['Have I Been Pwned'], timeoutMs: 800 },
  ],
  consistency: [
    { scope: 'credential change and revocation', need: 'strong at the store, effective everywhere within 60 seconds', why: 'a stolen session must end soon after it is noticed' },
    { scope: 'session after log-in', need: 'read-your-writes', why: 'the redirect that follows must find it' },
    { scope: 'refresh rotation', need: 'strong: one use per token', why: 'a second use is the sign of theft' },
    { scope: 'audit', need: 'stored in the same transaction as what it reports', why: 'an action without its record is the one that will be asked about' },
  ],
  needs: ['transactions', 'unique-constraint', 'conditional-write', 'point-read', 'range-scan', 'append-heavy', 'work-queue'],
  defaults: [
    { key: 'duration', subject: 'access-token', value: interval(300, 900, 3_600), unit: 's', reason: 'as long as one may live with a token that cannot be called back' },
    { key: 'duration', subject: 'session', value: interval(28_800, 14 * SECONDS_PER_DAY, 30 * SECONDS_PER_DAY), unit: 's', reason: 'a working day for companies, weeks for consumers' },
    { key: 'duration', subject: 'revocation-delay', value: interval(0, 60, 900), unit: 's', reason: 'decides between tokens verified locally and a look-up on each request' },
    { key: 'retention', subject: 'audit-event', value: interval(90 * SECONDS_PER_DAY, 400 * SECONDS_PER_DAY, 7 * 365 * SECONDS_PER_DAY), unit: 's', reason: 'auditors ask for the past year' },
    { key: 'availability', value: interval(0.999, 0.9995, 0.9999), unit: 'ratio', reason: 'when it is down, so is everything behind it' },
    { key: 'latency', subject: 'check-session', value: interval(0.005, 0.05, 0.1), unit: 's', reason: 'it is added to every request' },
    { key: 'population', subject: 'organisation', value: interval(1, 100, 10000), unit: 'count', reason: 'customers of a business product; one where there are none' },
    { key: 'population', subject: 'signing-key', value: interval(2, 3, 10), unit: 'count', reason: 'one announced, one signing, one verifying' },
  ],
  operationsPerUserPerDay: assumption('identity requests a daily user causes', interval(10, 30, 100), 'count', 'a log-in every other day, a refresh for each quarter of an hour of use, session checks that are not answered locally'),
  peakFactor: assumption('peak ÷ mean', interval(2, 3, 20), 'ratio', 'companies log in between eight and nine; stuffing attacks add any multiple, to be refused before the hash'),
  jobs: {
    perMainOperation: assumption('jobs a log-in starts', interval(0.1, 0.4, 1.5), 'count', 'proof mails, new-device notices, audit export'),
    seconds: assumption('time a job holds a worker', interval(0.1, 0.2, 0.6), 's', 'one call to the mail provider'),
    bytes: assumption('message on the queue', interval(200, 500, 1_000), 'B', 'ids and kind; never the link itself in logs'),
  },
  risks: [
    { risk: 'leaked passwords are tried by the million', failureModes: ['ddos', 'provider-rate-limit'] },
    { risk: 'password hashing takes all processors and locks everyone out', failureModes: ['cascading-overload', 'oom-killed'] },
    { risk: 'a signing key leaks', failureModes: ['credential-leak'] },
    { risk: 'an external identity provider is down and its users cannot enter', failureModes: ['external-provider-outage'] },
    { risk: 'the session cache is lost and all checks reach the database', failureModes: ['cache-down', 'db-connection-exhaustion'] },
    { risk: 'clocks differ and fresh tokens are refused', failureModes: ['clock-skew'] },
  ],
  mechanisms: ['password-hashing', 'session-store', 'sliding-window-limit', 'audit-hash-chain', 'envelope-encryption', 'personal-data-erasure', 'transactional-outbox', 'bulkhead', 'tenant-row-level-security', 'id-generation'],
  questions: [
    { id: 'buy-or-build', question: 'Is a hosted identity service acceptable, or must it run here?', default: 'hosted', changes: 'weeks of building and a pager against a price per active user', key: 'preference', subject: 'authentication', priority: 1 },
    { id: 'active-users', question: 'How many people are active in a month?', default: '10,000 users', changes: 'price tier of a hosted service, processors for hashing', key: 'users.monthly', priority: 2 },
    { id: 'enterprise', question: 'Must companies bring their own identity provider and provision users?', default: 'no', changes: 'SAML, SCIM and an organisation model', key: 'capability', subject: 'single-sign-on', priority: 3 },
    { id: 'revocation', question: 'How soon must a revoked session stop working everywhere?', default: '60 seconds', changes: 'tokens verified locally, or a session look-up on every request', key: 'duration', subject: 'revocation-delay', priority: 4 },
    { id: 'residency', question: 'Where must personal data stay?', default: 'eu', changes: 'region, and which hosted services remain', key: 'residency', priority: 5 },
  ],
  nonGoals: ['government identity proofing', 'fraud scoring models', 'privileged access to servers'],
  sources: [
    { title: 'OWASP Application Security Verification Standard 5.0', url: 'https://github.com/OWASP/ASVS/tree/fe04986/5.0/en', asOf: '2026-07-19', confidence: 'A' },
    { title: 'Lucia: sessions written by hand', url: 'https://github.com/lucia-auth/lucia/tree/e1ef2bc6', asOf: '2026-08-08', confidence: 'A' },
  ],
});
