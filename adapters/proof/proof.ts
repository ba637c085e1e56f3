import type { DialectOf } from '@archwright/generators/sql/index';
import type { Artefact, Design, Proof } from '@archwright/model';

export interface ProofOptions {
  /** The bundled Mermaid parser, where the installed program keeps it. */
  readonly mermaidBundle?: string;
  /** A folder that may hold data for faster starts between runs. */
  readonly cache?: string;
  /** Files that the folder held before, for what must stay compatible. */
  readonly previous?: readonly Artefact[];
  /** The language of each store, where the caller knows better than the technology's name tells. */
  readonly dialectOf?: DialectOf;
}

/** Checks the artefacts its tool is for; artefacts of other kinds give no proof. Never throws: a tool that fails is not run. */
export type Prover = (artefacts: readonly Artefact[], design: Design, options: ProofOptions) => Promise<readonly Proof[]>;

export interface Tool {
  readonly tool: string;
  readonly version: string;
}

/** Longer logs are cut: a proof is read by people. */
const LONGEST_LOG = 4_000;

export const proof = (
  by: Tool,
  artefact: string,
  claim: string,
  outcome: Proof['outcome'],
  log: string,
  line?: number,
): Proof => ({
  artefact,
  claim,
  tool: by.tool,
  version: by.version,
  outcome,
  log: log.length > LONGEST_LOG ? `${log.slice(0, LONGEST_LOG)}\n… ${log.length - LONGEST_LOG} characters more` : log,
  ...(line !== undefined && { line }),
});

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Runs `check` for each artefact; a throw is the tool's objection. */
export async function proveEach(
  by: Tool,
  claim: string,
  artefacts: readonly Artefact[],
  check: (artefact: Artefact) => Promise<string> | string,
  lineOf: (error: unknown, artefact: Artefact) => number | undefined = () => undefined,
): Promise<readonly Proof[]> {
  const proofs: Proof[] = [];
  for (const artefact of artefacts) {
    try {
      proofs.push(proof(by, artefact.path, claim, 'accepted', await check(artefact)));
    } catch (error) {
      proofs.push(proof(by, artefact.path, claim, 'rejected', messageOf(error), lineOf(error, artefact)));
    }
  }
  return proofs;
}

/** Nothing could be checked: each artefact says why. */
export const notRun = (by: Tool, claim: string, artefacts: readonly Artefact[], reason: string): readonly Proof[] =>
  artefacts.map(({ path }) => proof(by, path, claim, 'not-run', reason));
