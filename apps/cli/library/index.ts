import { catalogue } from '@archwright/catalogue';
import type { Answer, Artefact, Design, Proof, VersionFinding } from '@archwright/model';
import { proveArtefacts } from '@archwright/proof';
import { readRepository } from '@archwright/repository';
import { adapters, proofOptions, today } from '../environment.ts';
import { type Written, writeFolder } from '../files/write-folder.ts';
import { type BriefOptions, design as designPure, InvalidInput } from './engine.ts';

export * from './engine.ts';
export type { Written } from '../files/write-folder.ts';

export interface DesignOptions extends BriefOptions {
  /** Folder of a repository: its rules, decisions and stack become constraints. */
  readonly repository?: string;
  /** Of the design, as `2026-11-30`. Default: today. */
  readonly date?: string;
  /** Of the robustness draws. Default 1. */
  readonly seed?: number;
  /** Unanswered questions take their defaults, listed as assumptions, even where the scale itself is missing. */
  readonly assume?: boolean;
  /** No network: versions come from the shipped, dated snapshot. */
  readonly offline?: boolean;
  /** Give each file to the tool that consumes it. Default true; takes some seconds for the embedded PostgreSQL. */
  readonly prove?: boolean;
  readonly onStage?: (stage: string) => void;
}

/**
 * A brief in plain language to a complete, gated answer, with evidence for versions and proofs of the files.
 *
 * Look at `answer.design.depth` (`questions`: nothing was designed, ask first), `answer.design.conflict` (no design meets every
 * constraint) and `answer.gate.passed` before showing it.
 *
 * @throws InvalidInput where the brief, the specification or the repository is at fault
 */
export async function design(brief: string, options: DesignOptions = {}): Promise<Answer> {
  const { repository, date = today(), offline = false, prove = true, requirements = [], ...rest } = options;
  const found = repository === undefined ? [] : await requirementsOf(repository);
  return designPure(brief, {
    ...rest,
    date,
    requirements: [...requirements, ...found],
    adapters: adapters({ offline, prove, date }),
  });
}

async function requirementsOf(folder: string) {
  const { value, diagnostics } = await readRepository(folder, catalogue.technologies);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new InvalidInput(errors);
  return value.requirements;
}

/** Gives files to the tools that consume them; edited contents may stand in for the design's own. */
export const prove = (artefacts: readonly Artefact[], design: Design): Promise<Proof[]> =>
  proveArtefacts(artefacts, design, proofOptions());

/**
 * Evidence for the versions of technologies.
 *
 * @param ids - of the catalogue
 * @throws InvalidInput where the catalogue has no such id
 */
export async function verify(
  ids: readonly string[],
  options: { readonly offline?: boolean } = {},
): Promise<readonly VersionFinding[]> {
  const unknown = ids.filter((id) => !catalogue.technologies.some((one) => one.id === id));
  if (unknown.length > 0)
    throw new InvalidInput(
      unknown.map((id) => ({
        code: 'verify/unknown',
        severity: 'error',
        message: `the catalogue has no technology ${id}`,
        hint: 'see catalogue.technologies',
      })),
    );
  const { verify: look } = adapters({ offline: options.offline === true, prove: false, date: today() });
  return (await look?.(catalogue.technologies.filter(({ id }) => ids.includes(id)))) ?? [];
}

/** Writes the files of an answer: the folder appears whole or not at all, and files that were edited stay as they are. */
export const writeDesign = (folder: string, answer: Answer): Written => writeFolder(folder, answer.artefacts);
