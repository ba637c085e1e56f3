import type { Artefact, Proof } from '@archwright/model';
import { packageVersion } from '../package-version.ts';
import { messageOf, notRun, proof, type Tool } from '../proof.ts';

const CLAIM = 'a second linter finds nothing under its whole rule set and the rules of API design';
const INSTALL =
  'npm install @stoplight/spectral-core@1.24.1 @stoplight/spectral-rulesets@1.23.1 @stoplight/spectral-functions @stoplight/spectral-parsers@1.0.5';

/**
 * Spectral with every rule of its OpenAPI set, and rules of its own for what a contract must have here: problem details,
 * limits, cursors, keys, no verbs in paths.
 */
export async function proveSpectral(artefact: Artefact): Promise<Proof> {
  const by: Tool = { tool: '@stoplight/spectral-core', version: packageVersion('@stoplight/spectral-core') };
  let lint: Lint;
  try {
    lint = await (loaded ??= load());
  } catch (error) {
    loaded = undefined;
    return notRun(by, CLAIM, [artefact], `Spectral is not installed (${messageOf(error).split('\n')[0]}); ${INSTALL}`)[0]!;
  }
  const found = await lint(artefact.content);
  const log = found.map(({ line, code, message, path }) => `${line}: ${code}: ${path}: ${message}`).join('\n');
  return proof(by, artefact.path, CLAIM, found.length === 0 ? 'accepted' : 'rejected', log || 'no finding', found[0]?.line);
}

interface Finding {
  readonly line: number;
  readonly code: string;
  readonly message: string;
  readonly path: string;
}
type Lint = (content: string) => Promise<readonly Finding[]>;
let loaded: Promise<Lint> | undefined;

async function load(): Promise<Lint> {
  const [core, rulesets, functions, parsers, resolver] = await Promise.all([
    import('@stoplight/spectral-core'),
    import('@stoplight/spectral-rulesets'),
    import('@stoplight/spectral-functions'),
    import('@stoplight/spectral-parsers'),
    import('@stoplight/spectral-ref-resolver'),
  ]);
  const { Spectral, Document, Ruleset } = core.default ?? core;
  const { oas } = rulesets.default ?? rulesets;
  const { truthy, pattern, schema } = functions.default ?? functions;
  const { Yaml } = parsers.default ?? parsers;
  // The document stands alone: nothing it refers to is read from the disk or the network.
  const { Resolver } = resolver.default ?? resolver;
  const spectral = new Spectral({ resolver: new Resolver({ resolvers: {} }) });
  const each = '$.paths[*][get,put,post,patch,delete]';
  spectral.setRuleset(
    new Ruleset({
      extends: [[oas as never, 'all']],
      rules: {
        // The licence is the owner's to choose, and a callback names its own 2xx.
        'info-license': 'off',
        'license-url': 'off',
        // Its example rules know no 2020-12; Ajv and Redocly check examples.
        'oas3-valid-media-example': 'off',
        'oas3-valid-schema-example': 'off',
        'path-declarations-must-exist': 'error',
        'errors-are-problem-details': {
          description: 'A refusal is application/problem+json (RFC 9457).',
          severity: 'error',
          given: `${each}.responses[?(@property >= '400' && @property <= '599')].content`,
          then: { field: 'application/problem+json', function: truthy },
        },
        'success-names-limits': {
          description: 'A success says which limit applies.',
          severity: 'error',
          given: `${each}.responses[?(@property >= '200' && @property <= '299')]`,
          then: [
            { field: 'headers.RateLimit-Policy', function: truthy },
            { field: 'headers.RateLimit', function: truthy },
          ],
        },
        'operation-can-be-limited': {
          description: 'Every operation can answer 429.',
          severity: 'error',
          given: `${each}.responses`,
          then: { field: '429', function: truthy },
        },
        'paths-are-versioned': {
          description: 'The major version stands in the path.',
          severity: 'error',
          given: '$.paths[*]~',
          then: { function: pattern, functionOptions: { match: '^/api/v[0-9]+/' } },
        },
        'paths-hold-nouns': {
          description: 'A path names things; the method is the verb.',
          severity: 'error',
          given: '$.paths[*]~',
          then: {
            function: pattern,
            functionOptions: {
              notMatch: '/(?:get|create|update|delete|list|add|remove|fetch|set|settle|cancel|approve)(?:/|$|[A-Z-])',
            },
          },
        },
        'get-has-no-body': {
          description: 'A GET carries no body.',
          severity: 'error',
          given: '$.paths[*].get',
          then: { function: schema, functionOptions: { schema: { not: { required: ['requestBody'] } } } },
        },
        'pages-have-cursors': {
          description: 'An answer with `nextCursor` belongs to an operation with `limit` and `cursor`.',
          severity: 'error',
          given: `$.paths[*][?(@ && @.responses && @.responses['200'] && @.responses['200'].content && @.responses['200'].content['application/json'] && @.responses['200'].content['application/json'].schema.properties && @.responses['200'].content['application/json'].schema.properties.nextCursor)].parameters`,
          then: {
            function: schema,
            functionOptions: {
              schema: {
                allOf: [
                  { contains: { properties: { name: { const: 'limit' } }, required: ['name'] } },
                  { contains: { properties: { name: { const: 'cursor' } }, required: ['name'] } },
                ],
              },
            },
          },
        },
      },
    } as never),
  );
  return async (content) =>
    (await spectral.run(new Document(content, Yaml as never, 'openapi.yaml'))).map(({ code, message, path, range }) => ({
      line: range.start.line + 1,
      code: String(code),
      message,
      path: path.join(' › '),
    }));
}
