import type { Diagnostic } from '@archwright/kernel';
import type { Pin, Requirement } from '@archwright/model';
import { readSpecification } from './read-specification.ts';
import { specifiedRequirements } from './specification.ts';

/** What a specification asks for, in the words of a design request. */
export interface SpecifiedRequest {
  readonly brief: string;
  readonly requirements: readonly Requirement[];
  readonly pinned: readonly Pin[];
  readonly answers: Readonly<Record<string, string>>;
}

/**
 * Reads `archwright.yaml` as the request it stands for.
 *
 * @param name - of the file, for places and pins
 * @returns no value where the text is not a specification; the diagnostics say where and why
 */
export function specifiedRequest(
  text: string,
  name: string,
): { readonly value?: SpecifiedRequest; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = readSpecification(text, name);
  if (!value) return { diagnostics };
  const pinned = Object.entries(value.decisions).map(([decision, option]): Pin => ({
    decision: decision as Pin['decision'],
    options: [option],
    requirement: `${name}: decisions.${decision}`,
  }));
  // A requirement of the file stands where the file says it; one that was read from the brief keeps its words.
  const requirements = specifiedRequirements(value).map((requirement) => ({
    ...requirement,
    at: requirement.at ?? { source: 'file' as const, name, quote: requirement.statement },
  }));
  return { value: { brief: value.brief ?? value.title ?? '', requirements, pinned, answers: value.answers }, diagnostics };
}
