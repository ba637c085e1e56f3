import { type Check, none } from '../check.ts';

/** What the generators write follows the versions shown: a technology whose evidence conflicts cannot carry an example. */
export const outdatedPattern: Check = {
  id: 'outdated-pattern',
  title: 'API patterns match the versions shown',
  checklist: 'H5',
  run({ design }) {
    const conflicting = design.versions.filter(({ status, reason }) => status === 'conflict' && reason.length === 0);
    return none(
      conflicting.map(({ name }) => `${name}: sources disagree and the answer does not say how`),
      'generated files use no library API; contracts and schemas follow published standards',
    );
  },
};
