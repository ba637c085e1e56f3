import type { Architecture, Component, Connection, Threat } from '@archwright/model';

type Category = Threat['category'];
interface Template {
  readonly category: Category;
  /** Which arrows it concerns. */
  readonly applies: (connection: Connection, from: Component, to: Component) => boolean;
  readonly threat: (from: Component, to: Component) => string;
  readonly control: string;
  readonly owasp: string;
  readonly asvs: string;
}

const crosses = (from: Component, to: Component) => from.boundary !== to.boundary;
const fromOutside = (_: Connection, from: Component) => from.boundary === 'internet';
const toData = (_: Connection, from: Component, to: Component) => to.boundary === 'data' && crosses(from, to);

/** STRIDE by kind of arrow, each with its row of OWASP API Security Top 10 2023 and chapter of ASVS 5.0. */
const TEMPLATES: readonly Template[] = [
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
    applies: (_, from) => from.boundary === 'edge',
    threat: (_, to) => `an ordinary caller reaches an administrative operation of ${to.name}`,
    control:
      'scopes per operation denied by default, administrative routes on a separate listener, tests that call each route with each role',
    owasp: 'API5:2023 Broken Function Level Authorization',
    asvs: 'V8 Authorization',
  },
  {
    category: 'information-disclosure',
    applies: toData,
    threat: (from, to) => `a flaw in ${from.name} or a leaked credential opens all of ${to.name}`,
    control:
      'one least-privilege role per deployable and module, no shared administrator, encryption at rest with managed keys, private network only',
    owasp: 'API8:2023 Security Misconfiguration',
    asvs: 'V13 Configuration, V11 Cryptography',
  },
  {
    category: 'tampering',
    applies: toData,
    threat: (from, to) => `input becomes a query on its way from ${from.name} to ${to.name}`,
    control: 'bound parameters only, no string-built queries, constraints in the store as the second line',
    owasp: 'API8:2023 Security Misconfiguration',
    asvs: 'V1 Encoding and Sanitization',
  },
  {
    category: 'spoofing',
    applies: (_, from, to) => to.kind === 'external' && from.kind !== 'client',
    threat: (_, to) => `a forged callback pretends to come from ${to.name}`,
    control: 'HMAC signature and timestamp of every callback verified, replays refused by id, egress only to an allow-list',
    owasp: 'API10:2023 Unsafe Consumption of APIs',
    asvs: 'V4 API and Web Service',
  },
  {
    category: 'information-disclosure',
    applies: (_, from, to) => to.kind === 'external' && from.kind !== 'client',
    threat: (_, to) => `more personal data than needed goes to ${to.name}`,
    control: 'only the fields the provider needs are sent, contracts and regions recorded, keys rotated from the secret manager',
    owasp: 'API10:2023 Unsafe Consumption of APIs',
    asvs: 'V14 Data Protection',
  },
  {
    category: 'repudiation',
    applies: (_, from, to) => from.kind === 'service' && to.id === 'primary-store',
    threat: (from) => `nobody can say afterwards who changed a row through ${from.name}`,
    control:
      'append-only audit log with actor, action, row and request id, written in the same transaction; hash chain checked daily',
    owasp: 'no API 2023 row (logging: Top 10 2021 A09)',
    asvs: 'V16 Security Logging and Error Handling',
  },
  {
    category: 'tampering',
    applies: (_, from, to) => from.kind === 'queue' && to.kind === 'worker',
    threat: (_, to) => `a poisoned or replayed message makes ${to.name} act twice or crash`,
    control: 'message schema checked, idempotent handlers with an inbox of seen ids, attempt limit, dead letter queue with alert',
    owasp: 'API6:2023 Unrestricted Access to Sensitive Business Flows',
    asvs: 'V2 Validation and Business Logic',
  },
  {
    category: 'information-disclosure',
    applies: (_, __, to) => to.kind === 'observability',
    threat: () => 'personal data or secrets end up in logs and traces',
    control: 'structured logging with an allow-list of fields, secrets masked at the source, short retention',
    owasp: 'API8:2023 Security Misconfiguration',
    asvs: 'V16 Security Logging and Error Handling',
  },
];

/** Threats over the data flows: each template on each arrow it concerns, once a pair of places. */
export function modelThreats(architecture: Architecture): readonly Threat[] {
  const component = new Map(architecture.components.map((one) => [one.id, one]));
  const seen = new Set<string>();
  return TEMPLATES.flatMap((template, row) =>
    architecture.connections.flatMap((connection): Threat[] => {
      const [from, to] = [component.get(connection.from), component.get(connection.to)];
      if (!from || !to || !template.applies(connection, from, to)) return [];
      const key = `${row}:${from.boundary === 'internet' ? 'internet' : from.kind}:${to.id}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [
        {
          id: `${template.category}-${row + 1}-${to.id}`,
          flow: connection.id,
          category: template.category,
          threat: template.threat(from, to),
          control: template.control,
          owasp: template.owasp,
          asvs: template.asvs,
        },
      ];
    }),
  );
}
