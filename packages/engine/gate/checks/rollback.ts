import { type Check, none } from '../check.ts';

/** B9: each choice and each migration step has its way back. */
export const rollback: Check = {
  id: 'rollback',
  title: 'Every change has a way back',
  run({ design }) {
    const decisions = design.decisions.filter(({ rollback: way }) => way.trim() === '').map(({ title }) => title);
    const steps = design.roadmap.flatMap(({ title, migration }) =>
      migration.filter((step) => step.rollback.trim() === '').map(({ step }) => `${title}: ${step}`),
    );
    return none(
      [...decisions, ...steps].map((one) => `${one}: no rollback`),
      `${design.decisions.length} decisions and ${design.roadmap.reduce((sum, { migration }) => sum + migration.length, 0)} migration steps`,
    );
  },
};
