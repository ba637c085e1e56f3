import { type Check, none, unproven } from '../check.ts';

/**
 * What is advised follows the current documentation: each technology's was read, and none whose sources disagree goes without saying
 * how. Documentation that was not read is unproven, never passed.
 */
export const outdatedPattern: Check = {
  id: 'outdated-pattern',
  title: 'API patterns match the versions shown',
  checklist: 'H5',
  run({ design }) {
    const silent = design.versions.filter(({ status, reason }) => status === 'conflict' && reason.length === 0);
    const open = design.versions.filter(({ guidance }) => guidance?.state !== 'read');
    if (silent.length === 0 && open.length > 0)
      return unproven(
        `documentation was read for ${design.versions.length - open.length} of ${design.versions.length} technologies (${open[0]!.name}: ${open[0]!.guidance?.reason ?? 'not looked up'}); generated files use published standards only`,
      );
    return none(
      silent.map(({ name }) => `${name}: sources disagree and the answer does not say how`),
      `documentation of ${design.versions.length} technologies was read; contracts and schemas follow published standards`,
    );
  },
};
