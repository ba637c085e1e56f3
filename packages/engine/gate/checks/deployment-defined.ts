import { type Check, none } from '../check.ts';

export const deploymentDefined: Check = {
  id: 'deployment-defined',
  title: 'Deployment, progressive delivery and rollback are defined',
  checklist: 'H7',
  onlyFull: true,
  run({ design, artefacts }) {
    const has = (start: string) => artefacts.some(({ path }) => path.startsWith(start));
    const delivery = design.decisions.some(({ id }) => id === 'delivery');
    return none(
      [
        !delivery && 'no delivery decision',
        !has('deploy/') && 'no deployment files',
        design.architecture.units.length === 0 && 'no deployment unit',
      ].filter((one): one is string => Boolean(one)),
      `${design.architecture.units.length} units, ${artefacts.filter(({ path }) => path.startsWith('deploy/')).length} deployment files`,
    );
  },
};
