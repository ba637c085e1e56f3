import type { Artefact, Proof } from '@archwright/model';
import { LineCounter, parseDocument } from 'yaml';
import { packageVersion } from '../package-version.ts';
import { messageOf, notRun, proof, type Prover, type Tool } from '../proof.ts';
import { proveCompatible } from './prove-compatible.ts';
import { proveExamples } from './prove-examples.ts';
import { proveMock } from './prove-mock.ts';
import { proveSpectral } from './prove-spectral.ts';

const ACCEPTED = 'the linter finds no error under its strict rules';
const EXAMPLES = 'the linter finds every example valid against its schema';
const CLAIMS = [ACCEPTED, EXAMPLES];
const EXAMPLE_RULES: ReadonlySet<string> = new Set([
  'no-invalid-media-type-examples',
  'no-invalid-parameter-examples',
  'no-invalid-schema-examples',
]);

/**
 * The strict rule set, and more. A licence is the owner's to choose; a literal path before a templated one is unambiguous in
 * OpenAPI 3.1; an operation that only redirects succeeds with a 3xx, which the set's own rule about success does not know.
 */
const RULES = {
  'operation-2xx-response': 'off',
  'rule/operation-success-response': {
    subject: { type: 'Responses' },
    assertions: { requireAny: ['200', '201', '202', '204', '206', '101', '301', '302', '303', '307', '308'] },
    message: 'Operation must have a response for success: a 2xx, a redirect or a switch of protocol.',
    severity: 'error',
  },
  'info-license': 'off',
  'info-license-strict': 'off',
  'no-ambiguous-paths': 'off',
  'no-invalid-media-type-examples': { severity: 'error', allowAdditionalProperties: true },
  'operation-4xx-problem-details-rfc7807': 'error',
  'operation-tag-defined': 'error',
  'operation-description': 'error',
  'operation-singular-tag': 'error',
  'no-http-verbs-in-paths': 'off',
  'component-name-unique': 'error',
  'path-http-verbs-order': 'off',
} as const;

/**
 * `openapi.yaml` through two linters, Ajv and a mock server: structure, references, security, design rules, examples, and
 * that a client gets what is promised. Five proofs a document, and a sixth where the folder held an earlier one.
 */
export const proveOpenapi: Prover = async (artefacts, _, { previous = [] }) => {
  const proofs: Proof[] = [];
  for (const artefact of artefacts.filter(({ path }) => /(?:^|\/)openapi\.ya?ml$/.test(path)))
    proofs.push(
      ...(await proveRedocly(artefact)),
      await proveSpectral(artefact),
      await proveExamples(artefact),
      await proveMock(artefact),
      ...(await proveCompatible(artefact, previous)),
    );
  return proofs;
};

async function proveRedocly(artefact: Artefact): Promise<readonly Proof[]> {
  const by = { tool: '@redocly/openapi-core', version: packageVersion('@redocly/openapi-core') };
  try {
    const lint = await loadLinter();
    return judge(by, artefact, await lint(artefact));
  } catch (error) {
    const reason = `the linter could not be loaded or run: ${messageOf(error)}`;
    return CLAIMS.flatMap((claim) => notRun(by, claim, [artefact], reason));
  }
}

interface Objection {
  readonly rule: string;
  readonly message: string;
  readonly line: number | undefined;
}

async function loadLinter(): Promise<(artefact: Artefact) => Promise<readonly Objection[]>> {
  const { BaseResolver, createConfig, getLineColLocation, lintFromString } = await import('@redocly/openapi-core');
  const config = await createConfig({ extends: ['recommended-strict'], rules: RULES });
  /** The document stands alone: nothing it refers to is read from the disk or the network. */
  class NoOutsideReferences extends BaseResolver {
    override loadExternalRef(reference: string): Promise<never> {
      return Promise.reject(new Error(`refers to something outside the document: ${reference}`));
    }
  }
  return async ({ content, path }) => {
    const lineCounter = new LineCounter();
    const [broken] = parseDocument(content, { lineCounter }).errors;
    if (broken) return [{ rule: 'yaml', message: broken.message, line: lineCounter.linePos(broken.pos[0]).line }];
    const problems = await lintFromString({
      source: content,
      absoluteRef: `/${path}`,
      config,
      externalRefResolver: new NoOutsideReferences(),
    });
    return problems.map(({ ruleId, message, location }) => {
      const line = location[0] && getLineColLocation(location[0]).start.line;
      return { rule: ruleId, message, line };
    });
  };
}

function judge(by: Tool, { path }: Artefact, objections: readonly Objection[]): readonly Proof[] {
  return CLAIMS.map((claim) => {
    const against = objections.filter(({ rule }) => EXAMPLE_RULES.has(rule) === (claim === EXAMPLES));
    const log = against.map(({ rule, message, line }) => `${line ?? '?'}: ${rule}: ${message}`).join('\n');
    return proof(by, path, claim, against.length === 0 ? 'accepted' : 'rejected', log || 'no finding', against[0]?.line);
  });
}
