import { catalogue } from '@archwright/catalogue';
import type { Diagnostic } from '@archwright/kernel';
import type { Requirement } from '@archwright/model';
import { looksLikeBackend, readRepository } from '@archwright/repository';
import { EXIT, Refusal } from '../exit-codes.ts';
import { report } from '../output/diagnostics.ts';

export interface RepositoryRequirements {
  readonly requirements: readonly Requirement[];
  readonly notes: readonly Diagnostic[];
}

/**
 * What the repository asks of the design: that of `--repo DIR`, or the current folder where it looks like a backend. Its notes
 * are printed as information, since the brief is what is being answered; a folder that is not there ends the command.
 *
 * @param option - value of `--repo`; undefined where it was not given
 */
export async function repositoryRequirements(option: string | undefined, current = '.'): Promise<RepositoryRequirements> {
  if (option === undefined && !looksLikeBackend(current)) return { requirements: [], notes: [] };
  const { value, diagnostics } = await readRepository(option ?? current, catalogue.technologies);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new Refusal(
      EXIT.badInput,
      errors.map((error) => ({ ...error, at: { source: 'option', name: '--repo' } })),
    );
  const read = value.files.filter(({ read }) => read).length;
  const summary: Diagnostic = {
    code: 'repository/read',
    severity: 'info',
    message: `${read} of ${value.files.length} files of ${value.folder} were read; ${value.requirements.length} requirements come from them`,
  };
  const notes = [...(value.files.length > 0 ? [summary] : []), ...diagnostics].map((note): Diagnostic => ({
    ...note,
    severity: 'info',
  }));
  report(notes);
  return { requirements: value.requirements, notes };
}
