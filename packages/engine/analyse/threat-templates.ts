import type { Component, Connection, Threat } from '@archwright/model';

export interface ThreatTemplate {
  readonly category: Threat['category'];
  /** Which arrows it concerns. */
  readonly applies: (connection: Connection, from: Component, to: Component) => boolean;
  readonly threat: (from: Component, to: Component) => string;
  readonly control: string;
  readonly owasp: string;
  readonly asvs: string;
}

type Applies = ThreatTemplate['applies'];
const SENSITIVE: ReadonlySet<string> = new Set(['pii', 'phi', 'card', 'secret']);
const fromOutside: Applies = (_, from) => from.kind === 'client';
const fromEdge: Applies = (_, from, to) => from.boundary === 'edge' && to.boundary !== 'edge';
const toKind =
  (...kinds: readonly Component['kind'][]): Applies =>
  (_, from, to) =>
    kinds.includes(to.kind) && from.kind !== 'client';
const toStore = toKind('database', 'cache', 'search', 'object-store');
const toBroker = toKind('queue', 'stream');
const toProvider = toKind('external');

/**
 * STRIDE by kind of arrow, each with its row of OWASP API Security Top 10 2023 and chapter of ASVS 5.0; the ones a reader
 * should see first stand first.
 *
 * @source https://owasp.org/API-Security/editions/2023/en/0x11-t10/ and https://github.com/OWASP/ASVS/tree/v5.0.0
 */
