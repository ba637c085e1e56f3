import { judge, type Judged } from '@archwright/engine';
import type { Attempt, Evidence, Technology, VersionFinding } from '@archwright/model';
import { attemptOf, failed, failure, type Outcome } from './outcome.ts';
import type { Session } from './session.ts';
import { packageUrl, type Subject, subjectOf } from './subject.ts';
import { KeptAnswers } from './transport/kept.ts';
import type { Verifier } from './verifier.ts';

/** Subjects looked up at the same time; each host has its own bound besides. */
const CONCURRENCY = 8;

export interface LookUp {
  readonly judged: Judged;
  readonly subject: Subject;
}

/**
 * Evidence for each technology from every source that could know it, judged; in the order given.
 *
 * @param sources - all of them are asked; one that does not answer is a recorded reason, never a failure
 * @param session - or only the time, for sources that need no network and keep nothing
 */
export const verifyTechnologies = (
  technologies: readonly Technology[],
  sources: readonly Verifier[],
  session: Session | Date,
): Promise<readonly VersionFinding[]> =>
  verifySubjects(
    technologies.map((technology) => ({ judged: technology, subject: subjectOf(technology) })),
    sources,
    session instanceof Date ? { now: session, kept: new KeptAnswers(undefined) } : session,
  );

/** The same for anything that can be looked up: packages and runtimes in use as well. */
export async function verifySubjects(
  lookUps: readonly LookUp[],
  sources: readonly Verifier[],
  session: Session,
): Promise<readonly VersionFinding[]> {
  const findings: VersionFinding[] = Array.from({ length: lookUps.length });
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < lookUps.length; index = next++)
      findings[index] = await verifyOne(lookUps[index]!, sources, session);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return findings;
}

async function verifyOne({ judged, subject }: LookUp, sources: readonly Verifier[], session: Session): Promise<VersionFinding> {
  const first = await ask('versions', subject, sources, session);
  const seen = observationsOf(first);
  const named = judge(judged, seen, [], session.now).version;
  const details: Subject = {
    ...subject,
    ...(named !== undefined && { named }),
    packages: subject.packages.map((one) => {
      const version = one.version ?? currentOf(packageUrl(one), seen, session.now);
      return version === undefined ? one : { ...one, version };
    }),
  };
  const second = await ask('details', details, sources, session);
  const outcomes = [...first, ...second];
  return judge(judged, observationsOf(outcomes), attemptsOf(outcomes), session.now);
}

async function ask(
  phase: Verifier['phase'],
  subject: Subject,
  sources: readonly Verifier[],
  session: Session,
): Promise<readonly Outcome[]> {
  const asked = sources.filter((source) => source.phase === phase && source.supports(subject));
  const answers = await Promise.all(
    asked.map((source) =>
      // A verifier that throws is a bug of ours; the run still says so instead of ending.
      source
        .verify(subject, session)
        .catch((error: unknown) => [failed(source.name, failure('malformed', `internal: ${String(error)}`))]),
    ),
  );
  return answers.flat();
}

const observationsOf = (outcomes: readonly Outcome[]): readonly Evidence[] =>
  outcomes.flatMap((one) => (one.kind === 'observed' ? one.observations : []));

/** The version of a package that its own observations name, by the same judgement. */
const currentOf = (about: string, observations: readonly Evidence[], now: Date): string | undefined =>
  judge(
    { id: about, name: about, documentation: '', versioned: true, status: 'active', identifiers: {} },
    observations.filter((one) => one.about === about),
    [],
    now,
  ).version;

/** Each thing said once: three topics that failed for one reason are one attempt. */
function attemptsOf(outcomes: readonly Outcome[]): readonly Attempt[] {
  const attempts = new Map<string, Attempt>();
  const counts = new Map<string, number>();
  for (const outcome of outcomes)
    if (outcome.kind === 'observed') counts.set(outcome.source, (counts.get(outcome.source) ?? 0) + outcome.observations.length);
  for (const outcome of outcomes) {
    const { source, ...attempt } = attemptOf(outcome);
    const reason = outcome.kind === 'observed' ? `${counts.get(source)} observations` : attempt.reason;
    attempts.set(JSON.stringify([source, attempt.outcome, reason]), { source, ...attempt, reason });
  }
  return [...attempts.values()];
}
