import { catalogue } from '@archwright/catalogue';
import { type Adapters, answerBrief, questionsFor, specifiedRequest } from '@archwright/engine';
import type { Diagnostic } from '@archwright/kernel';
import type { Pin, Requirement } from '@archwright/model';
import { readRepository } from '@archwright/repository';
import { type BriefRequest, type Clarified, type Designed, type Job, type JobResults, Refused } from './job.ts';

/** The world as the program around the worker knows it. */
export type AdaptersFor = (options: { readonly offline: boolean; readonly prove: boolean; readonly date: string }) => Adapters;

/**
 * Runs one job to its end.
 *
 * @param onStage - called as each stage begins
 * @throws Refused where the input is at fault
 */
export async function runJob(
  job: Job,
  adaptersFor: AdaptersFor,
  onStage: (stage: string) => void,
): Promise<JobResults[keyof JobResults]> {
  switch (job.kind) {
    case 'clarify':
      return clarify(job.request, onStage);
    case 'design':
      return design(job, adaptersFor, onStage);
    case 'verify': {
      onStage('looking up versions');
      const wanted = new Set(job.technologies);
      const { verify } = adaptersFor({ offline: job.offline, prove: false, date: job.date });
      return (await verify?.(catalogue.technologies.filter(({ id }) => wanted.has(id)))) ?? [];
    }
    case 'prove': {
      onStage('giving each file to the tool that will consume it');
      const { prove } = adaptersFor({ offline: true, prove: true, date: job.date });
      return (await prove?.(job.artefacts, job.design)) ?? [];
    }
  }
}

async function clarify(request: BriefRequest, onStage: (stage: string) => void): Promise<Clarified> {
  const { notes, ...input } = await readRequest(request, onStage);
  onStage('designing at both ends of each unknown');
  const { title, requirements, questions, diagnostics } = questionsFor({ ...input, catalogue });
  return { title, requirements, questions, notes: [...notes, ...refuseErrors(diagnostics)] };
}

async function design(
  { request, assume, date, seed, offline, prove }: Extract<Job, { kind: 'design' }>,
  adaptersFor: AdaptersFor,
  onStage: (stage: string) => void,
): Promise<Designed> {
  const { notes, ...input } = await readRequest(request, onStage);
  const answer = await answerBrief({ ...input, assume, date, seed, catalogue, onStage }, adaptersFor({ offline, prove, date }));
  refuseErrors(answer.design.diagnostics);
  return { answer, notes };
}

interface Input {
  readonly brief: string;
  readonly requirements: readonly Requirement[];
  readonly pinned: readonly Pin[];
  readonly answers: Readonly<Record<string, string>>;
  readonly notes: readonly Diagnostic[];
}

async function readRequest(request: BriefRequest, onStage: (stage: string) => void): Promise<Input> {
  const { brief, requirements, pinned, answers } = briefOf(request);
  const repository = request.repository === undefined ? undefined : await read(request.repository, onStage);
  return {
    brief,
    requirements: [...requirements, ...(repository?.requirements ?? [])],
    pinned,
    answers: { ...answers, ...request.answers },
    notes: repository?.notes ?? [],
  };
}

function briefOf({ brief, specification }: BriefRequest) {
  if (specification === undefined) return { brief: brief ?? '', requirements: [], pinned: [], answers: {} };
  const { value, diagnostics } = specifiedRequest(specification, 'archwright.yaml');
  if (!value) throw new Refused(diagnostics);
  return brief === undefined ? value : { ...value, brief };
}

async function read(folder: string, onStage: (stage: string) => void) {
  onStage('reading the repository');
  const { value, diagnostics } = await readRepository(folder, catalogue.technologies);
  return { requirements: value.requirements, notes: refuseErrors(diagnostics) };
}

function refuseErrors(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Refused(errors);
  return diagnostics;
}
