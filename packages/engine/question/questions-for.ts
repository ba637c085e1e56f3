import type { Diagnostic } from '@archwright/kernel';
import type { Question, Requirement } from '@archwright/model';
import { type UnderstandRequest, understand } from '../understand.ts';
import { sizeWorkload } from '../workload/size-workload.ts';
import { rankQuestions } from './rank-questions.ts';

export interface Clarification {
  readonly title: string;
  /** What was read, each with its place. */
  readonly requirements: readonly Requirement[];
  /** Most valuable first; empty where no answer would change the design. */
  readonly questions: readonly Question[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The questions whose answers would change the design, and what the brief already says. With an error in the input, no questions. */
export function questionsFor(request: UnderstandRequest): Clarification {
  const { reading, figures, diagnostics } = understand(request);
  const { title, requirements } = reading;
  if (diagnostics.some(({ severity }) => severity === 'error')) return { title, requirements, questions: [], diagnostics };
  const workload = sizeWorkload(reading, request.catalogue.archetypes, figures.copy());
  return { title, requirements, questions: rankQuestions(reading, figures, workload, request.catalogue), diagnostics };
}
