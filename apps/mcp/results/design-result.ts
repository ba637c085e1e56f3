import type { Diagnostic } from '@archwright/kernel';
import type { Answer, Decision, Proof, Question } from '@archwright/model';
import { designUri } from '../uris.ts';
import { clip, first } from './bounds.ts';
import type { DesignResult } from './schemas.ts';

const MOST = { decisions: 20, assumptions: 8, versions: 20, checks: 6, diagnostics: 5, files: 8 } as const;

/** What a reader opens first; the others are listed as resources. */
const MAIN_FILES = [
  'README.md',
  'archwright.yaml',
  'api/openapi.yaml',
  'database/schema.sql',
  'diagrams/containers.mmd',
  'deploy/rollback.md',
  'operate/roadmap.md',
];

/** A design as a tool's result: the whole picture, every list bounded, the files as links. */
export function designResult(answer: Answer, notes: readonly Diagnostic[], designId?: string): DesignResult {
  const { design, gate, proofs, artefacts } = answer;
  const outcome = outcomeOf(answer);
  const answered = outcome === 'answered';
  const checks = (wanted: 'failed' | 'unproven') =>
    first(
      gate.checks.filter(({ outcome: one }) => one === wanted),
      MOST.checks,
    ).shown.map(({ id, title, detail }) => ({
      id,
      title,
      detail: clip(detail, 240),
    }));
  const files = artefacts.filter(({ path }) => MAIN_FILES.includes(path) || path === design.title);
  return {
    outcome,
    title: design.title,
    ...(designId !== undefined && { designId }),
    depth: design.depth,
    ...(answered && {
      summary: {
        what: design.summary.what.map((one) => clip(one)),
        monthlyCost: clip(design.summary.monthlyCost),
        carries: clip(design.summary.carries),
        breaksFirst: clip(design.summary.breaksFirst),
        topRisks: design.summary.topRisks.map((one) => clip(one, 240)),
      },
    }),
    decisions: answered ? first(design.decisions, MOST.decisions).shown.map(decisionLine) : [],
    versions: answered
      ? first(design.versions, MOST.versions).shown.map(({ name, version, status, asOf }) => ({
          name,
          ...(version !== undefined && { version }),
          status,
          ...(asOf !== undefined && { asOf: asOf.slice(0, 10) }),
        }))
      : [],
    assumptions: answered
      ? first(
          [...design.assumptions].sort((a, b) => Number(b.fragile) - Number(a.fragile)),
          MOST.assumptions,
        ).shown.map(({ statement, reason, fragile }) => ({ statement: clip(statement, 200), reason: clip(reason, 160), fragile }))
      : [],
    questions: design.questions.map(questionLine),
    conflict: (design.conflict ?? []).map(({ constraint, wouldHaveToBecome }) => ({
      constraint: clip(constraint),
      wouldHaveToBecome: clip(wouldHaveToBecome),
    })),
    gate: {
      passed: gate.passed,
      checksPassed: gate.checks.filter(({ outcome: one }) => one === 'passed').length,
      failed: checks('failed'),
      unproven: checks('unproven'),
    },
    proofs: countProofs(proofs),
    files:
      answered && designId !== undefined
        ? first(files, MOST.files).shown.map(({ path, title, content }) => ({
            uri: designUri(designId, path),
            title,
            bytes: Buffer.byteLength(content),
          }))
        : [],
    fileCount: answered ? artefacts.length : 0,
    diagnostics: first([...design.diagnostics, ...notes].filter(worthSaying), MOST.diagnostics).shown.map(diagnosticLine),
    next: nextSteps(outcome),
  };
}

/** A design that fails its gate is no answer: the failures are. */
export function outcomeOf({ design, gate }: Answer): DesignResult['outcome'] {
  if (design.conflict) return 'conflict';
  if (design.depth === 'questions') return 'questions';
  return gate.passed ? 'answered' : 'gate-failed';
}

export const countProofs = (proofs: readonly Proof[]) => ({
  accepted: proofs.filter(({ outcome }) => outcome === 'accepted').length,
  rejected: proofs.filter(({ outcome }) => outcome === 'rejected').length,
  notRun: proofs.filter(({ outcome }) => outcome === 'not-run').length,
});

export const questionLine = ({ id, question, default: usual, changes, blocking }: Question) => ({
  id,
  question,
  default: usual,
  changes: clip(changes, 300),
  blocking,
});

export const diagnosticLine = ({ code, severity, message, hint }: Diagnostic) => ({
  code,
  severity,
  message: clip(message, 240),
  ...(hint !== undefined && { hint: clip(hint, 240) }),
});

const worthSaying = ({ severity }: Diagnostic): boolean => severity !== 'info';

function decisionLine({ id, title, chosen, chosenName, options, runnerUp }: Decision): DesignResult['decisions'][number] {
  const reason = options.find((option) => option.id === chosen)?.reason ?? '';
  return {
    id,
    title,
    chosen: chosenName,
    because: clip(reason, 200),
    ...(runnerUp && { runnerUp: runnerUp.name, extraCostOfRunnerUpUsd: Math.round(runnerUp.extraCost) }),
  };
}

const NEXT: Readonly<Record<DesignResult['outcome'], readonly string[]>> = {
  answered: [
    'Report cost, deciding figures, risks, assumptions and open questions; quote numbers and versions as they stand here, with no others.',
    '`why` opens any figure or decision; `compare` puts two options or designs side by side.',
    'Read files by their resource address; after editing one, give it to `prove`.',
  ],
  questions: [
    'Ask the user these questions and call `design` again with their words in `answers` (question id to answer). Do not answer for them.',
  ],
  'gate-failed': ['Do not present a design. Tell the user which checks failed and what the brief would have to say.'],
  conflict: [
    'No design meets every constraint. Show the conflict, ask the user which constraint gives way, and call `design` again.',
  ],
};
const nextSteps = (outcome: DesignResult['outcome']): string[] => [...NEXT[outcome]];