export const THREAT_TEMPLATES: readonly ThreatTemplate[] = [
  {
    category: 'spoofing',
    applies: fromOutside,
    threat: (from, to) => `somebody calls ${to.name} as another ${from.name.toLowerCase()} with a stolen or forged token`,
    control:
      'short-lived signed tokens bound to audience and issuer, refresh rotation, rate-limited login, second factor for privileged roles',
    owasp: 'API2:2023 Broken Authentication',
    asvs: 'V9 Self-contained Tokens, V6 Authentication',
  },
  {
    category: 'tampering',
    applies: fromOutside,
    threat: (from) => `a ${from.name.toLowerCase()} changes fields that are not theirs to set, or sends a body no schema allows`,
    control:
      'every body is checked against the OpenAPI schema, unknown fields refused; ids and owner come from the token, never from the body',
    owasp: 'API3:2023 Broken Object Property Level Authorization',
    asvs: 'V2 Validation and Business Logic',
  },
  {
    category: 'information-disclosure',
    applies: fromOutside,
    threat: (from) => `a ${from.name.toLowerCase()} walks through ids and reads rows of others`,
    control:
      'random ids, owner or tenant checked on every row read (row-level policy in the store, not only in code), uniform 404',
    owasp: 'API1:2023 Broken Object Level Authorization',
    asvs: 'V8 Authorization',
  },
  {
    category: 'denial-of-service',
    applies: fromOutside,
    threat: (_, to) => `a caller exhausts ${to.name} with bursts, huge pages or slow bodies`,
    control: 'rate limits and quotas by caller, page size and body size limits, timeouts, load shedding before queues grow',
    owasp: 'API4:2023 Unrestricted Resource Consumption',
    asvs: 'V2 Validation and Business Logic',
  },
  {
    category: 'elevation-of-privilege',
    applies: fromEdge,
    threat: (_, to) => `an ordinary caller reaches an administrative operation of ${to.name}`,
    control:
      'scopes per operation denied by default, administrative routes on a separate listener, tests that call each route with each role',
    owasp: 'API5:2023 Broken Function Level Authorization',
    asvs: 'V8 Authorization',
  },
  {
    category: 'information-disclosure',
    applies: toStore,
    threat: (from, to) => `a flaw in ${from.name} or a leaked credential opens all of ${to.name}`,
    control:
      'one least-privilege role per deployable and module, no shared administrator, encryption at rest with managed keys, private network only',
    owasp: 'API8:2023 Security Misconfiguration',
    asvs: 'V13 Configuration, V11 Cryptography',
  },
  {
    category: 'tampering',
    applies: toKind('database', 'search'),
    threat: (from, to) => `input becomes a query on its way from ${from.name} to ${to.name}`,
    control: 'bound parameters only, no string-built queries, constraints in the store as the second line',
    owasp: 'API8:2023 Security Misconfiguration',
    asvs: 'V1 Encoding and Sanitization',
  },
  {
    category: 'spoofing',
    applies: toProvider,
    threat: (_, to) => `a forged callback pretends to come from ${to.name}`,
    control: 'HMAC signature and timestamp of every callback verified, replays refused by id, egress only to an allow-list',
    owasp: 'API10:2023 Unsafe Consumption of APIs',
    asvs: 'V4 API and Web Service',
  },
  {
    category: 'information-disclosure',
    applies: (connection, from, to) => SENSITIVE.has(connection.carries) && toProvider(connection, from, to),
    threat: (_, to) => `more personal data than needed goes to ${to.name}`,
    control: 'only the fields the provider needs are sent, contracts and regions recorded, keys rotated from the secret manager',
    owasp: 'API10:2023 Unsafe Consumption of APIs',
    asvs: 'V14 Data Protection',
  },
  {
    category: 'repudiation',
    applies: (_, from, to) => from.kind === 'service' && to.kind === 'database',
    threat: (from) => `nobody can say afterwards who changed a row through ${from.name}`,
    control:
      'append-only audit log with actor, action, row and request id, written in the same transaction; hash chain checked daily',
    owasp: 'no API 2023 row (logging: Top 10 2021 A09)',
    asvs: 'V16 Security Logging and Error Handling',
  },
  {
    category: 'tampering',
    applies: (_, from) => from.kind === 'queue' || from.kind === 'stream',
    threat: (_, to) => `a poisoned or replayed message makes ${to.name} act twice or crash`,
    control: 'message schema checked, idempotent handlers with an inbox of seen ids, attempt limit, dead letter queue with alert',
    owasp: 'API6:2023 Unrestricted Access to Sensitive Business Flows',
    asvs: 'V2 Validation and Business Logic',
  },
  {
    category: 'information-disclosure',
    applies: toKind('observability'),
    threat: () => 'personal data or secrets end up in logs and traces',
    control: 'structured logging with an allow-list of fields, secrets masked at the source, short retention',
    owasp: 'API8:2023 Security Misconfiguration',
    asvs: 'V16 Security Logging and Error Handling',
  },
  {
    category: 'tampering',
    applies: toBroker,
    threat: (from, to) => `somebody else than ${from.name} puts a job into ${to.name}, or changes one that waits`,
    control:
      'only the identity of the producer may publish, only the identity of the consumer may take; every message is checked against its schema',
    owasp: 'API8:2023 Security Misconfiguration',
    asvs: 'V2 Validation and Business Logic',
  },
  {
    category: 'information-disclosure',
    applies: toBroker,
    threat: (_, to) => `messages that wait in ${to.name} are read by whoever operates it`,
    control: 'messages carry ids and not the data itself where the consumer can read it; encryption at rest; retention of days',
    owasp: 'API8:2023 Security Misconfiguration',
    asvs: 'V14 Data Protection',
  },
  {
    category: 'denial-of-service',
    applies: toBroker,
    threat: (_, to) => `one caller fills ${to.name} and everybody waits behind it`,
    control: 'quota of jobs by caller, lanes for urgent and bulk work, alert on the age of the oldest message',
    owasp: 'API4:2023 Unrestricted Resource Consumption',
    asvs: 'V2 Validation and Business Logic',
  },
  {
    category: 'repudiation',
    applies: fromOutside,
    threat: (from) => `a ${from.name.toLowerCase()} denies having asked for what was done`,
    control:
      'every write is logged with actor, credential, request id and idempotency key, and the log cannot be changed by the code that writes it',
    owasp: 'no API 2023 row (logging: Top 10 2021 A09)',
    asvs: 'V16 Security Logging and Error Handling',
  },
  {
    category: 'elevation-of-privilege',
    applies: toKind('database'),
    threat: (from, to) => `the role of ${from.name} alters tables or grants itself rights in ${to.name}`,
    control:
      'the role at run time owns nothing and may not change the schema; migrations have a role of their own that only the pipeline can take',
    owasp: 'API8:2023 Security Misconfiguration',
    asvs: 'V13 Configuration',
  },
  {
    category: 'denial-of-service',
    applies: toStore,
    threat: (from, to) => `${from.name} takes every connection of ${to.name}, or one query runs for minutes`,
    control: 'pool limits by deployable, statement and lock time-outs, page size limits, an index for every access pattern',
    owasp: 'API4:2023 Unrestricted Resource Consumption',
    asvs: 'V2 Validation and Business Logic',
  },
  {
    category: 'spoofing',
    applies: toKind('database', 'cache', 'search', 'object-store', 'queue', 'stream'),
    threat: (from, to) => `another workload reaches ${to.name} with a copied credential of ${from.name}`,
    control:
      'workload identity instead of passwords where the platform has it, credentials rotated from the secret manager, network rules that admit the application only',
    owasp: 'API2:2023 Broken Authentication',
    asvs: 'V13 Configuration',
  },
  {
    category: 'tampering',
    applies: toKind('cache'),
    threat: (_, to) => `an entry in ${to.name} is filled with the answer meant for somebody else`,
    control: 'keys carry tenant or user and the version of the schema; nothing is cached before authorisation',
    owasp: 'API1:2023 Broken Object Level Authorization',
    asvs: 'V14 Data Protection',
  },
  {
    category: 'tampering',
    applies: toKind('object-store'),
    threat: (_, to) => `an upload overwrites an object of others in ${to.name}, or carries malware`,
    control: 'signed addresses bound to one key, type and size for minutes; random keys; scanned before anybody else can read it',
    owasp: 'API1:2023 Broken Object Level Authorization',
    asvs: 'V5 File Handling',
  },
  {
    category: 'spoofing',
    applies: fromEdge,
    threat: (from, to) => `a workload inside the network calls ${to.name} past ${from.name}`,
    control: 'the service verifies the token again and admits the gateway’s identity only; no public address',
    owasp: 'API2:2023 Broken Authentication',
    asvs: 'V12 Secure Communication',
  },
  {
    category: 'tampering',
    applies: fromEdge,
    threat: (_, to) => `a header that the caller forged reaches ${to.name} as if the gateway had set it`,
    control: 'the gateway removes identity and forwarding headers of callers before it sets its own',
    owasp: 'API8:2023 Security Misconfiguration',
    asvs: 'V4 API and Web Service',
  },
  {
    category: 'information-disclosure',
    applies: fromEdge,
    threat: (_, to) => `an error of ${to.name} tells stack traces, queries or versions to the caller`,
    control: 'problem details without internals (RFC 9457), the rest in the log under the request id',
    owasp: 'API8:2023 Security Misconfiguration',
    asvs: 'V16 Security Logging and Error Handling',
  },
  {
    category: 'denial-of-service',
    applies: fromEdge,
    threat: (_, to) => `a burst that the limits let through takes every worker of ${to.name}`,
    control:
      'concurrency limit with load shedding, a time-out on every call that is shorter than the caller’s, critical operations shed last',
    owasp: 'API4:2023 Unrestricted Resource Consumption',
    asvs: 'V15 Secure Coding and Architecture',
  },
  {
    category: 'repudiation',
    applies: fromEdge,
    threat: (from, to) => `a request in the log of ${from.name} cannot be found in the log of ${to.name}`,
    control: 'one request id from the edge to the last store, in every log line and trace',
    owasp: 'no API 2023 row (logging: Top 10 2021 A09)',
    asvs: 'V16 Security Logging and Error Handling',
  },
  {
    category: 'denial-of-service',
    applies: toProvider,
    threat: (from, to) => `${to.name} is slow and holds everything that ${from.name} has`,
    control: 'time-out, circuit breaker and bulkhead by provider; calls over a queue where nobody waits',
    owasp: 'API4:2023 Unrestricted Resource Consumption',
    asvs: 'V15 Secure Coding and Architecture',
  },
  {
    category: 'tampering',
    applies: toProvider,
    threat: (_, to) => `an answer of ${to.name} is stored or shown as it came`,
    control: 'answers are checked against a schema and a size limit; redirects are not followed',
    owasp: 'API10:2023 Unsafe Consumption of APIs',
    asvs: 'V4 API and Web Service',
  },
  {
    category: 'elevation-of-privilege',
    applies: toProvider,
    threat: (from, to) => `an address in user input makes ${from.name} call inside the network instead of ${to.name}`,
    control: 'hosts from configuration and never from input; the egress proxy refuses private ranges and the metadata service',
    owasp: 'API7:2023 Server Side Request Forgery',
    asvs: 'V1 Encoding and Sanitization',
  },
  {
    category: 'spoofing',
    applies: toKind('identity'),
    threat: (from, to) => `${from.name} accepts a token that ${to.name} never issued`,
    control:
      'issuer, audience, algorithm and expiry are pinned; signing keys come from the issuer over TLS and are cached for hours',
    owasp: 'API2:2023 Broken Authentication',
    asvs: 'V10 OAuth and OIDC',
  },
  {
    category: 'denial-of-service',
    applies: toKind('identity'),
    threat: (_, to) => `${to.name} is down and nobody can sign in`,
    control: 'tokens are verified with cached keys and need no call; sessions outlive an outage of an hour',
    owasp: 'API4:2023 Unrestricted Resource Consumption',
    asvs: 'V6 Authentication',
  },
  {
    category: 'information-disclosure',
    applies: toKind('real-time'),
    threat: (_, to) => `a client of ${to.name} listens to a topic that is not theirs`,
    control: 'the topic comes from the token; every subscription is authorised, and again when rights change',
    owasp: 'API1:2023 Broken Object Level Authorization',
    asvs: 'V8 Authorization',
  },
  {
    category: 'denial-of-service',
    applies: toKind('real-time'),
    threat: (_, to) => `connections that nobody closes use up ${to.name}`,
    control: 'connection limits by caller, heartbeat, slow consumers are cut off',
    owasp: 'API4:2023 Unrestricted Resource Consumption',
    asvs: 'V2 Validation and Business Logic',
  },
  {
    category: 'tampering',
    applies: toKind('observability'),
    threat: (from) => `text of a caller forges lines in the log of ${from.name}`,
    control: 'structured logging that encodes line breaks; the log is data and never a template',
    owasp: 'API8:2023 Security Misconfiguration',
    asvs: 'V16 Security Logging and Error Handling',
  },
  {
    category: 'denial-of-service',
    applies: toKind('observability'),
    threat: (from, to) => `${to.name} is down and ${from.name} waits for it`,
    control: 'telemetry is sent from a bounded buffer that drops; no request waits for it',
    owasp: 'API4:2023 Unrestricted Resource Consumption',
    asvs: 'V15 Secure Coding and Architecture',
  },
];
