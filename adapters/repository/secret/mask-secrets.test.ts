import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MASK, maskEnvironment, maskSecrets } from './mask-secrets.ts';

const long = (prefix: string, length: number): string => prefix + 'a1B2'.repeat(Math.ceil(length / 4)).slice(0, length);

test.each([
  ['postgres://app:s3cret@db/app', `postgres://${MASK}@db/app`],
  ['postgres://app:p@ss@db/app', `postgres://${MASK}@db/app`],
  ['password: "correct horse battery"', `password: "${MASK}"`],
  ["secret: '$ecret123, x'", `secret: '${MASK}'`],
  ['POSTGRES_PASSWORD=swordfish', `POSTGRES_PASSWORD=${MASK}`],
  ['  password: "swordfish"', `  password: "${MASK}"`],
  ["api_key = 'abc123def'", `api_key = '${MASK}'`],
  ['{"clientSecret":"abc123def"}', `{"clientSecret":"${MASK}"}`],
  ['<password>swordfish</password>', `<password>${MASK}</password>`],
  ['the password is tr0ub4dor', `the password is ${MASK}`],
  ['key AKIAIOSFODNN7EXAMPLE.', `key ${MASK}.`],
  [`use ${long('ghp_', 36)} here`, `use ${MASK} here`],
  [`use ${long('sk_live_', 24)} here`, `use ${MASK} here`],
  [`Authorization: Bearer ${long('', 20)}`, `Authorization: Bearer ${MASK}`],
  [long('', 48), MASK],
  ['-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\n-----END EC PRIVATE KEY-----\nnext', `${MASK}\n${MASK}\n${MASK}\nnext`],
])('%j is masked', (text, expected) => expect(maskSecrets(text)).toEqual({ text: expected, count: 1 }));

test.each([
  'password: ${DB_PASSWORD}',
  'master_password = var.password',
  'token: true',
  '"jsonwebtoken": "^9.0.2"',
  'The token is short-lived.',
  'image: postgres@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
  'Basic authentication is not used',
  'https://example.com/a/b?c=d',
  'import x from "@example/a-very-long-package-name-with-many-words-in-it"',
])('%j is left as it is', (text) => expect(maskSecrets(text)).toEqual({ text, count: 0 }));

test('an environment file keeps names and schemes only', () => {
  expect(maskEnvironment('# a secret\nURL=redis://h:1/0\nNAME="x"\nEMPTY=\n')).toEqual({
    text: `#\nURL=redis://${MASK}\nNAME=${MASK}\nEMPTY=\n`,
    count: 2,
  });
});

test('lines stay where they are', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => maskSecrets(text).text.split('\n').length === text.split('\n').length),
  );
});

test('a password is masked wherever it stands', () => {
  const secret = fc
    .stringMatching(/^[A-Za-z0-9]{8,40}$/)
    .filter((text) => !/^(?:true|false|null|none|required|optional|string|vault|env)/i.test(text));
  const prefix = fc.constantFrom('password: ', 'PASSWORD=', 'db_password = "', '"password": "', 'secret: ', 'api-key: ');
  fc.assert(
    fc.property(
      prefix,
      secret,
      fc.string({ maxLength: 50 }),
      (name, value, after) => !maskSecrets(`x\n${name}${value}\n${after.replaceAll(value, '')}`).text.includes(value),
    ),
  );
});
