import { slug } from '@archwright/kernel';
import type { Design, Operation } from '@archwright/model';

export type SchemeKind = 'oauth2' | 'apiKey' | 'session' | 'mutualTls';

/** Words of the field that name a scheme; the first that occurs in the decision wins, and OAuth 2 where none does. */
const WORDS: readonly (readonly [SchemeKind, RegExp])[] = [
  ['mutualTls', /\b(?:mtls|mutual[- ]?tls|client[- ]?certificates?|x\.?509)\b/i],
  ['oauth2', /\b(?:oauth|oidc|openid|jwt|jwts|bearer)\b/i],
  ['apiKey', /\bapi[- ]?keys?\b/i],
  ['session', /\b(?:sessions?|cookies?)\b/i],
];

/**
 * How callers prove who they are: what the design decided on authentication, else how its clients connect.
 */
export function schemeOf({ decisions, architecture }: Design): SchemeKind {
  const decision = decisions.find(({ id }) => id === 'authentication');
  const clients = new Set(architecture.components.filter(({ kind }) => kind === 'client').map(({ id }) => id));
  const connected = architecture.connections.filter(({ from }) => clients.has(from)).map(({ authentication }) => authentication);
  const decided = decision ? [decision.chosen, decision.chosenName, ...decision.technologies] : [];
  for (const text of [decided.join(' '), connected.join(' ')]) {
    const found = WORDS.find(([, words]) => words.test(text));
    if (found) return found[0];
  }
  return 'oauth2';
}

type SchemeName = SchemeKind | 'clientKey' | 'webhookSignature';

/** A browser's cookie is no credential for a program: beside sessions, programs carry a key. */
export const schemeFor = (kind: SchemeKind, { caller }: Operation): SchemeName | undefined => {
  if (caller === 'anyone') return undefined;
  if (caller === 'provider') return 'webhookSignature';
  return caller === 'machine' && kind === 'session' ? 'clientKey' : kind;
};

/** `components.securitySchemes` in use. Host names are placeholders under `.example` (RFC 2606): a design has no hosts yet. */
export function securitySchemes(kind: SchemeKind, operations: readonly Operation[], title: string): Record<string, unknown> {
  const used = [...new Set(operations.map((operation) => schemeFor(kind, operation)))].filter((name) => name !== undefined);
  return Object.fromEntries(used.toSorted().map((name) => [name, name === 'oauth2' ? oauth2(operations, title) : SCHEMES[name]]));
}

const SCHEMES: Readonly<Record<Exclude<SchemeName, 'oauth2'>, unknown>> = {
  apiKey: {
    type: 'apiKey',
    in: 'header',
    name: 'X-API-Key',
    description: 'One key for each client, stored as a hash; rotate by having two valid at a time.',
  },
  clientKey: {
    type: 'apiKey',
    in: 'header',
    name: 'X-API-Key',
    description:
      'For programs: one key for each client with its own scopes, stored as a hash; rotate by having two valid at a time.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-session',
    description: 'For people: HttpOnly, Secure, SameSite=Lax; state-changing calls also check Origin.',
  },
  mutualTls: { type: 'mutualTLS', description: 'One certificate for each client, short-lived and rotated.' },
  webhookSignature: {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description:
      'The provider’s HMAC over id, timestamp and raw body (standardwebhooks.com; a provider with headers of its own is mapped to these at the edge). Compared in constant time; older than 5 minutes is refused.',
  },
};

function oauth2(operations: readonly Operation[], title: string): unknown {
  const host = `https://identity.${slug(title)}.example`;
  const mine = operations.filter((operation) => schemeFor('oauth2', operation) === 'oauth2');
  const scopes = Object.fromEntries(scopesOf(mine).map((scope) => [scope, describeScope(scope)]));
  return {
    type: 'oauth2',
    description: 'Access tokens are short-lived JWTs; the API checks signature, issuer, audience, expiry and scope.',
    flows: {
      authorizationCode: {
        authorizationUrl: `${host}/authorize`,
        tokenUrl: `${host}/token`,
        refreshUrl: `${host}/token`,
        scopes,
      },
      clientCredentials: { tokenUrl: `${host}/token`, scopes },
    },
  };
}

/** What one operation asks for: nothing where anyone may call. Only OAuth 2 has scopes of its own. */
export const requirementOf = (kind: SchemeKind, operation: Operation): readonly Record<string, readonly string[]>[] => {
  const name = schemeFor(kind, operation);
  return name === undefined ? [] : [{ [name]: name === 'oauth2' ? operation.scopes : [] }];
};

const scopesOf = (operations: readonly Operation[]): readonly string[] =>
  [...new Set(operations.flatMap(({ scopes }) => scopes))].toSorted();

/** `listings:read` → `read listings`. */
const describeScope = (scope: string): string => scope.split(/[:.]/).toReversed().join(' ').replaceAll(/[-_]/g, ' ') || scope;
