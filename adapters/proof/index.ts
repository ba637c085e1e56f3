import type { Artefact, Design, Proof } from '@archwright/model';
import { proveAsyncapi } from './asyncapi/prove-asyncapi.ts';
import { proveDocuments } from './documents/prove-documents.ts';
import { proveLoadTest } from './load-test/prove-load-test.ts';
import { proveMermaid } from './mermaid/prove-mermaid.ts';
import { proveOpenapi } from './openapi/prove-openapi.ts';
import { provePostgresql } from './postgresql/prove-postgresql.ts';
import { proveProto } from './proto/prove-proto.ts';
import { messageOf, notRun, proof, type ProofOptions, type Prover } from './proof.ts';

export { loadMermaidParser, mermaidBundle } from './mermaid/bundle.ts';
export { closeDatabase } from './postgresql/database.ts';
export type { ProofOptions } from './proof.ts';
export { toolStates, type ToolState } from './tool-states.ts';

const PROVERS: readonly (readonly [tool: string, prove: Prover])[] = [
  ['mermaid', proveMermaid],
  ['@redocly/openapi-core', proveOpenapi],
  ['@asyncapi/parser', proveAsyncapi],
  ['@bufbuild/buf', proveProto],
  ['PostgreSQL', provePostgresql],
  ['load test', proveLoadTest],
  ['document parsers', proveDocuments],
];

/** Prose and pictures are for people; there is no tool to refuse them. */
const FOR_PEOPLE = /\.(?:md|svg|png|html|txt|csv)$/;

/**
 * Gives every artefact to the tools that will consume it. What no tool here can check is listed as not run: silence would
 * look like a pass.
 *
 * @returns proofs in the order of the tools, then of the artefacts
 */
export async function proveArtefacts(
  artefacts: readonly Artefact[],
  design: Design,
  options: ProofOptions = {},
): Promise<Proof[]> {
  const proofs: Proof[] = [];
  for (const [tool, prove] of PROVERS) proofs.push(...(await guarded(tool, prove, artefacts, design, options)));
  const proven = new Set(proofs.map(({ artefact }) => artefact));
  const rest = artefacts.filter(({ path }) => !proven.has(path) && !FOR_PEOPLE.test(path));
  return [
    ...proofs,
    ...notRun(
      { tool: 'none', version: 'none' },
      'the tool that consumes it accepts it',
      rest,
      'no tool for this kind of file is built in',
    ),
  ];
}

async function guarded(
  tool: string,
  prove: Prover,
  artefacts: readonly Artefact[],
  design: Design,
  options: ProofOptions,
): Promise<readonly Proof[]> {
  try {
    return await prove(artefacts, design, options);
  } catch (error) {
    return [
      proof(
        { tool, version: 'unknown' },
        'every artefact for this tool',
        'the tool accepts it',
        'not-run',
        `it stopped unexpectedly: ${messageOf(error)}`,
      ),
    ];
  }
}
