import { defineRule } from '../rule.ts';

const OPEN = /^(?:none|anonymous)?$/i;
const SAFE = /TLS|HTTPS|mTLS|private/i;

export const unauthenticatedEntry = defineRule({
  id: 'security/unauthenticated-entry',
  title: 'Personal data over an open door',
  severity: 'error',
  why: 'Security added later is added around what already leaks.',
  fix: 'Authenticate at the boundary and encrypt every hop that carries more than public data.',
  falsePositiveWhen: 'The data is public and classified so.',
  references: ['https://owasp.org/API-Security/editions/2023/en/0xa2-broken-authentication/'],
  detect: ({ architecture: { connections } }) =>
    connections
      .filter(({ carries }) => carries !== 'public')
      .flatMap(({ id, authentication, protocol }) => [
        ...(OPEN.test(authentication.trim()) ? [{ place: id, message: `${id} is not authenticated` }] : []),
        ...(SAFE.test(protocol) ? [] : [{ place: id, message: `${id} is not encrypted: ${protocol}` }]),
      ]),
});
