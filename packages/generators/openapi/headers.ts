/**
 * Headers that answers carry. Names and syntax of the limits: draft-ietf-httpapi-ratelimit-headers-12 (2026-11-20), where
 * `q` is the quota, `w` the window in s, `r` what is left and `t` the s until it is whole again; deprecation: RFC 9745;
 * sunset: RFC 8594; entity tag: RFC 9110 section 8.8.3.
 */
const RATE_LIMIT_DRAFT = 'draft-ietf-httpapi-ratelimit-headers-12';
const WINDOW_SECONDS = 60;

const reference = (name: string): Record<string, unknown> => ({ $ref: `#/components/headers/${name}` });
const policyName = (perMinute: number): string => `RateLimitPolicy${perMinute}`;

/** `components.headers` for the limits in use. */
export const headerComponents = (limits: readonly number[], tagged: boolean): Record<string, unknown> => ({
  ...Object.fromEntries(
    [...new Set(limits)]
      .toSorted((a, b) => a - b)
      .map((perMinute) => [
        policyName(perMinute),
        {
          description: `The limit that applies to each caller: quota \`q\` in a window of \`w\` seconds (${RATE_LIMIT_DRAFT}).`,
          schema: { type: 'string' },
          example: `"caller";q=${perMinute};w=${WINDOW_SECONDS}`,
        },
      ]),
  ),
  RateLimit: {
    description: `What is left: \`r\` calls for the next \`t\` seconds (${RATE_LIMIT_DRAFT}).`,
    schema: { type: 'string' },
    example: '"caller";r=42;t=18',
  },
  RetryAfter: {
    description: 'Seconds to wait before the next try (RFC 9110).',
    schema: { type: 'integer', minimum: 0 },
    example: 18,
  },
  Deprecation: {
    description: 'Only on an operation on its way out: since when, as a date of RFC 9651 (RFC 9745).',
    schema: { type: 'string', pattern: '^@[0-9]{1,12}$' },
    example: '@1830297600',
  },
  Sunset: {
    description: 'Only on an operation on its way out: when it stops answering (RFC 8594).',
    schema: { type: 'string' },
    example: 'Sat, 01 Jul 2028 00:00:00 GMT',
  },
  ...(tagged && {
    ETag: {
      description: 'The version that was read; send it back as `If-Match` to change only that one (RFC 9110).',
      schema: { type: 'string' },
      example: '"v7"',
    },
  }),
});

/** What each answer of an operation carries. */
export const usualHeaders = (perMinute: number): Record<string, unknown> => ({
  'RateLimit-Policy': reference(policyName(perMinute)),
  RateLimit: reference('RateLimit'),
  Deprecation: reference('Deprecation'),
  Sunset: reference('Sunset'),
});

export const entityTag = (): Record<string, unknown> => ({ ETag: reference('ETag') });
