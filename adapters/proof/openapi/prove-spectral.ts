import type { Artefact, Proof } from '@archwright/model';
import { packageVersion } from '../package-version.ts';
import { designRules } from './design-rules.ts';
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
        ...designRules({ truthy, pattern, schema }),
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
