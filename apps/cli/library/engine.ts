import { catalogue } from '@archwright/catalogue';
import {
  type Adapters,
  answerBrief,
  type Clarification,
  explain,
  explanationText,
  questionsFor,
  specificationJsonSchema,
  specifiedRequest,
} from '@archwright/engine';
import type { Diagnostic } from '@archwright/kernel';
import { type Answer, architectureJsonSchema, type Requirement } from '@archwright/model';

export { architectureJsonSchema, catalogue, explain, explanationText, specificationJsonSchema };
export type { Adapters, Clarification, Derivation, Explanation } from '@archwright/engine';
export type { Diagnostic, Figure, Interval, Place, Source, Unit } from '@archwright/kernel';
export type {
  Answer,
  Architecture,
  Artefact,
  Assumption,
  Catalogue,
  Decision,
  Design,
  Evidence,
  Finding,
  FlipPoint,
  Gate,
  GateCheck,
  OptionVerdict,
  Proof,
  Question,
  Requirement,
  Risk,
  RoadmapStage,
  Summary,
  Technology,
  Threat,
  VersionFinding,
} from '@archwright/model';

/** The input is at fault; `diagnostics` say where, and what to do next. */
export class InvalidInput extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n') || 'invalid input');
    this.name = 'InvalidInput';
    this.diagnostics = diagnostics;
  }
}

/** What can be said beside the brief. */
export interface BriefOptions {
  /** Question id to answer, in the user's words. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Text of an `archwright.yaml`: exact requirements, pinned decisions, answers. */
  readonly specification?: string;
  /** From a repository: they outrank the brief. */
  readonly requirements?: readonly Requirement[];
}

export interface EngineOptions extends BriefOptions {
  /** Of the design, as `2026-11-30`: the engine has no clock. */
  readonly date: string;
  /** Of the robustness draws; the same brief, catalogue, date and seed give the same bytes. Default 1. */
  readonly seed?: number;
  /** Unanswered questions take their defaults, listed as assumptions, even where the scale itself is missing. */
  readonly assume?: boolean;
  /** What the outside does for the engine: evidence for versions, proofs. What is left out is said to be missing. */
  readonly adapters?: Adapters;
  /** Called as each stage begins. */
  readonly onStage?: (stage: string) => void;
}

/**
 * A brief in plain language to a complete, gated answer. Pure: no clock, disk or network; it runs in a browser.
 *
 * Look at `answer.design.depth` (`questions`: nothing was designed, ask first), `answer.design.conflict` (no design meets every
 * constraint) and `answer.gate.passed` before showing it.
 *
 * @throws InvalidInput where the brief or the specification is at fault
 */
export async function design(brief: string, options: EngineOptions): Promise<Answer> {
  const { date, seed = 1, assume = false, adapters = {}, onStage } = options;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
    throw new InvalidInput([
      { code: 'option/date', severity: 'error', message: `${date} is not a date`, hint: 'write it as 2026-11-24' },
    ]);
  const answer = await answerBrief(
    { ...requestOf(brief, options), date, seed, assume, catalogue, ...(onStage && { onStage }) },
    adapters,
  );
  refuseErrors(answer.design.diagnostics);
  return answer;
}

/**
 * What the brief says, and the questions whose answers would change the design, most valuable first.
 *
 * @throws InvalidInput where the brief or the specification is at fault
 */
export function clarify(brief: string, options: BriefOptions = {}): Clarification {
  const clarification = questionsFor({ ...requestOf(brief, options), catalogue });
  refuseErrors(clarification.diagnostics);
  return clarification;
}

function requestOf(brief: string, { answers = {}, specification, requirements = [] }: BriefOptions) {
  const specified = specification === undefined ? undefined : specifiedRequest(specification, 'archwright.yaml');
  if (specified && !specified.value) throw new InvalidInput(specified.diagnostics);
  const from = specified?.value;
  return {
    brief: brief || (from?.brief ?? ''),
    requirements: [...(from?.requirements ?? []), ...requirements],
    pinned: from?.pinned ?? [],
    answers: { ...from?.answers, ...answers },
  };
}

function refuseErrors(diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new InvalidInput(errors);
}
