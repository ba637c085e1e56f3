/** Functions of Spectral that the rules use. */
export interface RuleFunctions {
  readonly truthy: unknown;
  readonly pattern: unknown;
  readonly schema: unknown;
}
interface Check {
  readonly field?: string;
  readonly function: unknown;
  readonly functionOptions?: unknown;
}

const EACH = '$.paths[*][get,put,post,patch,delete]';
const PAGE_SCHEMA = "@.responses['200'].content['application/json'].schema";
const IS_PAGE = `@ && @.responses && @.responses['200'] && @.responses['200'].content && @.responses['200'].content['application/json'] && ${PAGE_SCHEMA}.properties && ${PAGE_SCHEMA}.properties.nextCursor`;
const VERBS = 'get|create|update|delete|list|add|remove|fetch|set|settle|cancel|approve';

const rule = (description: string, given: string, checks: readonly Check[]): unknown => ({
  description,
  severity: 'error',
  given,
  // oxlint-disable-next-line unicorn/no-thenable -- Spectral's own key; a rule is never awaited
  then: checks,
});

/** What a contract of ours must have beyond being sound: problem details, limits, versions, nouns, cursors. */
export const designRules = ({ truthy, pattern, schema }: RuleFunctions): Record<string, unknown> => ({
  'errors-are-problem-details': rule(
    'A refusal is application/problem+json (RFC 9457).',
    `${EACH}.responses[?(@property >= '400' && @property <= '599')].content`,
    [{ field: 'application/problem+json', function: truthy }],
  ),
  'success-names-limits': rule(
    'A success says which limit applies.',
    `${EACH}.responses[?(@property >= '200' && @property <= '299')]`,
    [
      { field: 'headers.RateLimit-Policy', function: truthy },
      { field: 'headers.RateLimit', function: truthy },
    ],
  ),
  'operation-can-be-limited': rule('Every operation can answer 429.', `${EACH}.responses`, [{ field: '429', function: truthy }]),
  'paths-are-versioned': rule('The major version stands in the path, unless the path is well known (RFC 8615).', '$.paths[*]~', [
    { function: pattern, functionOptions: { match: '^/(?:api/v[0-9]+|[.]well-known)/' } },
  ]),
  'paths-hold-nouns': rule('A path names things; the method is the verb.', '$.paths[*]~', [
    { function: pattern, functionOptions: { notMatch: `/(?:${VERBS})(?:/|$|[A-Z-])` } },
  ]),
  'get-has-no-body': rule('A GET carries no body.', '$.paths[*].get', [
    { function: schema, functionOptions: { schema: { not: { required: ['requestBody'] } } } },
  ]),
  'pages-have-cursors': rule('A page has `limit` and `cursor`.', `$.paths[*][?(${IS_PAGE})].parameters`, [
    {
      function: schema,
      functionOptions: {
        schema: {
          allOf: ['limit', 'cursor'].map((name) => ({
            contains: { properties: { name: { const: name } }, required: ['name'] },
          })),
        },
      },
    },
  ]),
});
