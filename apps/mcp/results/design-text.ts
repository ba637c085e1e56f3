import { clip, LONGEST_TEXT } from './bounds.ts';
import type { DesignResult } from './schemas.ts';

/** A short answer fits as it is; a full one is summarised, and its README is a link. */
const SHORT_ENOUGH = LONGEST_TEXT - 1_000;

/** The result in words, for a client that shows text. */
export function designText(result: DesignResult, response: string): string {
  if (result.outcome !== 'answered') return refusalText(result);
  if (response.length <= SHORT_ENOUGH) return response;
  const { summary, designId, decisions, gate, proofs, questions, fileCount } = result;
  const lines = [
    `# ${result.title}`,
    '',
    ...(summary?.what.map((one, index) => `${index + 1}. ${one}`) ?? []),
    '',
    `Cost: ${summary?.monthlyCost}`,
    `Carries: ${summary?.carries}`,
    `Breaks first: ${summary?.breaksFirst}`,
    ...(summary?.topRisks.map((one) => `Risk: ${one}`) ?? []),
    '',
    '## Decisions',
    ...decisions.map(({ id, chosen, because }) => `- ${id}: ${chosen} (${because})`),
    '',
    `Gate passed: ${gate.checksPassed} checks hold${gate.unproven.length > 0 ? `; unproven: ${gate.unproven.map(({ title }) => title).join('; ')}` : ''}.`,
    `Proofs: ${proofs.accepted} accepted, ${proofs.rejected} rejected, ${proofs.notRun} not run.`,
    ...(questions.length > 0 ? [`Open questions: ${questions.map(({ question }) => question).join(' ')}`] : []),
    `${fileCount} files under archwright://design/${designId}/; README.md is the whole answer.`,
  ];
  return clip(lines.join('\n'), LONGEST_TEXT);
}

function refusalText({ outcome, title, questions, conflict, gate, next }: DesignResult): string {
  const body =
    outcome === 'questions'
      ? [
          'These must be answered before anything sensible can be designed:',
          '',
          ...questions.map(
            ({ id, question, default: usual, changes }) =>
              `- ${question} (id: ${id}; otherwise ${usual}; would change: ${changes})`,
          ),
        ]
      : outcome === 'conflict'
        ? [
            'No design meets every constraint:',
            '',
            ...conflict.map(({ constraint, wouldHaveToBecome }) => `- ${constraint}: ${wouldHaveToBecome}`),
          ]
        : [
            'The design did not pass its own gate and is not shown:',
            '',
            ...gate.failed.map((check) => `- ${check.title}: ${check.detail}`),
          ];
  return clip([`# ${title}`, '', ...body, '', ...next].join('\n'), LONGEST_TEXT);
}
