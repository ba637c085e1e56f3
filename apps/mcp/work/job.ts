import type { Diagnostic } from '@archwright/kernel';
import type { Answer, Artefact, Design, Proof, Question, Requirement, VersionFinding } from '@archwright/model';

/** A brief as callers give it: plain words, or the text of `archwright.yaml`. */
export interface BriefRequest {
  readonly brief?: string | undefined;
  readonly specification?: string | undefined;
  /** Question id → answer. */
  readonly answers: Readonly<Record<string, string>>;
  /** Absolute folder, already checked against the allowed roots. */
  readonly repository?: string | undefined;
}

export type Job =
  | { readonly kind: 'clarify'; readonly request: BriefRequest }
  | {
      readonly kind: 'design';
      readonly request: BriefRequest;
      readonly assume: boolean;
      readonly date: string;
      readonly seed: number;
      readonly offline: boolean;
      readonly prove: boolean;
    }
  | { readonly kind: 'verify'; readonly technologies: readonly string[]; readonly offline: boolean; readonly date: string }
  | { readonly kind: 'prove'; readonly design: Design; readonly artefacts: readonly Artefact[]; readonly date: string };

export interface Clarified {
  readonly title: string;
  readonly requirements: readonly Requirement[];
  readonly questions: readonly Question[];
  readonly notes: readonly Diagnostic[];
}
export interface Designed {
  readonly answer: Answer;
  /** What the repository's reading noticed. */
  readonly notes: readonly Diagnostic[];
}

export interface JobResults {
  readonly clarify: Clarified;
  readonly design: Designed;
  readonly verify: readonly VersionFinding[];
  readonly prove: readonly Proof[];
}
export type ResultOf<J extends Job> = JobResults[J['kind']];

/** What a worker says about the job it was given. */
export type WorkerMessage =
  | { readonly kind: 'stage'; readonly stage: string }
  | { readonly kind: 'done'; readonly result: JobResults[keyof JobResults] }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'failed'; readonly message: string };

/** The input is at fault: the diagnostics say where and what next. */
export class Refused extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics[0]?.message ?? 'refused');
    this.diagnostics = diagnostics;
  }
}
