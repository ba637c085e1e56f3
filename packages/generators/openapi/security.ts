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

/** `components.securitySchemes`. Host names are placeholders under `.example` (RFC 2606): a design has no hosts yet. */
export function securitySchemes(kind: SchemeKind, operations: readonly Operation[], title: string): Record<string, unknown> {
  if (kind === 'apiKey')
    return {
      apiKey: {
        type: 'apiKey',
        in: 'header',
        name: 'X-API-Key',
        description: 'One key for each client; rotate by having two valid at a time.',
      },
    };
  if (kind === 'session')
    return {
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: '__Host-session',
        description: 'HttpOnly, Secure, SameSite=Lax; state-changing calls also check Origin.',
      },
    };
  if (kind === 'mutualTls')
    return { mutualTls: { type: 'mutualTLS', description: 'One certificate for each client, short-lived and rotated.' } };
  const host = `https://identity.${slug(title)}.example`;
  const scopes = Object.fromEntries(scopesOf(operations).map((scope) => [scope, describeScope(scope)]));
  return {
    oauth2: {
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
    },
  };
}

/** What one operation asks for. Only OAuth 2 has scopes of its own; the other schemes map callers to them inside. */
export const requirementOf = (kind: SchemeKind, { scopes }: Operation): readonly Record<string, readonly string[]>[] => [
  { [kind]: kind === 'oauth2' ? scopes : [] },
];

const scopesOf = (operations: readonly Operation[]): readonly string[] =>
  [...new Set(operations.flatMap(({ scopes }) => scopes))].toSorted();

/** `listings:read` → `read listings`. */
const describeScope = (scope: string): string => scope.split(/[:.]/).toReversed().join(' ').replaceAll(/[-_]/g, ' ') || scope;
