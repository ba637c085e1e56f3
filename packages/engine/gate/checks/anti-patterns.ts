import { type Check, none } from '../check.ts';

/** G: the same rules that review a repository run on the design itself; an error-level finding stops the answer. */
export const antiPatterns: Check = {
  id: 'anti-patterns',
  title: 'The design shows none of the anti-patterns it would report elsewhere',
  run({ design }) {
    const errors = design.findings.filter(({ severity }) => severity === 'error');
    return none(
      errors.map(({ rule, place, message }) => `${rule} at ${place}: ${message}`),
      `${design.findings.length} findings, none an error`,
    );
  },
};
